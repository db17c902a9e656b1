# Log files, adapters with context, records made by hand, configuration from a dict.
import logging
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "app.log")
logging.basicConfig(filename=path, level="INFO", format="%(levelname)s:%(name)s:%(lineno)d:%(message)s", force=True)
log = logging.getLogger("shop")
log.info("order %s", 1)
log.debug("hidden")


class Ctx(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['user']}] {msg}", kwargs


Ctx(log, {"user": "ann"}).warning("paid %d", 5)
with open(path) as f:
    print(f.read(), end="")
logging.shutdown()


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append(self.format(record))


h = ListHandler()
quiet = logging.getLogger("quiet")
quiet.propagate = False
quiet.addHandler(h)
quiet.error("%s", ValueError("v"), extra={"request": 7})
h.setFormatter(logging.Formatter("%(asctime)s %(message)s %(request)s", datefmt="fixed", defaults={"request": "-"}))
quiet.warning("with default")
quiet.warning("with value", extra={"request": 8})
print(h.records)
rec = logging.makeLogRecord({"msg": "a %s", "args": ("b",), "levelname": "X"})
print(rec.getMessage(), logging.Formatter("%(levelname)s %(message)s").format(rec))
