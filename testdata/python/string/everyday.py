# Letters, templates, formatters.
import string
from string import Formatter, Template

print(string.ascii_lowercase, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, string.capwords("hello big  world"))
t = Template("$who owes ${amount}USD, $$5 $missing")
print(t.safe_substitute(who="Ann", amount=3), t.get_identifiers(), t.is_valid(), Template("$a-$b").substitute({"a": 1}, b=2))
for bad in (lambda: t.substitute(who="x"), lambda: Template("$ x").substitute(), lambda: Template("$").substitute()):
    try:
        print(bad())
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
print(list(Formatter().parse("a{0.x!r:>{w}}b{{")), Formatter().format("{0} {name:>5}", 1, name="n"), Formatter().vformat("{x[0]}", (), {"x": [7]}))


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z.]+"


print(Percent("%a.b and %%").substitute({"a.b": 1}))


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, "?") if isinstance(key, str) else args[key]


print(Default().format("{x} {0}", 1), "{:>8}|{:^8}|{:<8}|{:08.3f}|{:+,d}|{:#x}|{:e}|{:%}".format("r", "c", "l", 3.14159, 1234567, 255, 12345.678, .25))
