# A small shell: words with quotes, variables, pipes, redirection.
import shlex

ENV = {"HOME": "/home/ann", "X": "a b"}
COMMANDS = {
    "echo": lambda args, text: " ".join(args) + "\n",
    "upper": lambda args, text: text.upper(),
    "count": lambda args, text: f"{len(text.split())}\n",
    "grep": lambda args, text: "".join(l for l in text.splitlines(True) if args[0] in l),
}
FILES = {}


def words(line):
    lex = shlex.shlex(line, posix=True, punctuation_chars="|>;")
    lex.whitespace_split = True
    return list(lex)


def run(line):
    text, current, target = "", [], None
    parts = words(line)

    def call():
        nonlocal text
        name, *args = [w.replace("$HOME", ENV["HOME"]) for w in current]
        text = COMMANDS[name](args, text)
        current.clear()

    while parts:
        w = parts.pop(0)
        if w == "|":
            call()
        elif w in (">", ">>"):
            target = w, parts.pop(0)
        else:
            current.append(w)
    call()
    if target:
        FILES[target[1]] = (FILES.get(target[1], "") if target[0] == ">>" else "") + text
    else:
        print(f"{line:<44} => {text!r}")


for line in ("echo hello   'big  world'", 'echo "it\'s" a\\ b', "echo a b c|count", "echo $HOME | upper", "echo one > f", "echo two >> f", "echo 'a|b' | grep x"):
    run(line)
print(FILES)
for bad in ("echo 'open", 'a "b', "end\\"):
    try:
        shlex.split(bad)
    except ValueError as e:
        print(bad, "->", e)
print(shlex.split("a # b", comments=True), shlex.split("a # b"), shlex.split("'' \"\""), shlex.split("a\tb\nc"))
print(shlex.join(["ls", "my file", "it's", "", "a$b", "ok-1.2/x"]), shlex.quote("safe_1"), shlex.quote("uh oh"))
