# Paragraphs wrapped, indented, shortened.
import textwrap

TEXT = "The   quick brown fox, which is well-known, jumps over a hyper-extraordinarily-long-word and http://example.org/a/very/long/path."
print(textwrap.fill(TEXT, 28))
print(textwrap.wrap(TEXT, 20, break_long_words=False, break_on_hyphens=False))
print(textwrap.fill(TEXT, 40, initial_indent="* ", subsequent_indent="  ", max_lines=2, placeholder=" ..."))
print(textwrap.shorten("  Hello   wide world  ", 12), textwrap.shorten("Hello world", 5, placeholder="…"))
print(repr(textwrap.dedent("    a\n      b\n\n    c\n")), repr(textwrap.dedent("\ta\n  b")))
print(repr(textwrap.indent("a\n\n b\n", "> ")), repr(textwrap.indent("a\n\nb", "# ", lambda line: True)))
w = textwrap.TextWrapper(width=12, expand_tabs=True, tabsize=4, drop_whitespace=False, fix_sentence_endings=True)
print(w.wrap("a\tb.  c d. E  fghi jklm"), textwrap.wrap(""), textwrap.wrap("a b c", 1), textwrap.wrap("abcdef", 3), textwrap.wrap("x\ny", replace_whitespace=False))
for bad in (lambda: textwrap.wrap("a", 0), lambda: textwrap.shorten("abc def", 3, placeholder="......")):
    try:
        bad()
    except ValueError as e:
        print(e)
