# The tokens of Python 3.13's source (docs.python.org, "Lexical analysis"), for CPython's module tokenize: what its C twin gives it.

import re
from token import *
from token import EXACT_TOKEN_TYPES

_OPERATORS = "|".join([re.escape(op) for op in sorted(EXACT_TOKEN_TYPES, key=lambda op: (-len(op), op))])
_PREFIX = "(?:[bB][rR]?|[rR][bB]?|[uU])?"
_DIGITS = "[0-9](?:_?[0-9])*"
_match = re.compile(
    "(?P<space>[ \\t\\f]+)|(?P<comment>#[^\\r\\n]*)|(?P<newline>\\r?\\n)|(?P<joined>\\\\\\r?\\n)"
    "|(?P<number>0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
    "|(?:%s\\.(?:%s)?|\\.%s)(?:[eE][-+]?%s)?[jJ]?|%s[eE][-+]?%s[jJ]?|%s[jJ]?)"
    "|(?P<f>(?:[fF][rR]?|[rR][fF])(?P<fquote>'''|\"\"\"|'|\"))|(?P<s>%s(?P<quote>'''|\"\"\"|'|\"))|(?P<name>\\w+)|(?P<op>%s)"
    % (_DIGITS, _DIGITS, _DIGITS, _DIGITS, _DIGITS, _DIGITS, _DIGITS, _PREFIX, _OPERATORS)).match
_ends = {
    "'": re.compile("(?:[^'\\\\\\r\\n]|\\\\\\r?\\n|\\\\.)*'").match, '"': re.compile("(?:[^\"\\\\\\r\\n]|\\\\\\r?\\n|\\\\.)*\"").match,
    "'''": re.compile("(?:[^\\\\]|\\\\.)*?'''", re.S).match, '"""': re.compile("(?:[^\\\\]|\\\\.)*?\"\"\"", re.S).match,
}
_indent = re.compile("[ \\t\\f]*").match
_CLOSING = {")": "(", "]": "[", "}": "{"}


class TokenizerIter:
    def __init__(self, readline, *, encoding=None, extra_tokens=False):
        self._readline, self._encoding, self._extra = readline, encoding, extra_tokens
        self._tokens = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._tokens is None:
            lines = []
            while True:
                try:
                    line = self._readline()
                except StopIteration:
                    break
                if not line:
                    break
                lines.append(line if self._encoding is None else line.decode(self._encoding))
            self._tokens = _Source("".join(lines), self._extra).tokens()
        return next(self._tokens)


