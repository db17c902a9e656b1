# Screens of help laid out: option columns, notes, code blocks kept, numbered steps.
import textwrap

OPTIONS = {"-h, --help": "Show this text and exit.", "-o FILE, --output FILE": "Write the result to FILE instead of standard output; the file is replaced as a whole.", "-v": "", "--very-long-option-name=VALUE": "Short."}
STEPS = ["Open the box and check that all of the parts on the list are there.", "Connect.", "Press the button on the back for at least ten seconds, until the light turns green."]


def options(width=56, column=20):
    for name, text in OPTIONS.items():
        lines = textwrap.wrap(text, width - column) or [""]
        if len(name) > column - 3:
            yield "  " + name
            name = ""
        yield f"  {name:<{column - 2}}{lines[0]}".rstrip()
        yield from textwrap.indent("\n".join(lines[1:]), " " * column).splitlines()


print(*options(), sep="\n")
for i, s in enumerate(STEPS, 1):
    print(textwrap.fill(s, 34, initial_indent=f"{i}. ", subsequent_indent="   "))
code = textwrap.dedent("""\
    def f():
        if x:
            return 1

        return 2
""")
print(textwrap.indent(code, ">>> ", lambda l: not l.startswith(" ")), end="")
print(textwrap.shorten("Hello   world, this is   long", 18), textwrap.shorten("Hello", 18), textwrap.shorten("one two", 5, placeholder="."), sep="|")
w = textwrap.TextWrapper(width=20, tabsize=4, replace_whitespace=False, drop_whitespace=True)
print(w.wrap("keep\nthe newline\tand the tab in this"), textwrap.wrap("supercalifragilistic word", 10), textwrap.wrap("a " * 12, 7), textwrap.fill("x" * 25, 10).splitlines())
print(textwrap.wrap("well-known state-of-the-art hyphens", 12), textwrap.wrap("url http://example.com/a-b-c/d", 14, break_long_words=False, break_on_hyphens=False), textwrap.dedent("\n\ta\n\t\tb\n"), textwrap.dedent(" a\n\tb"))
