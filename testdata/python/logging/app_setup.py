# Loggers of an application: hierarchy, handlers, formats, filters, extra fields, exceptions, levels.
import io
import logging

out = io.StringIO()
root = logging.getLogger("shop")
root.setLevel(logging.DEBUG)
root.propagate = False
h = logging.StreamHandler(out)
h.setFormatter(logging.Formatter("{levelname:<8}|{name}|{message}", style="{"))
root.addHandler(h)
err = logging.StreamHandler(errors := io.StringIO())
err.setLevel(logging.ERROR)
err.setFormatter(logging.Formatter("%(name)s.%(funcName)s: %(message)s [%(user)s]", defaults={"user": "?"}))
root.addHandler(err)
db, web = logging.getLogger("shop.db"), root.getChild("web")
web.setLevel(logging.WARNING)


def work():
    db.debug("query %s took %.1f ms", "SELECT", 12.345)
    web.info("not shown")
    web.warning("slow: %(path)s", {"path": "/x"})
    db.error("failed", extra={"user": "ann"})
    try:
        1 / 0
    except ZeroDivisionError:
        web.exception("crash")
    db.log(25, "custom level")


logging.addLevelName(25, "NOTICE")
work()
print(out.getvalue().split("Traceback")[0], [l for l in out.getvalue().splitlines() if "Error" in l or "NOTICE" in l])
print(errors.getvalue().splitlines()[0], errors.getvalue().splitlines()[-1])


class Secrets(logging.Filter):
    def filter(self, record):
        record.msg = str(record.msg).replace("pw", "***")
        return "drop" not in record.getMessage()


db.addFilter(Secrets())
out.truncate(0), out.seek(0)
db.info("pw=1")
db.info("drop this")
db.isEnabledFor(logging.DEBUG) and db.debug("lazy")
logging.disable(logging.INFO)
db.info("disabled")
logging.disable(logging.NOTSET)
print(out.getvalue().splitlines(), web.getEffectiveLevel(), db.hasHandlers(), db.parent.name, logging.getLevelName(30), logging.getLevelName("ERROR"), repr(web))


class Memory(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelno, record.getMessage(), record.args))


m = Memory()
db.addHandler(m)
db.warning("a %d", 5)
logging.LoggerAdapter(db, {"user": "bob"}).error("adapted")
db.removeHandler(m)
db.warning("not recorded")
print(m.records, errors.getvalue().splitlines()[-1], logging.getLogger("shop.db") is db, db.manager is root.manager)
try:
    root.setLevel("LOUD")
except ValueError as e:
    print("ValueError:", e)
