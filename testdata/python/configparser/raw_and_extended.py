# No interpolation, extended interpolation, keys without values, names as they are written.
import configparser

raw = configparser.RawConfigParser(allow_no_value=True)
raw.optionxform = str
raw.read_string("[Paths]\nHome = %(x)s\nReadOnly\n[empty]\n")
print(raw.items("Paths"), raw.get("Paths", "ReadOnly"), raw.options("empty"))

ext = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), delimiters=("=",), comment_prefixes=("//",), inline_comment_prefixes=(";",))
ext.read_string("""[common]
name = app
[log]
file = ${common:name}-${level}.log  ; where to
level = info
// a comment
a:b = c
""")
print(ext["log"]["file"], ext["log"]["a:b"])
ext.read_dict({"log": {"level": "debug"}, "new": {"n": 3}})
print(ext["log"]["file"], ext.getint("new", "n"), list(ext))
conv = configparser.ConfigParser(converters={"list": lambda s: [x.strip() for x in s.split(",")]})
conv.read_string("[s]\nitems = a, b ,c\n")
print(conv["s"].getlist("items"), conv.getlist("s", "items"), conv.get("s", "x", fallback=None))
try:
    ext["log"]["bad"] = "${nope}"
    print(ext["log"]["bad"])
except configparser.InterpolationError as e:
    print(type(e).__name__)
print({s: dict(ext[s]) for s in ext.sections() if s != "log"}, ext.default_section)
