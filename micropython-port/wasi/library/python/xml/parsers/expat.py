# XML 1.0 with namespaces, not validated: what programs see of CPython's pyexpat (docs.python.org, "xml.parsers.expat"), with the errors
# and their places as Expat tells them. External entities are never read.

import re

__all__ = ["ParserCreate", "ExpatError", "error", "ErrorString", "XMLParserType", "XML_PARAM_ENTITY_PARSING_NEVER", "errors"]

XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = 0, 1, 2
native_encoding = "UTF-8"


class ExpatError(Exception):
    pass


error = ExpatError

_messages = {
    2: "syntax error", 3: "no element found", 4: "not well-formed (invalid token)", 5: "unclosed token", 7: "mismatched tag",
    8: "duplicate attribute", 9: "junk after document element", 11: "undefined entity", 12: "recursive entity reference",
    13: "asynchronous entity", 14: "reference to invalid character number", 15: "reference to binary entity",
    16: "reference to external entity in attribute", 17: "XML or text declaration not at start of entity", 18: "unknown encoding",
    20: "unclosed CDATA section", 27: "unbound prefix", 28: "must not undeclare prefix", 30: "XML declaration not well-formed",
    36: "parsing finished", 38: "reserved prefix (xml) must not be undeclared or bound to another namespace name",
    39: "reserved prefix (xmlns) must not be declared or undeclared", 40: "prefix must not be bound to one of the reserved namespace names",
    43: "limit on input amplification factor (from DTD and entities) breached",
}


class errors:
    # Messages by name, and codes by message, of what this parser tells.
    codes = {message: code for code, message in _messages.items()}
    messages = _messages
    XML_ERROR_SYNTAX = _messages[2]
    XML_ERROR_NO_ELEMENTS = _messages[3]
    XML_ERROR_INVALID_TOKEN = _messages[4]
    XML_ERROR_UNCLOSED_TOKEN = _messages[5]
    XML_ERROR_TAG_MISMATCH = _messages[7]
    XML_ERROR_DUPLICATE_ATTRIBUTE = _messages[8]
    XML_ERROR_JUNK_AFTER_DOC_ELEMENT = _messages[9]
    XML_ERROR_UNDEFINED_ENTITY = _messages[11]
    XML_ERROR_UNKNOWN_ENCODING = _messages[18]
    XML_ERROR_UNBOUND_PREFIX = _messages[27]
    XML_ERROR_FINISHED = _messages[36]


def ErrorString(code):
    return _messages.get(code)


_FIRST = ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
_NAME = "[%s][-.0-9\xB7\u0300-\u036F\u203F\u2040%s]*" % (_FIRST, _FIRST)
_QUOTED = "(?:\"[^\"]*\"|'[^']*')"
_name = re.compile(_NAME).match
_space = re.compile("[ \t\n]*").match
_start = re.compile("<(%s)((?:[ \t\n]+%s[ \t\n]*=[ \t\n]*(?:\"[^\"<]*\"|'[^'<]*'))*)[ \t\n]*(/?)>" % (_NAME, _NAME)).match
_end = re.compile("</(%s)[ \t\n]*>" % _NAME).match
_attribute = re.compile("[ \t\n]+(%s)[ \t\n]*=[ \t\n]*(?:\"([^\"]*)\"|'([^']*)')" % _NAME)
_characters = re.compile("[^<&]+").match
_reference = re.compile("&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|(%s));" % _NAME).match
_instruction = re.compile("<\\?(%s)(?:[ \t\n]+(.*?))?\\?>" % _NAME, re.S).match
_declaration = re.compile("<\\?xml" + "".join(["(?:[ \t\n]+%s[ \t\n]*=[ \t\n]*(%s))?" % (key, _QUOTED) for key in ("version", "encoding", "standalone")]) + "[ \t\n]*").match
_torn = re.compile("&(?:#(?:[0-9]*|x[0-9A-Fa-f]*)|(?:%s)?)" % _NAME).match
_bad = re.compile(r"[\x00-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]").search
_PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_XML, _XMLNS = "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/"
_PROLOG, _CONTENT, _EPILOG = 0, 1, 2


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    if namespace_separator is not None and len(namespace_separator) > 1:
        raise ValueError("namespace_separator must be at most one character, omitted, or None")
    return XMLParserType(encoding, namespace_separator)