class _Source:
    def __init__(self, text, extra):
        self.text, self.extra, self.pos, self.number, self.start = text, extra, 0, 1, 0
        self.opened = []  # brackets: what opened them, their line
        self.strings = []  # f-strings: quote, depth of brackets, raw, depth of brackets where a format stands

    def fail(self, message, at=None, kind=SyntaxError):
        at = self.pos if at is None else at
        raise kind(message, ("<string>", self.number, at - self.start + 1, self.text[self.start:].split("\n", 1)[0], self.number, at - self.start + 1))

    def token(self, kind, end, text=None):
        # What stands between here and end. Goes there.
        source = self.text
        first, first_start, pos = self.number, self.start, self.pos
        string = source[pos:end]
        newlines = string.count("\n")
        if newlines and kind not in (NEWLINE, NL):
            self.number += newlines
            self.start = source.rfind("\n", 0, end) + 1
        line_end = source.find("\n", max(end - (string[-1:] == "\n"), self.start))
        self.pos = end
        return (kind, string if text is None else text, (first, pos - first_start), (self.number, end - self.start),
                source[first_start:line_end + 1 if line_end >= 0 else len(source)])

    def next_line(self):
        self.number += 1
        self.start = self.pos

    def tokens(self):
        text, size = self.text, len(self.text)
        indents, narrow, fresh, content = [0], [0], True, False
        while self.pos < size:
            if fresh:
                fresh = False
                width, thin = self.width()
                end = _indent(text, self.pos).end()
                rest = text[end:end + 1]
                if rest == "" and end >= size:
                    break
                blank = rest == "#" or rest == "\n" or text[end:end + 2] == "\r\n"
                if not blank and rest != "\\" or (rest == "\\" and not re.compile("\\\\\\r?\\n").match(text, end)):
                    mixed = "inconsistent use of tabs and spaces in indentation"
                    if width > indents[-1]:
                        if thin <= narrow[-1]:
                            self.fail(mixed, end, TabError)
                        indents.append(width)
                        narrow.append(thin)
                        yield self.token(INDENT, end)
                    elif width < indents[-1]:
                        if width not in indents:
                            self.pos = end
                            self.fail("unindent does not match any outer indentation level", None, IndentationError)
                        self.pos = end
                        while width < indents[-1]:
                            indents.pop()
                            narrow.pop()
                            yield self.token(DEDENT, end)
                    if thin != narrow[-1]:
                        self.fail(mixed, end, TabError)
                self.pos = end
                content = not blank
                continue
            if self.strings and self.in_text():
                yield from self.middle()
                continue
            found = _match(text, self.pos)
            if found is None or found.lastgroup == "name" and not found.group().isidentifier():
                yield self.strange()
                continue
            group, end = found.lastgroup, found.end()
            if group == "quote":
                group = "s"
            elif group == "fquote":
                group = "f"
            if group == "space":
                self.pos = end
            elif group == "comment":
                if self.extra:
                    yield self.token(COMMENT, end)
                    if end == size and not self.opened:
                        yield self.ended(NEWLINE if content else NL)
                        content = False
                self.pos = end
            elif group == "joined":
                self.pos = end
                self.next_line()
                if end == size:
                    self.fail("unexpected EOF while parsing", end)
            elif group == "newline":
                if self.opened or not content:
                    if self.extra:
                        yield self.token(NL, end)
                else:
                    yield self.token(NEWLINE, end, None if self.extra else "")
                self.pos = end
                self.next_line()
                if not self.opened:
                    fresh, content = True, False
            elif group == "number":
                self.check_number(end)
                yield self.token(NUMBER, end)
            elif group == "s":
                quote = found.group("quote")
                yield self.token(STRING, self.string_end(quote, end))
            elif group == "f":
                prefix = found.group("f")
                self.strings.append([found.group("fquote"), len(self.opened), "r" in prefix.lower(), []])
                yield self.token(FSTRING_START, end)
            elif group == "name":
                yield self.token(NAME, end)
            else:
                op = found.group()
                if self.strings:
                    op = self.in_field(op)
                    end = self.pos + len(op)
                kind = OP if self.extra else EXACT_TOKEN_TYPES[op]
                self.bracket(op)
                yield self.token(kind, end)
        if self.strings:
            quote = self.strings[-1][0]
            self.fail("unterminated triple-quoted f-string literal (detected at line %d)" % self.number if len(quote) == 3 else
                      "unterminated f-string literal (detected at line %d)" % self.number)
        if self.opened:
            self.fail("unexpected EOF in multi-line statement")
        if content and not fresh:
            yield self.ended(NEWLINE)
        if text and self.start < size:
            self.number += 1
        for _ in indents[1:]:
            yield DEDENT, "", (self.number, 0), (self.number, 0), ""
        yield ENDMARKER, "", (self.number, 0), (self.number, 0), ""

    def width(self):
        # How far a line is indented, with tabs of eight columns and of one.
        width, thin, at = 0, 0, self.pos
        while at < len(self.text):
            char = self.text[at]
            if char == " ":
                width += 1
            elif char == "\t":
                width = (width // 8 + 1) * 8
            elif char == "\f":
                width, thin = 0, -1
            else:
                break
            thin += 1
            at += 1
        return width, thin

    def ended(self, kind):
        # The end of a last line without a newline.
        column = len(self.text) - self.start
        return kind, "", (self.number, column), (self.number, column + 1), self.text[self.start:] if kind == NL or self.extra else ""

    def strange(self):
        char = self.text[self.pos]
        if char in "'\"":
            self.fail("unterminated string literal (detected at line %d)" % self.number)
        if char == "\\":
            self.fail("unexpected character after line continuation character", self.pos + 1)
        if self.extra:  # which is for tools, that look at anything
            return self.token(OP if char < "\x80" else NAME, self.pos + 1)
        self.fail("invalid non-printable character U+%04X" % ord(char) if not char.isprintable() else "invalid character '%s' (U+%04X)" % (char, ord(char)))

    def check_number(self, end):
        found = re.compile("\\w+").match(self.text, end)
        text = self.text[self.pos:end]
        if not found or found.group() in ("and", "else", "for", "if", "in", "is", "not", "or"):
            if not self.extra and text[0] == "0" and text.isdigit() and text.strip("0"):
                self.fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
            return
        if self.extra and found.group()[0] != "_" and text != "0":
            return
        kind = {"x": "hexadecimal", "o": "octal", "b": "binary"}.get(text[1:2].lower(), "decimal") if text[0] == "0" else "decimal"
        if text[-1] in "jJ":
            kind = "imaginary"
        self.fail("invalid %s literal" % kind, end - 1)

    def string_end(self, quote, start):
        found = _ends[quote](self.text, start)
        if found:
            return found.end()
        if len(quote) == 3:
            last = self.number + self.text.count("\n", start)
            if self.text[-1] == "\n":
                last -= 1
            self.fail("unterminated triple-quoted string literal (detected at line %d)" % last)
        self.fail("unterminated string literal (detected at line %d)" % self.number)

    def bracket(self, op):
        if op in ("(", "[", "{"):
            self.opened.append((op, self.number))
        elif op in _CLOSING:
            if self.extra:
                self.opened = self.opened[:-1]
                return
            if not self.opened:
                self.fail("unmatched '%s'" % op)
            opening, line = self.opened.pop()
            if opening != _CLOSING[op]:
                where = " on line %d" % line if line != self.number else ""
                self.fail("closing parenthesis '%s' does not match opening parenthesis '%s'%s" % (op, opening, where))

    # --- f-strings -----------------------------------------------------------------------------------------

    def in_text(self):
        # Whether the text of a string, or of a format, goes on here.
        quote, depth, raw, formats = self.strings[-1]
        return len(self.opened) == depth or bool(formats) and formats[-1] == len(self.opened)

    def in_field(self, op):
        # An operator in a replacement field: a colon begins a format, and some operators are only their first character.
        quote, depth, raw, formats = self.strings[-1]
        if len(self.opened) <= depth:
            return op
        inner = len(self.opened) == (formats[-1] if formats else depth) + 1
        if inner and op[0] == ":":
            formats.append(len(self.opened))
            return ":"
        if inner and op[0] == "!" and op != "!=":
            return "!"
        if op == "}" and formats and formats[-1] == len(self.opened):
            formats.pop()
        return op

    def middle(self):
        # Text up to a field, or to the end.
        text, state = self.text, self.strings[-1]
        quote, depth, raw, formats = state
        in_format = bool(formats) and formats[-1] == len(self.opened)
        at = self.pos
        while at < len(text):
            char = text[at]
            if char == "{" or char == "}":
                if text[at + 1:at + 2] == char and not (in_format and char == "}") and not in_format:
                    yield self.token(FSTRING_MIDDLE, at + 1)
                    self.pos = at = at + 2
                    continue
                break
            if char == "\\" and not raw and text[at + 1:at + 3] == "N{" and not in_format:
                end = text.find("}", at)
                at = end + 1 if end >= 0 else at + 1
                yield self.token(FSTRING_MIDDLE, at)
                continue
            if char == "\\" and text[at + 1:at + 2] not in ("{", "}"):
                at += 2
                continue
            if in_format and char == "\n" and len(quote) == 1:
                break
            if text.startswith(quote, at):
                break
            if char == "\n" and len(quote) == 1:
                self.fail("unterminated f-string literal (detected at line %d)" % self.number)
            at += 1
        if at >= len(text):
            self.fail("unterminated %sf-string literal (detected at line %d)" % ("triple-quoted " if len(quote) == 3 else "", self.number))
        if at > self.pos or in_format and text[at] == "}":
            yield self.token(FSTRING_MIDDLE, at)
        if text[at] == "{":
            self.bracket("{")
            yield self.token(OP if self.extra else LBRACE, at + 1)
        elif in_format:
            if text[at] != "}":
                self.fail("f-string: expecting '}'", at)
            formats.pop()
            self.bracket("}")
            yield self.token(OP if self.extra else RBRACE, at + 1)
        elif text[at] == "}":
            self.fail("f-string: single '}' is not allowed", at)
        else:
            self.strings.pop()
            yield self.token(FSTRING_END, at + len(quote))
