// Included by extmod/modos.c: the parts of os that differ by port.

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "py/mphal.h"
#include "py/runtime.h"

// urandom(n): bytes of the host's random source, which repeats when the session has a seed.
static mp_obj_t mp_os_urandom(mp_obj_t n_in) {
    mp_int_t n = mp_obj_get_int(n_in);
    if (n < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("negative argument not allowed"));
    }
    vstr_t vstr;
    vstr_init_len(&vstr, n);
    mp_hal_get_random(n, vstr.buf);
    return mp_obj_new_bytes_from_vstr(&vstr);
}
static MP_DEFINE_CONST_FUN_OBJ_1(mp_os_urandom_obj, mp_os_urandom);

// getenv(name, default=None): from the environment that the host grants, which is empty unless it
// says otherwise.
static mp_obj_t mp_os_getenv(size_t n_args, const mp_obj_t *args) {
    const char *value = getenv(mp_obj_str_get_str(args[0]));
    if (value == NULL) {
        return n_args == 2 ? args[1] : mp_const_none;
    }
    return mp_obj_new_str_from_cstr(value);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mp_os_getenv_obj, 1, 2, mp_os_getenv);

// What is put takes memory outside the GC heap, and libc does not give back what was replaced.
#define PUTENV_MAX (64 * 1024)

static mp_obj_t mp_os_putenv(mp_obj_t name_in, mp_obj_t value_in) {
    static size_t total;
    size_t name_len, value_len;
    mp_obj_str_get_data(name_in, &name_len);
    mp_obj_str_get_data(value_in, &value_len);
    if (name_len > PUTENV_MAX - total || value_len > PUTENV_MAX - total - name_len) {
        mp_raise_msg(&mp_type_MemoryError, MP_ERROR_TEXT("environment is too large"));
    }
    total += name_len + value_len;
    if (setenv(mp_obj_str_get_str(name_in), mp_obj_str_get_str(value_in), 1) != 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("illegal environment variable"));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(mp_os_putenv_obj, mp_os_putenv);

static mp_obj_t mp_os_unsetenv(mp_obj_t name_in) {
    if (unsetenv(mp_obj_str_get_str(name_in)) != 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("illegal environment variable"));
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(mp_os_unsetenv_obj, mp_os_unsetenv);

#if MPWASM_LIBRARY

// environ(): what the host grants, and what was put since, as a dict. The module is posix: os is in Python, over it.
extern char **environ;

static mp_obj_t mpwasm_os_environ(void) {
    mp_obj_t all = mp_obj_new_dict(0);
    getenv("?"); // makes libc read it
    for (char **entry = environ; entry != NULL && *entry != NULL; entry++) {
        const char *end = strchr(*entry, '=');
        if (end != NULL) {
            mp_obj_dict_store(all, mp_obj_new_str(*entry, end - *entry), mp_obj_new_str_from_cstr(end + 1));
        }
    }
    return all;
}
static MP_DEFINE_CONST_FUN_OBJ_0(mpwasm_os_environ_obj, mpwasm_os_environ);

// The size of an open file.
static mp_obj_t mpwasm_os_size(mp_obj_t fd_in) {
    int fd = mp_obj_get_int(fd_in);
    volatile int from_here = SEEK_CUR; // else libc takes a call that hosts do not offer
    off_t position = lseek(fd, 0, from_here), size = position < 0 ? -1 : lseek(fd, 0, SEEK_END);
    if (size < 0) {
        mp_raise_OSError(errno);
    }
    lseek(fd, position, SEEK_SET);
    return mp_obj_new_int_from_ll(size);
}
static MP_DEFINE_CONST_FUN_OBJ_1(mpwasm_os_size_obj, mpwasm_os_size);

#include "language/errors/errors.h"

static mp_obj_t mpwasm_os_strerror(mp_obj_t number) {
    return mp_obj_new_str_from_cstr(mpwasm_error_text(mp_obj_get_int(number)));
}
static MP_DEFINE_CONST_FUN_OBJ_1(mpwasm_os_strerror_obj, mpwasm_os_strerror);

// More entries of the module's table.
#define mp_os_urandom_obj mp_os_urandom_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_environ), (&mpwasm_os_environ_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_strerror), (&mpwasm_os_strerror_obj) }, \
    { MP_ROM_QSTR(MP_QSTR__size), (&mpwasm_os_size_obj

#endif
