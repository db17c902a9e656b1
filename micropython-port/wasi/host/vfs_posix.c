// Upstream's POSIX VFS, with MicroPython's errno numbers and without NULs in paths.

#include "host/path.h"
#include "host/posix_errno.h"

#include "extmod/vfs_posix.c"
