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

#include "extmod/vfs_posix_file.c"
