# The document type declaration, for xml.parsers.expat: entities and the defaults of attributes count, the rest is read over.

import re

from xml.parsers.expat import _NAME, _QUOTED, _reference

_S = "[ \t\n]+"
_id = "(SYSTEM%s(%s)|PUBLIC%s(%s)%s(%s))" % (_S, _QUOTED, _S, _QUOTED, _S, _QUOTED)
_head = re.compile("<!DOCTYPE%s(%s)(?:%s%s)?[ \t\n]*([[>])" % (_S, _NAME, _S, _id)).match
_part = re.compile("%s|%%(%s);|<!--.*?-->|<\\?.*?\\?>|<!(ENTITY|ELEMENT|ATTLIST|NOTATION)%s((?:[^\"'>]|%s)*)>" % (_S, _NAME, _S, _QUOTED), re.S).match
_close = re.compile("\\][ \t\n]*>").match
_entity = re.compile("(?:(%%)%s)?(%s)%s(?:(%s)|%s(?:%sNDATA%s(%s))?)[ \t\n]*$" % (_S, _NAME, _S, _QUOTED, _id, _S, _S, _NAME)).match
_default = re.compile("%s(%s)%s(?:[A-Z]+|(?:NOTATION[ \t\n]*)?\\([^)]*\\))%s(?:#REQUIRED|#IMPLIED|(?:#FIXED%s)?(%s))" % (_S, _NAME, _S, _S, _S, _QUOTED)).match
_token = re.compile("<!DOCTYPE|[ \t\n]+|%s|[^ \t\n\"'[>]+|[[>]" % _QUOTED).findall


def parse(parser, data, pos, final):
    """Reads a declaration at a place, and tells whether it was whole."""
    found = _head(data, pos)
    if not found:
        if final or ">" in data[pos:] or "[" in data[pos:]:
            parser._fail(2, pos)
        return False
    name, system, public = found.group(1), found.group(3) or found.group(5), found.group(4)
    parts, at = [], found.end()
    if found.group(6) == "[":
        while True:
            end = _close(data, at)
            if end:
                at = end.end()
                break
            part = _part(data, at)
            if not part:
                if final:
                    parser._fail(5 if at == len(data) else 4, at)
                return False
            parts.append(part)
            at = part.end()
    start = parser.StartDoctypeDeclHandler
    if start is not None:
        parser._flush()
        start(name, system and system[1:-1], public and public[1:-1], int(found.group(6) == "["))
    else:
        for text in _token(found.group()):
            parser._other(text)
    if system and parser._undeclared is not None:
        parser._undeclared = True
    for part in parts:
        _declare(parser, part)
    if parser.EndDoctypeDeclHandler is not None:
        parser._flush()
        parser.EndDoctypeDeclHandler()
    elif start is None and parts:
        parser._other("]")
        parser._other(">")
    parser._pos = at
    return True


def _declare(parser, part):
    text, kind, body = part.group(), part.group(2), part.group(3)
    if part.group(1) is not None:
        if parser._undeclared is not None:
            parser._undeclared = True
    elif text[:4] == "<!--" and parser.CommentHandler is not None:
        parser.CommentHandler(text[4:-3])
    elif kind == "ENTITY":
        _define(parser, body, part.start(3))
    elif kind == "ATTLIST":
        _defaults(parser, body, part.start(3))
    parser._other(text)


def _define(parser, body, at):
    found = _entity(body)
    if not found:
        parser._fail(4, at)
    parameter, name, value, external, system, public, other, notation = found.groups()
    system = (system or other or "")[1:-1] or None
    if value is not None:
        value, done, parts = value[1:-1], 0, []
        while True:
            start = value.find("&#", done)
            if start < 0:
                break
            number = _reference(value, start)
            if not number:
                parser._fail(4, at)
            parts += value[done:start], parser._number(number, at)
            done = number.end()
        value = "".join(parts) + value[done:]
    if parameter is None and name not in parser._entities and name not in parser._external:
        if external:
            parser._external[name] = notation
        else:
            parser._entities[name] = value
    if parser.EntityDeclHandler is not None:
        parser.EntityDeclHandler(name, int(parameter is not None), value, parser._base, system, public and public[1:-1], notation)


def _defaults(parser, body, at):
    name = re.match(_NAME, body)
    if not name:
        parser._fail(4, at)
    place = name.end()
    known = parser._defaults.setdefault(name.group(), [])
    while body[place:].strip():
        found = _default(body, place)
        if not found:
            parser._fail(4, at)
        if found.group(2) is not None and found.group(1) not in [key for key, value in known]:
            known.append((found.group(1), parser._value(found.group(2)[1:-1], at)))
        place = found.end()
