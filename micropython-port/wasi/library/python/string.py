# Constants and templates for text.

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable", "punctuation",
    "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class _Pattern:
    # A template's pattern is compiled when it is first asked for: most programs that import string need none.
    def __get__(self, instance, cls):
        import re

        pattern = cls.__dict__.get("_pattern")
        if pattern is None:
            delim, id, bid = re.escape(cls.delimiter), cls.idpattern, cls.braceidpattern or cls.idpattern
            pattern = cls._pattern = re.compile(
                r"%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))" % (delim, delim, id, bid), cls.flags | re.VERBOSE)
        return pattern


class Template:
    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2  # re.IGNORECASE
    pattern = _Pattern()

    def __init_subclass__(cls):
        import re

        super().__init_subclass__()
        pattern = cls.__dict__.get("pattern")
        if isinstance(pattern, str):
            cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)
        elif pattern is None:
            cls.pattern = _Pattern()

    def __init__(self, template):
        self.template = template

    def _invalid(self, mo):
        i = mo.start("invalid")
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            colno = lineno = 1
        else:
            colno = i - len("".join(lines[:-1]))
            lineno = len(lines)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (lineno, colno))

    def _substitute(self, mapping, kws, safe):
        if kws:
            both = dict(mapping)
            both.update(kws)
            mapping = both

        def convert(mo):
            named = mo.group("named") or mo.group("braced")
            if named is not None:
                if not safe:
                    return str(mapping[named])
                try:
                    return str(mapping[named])
                except KeyError:
                    return mo.group()
            if mo.group("escaped") is not None:
                return self.delimiter
            if mo.group("invalid") is not None:
                return mo.group() if safe else self._invalid(mo)
            raise ValueError("Unrecognized named group in pattern", self.pattern)

        return self.pattern.sub(convert, self.template)

    def substitute(self, mapping={}, **kws):
        return self._substitute(mapping, kws, False)

    def safe_substitute(self, mapping={}, **kws):
        return self._substitute(mapping, kws, True)

    def _names(self):
        for mo in self.pattern.finditer(self.template):
            yield mo, mo.group("named") or mo.group("braced")

    def is_valid(self):
        for mo, named in self._names():
            if mo.group("invalid") is not None:
                return False
            if named is None and mo.group("escaped") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        return True

    def get_identifiers(self):
        ids = []
        for mo, named in self._names():
            if named is not None and named not in ids:
                ids.append(named)
            elif named is None and mo.group("invalid") is None and mo.group("escaped") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        return ids


# --- Formatter ---------------------------------------------------------------------------------------


def _parse_field(text, i):
    # A field, after its brace: what it holds, and the place behind its end.
    depth, begin = 1, i
    while i < len(text):
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
            if depth == 0:
                return text[begin:i], i + 1
        elif text[i] == "[" and depth == 1 and ":" not in text[begin:i] and "!" not in text[begin:i]:
            end = text.find("]", i)
            if end < 0:
                raise ValueError("expected '}' before end of string")
            i = end
        i += 1
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    in_brackets = False
    for i, c in enumerate(field):
        if c == "[":
            in_brackets = True
        elif c == "]":
            in_brackets = False
        elif c == ":" and not in_brackets:
            return field[:i], field[i + 1:], None
        elif c == "!" and not in_brackets:
            if i + 1 >= len(field):
                raise ValueError("end of string while looking for conversion specifier")
            conversion, rest = field[i + 1], field[i + 2:]
            if rest and rest[0] != ":":
                raise ValueError("expected ':' after conversion specifier")
            return field[:i], rest[1:], conversion
    return field, "", None


def _parse_format(text):
    literal, i = "", 0
    while i < len(text):
        c = text[i]
        if c in "{}" and text[i + 1:i + 2] == c:
            literal += c
            i += 2
            yield literal, None, None, None
            literal = ""
        elif c == "}":
            raise ValueError("Single '}' encountered in format string")
        elif c == "{":
            if i + 1 == len(text):
                raise ValueError("Single '{' encountered in format string")
            field, i = _parse_field(text, i + 1)
            name, spec, conversion = _split_field(field)
            yield literal, name, spec, conversion
            literal = ""
        else:
            literal += c
            i += 1
    if literal:
        yield literal, None, None, None


def _split_name(name):
    # The first part of a field's name, and the attributes and items that follow.
    i = 0
    while i < len(name) and name[i] not in ".[":
        i += 1
    first, rest = name[:i], []
    while i < len(name):
        if name[i] == ".":
            j = i + 1
            while j < len(name) and name[j] not in ".[":
                j += 1
            is_attr, key = True, name[i + 1:j]
            i = j
        elif name[i] == "[":
            j = name.find("]", i)
            if j < 0:
                raise ValueError("Missing ']' in format string")
            is_attr, key = False, name[i + 1:j]
            i = j + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
        rest.append((is_attr, int(key) if not is_attr and key.isdigit() else key))
    return int(first) if first.isdigit() else first, rest


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            first, _ = _split_name(field)
            if first == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field = str(auto_arg_index) + field
                auto_arg_index += 1
            elif isinstance(first, int):
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            obj, used = self.get_field(field, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier %s" % conversion)

    def parse(self, format_string):
        return _parse_format(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_name(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, key in rest:
            obj = getattr(obj, key) if is_attr else obj[key]
        return obj, first
