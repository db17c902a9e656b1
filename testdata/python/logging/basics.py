# Logging, as programs use it.
import io
import logging
import sys
import os
import tempfile

os.chdir(tempfile.mkdtemp())

log = logging.getLogger("app")
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s: %(message)s"))
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False
log.debug("starting %s", "up")
log.info("%d of %d", 3, 10)
log.warning("careful: %(what)s", {"what": "ice"})
child = log.getChild("db")
child.error("failed")
try:
    raise ValueError("bad")
except ValueError:
    log.exception("caught")
lines = stream.getvalue().splitlines()
print("\n".join(lines[:5]))
print(lines[5], lines[-1])

handler.setLevel(logging.ERROR)
stream.truncate(0)
stream.seek(0)
log.info("not seen")
log.log(logging.CRITICAL, "seen")
print(repr(stream.getvalue()))
print(child.getEffectiveLevel(), log.isEnabledFor(logging.INFO), child.parent is log, logging.getLogger("app") is log, log, child)

for style, fmt in ("{", "{levelname}|{message}"), ("$", "$levelname|${message}"), ("%", "%(levelname)s|%(message)s"):
    record = logging.LogRecord("n", logging.INFO, "/x/y.py", 7, "m %s", ("arg",), None)
    print(logging.Formatter(fmt, style=style).format(record), record.filename, record.module, record.lineno)
print(logging.getLevelName(20), logging.getLevelName("ERROR"), logging.getLevelName(25))
logging.addLevelName(25, "NOTICE")
print(logging.getLevelName(25))


class OnlyOdd(logging.Filter):
    def filter(self, record):
        return record.args[0] % 2


out = logging.StreamHandler(sys.stdout)
out.addFilter(OnlyOdd())
odd = logging.getLogger("odd")
odd.addHandler(out)
odd.propagate = False
for i in range(4):
    odd.warning("n=%d", i)

adapter = logging.LoggerAdapter(logging.getLogger("ad"), {"user": "ann"})
ad = logging.StreamHandler(sys.stdout)
ad.setFormatter(logging.Formatter("%(user)s %(message)s"))
adapter.logger.addHandler(ad)
adapter.logger.propagate = False
adapter.warning("hello")

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
logging.info("root says %s", "hi")
logging.getLogger("other").warning("up it goes")
logging.debug("not this")
logging.disable(logging.WARNING)
logging.warning("disabled")
logging.disable(logging.NOTSET)
print(logging.getLogger().handlers, logging.getLogger().level)
for wrong in (lambda: log.setLevel("LOUD"), lambda: logging.Formatter("x", style="?"), lambda: logging.Formatter("no field"), lambda: logging.basicConfig(force=True, nonsense=1)):
    try:
        wrong()
    except ValueError as e:
        print(e)
file = logging.FileHandler("app.log", mode="w", encoding="utf-8")
file.setFormatter(logging.Formatter("%(message)s"))
log.addHandler(file)
log.error("to the file: ä")
file.close()
print(open("app.log", encoding="utf-8").read(), end="")
