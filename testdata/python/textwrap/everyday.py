# Text in lines.
import textwrap

text = "The quick brown fox jumps over the lazy dog, and then -- after a while -- it sleeps. A-very-long-hyphenated-word ends."
print(textwrap.fill(text, 30))
print(textwrap.wrap(text, 25, initial_indent="* ", subsequent_indent="  ", break_on_hyphens=False))
print(textwrap.shorten(text, 40), "|", textwrap.shorten(text, 20, placeholder="..."), "|", repr(textwrap.dedent("\n    a\n      b\n\n    c\n")))
print(textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb", "- ", lambda line: True), textwrap.wrap("", 10), textwrap.wrap("x" * 25, 10), textwrap.wrap("a\tb\n c", 10))
w = textwrap.TextWrapper(width=20, max_lines=2, placeholder=" [more]")
print(w.wrap(text), textwrap.wrap("one. two.  three", 80, fix_sentence_endings=True), textwrap.wrap("aaaa bbbbbbbbbbbb", 6, break_long_words=False))
for bad in (lambda: textwrap.wrap("a", 0), lambda: textwrap.wrap("abc def", 3, max_lines=1, placeholder="....")):
    try:
        print(bad())
    except ValueError as e:
        print(e)
