# Sections with defaults, values that refer to others, conversions, changes written back.
import configparser
import io

TEXT = """\
[DEFAULT]
home = /srv
user = app

[paths]
root = %(home)s/%(user)s
logs = %(root)s/logs
percent = 100%%

[job]
; a comment
every = 15
ratio: 0.5
active = Yes
list =
    one
    two

    three
user = other
empty
"""
cp = configparser.ConfigParser(allow_no_value=True, converters={"lines": lambda s: s.split(), "path": lambda s: s.split("/")})
cp.read_string(TEXT)
print(cp.sections(), cp["paths"]["logs"], cp.get("paths", "logs", raw=True), cp["paths"]["percent"], cp.get("paths", "root", vars={"user": "x"}))
job = cp["job"]
print(job.getint("every") + 1, job.getfloat("ratio"), job.getboolean("active"), job.getlines("list"), cp.getpath("paths", "root"), job["empty"], job.get("none", "fallback"), job.getint("none", 7))
print("user" in job, "user" in cp["paths"], cp.has_option("job", "home"), list(job), cp.options("paths"))
job["new"] = "value"
del job["list"]
cp["extra"] = {"a": 1, "b": "x y"}
cp.remove_section("paths")
cp.set("DEFAULT", "home", "/new")
out = io.StringIO()
cp.write(out, space_around_delimiters=False)
print(out.getvalue())
for bad in (lambda: cp["nope"], lambda: cp.get("job", "nope"), lambda: job.getint("ratio"), lambda: job.getboolean("user"), lambda: cp.add_section("job"), lambda: cp.read_string("[a]\nx=1\nx=2"), lambda: cp.read_string("key=1"),
            lambda: cp.read_string("[a]\n[a]"), lambda: cp.set("job", "x", 5), lambda: cp.read_dict({"z": {"loop": "%(loop)s"}}) or cp["z"]["loop"], lambda: cp.read_string("[s\nx=1"), lambda: job.__setitem__("p", "50%")):
    try:
        bad()
    except (configparser.Error, ValueError, TypeError, KeyError) as e:
        print(type(e).__name__, str(e).splitlines()[0][:90])
ext = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), delimiters=(":",), comment_prefixes=("#",), inline_comment_prefixes=("#",))
ext.optionxform = str
ext.read_string("[A]\nDir: /d # where\n[B]\nFile: ${A:Dir}/f ${Own}\nOwn: $$5")
print(dict(ext["B"]), ext["A"]["Dir"], "dir" in ext["A"])
raw = configparser.RawConfigParser(strict=False)
raw.read_string("[a]\nx=%(y)s\nx=2\n[a]\nz=3")
print({s: dict(raw[s]) for s in raw}, raw.items("a"))
