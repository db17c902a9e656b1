// Included ahead of upstream's POSIX VFS files (vfs_posix.c, vfs_posix_file.c here), and by a flag in place of the
// function of upstream's vfs.c (sources.txt): a path that holds a NUL is refused.
//
// Upstream takes a path for a C string, so that a program which checks the end of a name checks what nobody opens:
// open("secret\0.txt") would open "secret".
#ifndef MPWASM_PATH_H
#define MPWASM_PATH_H

#include "py/obj.h"

const char *mpwasm_path_str(mp_obj_t path); // path.c

#define mp_obj_str_get_str mpwasm_path_str

#endif
