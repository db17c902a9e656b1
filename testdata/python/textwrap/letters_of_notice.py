# Paragraphs, bullets and quoted mail set to a width.
import textwrap

BODY = """
    Dear reader,

    this   letter has lines
    of many kinds, among them a-very-long-hyphenated-word and
    averyveryveryverylongwordthatdoesnotfitatall.

      * an item that is longer than the width of the column
      * short
"""
text = textwrap.dedent(BODY).strip()
for par in text.split("\n\n"):
    if par.lstrip().startswith("*"):
        for item in par.splitlines():
            print(textwrap.fill(item.strip(), 30, initial_indent="  ", subsequent_indent="    "))
    else:
        print(textwrap.fill(par, 30))
    print()
print(textwrap.indent("one\n\ntwo\n", "> "), end="")
print(textwrap.indent("one\n\ntwo\n", "| ", predicate=lambda l: True), end="")
for n in (50, 20, 12, 5):
    print(textwrap.shorten("The quick brown fox jumps over it", n, placeholder="…"))
w = textwrap.TextWrapper(width=16, max_lines=3, placeholder=" [..]", break_long_words=False)
print(w.fill("some words to be cut after three lines of sixteen letters each"))
print(textwrap.wrap("a-b-c d-e-f " * 3, 10, break_on_hyphens=False), textwrap.wrap("a-b-c d-e-f " * 3, 10))
print(textwrap.wrap("", 10), textwrap.wrap("   lead", 10, drop_whitespace=False), textwrap.wrap("tab\there", 20, expand_tabs=False))
print(textwrap.fill("End.  Next sentence.\nAnd? Yes!", 40, fix_sentence_endings=True))
print(repr(textwrap.dedent("\tx\n\t  y\n")), repr(textwrap.dedent("  a\n b\n   \n  c")))
for bad in (lambda: textwrap.wrap("x", 0), lambda: textwrap.shorten("hello world", 3)):
    try:
        print(bad())
    except ValueError as e:
        print("ValueError:", e)
