// What of libc goes out of the guest: files, clocks, randomness, the environment. The builder includes this ahead of the units
// that call it (builder/native.go), and files.c and host.c answer instead, so that no program sees this machine.
#ifndef MPWASM_NATIVE_LIBC_H
#define MPWASM_NATIVE_LIBC_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

// The guest's units align 64-bit members as wasm does, the host's as libc does: these structures are the same for both.
struct native_stat {
    uint64_t st_ino, st_size;
    uint32_t st_mode, st_dev, st_nlink, st_uid, st_gid, seconds, pad[2];
};
struct native_dirent {
    uint32_t d_ino;
    uint8_t d_type;
    char d_name[256];
};
typedef struct _native_dir_t native_dir_t;

int native_open(const char *path, int flags, ...);
int native_close(int fd);
ssize_t native_read(int fd, void *data, size_t len);
ssize_t native_write(int fd, const void *data, size_t len);
off_t native_lseek(int fd, off_t offset, int whence);
int native_fsync(int fd);
int native_isatty(int fd);
int native_poll(struct pollfd *fds, nfds_t n, int timeout);
int native_stat(const char *path, struct native_stat *stat);
int native_mkdir(const char *path, mode_t mode);
int native_rmdir(const char *path);
int native_unlink(const char *path);
int native_rename(const char *from, const char *to);
int native_chdir(const char *path);
char *native_getcwd(char *buf, size_t size);
native_dir_t *native_opendir(const char *path);
struct native_dirent *native_readdir(native_dir_t *dir);
int native_closedir(native_dir_t *dir);
int native_clock_gettime(clockid_t id, struct timespec *time);
int native_getentropy(void *data, size_t len);
char *native_getenv(const char *name);
int native_setenv(const char *name, const char *value, int overwrite);
int native_unsetenv(const char *name);

// Ends the guest where wasm traps.
_Noreturn void native_trap(const char *where, int line);

#ifndef MPWASM_NATIVE_HOST
#undef st_atime
#undef st_mtime
#undef st_ctime
#define st_atime seconds
#define st_mtime seconds
#define st_ctime seconds
#define stat native_stat
#define dirent native_dirent
#define DIR native_dir_t
#define open native_open
#define close native_close
#define read native_read
#define write native_write
#define lseek native_lseek
#define fsync native_fsync
#define isatty native_isatty
#define poll native_poll
#define mkdir native_mkdir
#define rmdir native_rmdir
#define unlink native_unlink
#define rename native_rename
#define chdir native_chdir
#define getcwd native_getcwd
#define opendir native_opendir
#define readdir native_readdir
#define closedir native_closedir
#define clock_gettime native_clock_gettime
#define getentropy native_getentropy
#define getenv native_getenv
#define setenv native_setenv
#define unsetenv native_unsetenv
#define __builtin_trap() native_trap(__FILE__, __LINE__)
#define ENOTCAPABLE (4000) // WASI's own

// The shadow stack is a part of the process's own (host.c). The port declares these as characters and takes their addresses.
extern char *native_stack_low, *native_stack_high;
#define __stack_low (*native_stack_low)
#define __stack_high (*native_stack_high)
#endif

#endif
