// Upstream's POSIX VFS, with MicroPython's errno numbers.

#include "posix_errno.h"

#include "extmod/vfs_posix.c"
