# An ini file with defaults, types, lists and interpolation.
import configparser
import io

TEXT = """
[DEFAULT]
root = /srv
timeout = 30

[web]
# the public side
path = %(root)s/web
debug = yes
ratio = 0.75
hosts = a.example
    b.example

[worker]
timeout: 5
empty =
"""
c = configparser.ConfigParser()
c.read_string(TEXT)
print(c.sections(), c["web"]["path"], c.getint("web", "timeout"), c["worker"].getint("timeout"))
print(c.getboolean("web", "debug"), c["web"].getfloat("ratio"), c["web"]["hosts"].split(), repr(c["worker"]["empty"]))
print(c.get("web", "missing", fallback="none"), c.has_option("worker", "root"), "web" in c, dict(c["worker"]))
c["db"] = {"Host": "localhost", "Port": "5432"}
c.set("web", "debug", "off")
c.remove_section("worker")
out = io.StringIO()
c.write(out)
print(out.getvalue())
for bad in (lambda: c["nope"], lambda: c.get("web", "nope"), lambda: c.getint("web", "ratio"), lambda: c.getboolean("web", "ratio"),
            lambda: c.set("web", "x", 3), lambda: c.add_section("db"), lambda: configparser.ConfigParser().read_string("key = 1\n"),
            lambda: configparser.ConfigParser().read_string("[a]\nx=1\nx=2\n")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, "|", str(e).replace("\n", " "))
