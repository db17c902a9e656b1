# Characters that HTML writes otherwise.

__all__ = ["escape", "unescape"]

# What references by number mean that browsers take for Windows' code page 1252, as the HTML standard says ("numeric character reference end state").
_WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—\u02dc™š›œ\x9džŸ"


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


def _replaced(match):
    text = match.group(1)
    if text[0] == "#":
        number = int(text[2:].rstrip(";"), 16) if text[1] in "xX" else int(text[1:].rstrip(";"))
        if number == 0 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
            return "\uFFFD"
        if 0x80 <= number < 0xA0:
            return _WINDOWS[number - 0x80]
        if number == 13:
            return "\r"
        if number < 32 and number not in (9, 10, 12) or 127 <= number < 160 or number == 11 or 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE:
            return ""
        return chr(number)
    from html.entities import html5

    if text in html5:
        return html5[text]
    for n in range(len(text) - 1, 1, -1):
        if text[:n] in html5:
            return html5[text[:n]] + text[n:]
    return "&" + text


def unescape(s):
    if "&" not in s:
        return s
    import re

    return re.sub("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\\t\\n\\f <&#;]{1,32};?)", _replaced, s)
