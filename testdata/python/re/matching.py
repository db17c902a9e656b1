# Alternatives, repetitions, looking around, conditions, back-references.
import re

CASES = [
    (r"(a|ab)(c|bcd)(d*)", "abcd"), (r"(?:a|ab)+?c", "aabac"), (r"(a*)*", "aab"), (r"(a*)+b", "aab"), (r"(a|b)*?c", "abac"),
    (r"(?=(\w+))\1:", "abc:"), (r"(?!foo)\w{3}", "foobar"), (r"(?<=\$)\d+", "cost $42"), (r"(?<!\$)\b\d+", "cost $42 or 17"),
    (r"(\w)\1", "abccd"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi \"you\"'"), (r"(<)?\w+(?(1)>|$)", "<tag>"), (r"(<)?\w+(?(1)>|$)", "<tag"),
    (r"(?>a*)ab", "aaab"), (r"a*+b", "aaab"), (r"(?:ab){2,3}?", "ababab"), (r"x{2}|y{3,}", "yyyy"), (r"^\s*$", "a\n\nb"), (r"\Aa.*z\Z", "a\nz"),
    (r"(?s:a.b)c.d", "a\nbc\nd"), (r"(?i:ab)C", "ABC"), (r"[^\W\d_]+", "__12ab_"), (r"[\]\-a]+", "a-]b"),
    (r"((a)|(b))+", "ab"), (r"(?:(a)|b)*", "ab"), (r"(\d+)(?:px|em)(?=;|$)", "12px; 3em"), (r"\bis\b", "this is"), (r"\Bis\B", "this isis is"),
    (r".*\.(?!bat$)[^.]*$", "foo.bar"), (r"$", "a\n"), (r"a$", "a\n"), (r"(?m)a$", "a\na\n"), (r"", "abc"), (r"()", "a"), (r"(?:)", ""),
]
for pattern, text in CASES:
    m = re.search(pattern, text)
    print(pattern, "|", m and (m.group(), m.span(), m.groups(), m.lastindex))
    print("   ", re.findall(pattern, text), re.split(pattern, text, maxsplit=2), re.sub(pattern, "-", text, count=2), bool(re.fullmatch(pattern, text)))

p = re.compile("b+")
print(p.search("abba", 2), p.match("abba", 1, 2), p.search("abba", 3), p.search("abba", -5, 100).span(), p.match("abba"))
m = re.match(r"(\w+) (?P<last>\w+)?", "Ada Lovelace")
print(m[0], m["last"], m.group(1, "last"), m.span("last"), m.expand(r"\g<last>, \1"), m.string, m.re is re.compile(r"(\w+) (?P<last>\w+)?"), m.pos, m.endpos)
print(re.match("(a)?(b)?", "b").groups("-"), re.match("(?P<a>a)?", "").groupdict("-"), m.regs)
print(re.findall(b"[\x80-\xff]+", b"a\x80\xffb"), re.sub(b"a", b"\\g<0>\\g<0>", bytearray(b"banana")), re.match(b".", memoryview(b"xy")))
print(re.escape("1+1=2 (yes) #x\n"), re.escape(b"a.b"), len(re.findall(r"(a|b|c)+d", "abc" * 20000 + "d")), re.fullmatch("(?:x+x+)+", "x" * 200) is not None)
