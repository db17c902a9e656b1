// WASI's errno numbers to MicroPython's. Numbers: wasi-libc's errno.h; py/mperrno.h.

#include <errno.h>

#include "py/mpconfig.h"
#include "py/mperrno.h"

int mpwasm_errno(void);

int mpwasm_errno(void) {
    switch (errno) {
        case EPERM:
            return MP_EPERM;
        case ENOENT:
            return MP_ENOENT;
        case EIO:
            return MP_EIO;
        case EBADF:
            return MP_EBADF;
        case EAGAIN:
            return MP_EAGAIN;
        case ENOMEM:
            return MP_ENOMEM;
        case EACCES:
        case ENOTCAPABLE: // outside what the host granted
            return MP_EACCES;
        case EBUSY:
            return MP_EBUSY;
        case EEXIST:
            return MP_EEXIST;
        case EXDEV:
            return MP_EXDEV;
        case ENOTDIR:
            return MP_ENOTDIR;
        case EISDIR:
            return MP_EISDIR;
        case EMFILE:
            return MP_EMFILE;
        case ENFILE:
            return MP_ENFILE;
        case EFBIG:
            return MP_EFBIG;
        case ENOSPC:
            return MP_ENOSPC;
        case ESPIPE:
            return MP_ESPIPE;
        case EROFS:
            return MP_EROFS;
        case ERANGE:
            return MP_ERANGE;
        case ENAMETOOLONG:
            return 36; // as on Linux; py/mperrno.h has no name for these three
        case ENOTEMPTY:
            return 39;
        case ELOOP:
            return 40;
        case ENOTSUP:
        case ENOSYS:
            return MP_EOPNOTSUPP;
        default:
            return MP_EINVAL;
    }
}
