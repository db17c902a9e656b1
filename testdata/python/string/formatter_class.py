# Own formatters: missing fields, conversions, nested fields, all constants, Template's variants.
import string


class Safe(string.Formatter):
    def get_value(self, key, args, kwargs):
        try:
            return super().get_value(key, args, kwargs)
        except (KeyError, IndexError):
            return f"{{{key}}}"

    def convert_field(self, value, conversion):
        if conversion == "u":
            return str(value).upper()
        return super().convert_field(value, conversion)

    def format_field(self, value, spec):
        if spec == "plural":
            return "" if value == 1 else "s"
        return super().format_field(value, spec)

    def check_unused_args(self, used, args, kwargs):
        self.unused = sorted(set(kwargs) - used)


f = Safe()
print(f.format("{0} {name!u} {gone} {n} item{n:plural} {x:>{w}}", "a", name="bob", n=2, x=5, w=4, extra=1), f.unused)
print(f.format("{n} item{n:plural} {} {}", 1, 2, n=1), list(f.parse("a{b!r:>{c}}{{d}}e")), f.vformat("{0[k]} {o.real}", ({"k": "v"},), {"o": 3}))
print(string.Formatter().format("{:,} {:%} {!r:*^9}", 12345, 0.25, "x"), string.Formatter().get_field("a.b[0]", (), {"a": type("A", (), {"b": "xy"})}))


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+"


print(string.Template("$who owes $$${amount} $missing").safe_substitute(who="Ann", amount=5), Percent("%who %% %{x}y").substitute(who="w", x=1), string.Template("$a ${b} $$").get_identifiers(), string.Template("$a").is_valid(), string.Template("$").is_valid())
for bad in (lambda: string.Template("$a $b").substitute(a=1), lambda: string.Template("x $ y").substitute(), lambda: string.Template("${a").substitute(a=1), lambda: string.Formatter().format("{}{1}", 1, 2), lambda: string.Formatter().format("{", 1), lambda: string.Formatter().format("{a}"), lambda: string.Formatter().format("{0!z}", 1)):
    try:
        bad()
    except (KeyError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
print(string.ascii_letters[24:30], string.digits, string.hexdigits, string.punctuation, repr(string.whitespace), len(string.printable), string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
print("".join(c for c in "He said: 'Hi!'" if c not in string.punctuation), str.maketrans("abc", "xyz", "d"), "abcd".translate(str.maketrans({"a": "1", "b": None, "c": "[c]"})))
