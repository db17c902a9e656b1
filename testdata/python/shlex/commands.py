# Command lines split and quoted as a shell does it.
import shlex

for line in ("cp 'a b.txt' /tmp", 'echo "say \\"hi\\"" x', r"a\ b c", "x='1 2'3", "", "# no command", "a # b", '"" \'\''):
    print(repr(line), "->", shlex.split(line), shlex.split(line, comments=True))
print(shlex.quote("it's"), shlex.quote("plain.txt"), shlex.quote(""), shlex.join(["rm", "a b", "$HOME"]))
print(list(shlex.shlex("a=b|c && (d)", punctuation_chars=True)), list(shlex.shlex("x.y 'z'")), shlex.split(r"c:\dir", posix=False))
for bad in ("'open", 'a "b', "end\\"):
    try:
        shlex.split(bad)
    except ValueError as e:
        print(repr(bad), e)
lex = shlex.shlex("key = value ; note\nnext", posix=True)
lex.commenters = ";"
print([(t, lex.lineno) for t in lex], lex.whitespace == " \t\r\n")
