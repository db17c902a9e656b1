// Included ahead of upstream's two POSIX VFS files (vfs_posix.c, vfs_posix_file.c here): it gives them
// MicroPython's errno numbers.
//
// wasi-libc's errno holds WASI's numbers (ENOENT is 44), Python programs expect the usual ones
// (ENOENT is 2), and these files pass errno on to OSError as it is. Reading errno therefore
// translates, and the two constants that they compare it with follow suit.
#include <errno.h>
#include "py/mperrno.h"

int mpwasm_errno(void); // posix_errno.c

#undef errno
#define errno mpwasm_errno()
#undef EINVAL
#define EINVAL MP_EINVAL
#undef EINTR
#define EINTR MP_EINTR
