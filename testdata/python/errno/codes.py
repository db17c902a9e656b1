# Errors of the system by number: what OSError makes of them.
import errno
import os

for code in (errno.ENOENT, errno.EEXIST, errno.EACCES, errno.ENOTDIR, errno.EISDIR, errno.EINVAL, errno.ETIMEDOUT):
    e = OSError(code, os.strerror(code), "some/file")
    print(errno.errorcode[code], code, type(e).__name__, "|", e)
try:
    open("/tmp/no/such/file")
except OSError as e:
    print(e.errno == errno.ENOENT, e.strerror, e.filename, isinstance(e, FileNotFoundError), e.args)
print(OSError("just text").errno, OSError(1, "two").args, str(OSError()), str(OSError(5)), repr(OSError(2, "No such file", "x")))
print(FileNotFoundError(2, "gone").errno, issubclass(BrokenPipeError, ConnectionError), IOError is OSError, EnvironmentError is OSError)


def describe(err):
    match err:
        case OSError(errno=errno.ENOENT):
            return "missing"
        case OSError(errno=errno.EEXIST | errno.EISDIR):
            return "in the way"
        case OSError():
            return f"other {err.errno}"


print([describe(OSError(n, "")) for n in (2, 17, 21, 22)])
os.mkdir("/tmp/errno_dir") if not os.path.isdir("/tmp/errno_dir") else None
for f in (lambda: os.mkdir("/tmp/errno_dir"), lambda: open("/tmp/errno_dir"), lambda: os.rmdir("/tmp/nothing_here"), lambda: os.listdir("/tmp/nothing_here")):
    try:
        f()
    except OSError as e:
        print(type(e).__name__, errno.errorcode[e.errno], describe(e))
os.rmdir("/tmp/errno_dir")