_HANDLERS = (
    "StartElementHandler", "EndElementHandler", "CharacterDataHandler", "CommentHandler", "ProcessingInstructionHandler", "DefaultHandler",
    "DefaultHandlerExpand", "StartNamespaceDeclHandler", "EndNamespaceDeclHandler", "StartCdataSectionHandler", "EndCdataSectionHandler",
    "StartDoctypeDeclHandler", "EndDoctypeDeclHandler", "EntityDeclHandler", "XmlDeclHandler",
)


class XMLParserType:
    __slots__ = _HANDLERS + (
        "buffer_text", "buffer_size", "ordered_attributes", "specified_attributes", "namespace_prefixes", "ErrorCode", "_encoding", "_separator",
        "_decoder", "_raw", "_data", "_pos", "_line", "_column", "_event", "_state", "_stack", "_spaces", "_text", "_entities", "_external",
        "_expanding", "_expanded", "_fed", "_undeclared", "_defaults", "_first", "_finished", "_base", "_return",
    )

    def __init__(self, encoding, separator):
        for name in _HANDLERS:
            setattr(self, name, None)
        self.buffer_text = self.ordered_attributes = self.specified_attributes = self.namespace_prefixes = False
        self.buffer_size, self.ErrorCode = 8192, 0
        self._encoding, self._separator, self._decoder, self._raw, self._base = encoding, separator, None, b"", None
        self._data, self._pos, self._line, self._column, self._event = "", 0, 1, 0, 0
        self._state, self._stack, self._spaces, self._text = _PROLOG, [], {"xml": _XML}, []
        self._entities, self._external, self._expanding, self._expanded, self._fed = dict(_PREDEFINED), {}, [], 0, 0
        self._undeclared, self._defaults, self._first, self._finished, self._return = False, {}, True, False, False

    # --- Places and errors ---------------------------------------------------------------------------

    def _place(self):
        before = self._expanding[0][1] if self._expanding else self._data
        before = before[:self._event]
        lines = before.count("\n")
        return self._line + lines, len(before) - before.rfind("\n") - 1 if lines else self._column + len(before)

    def _fail(self, code, at=None):
        if at is not None and not self._expanding:
            self._event = at
        self.ErrorCode = code
        self._finished = True
        line, column = self._place()
        exc = ExpatError("%s: line %d, column %d" % (_messages[code], line, column))
        exc.code, exc.lineno, exc.offset = code, line, column
        raise exc

    CurrentLineNumber = ErrorLineNumber = property(lambda self: self._place()[0])
    CurrentColumnNumber = ErrorColumnNumber = property(lambda self: self._place()[1])

    # --- Input -----------------------------------------------------------------------------------------

    def Parse(self, data, isfinal=False, /):
        if self._finished:
            self._event = len(self._data)
            self._fail(36)
        if isinstance(data, str):
            text = data
        else:
            text = self._decode(bytes(data), isfinal)
        self._fed += len(text)
        if self._return and text[:1] != "\n":
            text = "\n" + text
        elif self._return:
            self._return = False
        if "\r" in text:
            self._return = text[-1] == "\r" and not isfinal
            text = text[:len(text) - self._return].replace("\r\n", "\n").replace("\r", "\n")
        else:
            self._return = False
        if self._first and not self._data and text[:1] == "\uFEFF":
            text = text[1:]
        found = _bad(text)
        self._data += text[:found.start()] if found else text
        while self._pos < len(self._data) and self._step(isfinal and not found):
            pass
        if found:
            self._fail(4, len(self._data))
        if isfinal and self._pos < len(self._data):
            self._fail(5, self._pos)
        self._event = self._pos
        self._flush()
        if isfinal and self._state != _EPILOG:
            self._fail(3)
        self._line, self._column = self._place()
        self._data, self._pos, self._event = self._data[self._pos:], 0, 0
        self._finished = bool(isfinal)
        return 1

    def ParseFile(self, file):
        while True:
            data = file.read(65536)
            self.Parse(data, not data)
            if not data:
                return 1

    def _decode(self, data, final):
        if self._decoder is None:
            self._raw += data
            data = self._raw
            if not final and (len(data) < 4 or (data[:5] == b"<?xml"[:len(data)] and b"?>" not in data)):
                return ""
            self._raw = b""
            self._decoder = self._choose(data)
            if data[:3] == b"\xEF\xBB\xBF":
                data = data[3:]
        try:
            return self._decoder.decode(data, final)
        except UnicodeDecodeError as exc:
            self._data += exc.object[:exc.start].decode(exc.encoding)
            while self._pos < len(self._data) and self._step(False):
                pass
            self._fail(4, len(self._data))

    def _choose(self, data):
        import codecs

        name = self._encoding
        if name is None:
            if data[:2] in (b"\xFE\xFF", b"\xFF\xFE"):
                name = "utf-16"
            elif data[:2] in (b"<\0", b"\0<"):
                name = "utf-16-le" if data[1] == 0 else "utf-16-be"
            else:
                found = re.match(b"<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']", data)
                name = found.group(1).decode() if found else "utf-8"
        try:
            return codecs.getincrementaldecoder(name)()
        except LookupError:
            self._data = data.decode("latin-1")
            self._fail(18, found.start(1) if self._encoding is None else 0)

    def _rest(self, final, at=None):
        # The token may not be whole yet.
        if final:
            self._fail(5, self._pos if at is None else at)
        return False

    # --- Events ----------------------------------------------------------------------------------------

    def _emit(self, text):
        if self.CharacterDataHandler is None:
            self._other(text)
        elif self.buffer_text:
            self._text.append(text)
        else:
            self.CharacterDataHandler(text)

    def _flush(self):
        if self._text:
            text = "".join(self._text)
            self._text.clear()
            if self.CharacterDataHandler is not None:
                self.CharacterDataHandler(text)

    def _other(self, text):
        handler = self.DefaultHandlerExpand or self.DefaultHandler
        if handler is not None:
            self._flush()
            handler(text)

    def _call(self, handler, whole, *args):
        if handler is None:
            self._other(whole)
        else:
            self._flush()
            handler(*args)

    # --- Tokens ------------------------------------------------------------------------------------------

    def _step(self, final):
        # Deals with the next token. Whether it was whole.
        data, pos = self._data, self._pos
        self._event = pos if not self._expanding else self._event
        first = data[pos]
        if first == "<":
            found = _start(data, pos)
            if found:
                if self._state == _EPILOG:
                    self._fail(9, pos)
                self._open(found)
                done = True
            else:
                found = _end(data, pos)
                if not found:
                    done = self._markup(data, pos, final)
                    self._first = False
                    return done
                if self._state != _CONTENT:
                    self._fail(9 if self._state == _EPILOG else 4, pos if self._state == _EPILOG else pos + 1)
                self._close(found.group(1), pos + 2)
            self._pos = found.end()
        elif self._state != _CONTENT:
            end = _space(data, pos).end()
            if end == pos:
                found = _name(data, pos)
                if self._state == _EPILOG:
                    self._fail(9, pos)
                elif found is None or found.end() < len(data) and data[found.end()] not in " \t\n>),|[%?*+":
                    self._fail(4, found.end() if found else pos)
                self._fail(2, pos)
            self._other(data[pos:end])
            self._pos = end
        elif first == "&":
            return self._refer(data, pos, final)
        else:
            text = _characters(data, pos).group()
            wrong = text.find("]]>")
            if wrong >= 0:
                self._fail(4, pos + wrong + 2)
            if not final and pos + len(text) == len(data) and text[-1] == "]":
                text = text.rstrip("]")
                if not text:
                    return False
            self._emit(text)
            self._pos = pos + len(text)
        self._first = False
        return True

    def _markup(self, data, pos, final):
        two = data[pos:pos + 9]
        if two[:4] == "<!--":
            end = data.find("--", pos + 4)
            if end < 0 or end + 2 >= len(data):
                return self._rest(final)
            if data[end + 2] != ">":
                self._fail(4, end + 2)
            self._call(self.CommentHandler, data[pos:end + 3], data[pos + 4:end])
            self._pos = end + 3
        elif two[:2] == "<?":
            end = data.find("?>", pos)
            if end < 0:
                return self._rest(final)
            found = _instruction(data, pos)
            if not found:
                self._fail(4, pos + 2)
            self._pos = found.end()
            name = found.group(1)
            if name.lower() == "xml":
                self._declare(found, pos)
            else:
                self._call(self.ProcessingInstructionHandler, found.group(), name, found.group(2) or "")
        elif two == "<![CDATA[" and self._state == _CONTENT:
            end = data.find("]]>", pos)
            if end < 0:
                if final:
                    self._fail(20, len(data))
                return False
            self._call(self.StartCdataSectionHandler, two)
            if end > pos + 9:
                self._emit(data[pos + 9:end])
            self._call(self.EndCdataSectionHandler, "]]>")
            self._pos = end + 3
        elif two == "<!DOCTYPE" and self._state == _PROLOG:
            from xml.parsers import _doctype

            return _doctype.parse(self, data, pos, final)
        elif len(two) == 1 or (len(two) < 9 and any([known.startswith(two) for known in ("<!--", "<![CDATA[", "<!DOCTYPE")])):
            return self._rest(final)
        else:
            return self._torn(data, pos, final)
        return True

    def _declare(self, found, pos):
        if not self._first or self._expanding:
            self._fail(17, pos)
        known = _declaration(found.group())
        if known.end() != len(found.group()) - 2 or not known.group(1) or known.group(3) and known.group(3)[1:-1] not in ("yes", "no"):
            self._fail(30, pos + known.end())
        version, encoding, standalone = [text and text[1:-1] for text in known.groups()]
        if standalone == "yes":
            self._undeclared = None
        self._call(self.XmlDeclHandler, found.group(), version, encoding, -1 if standalone is None else int(standalone == "yes"))

    def _torn(self, data, pos, final):
        # A tag that is not right, or not whole.
        at = pos + 1
        if data[at] == "!":
            self._fail(4, at + 1)
        closing = data[at:at + 1] == "/"
        at += closing
        found = _name(data, at)
        if found is None:
            return self._rest(final) if at == len(data) else self._fail(9 if self._state == _EPILOG else 4, pos if self._state == _EPILOG else at)
        at = found.end()
        while True:
            after = _space(data, at).end()
            if after == len(data):
                return self._rest(final)
            if closing or data[after] == "/":
                if not closing and after + 1 == len(data):
                    return self._rest(final)
                self._fail(4, after + (not closing))
            found = _name(data, after)
            if after == at or found is None:
                self._fail(4, after)
            at = _space(data, found.end()).end()
            if data[at:at + 1] == "=":
                at = _space(data, at + 1).end()
                quote = data[at:at + 1]
                if quote and quote not in "\"'":
                    self._fail(4, at)
            elif at < len(data):
                self._fail(4, at)
            end = data.find(quote, at + 1) if at < len(data) else -1
            wrong = data.find("<", at, end if end >= 0 else len(data))
            if wrong >= 0:
                self._fail(4, wrong)
            if end < 0:
                return self._rest(final)
            at = end + 1

    # --- Elements ----------------------------------------------------------------------------------------

    def _open(self, found):
        name, attributes, empty = found.groups()
        pairs = []
        if attributes:
            offset = found.start(2)
            for one in _attribute.finditer(attributes):
                value = one.group(2)
                which = 2
                if value is None:
                    value = one.group(3)
                    which = 3
                if "&" in value:
                    value = self._value(value, offset + one.start(which))
                elif "\n" in value or "\t" in value:
                    value = value.replace("\n", " ").replace("\t", " ")
                pairs.append((one.group(1), value, offset + one.start(1)))
            if len(pairs) > 1 and len({one[0] for one in pairs}) < len(pairs):
                self._twice(pairs)
        if name in self._defaults and not self.specified_attributes:
            there = [one[0] for one in pairs]
            pairs += [(key, value, None) for key, value in self._defaults[name] if key not in there]
        before, full, new = self._spaces, name, ()
        if self._separator is not None:
            full, pairs, new = self._bind(name, pairs)
        self._state = _CONTENT
        self._stack.append((name, full, before, new))
        if self.StartElementHandler is None:
            self._other(found.group())
        else:
            self._flush()
            if self.ordered_attributes:
                self.StartElementHandler(full, [part for pair in pairs for part in pair[:2]])
            else:
                self.StartElementHandler(full, {pair[0]: pair[1] for pair in pairs})
        if empty:
            self._close(name, None)

    def _twice(self, pairs):
        seen = set()
        for name, value, at in pairs:
            if name in seen:
                self._fail(8, at)
            seen.add(name)

    def _bind(self, name, pairs):
        new, kept = [], []
        for pair in pairs:
            key, value, at = pair
            if key == "xmlns" or key.startswith("xmlns:"):
                prefix = key[6:] or None
                if prefix == "xmlns":
                    self._fail(39)
                if (prefix == "xml") != (value == _XML):
                    self._fail(38 if prefix == "xml" else 40)
                if value == _XMLNS:
                    self._fail(40)
                if prefix and not value:
                    self._fail(28)
                if not new:
                    self._spaces = dict(self._spaces)
                self._spaces[prefix] = value
                new.append(prefix)
                if self.StartNamespaceDeclHandler is not None:
                    self._flush()
                    self.StartNamespaceDeclHandler(prefix, value or None)
            else:
                kept.append(pair)
        full = self._qualified(name, self._spaces.get(None))
        if any([":" in pair[0] for pair in kept]):
            kept = [(self._qualified(key, None), value, None) for key, value, at in kept]
            self._twice(kept)
        return full, kept, new

    def _qualified(self, name, uri):
        prefix, colon, local = name.partition(":")
        if colon:
            uri = self._spaces.get(prefix)
            if uri is None:
                self._fail(27)
        else:
            local = name
        if not uri:
            return name
        full = uri + self._separator + local
        return full + self._separator + prefix if colon and self.namespace_prefixes else full

    def _close(self, name, at):
        if not self._stack or (self._expanding and len(self._stack) <= self._expanding[-1][3]):
            self._fail(13, at)
        known, full, before, new = self._stack[-1]
        if known != name:
            self._fail(7, at)
        self._stack.pop()
        if self.EndElementHandler is not None:
            self._flush()
            self.EndElementHandler(full)
        elif at is not None:
            self._other("</%s>" % name)
        self._spaces = before
        if new and self.EndNamespaceDeclHandler is not None:
            self._flush()
            for prefix in reversed(new):
                self.EndNamespaceDeclHandler(prefix)
        if not self._stack:
            self._state = _EPILOG

    # --- References --------------------------------------------------------------------------------------

    def _number(self, found, at):
        number = int(found.group(1)) if found.group(1) else int(found.group(2), 16)
        if number > 0x10FFFF or _bad(chr(number)):
            self._fail(14, at)
        return chr(number)

    def _refer(self, data, pos, final):
        found = _reference(data, pos)
        if not found:
            end = _torn(data, pos).end()
            return self._rest(final) if end == len(data) else self._fail(4, end)
        self._pos = found.end()
        name = found.group(3)
        if name is None:
            self._emit(self._number(found, pos))
        elif name in _PREDEFINED:
            self._emit(_PREDEFINED[name])
        elif name in self._entities and (self.DefaultHandler is None or self.DefaultHandlerExpand is not None):
            self._include(name, self._entities[name], pos)
        elif name in self._entities or name in self._external or self._undeclared:
            if self._external.get(name):
                self._fail(15, pos)
            self._other(found.group())
        else:
            self._fail(11, pos)
        return True

    def _include(self, name, text, pos):
        if any([name == one[0] for one in self._expanding]):
            self._fail(12, pos)
        self._spend(len(text), pos)
        self._expanding.append((name, self._data, self._pos, len(self._stack)))
        self._data, self._pos = text, 0
        while self._pos < len(self._data):
            self._step(True)
        if len(self._stack) != self._expanding[-1][3]:
            self._fail(13, pos)
        name, self._data, self._pos, depth = self._expanding.pop()

    def _spend(self, count, at):
        # Entities of entities may stand for much: Expat's limit.
        self._expanded += count
        if self._expanded > 8 << 20 and self._expanded > 100 * self._fed:
            self._fail(43, at)

    def _value(self, text, at, within=()):
        # The value of an attribute with its references, which are at this place.
        parts, done = [], 0
        while True:
            start = text.find("&", done)
            if start < 0:
                parts.append(text[done:].replace("\n", " ").replace("\t", " "))
                return "".join(parts)
            parts.append(text[done:start].replace("\n", " ").replace("\t", " "))
            place = at if within else at + start
            found = _reference(text, start)
            if not found:
                self._fail(4, place + _torn(text, start).end() - start)
            name = found.group(3)
            if name is None:
                parts.append(self._number(found, place))
            elif name in _PREDEFINED:
                parts.append(_PREDEFINED[name])
            elif name in self._entities:
                if name in within:
                    self._fail(12)
                self._spend(len(self._entities[name]), place)
                if "<" in self._entities[name]:
                    self._fail(4, place)
                parts.append(self._value(self._entities[name], place, within + (name,)))
            elif name in self._external:
                self._fail(16, place)
            elif not self._undeclared:
                self._fail(11)
            done = found.end()

    # --- The rest of the interface -----------------------------------------------------------------------

    def GetReparseDeferralEnabled(self):
        return False

    def SetReparseDeferralEnabled(self, enabled, /):
        pass  # a token is always parsed as soon as it is whole

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return self._base
