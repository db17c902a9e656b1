// Upstream's POSIX VFS, with MicroPython's errno numbers and without NULs in paths.

#include "path.h"
#include "posix_errno.h"

#include "extmod/vfs_posix.c"
