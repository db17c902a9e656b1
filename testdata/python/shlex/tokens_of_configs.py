# The class shlex: own quotes and comments, line numbers, tokens pushed back.
import io
import shlex

TEXT = """# servers
server main {
    host = "10.0.0.1"; port = 8080  # tail
    names = alpha, beta
}
server backup { host = 'b.example' }
"""
lex = shlex.shlex(io.StringIO(TEXT))
lex.wordchars += ".-"
tokens = [(lex.lineno, t) for t in iter(lex.get_token, lex.eof)]
print(tokens[:8], len(tokens), lex.lineno)


def parse(text):
    lex = shlex.shlex(text, infile="conf", posix=True)
    lex.wordchars += ".-"
    out = {}
    while (t := lex.get_token()) is not None:
        if t != "server":
            raise ValueError(lex.error_leader() + f"expected server, not {t!r}")
        name, brace = lex.get_token(), lex.get_token()
        if brace != "{":
            raise ValueError(lex.error_leader() + f"expected {{, not {brace!r}")
        out[name] = conf = {}
        while (key := lex.get_token()) != "}":
            if key == ";":
                continue
            lex.get_token()
            values = [lex.get_token()]
            while (t := lex.get_token()) == ",":
                values.append(lex.get_token())
            lex.push_token(t)
            conf[key] = values if len(values) > 1 else values[0]
    return out


print(parse(TEXT))
for bad in ("client x {}", "server a\nserver"):
    try:
        parse(bad)
    except ValueError as e:
        print(e)
old = shlex.shlex("a 'b c' \"d\"'e' f-g")
print(list(old), list(shlex.shlex("a 'b c' \"d\"'e' f-g", posix=True)))
semi = shlex.shlex("a&&b||c;d>>e(f)", punctuation_chars=True)
print(list(semi))
