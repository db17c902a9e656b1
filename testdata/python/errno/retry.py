# Only some errors are worth another attempt.
import errno

RETRY = {errno.EAGAIN, errno.EINTR, errno.ETIMEDOUT}


def call(outcomes):
    log = []
    for n, outcome in enumerate(outcomes, 1):
        try:
            if isinstance(outcome, int):
                raise OSError(outcome, f"failure {n}")
            return log, outcome
        except OSError as e:
            log.append((n, type(e).__name__, errno.errorcode.get(e.errno)))
            if e.errno not in RETRY:
                raise RuntimeError(f"after {log}") from e
    return log, None


print(call([errno.EAGAIN, errno.EINTR, "ok"]))
print(call([errno.ETIMEDOUT]))
try:
    call([errno.EAGAIN, errno.ENOSPC, "never"])
except RuntimeError as e:
    print(e, "<-", repr(e.__cause__))
print([type(OSError(getattr(errno, n), "")).__name__ for n in "EAGAIN EALREADY ECHILD ECONNABORTED ECONNREFUSED ECONNRESET EINTR EPERM ESRCH".split()])
print(errno.errorcode[1], 0 in errno.errorcode)
