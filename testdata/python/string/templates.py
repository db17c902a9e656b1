# Templates filled in, strictly and not; own delimiters.
import string
from string import Template, Formatter

t = Template("Dear $name, you owe ${currency}${amount}. $$5 discount${end}")
print(t.safe_substitute(name="Ann", currency="€"), t.get_identifiers(), t.is_valid(), Template("$ x").is_valid())
print(t.substitute({"name": "Bob", "currency": "$"}, amount=3, end="!"))
for text, kw in (("$x $y", {"x": 1}), ("cost: $", {}), ("a\n$1", {}), ("${a b}", {})):
    try:
        print(Template(text).substitute(kw))
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)


class Percent(Template):
    delimiter = "%"
    idpattern = r"[a-z]+\.[a-z]+"


print(Percent("%user.name and %% $x").substitute({"user.name": "ann"}))


class Default(Formatter):
    def get_value(self, key, args, kw):
        return kw.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kw)

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)


print(Default().format("{0} {a} {b!u:>8} {c!r}", "x", b="bee"), list(Formatter().parse("a{b.c!r:>{w}}d{{")), Formatter().vformat("{0[1]}", ([1, 2],), {}))
print(string.ascii_lowercase, string.digits, string.hexdigits, string.octdigits, len(string.punctuation), repr(string.whitespace), len(string.printable), string.capwords("a  b-c", "-"))
