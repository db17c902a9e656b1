// Upstream's POSIX VFS, with MicroPython's errno numbers and without NULs in paths.
//
// What upstream does wrong: below a root that is not empty, both paths of rename are built in one buffer (extmod/vfs_posix.c:343 of
// 1.26.1). Here the first is an object of its own.

#include <stdio.h>

#include "py/mpconfig.h"

#include "host/path.h"
#include "host/posix_errno.h"

// What rename is before upstream's calls are renamed: a function, or a macro of the build for this machine.
#if MICROPY_VFS_POSIX
static inline int rename_path(const char *old, const char *new) {
    return rename(old, new);
}
#endif

#undef rename
#define rename(old, new) \
    (old = mp_obj_str_get_str(vfs_posix_get_path_obj(self, old_path_in)), new = vfs_posix_get_path_str(self, new_path_in), rename_path(old, new))

#include "extmod/vfs_posix.c"
