# Every name of an error on Linux, and what numbers with two names are called.
import errno

names = [name for name in dir(errno) if name.startswith("E")]
print(len(names), sum(getattr(errno, name) for name in names), len(errno.errorcode))
print(errno.EWOULDBLOCK == errno.EAGAIN, errno.errorcode[11], errno.errorcode[35], errno.errorcode[95], errno.EDEADLK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ERFKILL)
print(all(getattr(errno, name) == number for number, name in errno.errorcode.items()))
