# Loggers in a tree, with handlers, levels, formats and filters.
import io
import logging

out, errors = io.StringIO(), io.StringIO()
root = logging.getLogger()
root.setLevel(logging.DEBUG)
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s: %(message)s"))
root.addHandler(handler)
db = logging.getLogger("app.db")
db.setLevel(logging.WARNING)
err = logging.StreamHandler(errors)
err.setLevel(logging.ERROR)
err.setFormatter(logging.Formatter("{levelname[0]}|{funcName}|{message}", style="{"))
db.addHandler(err)


class NoSecrets(logging.Filter):
    def filter(self, record):
        record.msg = str(record.msg).replace("secret", "***")
        return "noise" not in record.getMessage()


handler.addFilter(NoSecrets())


def query(n):
    db.info("not shown %d", n)
    db.warning("slow %s (%.1f s)", "query", n)
    db.error("failed with secret")


query(3)
logging.info("noise")
logging.debug("root %(a)s", {"a": 1})
logging.getLogger("app").log(25, "odd level")
logging.addLevelName(25, "NOTICE")
logging.getLogger("app").log(25, "named level")
try:
    1 / 0
except ZeroDivisionError:
    logging.getLogger("app.calc").exception("oops")
text = out.getvalue().splitlines()
print("\n".join(l for l in text if not l.startswith(("  ", "Traceback"))))
print(errors.getvalue(), end="")
print(db.parent.name, db.getEffectiveLevel(), logging.getLogger("app.calc").getEffectiveLevel(), db.isEnabledFor(logging.INFO), logging.getLevelName(40), logging.getLevelName("INFO"))
db.propagate = False
db.error("only own handler")
print(len(out.getvalue().splitlines()) == len(text), errors.getvalue().count("\n"), db.hasHandlers(), db, handler.level)
logging.disable(logging.CRITICAL)
root.critical("nothing")
print(out.getvalue().endswith("nothing\n"))
