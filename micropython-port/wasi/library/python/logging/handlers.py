# Handlers that keep records, pass them on, or change the file.

import logging
import os
import time


class BaseRotatingHandler(logging.FileHandler):
    namer = rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, encoding, delay, errors)

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        super().__init__(filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        if self.backupCount > 0:
            for i in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename(f"{self.baseFilename}.{i}")
                if os.path.exists(source):
                    os.replace(source, self.rotation_filename(f"{self.baseFilename}.{i + 1}"))
            dest = self.rotation_filename(self.baseFilename + ".1")
            if os.path.exists(dest):
                os.remove(dest)
            self.rotate(self.baseFilename, dest)
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes > 0:
            pos = os.path.getsize(self.baseFilename)
            if pos and pos + len((self.format(record) + "\n").encode()) >= self.maxBytes:
                return True
        return False


_DAY = 24 * 60 * 60
# The seconds of a unit, and what names a file of it; days and weeks also begin at midnight, or at atTime.
_UNITS = {"S": (1, "%Y-%m-%d_%H-%M-%S"), "M": (60, "%Y-%m-%d_%H-%M"), "H": (3600, "%Y-%m-%d_%H"), "D": (_DAY, "%Y-%m-%d"), "W": (7 * _DAY, "%Y-%m-%d")}


class TimedRotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None):
        import re

        super().__init__(filename, "a", encoding, delay, errors)
        self.when, self.backupCount, self.utc, self.atTime = when.upper(), backupCount, utc, atTime
        unit = "D" if self.when == "MIDNIGHT" else self.when[:1]
        if unit not in _UNITS or unit != "W" and self.when not in (unit, "MIDNIGHT"):
            raise ValueError("Invalid rollover interval specified: %s" % self.when)
        if unit == "W":
            if len(self.when) != 2:
                raise ValueError("You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s" % self.when)
            if not "0" <= self.when[1] <= "6":
                raise ValueError("Invalid day specified for weekly rollover: %s" % self.when)
            self.dayOfWeek = int(self.when[1])
        seconds, self.suffix = _UNITS[unit]
        pattern = re.sub("%.", lambda m: r"\d{4}" if m.group() == "%Y" else r"\d{2}", self.suffix)
        self.extMatch = re.compile(r"(?<!\d)" + pattern + r"(?!\d)", re.ASCII)
        self.interval = seconds * interval
        exists = os.path.exists(self.baseFilename)
        self.rolloverAt = self.computeRollover(int(os.stat(self.baseFilename).st_mtime if exists else time.time()))

    def computeRollover(self, currentTime):
        if self.when != "MIDNIGHT" and self.when[0] != "W":
            return currentTime + self.interval
        now = time.gmtime(currentTime) if self.utc else time.localtime(currentTime)
        at = self.atTime
        wait = (_DAY if at is None else (at.hour * 60 + at.minute) * 60 + at.second) - ((now.tm_hour * 60 + now.tm_min) * 60 + now.tm_sec)
        day = now.tm_wday
        if wait <= 0:
            wait += _DAY
            day += 1
        if self.when[0] == "W":
            wait += (self.dayOfWeek - day) % 7 * _DAY - 7 * _DAY
        else:
            wait -= _DAY
        result = currentTime + wait + self.interval
        if not self.utc:  # the clock may have been put forward or back until then
            then = time.localtime(result).tm_isdst
            if now.tm_isdst and not then:
                result += 3600
            elif then and not now.tm_isdst and time.localtime(result - 3600).tm_isdst:
                result -= 3600
        return result

    def shouldRollover(self, record):
        now = int(time.time())
        if now < self.rolloverAt:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            self.rolloverAt = self.computeRollover(now)
            return False
        return True

    def getFilesToDelete(self):
        folder, base = os.path.split(self.baseFilename)
        found = []
        for name in os.listdir(folder):
            if self.namer is None:
                if name.startswith(base + ".") and self.extMatch.fullmatch(name[len(base) + 1:]):
                    found.append(os.path.join(folder, name))
                continue
            m = self.extMatch.search(name)
            while m:
                if os.path.basename(self.namer(self.baseFilename + "." + m.group())) == name:
                    found.append(os.path.join(folder, name))
                    break
                m = self.extMatch.search(name, m.start() + 1)
        found.sort()
        return found[:len(found) - self.backupCount] if len(found) >= self.backupCount else []

    def doRollover(self):
        now = int(time.time())
        began = self.rolloverAt - self.interval
        if self.utc:
            parts = time.gmtime(began)
        else:
            parts = time.localtime(began)
            summer = time.localtime(now).tm_isdst
            if summer != parts.tm_isdst:
                parts = time.localtime(began + (3600 if summer else -3600))
        dest = self.rotation_filename(self.baseFilename + "." + time.strftime(self.suffix, parts))
        if os.path.exists(dest):
            return  # rolled over already
        if self.stream:
            self.stream.close()
            self.stream = None
        self.rotate(self.baseFilename, dest)
        if self.backupCount > 0:
            for old in self.getFilesToDelete():
                os.remove(old)
        if not self.delay:
            self.stream = self._open()
        self.rolloverAt = self.computeRollover(now)


class WatchedFileHandler(logging.FileHandler):
    """Opens its file again when that is no longer the one that it has open."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, encoding, delay, errors)
        self._seen = self._now()

    def _now(self):
        try:
            stat = os.stat(self.baseFilename)
        except FileNotFoundError:
            return None
        return stat.st_dev, stat.st_ino

    def reopenIfNeeded(self):
        if self.stream is not None and self._now() != self._seen:
            self.stream.flush()
            self.stream.close()
            self.stream = self._open()
            self._seen = self._now()

    def emit(self, record):
        self.reopenIfNeeded()
        super().emit(record)
        if self._seen is None:
            self._seen = self._now()


class BufferingHandler(logging.Handler):
    def __init__(self, capacity):
        super().__init__()
        self.capacity, self.buffer = capacity, []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.buffer.clear()

    def close(self):
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()

    def close(self):
        if self.flushOnClose:
            self.flush()
        self.target = None
        logging.Handler.close(self)


class QueueHandler(logging.Handler):
    listener = None

    def __init__(self, queue):
        super().__init__()
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        record.message = record.msg = self.format(record)
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """Takes records from a queue, in a thread of its own, and hands them to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers, self.respect_handler_level = queue, handlers, respect_handler_level
        self._thread = None

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        import threading

        if self._thread is not None:
            raise RuntimeError("Listener already started")
        self._thread = thread = threading.Thread(target=self._monitor)
        thread.daemon = True
        thread.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        done = getattr(self.queue, "task_done", None)
        while True:
            record = self.dequeue(True)
            if record is not self._sentinel:
                self.handle(record)
            if done is not None:
                done()
            if record is self._sentinel:
                return

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None
