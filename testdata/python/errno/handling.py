# Errors of the system told apart by number and class.
import errno
import os

CASES = {
    "missing": lambda: open("/no/such/file"),
    "folder": lambda: os.listdir("/no/such"),
    "exists": lambda: os.mkdir("/tmp"),
    "not empty": lambda: (os.makedirs("/tmp/errno_a/b", exist_ok=True), os.rmdir("/tmp/errno_a")),
    "not a folder": lambda: (open("/tmp/errno_f", "w").close(), os.listdir("/tmp/errno_f")),
    "gone": lambda: os.remove("/tmp/errno_never"),
}
for name, f in CASES.items():
    try:
        f()
    except OSError as e:
        print(f"{name:<13}{type(e).__name__:<20}{errno.errorcode[e.errno]:<10}{e.strerror:<26}{os.path.basename(e.filename)}")
os.remove("/tmp/errno_f")
os.removedirs("/tmp/errno_a/b")
for code in (errno.ENOENT, errno.EACCES, errno.EEXIST, errno.EPIPE, errno.EAGAIN, errno.ETIMEDOUT, errno.ECONNREFUSED, errno.EISDIR, errno.ENOSPC, errno.EINVAL):
    e = OSError(code, os.strerror(code))
    print(type(e).__name__, errno.errorcode[code], len(e.args), str(e) == f"[Errno {code}] {os.strerror(code)}")
print(OSError(errno.ENOENT, "gone", "a.txt"), "|", OSError(errno.ENOENT, "gone", "a", None, "b"), "|", OSError("only text"), OSError("only text").errno)


def retry(f, on, times=3):
    for i in range(times):
        try:
            return f(i)
        except OSError as e:
            if e.errno not in on or i == times - 1:
                raise
            print("again after", errno.errorcode[e.errno])


def flaky(i):
    if i < 2:
        raise OSError([errno.EAGAIN, errno.EINTR][i], "busy")
    return "worked"


print(retry(flaky, {errno.EAGAIN, errno.EINTR}))
try:
    retry(flaky, {errno.EAGAIN})
except InterruptedError as e:
    print("InterruptedError:", e)
print(issubclass(FileNotFoundError, OSError), IOError is OSError, isinstance(OSError(errno.EPIPE, ""), BrokenPipeError))
