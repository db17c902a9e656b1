// Upstream's POSIX VFS, with MicroPython's errno numbers and without NULs in paths.
//
// What upstream does wrong: below a root that is not empty, both paths of rename are built in one buffer (extmod/vfs_posix.c:343 of
// 1.26.1). Here the first is an object of its own.

#include <stdio.h>

#include "host/path.h"
#include "host/posix_errno.h"

#define rename(old, new) \
    (old = mp_obj_str_get_str(vfs_posix_get_path_obj(self, old_path_in)), new = vfs_posix_get_path_str(self, new_path_in), (rename)(old, new))

#include "extmod/vfs_posix.c"
