# The Unicode Character Database 15.1, as far as _unidata has it: categories, widths, combining classes, decompositions. Each table is
# unpacked when it is asked for first. Names are those of "\N{...}".

from bisect import bisect_right

__all__ = [
    "category", "combining", "decimal", "decomposition", "digit", "east_asian_width", "is_normalized", "lookup", "name", "normalize", "numeric",
    "unidata_version",
]

unidata_version = "15.1.0"

_runs = {}  # name of a table -> starts, values
_classes = None
_pages = None  # number -> decoded page, or (where, size) of one
_pairs = None

_PAIRS = 30
_S, _L, _V, _T = 0xAC00, 0x1100, 0x1161, 0x11A7  # Hangul: syllables, and the three kinds of their parts


def _code(character):
    if not isinstance(character, str) or len(character) != 1:
        raise TypeError("argument must be a unicode character, not %s" % (type(character).__name__ if not isinstance(character, str) else "a string of length %d" % len(character)))
    return ord(character)


def _number(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _run(table, code):
    runs = _runs.get(table)
    if runs is None:
        import _unidata

        data = getattr(_unidata, table)
        starts, values = [], bytearray()
        at = start = 0
        while at < len(data):
            byte = data[at]
            at += 1
            starts.append(start)
            values.append(byte & 31)
            size = (byte >> 5) + 1
            if size == 8:
                more, at = _number(data, at)
                size += more
            start += size
        runs = _runs[table] = starts, values
    number = bisect_right(runs[0], code) - 1
    return runs[1][number], code - runs[0][number]


def category(chr, /):
    value, place = _run("categories", _code(chr))
    if value == _PAIRS:
        value = 1 + place % 2
    import _unidata

    return _unidata.CATEGORIES.split()[value]


def east_asian_width(chr, /):
    import _unidata

    return _unidata.WIDTHS.split()[_run("widths", _code(chr))[0]]


def _class(code):
    global _classes
    if code < 0x300:
        return 0
    if _classes is None:
        from _unidata import classes as data

        starts, ends, values = [], [], bytearray()
        at = last = 0
        while at < len(data):
            distance, at = _number(data, at)
            size, at = _number(data, at)
            starts.append(last + distance)
            last += distance + size
            ends.append(last)
            values.append(data[at])
            at += 1
        _classes = starts, ends, values
    starts, ends, values = _classes
    number = bisect_right(starts, code) - 1
    return values[number] if number >= 0 and code < ends[number] else 0


def combining(chr, /):
    return _class(_code(chr))


# --- Decompositions ------------------------------------------------------------------------------------------------------


def _page_index():
    global _pages
    from _unidata import pages as data

    _pages = {}
    at = number = where = 0
    while at < len(data):
        distance, at = _number(data, at)
        size, at = _number(data, at)
        number += distance >> 1
        _pages[number] = where, size, distance & 1
        where += size


# What a page of 128 characters has: code -> text, tag (None for a canonical decomposition), whether it composes
def _page(number):
    if _pages is None:
        _page_index()
    page = _pages.get(number)
    if not isinstance(page, tuple):
        return page
    from _unidata import mappings as data

    at, size, _ = page
    end = at + size
    page = {}
    while at < end:
        low, size = data[at], data[at + 1]
        at += 2
        tag = None
        if low & 0x80:
            tag = data[at]
            at += 1
        composes = size & 0x80
        size &= 0x7F
        page[number << 7 | low & 0x7F] = data[at : at + size].decode(), tag, composes
        at += size
    _pages[number] = page
    return page


def _mapping(code):
    if 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F:
        raise NotImplementedError("decompositions of compatibility ideographs are not known here")
    page = _page(code >> 7)
    return page.get(code) if page else None


def decomposition(chr, /):
    mapping = _mapping(_code(chr))
    if mapping is None:
        return ""
    text, tag, _ = mapping
    codes = " ".join(["%04X" % ord(c) for c in text])
    if tag is None:
        return codes
    import _unidata

    return _unidata.TAGS.split()[tag] + " " + codes


def _decompose(code, compatible, out):
    if code < 0xA0:
        out.append(code)
    elif 0 <= code - _S < 11172:
        code -= _S
        out.append(_L + code // 588)
        out.append(_V + code % 588 // 28)
        if code % 28:
            out.append(_T + code % 28)
    else:
        mapping = _mapping(code)
        if mapping is None or mapping[1] is not None and not compatible:
            out.append(code)
        else:
            for c in mapping[0]:
                _decompose(ord(c), compatible, out)


def _in_order(codes):
    at = 1
    while at < len(codes):
        this = _class(codes[at])
        if this and _class(codes[at - 1]) > this:
            codes[at - 1], codes[at] = codes[at], codes[at - 1]
            at = max(at - 1, 1)
        else:
            at += 1
    return codes


def _compose_pair(a, b):
    global _pairs
    if _L <= a < _L + 19 and _V <= b < _V + 21:
        return _S + ((a - _L) * 21 + b - _V) * 28
    if 0 <= a - _S < 11172 and (a - _S) % 28 == 0 and _T < b < _T + 28:
        return a + b - _T
    if _pairs is None:
        if _pages is None:
            _page_index()
        _pairs = {}
        for number, page in list(_pages.items()):
            if not isinstance(page, tuple) or page[2]:
                for code, (text, tag, composes) in _page(number).items():
                    if composes:
                        _pairs[text] = code
    return _pairs.get(chr(a) + chr(b))


def _compose(codes):
    out = []
    starter = -1  # where the last one is
    last = 0  # class of the last character behind it
    for code in codes:
        this = _class(code)
        if starter >= 0 and (last < this or last == 0 and starter == len(out) - 1):
            composed = _compose_pair(out[starter], code)
            if composed is not None:
                out[starter] = composed
                continue
        if this == 0:
            starter = len(out)
        last = this
        out.append(code)
    return out


def normalize(form, unistr, /):
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise ValueError("invalid normalization form")
    if not isinstance(unistr, str):
        raise TypeError("normalize() argument 2 must be str, not %s" % type(unistr).__name__)
    if unistr.isascii() or form == "NFC" and max(unistr) < "\u0300":
        return unistr
    codes = []
    for c in unistr:
        _decompose(ord(c), form[2] == "K", codes)
    _in_order(codes)
    return "".join([chr(code) for code in (_compose(codes) if form[-1] == "C" else codes)])


def is_normalized(form, unistr, /):
    return normalize(form, unistr) == unistr


# --- Numbers -------------------------------------------------------------------------------------------------------------

_missing = object()


def _decimal_value(code):
    if code < 128:
        return code - 48 if 48 <= code < 58 else None
    value, place = _run("categories", code)
    return place % 10 if value == 9 else None


def _digit_value(code):
    value = _decimal_value(code)
    if value is None and code >= 128:
        mapping = _mapping(code)
        if mapping is not None and mapping[1] in (6, 7, 8, 15):
            digits = mapping[0].strip("().")
            if len(digits) == 1 and digits.isascii() and digits.isdigit():
                return int(digits)
        for start, end, first in ((0x2776, 0x277F, 1), (0x2780, 0x2789, 1), (0x278A, 0x2793, 1), (0x24F5, 0x24FE, 1), (0x1369, 0x1372, 1), (0x19DA, 0x19DB, 1), (0x10A40, 0x10A44, 1), (0x10E60, 0x10E69, 1), (0x11052, 0x1105B, 1)):
            if start <= code < end:
                return code - start + first
        if code in (0x24FF, 0x1F10B, 0x1F10C):
            return 0
    return value


def _given(value, default, message):
    if value is not None:
        return value
    if default is _missing:
        raise ValueError(message)
    return default


def decimal(chr, default=_missing, /):
    return _given(_decimal_value(_code(chr)), default, "not a decimal")


def digit(chr, default=_missing, /):
    return _given(_digit_value(_code(chr)), default, "not a digit")


def numeric(chr, default=_missing, /):
    code = _code(chr)
    value = _digit_value(code)
    if value is None and code >= 128:
        mapping = _mapping(code)
        if mapping is not None and mapping[1] is not None:
            top, slash, bottom = mapping[0].strip("().").partition("\u2044")
            if slash and top.isdigit():
                value = int(top) / int(bottom or 1)
            elif top.isascii() and top.isdigit() and len(top) < 4:
                value = int(top)
        if value is None and 0x2150 <= code <= 0x2188:
            value = {0x215F: 1.0, 0x2180: 1000, 0x2181: 5000, 0x2182: 10000, 0x2183: None, 0x2184: None, 0x2185: 6, 0x2186: 50, 0x2187: 50000, 0x2188: 100000}.get(code)
            if value is None and 0x2160 <= code < 0x2180:
                value = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 50, 100, 500, 1000)[code & 15]
        if value is None and category(chr) in ("Nl", "No", "Lo") and chr.isnumeric():
            raise NotImplementedError("the value of this number is not known here")
    return _given(None if value is None else float(value), default, "not a numeric character")


# --- Names ---------------------------------------------------------------------------------------------------------------


_hangul = ("G GG N D DD R M B BB S SS  J JJ C K T P H".split(" "), "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(), " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" "))


def name(chr, default=_missing, /):
    code = _code(chr)
    if 0 <= code - _S < 11172:
        parts = (code - _S) // 588, (code - _S) % 588 // 28, (code - _S) % 28
        return "HANGUL SYLLABLE " + "".join([kind[i] for kind, i in zip(_hangul, parts)])
    if 0x3400 <= code < 0x4DC0 or 0x4E00 <= code < 0xA000 or 0x20000 <= code < 0x323B0 and category(chr) == "Lo" and not 0x2F800 <= code < 0x2FA20:
        return "CJK UNIFIED IDEOGRAPH-%X" % code
    import _uniname

    known = _uniname.name(code)
    if known:
        return known
    if category(chr) not in ("Cn", "Cc", "Cs", "Co"):
        raise NotImplementedError("the name of U+%04X is not known here" % code)
    return _given(None, default, "no such name")


def lookup(name, /):
    if not isinstance(name, str):
        raise TypeError("lookup() argument must be str, not %s" % type(name).__name__)
    if "}" not in name and "\\" not in name and '"' not in name and "\n" not in name:
        try:
            return eval('"\\N{%s}"' % name)
        except SyntaxError:
            pass
    raise KeyError("undefined character name '%s'" % name)
