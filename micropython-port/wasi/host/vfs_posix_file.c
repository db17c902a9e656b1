// Upstream's POSIX files, with MicroPython's errno numbers, without NULs in paths, and without the streams on descriptors 0 to
// 2: those are stdio.c's, so upstream's get other names here and the linker drops them.

#include "host/path.h"
#include "host/posix_errno.h"

#define mp_sys_stdin_obj unused_stdin_obj
#define mp_sys_stdout_obj unused_stdout_obj
#define mp_sys_stderr_obj unused_stderr_obj
#define mp_sys_stdin_buffer_obj unused_stdin_buffer_obj
#define mp_sys_stdout_buffer_obj unused_stdout_buffer_obj
#define mp_sys_stderr_buffer_obj unused_stderr_buffer_obj

#include "py/runtime.h"

// Only open raises, which knows the name.
#define mp_raise_OSError(error) mp_raise_OSError_with_filename(error, fname)
// A mode of "x" beside "w" is for what is not there yet.
#include <fcntl.h>
#include <string.h>
#if MICROPY_VFS_POSIX
static int open_in_mode(const char *name, int flags, const char *mode) {
    return open(name, flags | (strchr(mode, 'x') != NULL ? O_EXCL : 0), 0644);
}
#endif
#undef open
#define open(name, flags, permissions) open_in_mode(name, flags, mp_obj_str_get_str(mode_in))

#include "extmod/vfs_posix_file.c"
