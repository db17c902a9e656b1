// errno: Linux's names and numbers of errors (include/uapi/asm-generic/errno.h has them, as all architectures do that matter here).

#include "py/mpconfig.h"

#if MICROPY_PY_ERRNO

#include "py/runtime.h"

#define NUMBERS(X) \
    X(EPERM, 1) X(ENOENT, 2) X(ESRCH, 3) X(EINTR, 4) X(EIO, 5) X(ENXIO, 6) X(E2BIG, 7) X(ENOEXEC, 8) X(EBADF, 9) X(ECHILD, 10) \
    X(EAGAIN, 11) X(ENOMEM, 12) X(EACCES, 13) X(EFAULT, 14) X(ENOTBLK, 15) X(EBUSY, 16) X(EEXIST, 17) X(EXDEV, 18) X(ENODEV, 19) \
    X(ENOTDIR, 20) X(EISDIR, 21) X(EINVAL, 22) X(ENFILE, 23) X(EMFILE, 24) X(ENOTTY, 25) X(ETXTBSY, 26) X(EFBIG, 27) X(ENOSPC, 28) \
    X(ESPIPE, 29) X(EROFS, 30) X(EMLINK, 31) X(EPIPE, 32) X(EDOM, 33) X(ERANGE, 34) X(EDEADLOCK, 35) X(ENAMETOOLONG, 36) X(ENOLCK, 37) \
    X(ENOSYS, 38) X(ENOTEMPTY, 39) X(ELOOP, 40) X(ENOMSG, 42) X(EIDRM, 43) X(ECHRNG, 44) X(EL2NSYNC, 45) X(EL3HLT, 46) X(EL3RST, 47) \
    X(ELNRNG, 48) X(EUNATCH, 49) X(ENOCSI, 50) X(EL2HLT, 51) X(EBADE, 52) X(EBADR, 53) X(EXFULL, 54) X(ENOANO, 55) X(EBADRQC, 56) \
    X(EBADSLT, 57) X(EBFONT, 59) X(ENOSTR, 60) X(ENODATA, 61) X(ETIME, 62) X(ENOSR, 63) X(ENONET, 64) X(ENOPKG, 65) X(EREMOTE, 66) \
    X(ENOLINK, 67) X(EADV, 68) X(ESRMNT, 69) X(ECOMM, 70) X(EPROTO, 71) X(EMULTIHOP, 72) X(EDOTDOT, 73) X(EBADMSG, 74) X(EOVERFLOW, 75) \
    X(ENOTUNIQ, 76) X(EBADFD, 77) X(EREMCHG, 78) X(ELIBACC, 79) X(ELIBBAD, 80) X(ELIBSCN, 81) X(ELIBMAX, 82) X(ELIBEXEC, 83) \
    X(EILSEQ, 84) X(ERESTART, 85) X(ESTRPIPE, 86) X(EUSERS, 87) X(ENOTSOCK, 88) X(EDESTADDRREQ, 89) X(EMSGSIZE, 90) X(EPROTOTYPE, 91) \
    X(ENOPROTOOPT, 92) X(EPROTONOSUPPORT, 93) X(ESOCKTNOSUPPORT, 94) X(ENOTSUP, 95) X(EPFNOSUPPORT, 96) X(EAFNOSUPPORT, 97) \
    X(EADDRINUSE, 98) X(EADDRNOTAVAIL, 99) X(ENETDOWN, 100) X(ENETUNREACH, 101) X(ENETRESET, 102) X(ECONNABORTED, 103) \
    X(ECONNRESET, 104) X(ENOBUFS, 105) X(EISCONN, 106) X(ENOTCONN, 107) X(ESHUTDOWN, 108) X(ETOOMANYREFS, 109) X(ETIMEDOUT, 110) \
    X(ECONNREFUSED, 111) X(EHOSTDOWN, 112) X(EHOSTUNREACH, 113) X(EALREADY, 114) X(EINPROGRESS, 115) X(ESTALE, 116) X(EUCLEAN, 117) \
    X(ENOTNAM, 118) X(ENAVAIL, 119) X(EISNAM, 120) X(EREMOTEIO, 121) X(EDQUOT, 122) X(ENOMEDIUM, 123) X(EMEDIUMTYPE, 124) \
    X(ECANCELED, 125) X(ENOKEY, 126) X(EKEYEXPIRED, 127) X(EKEYREVOKED, 128) X(EKEYREJECTED, 129) X(EOWNERDEAD, 130) \
    X(ENOTRECOVERABLE, 131) X(ERFKILL, 132)

// Further names of numbers above.
#define OTHERS(X) X(EWOULDBLOCK, 11) X(EDEADLK, 35) X(EOPNOTSUPP, 95)

static const mp_rom_map_elem_t codes_table[] = {
    #define CODE(name, number) { MP_ROM_INT(number), MP_ROM_QSTR(MP_QSTR_##name) },
    NUMBERS(CODE)
};

static const mp_obj_dict_t codes = {
    .base = { &mp_type_dict },
    .map = {
        .is_fixed = 1,
        .is_ordered = 1,
        .used = MP_ARRAY_SIZE(codes_table),
        .alloc = MP_ARRAY_SIZE(codes_table),
        .table = (mp_map_elem_t *)codes_table,
    },
};

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_errno) },
    { MP_ROM_QSTR(MP_QSTR_errorcode), MP_ROM_PTR(&codes) },
    #define MEMBER(name, number) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_INT(number) },
    NUMBERS(MEMBER)
    OTHERS(MEMBER)
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_errno = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&globals,
};

MP_REGISTER_MODULE(MP_QSTR_errno, mpwasm_module_errno);

qstr mp_errno_to_str(mp_obj_t number) {
    const mp_map_elem_t *place = mp_map_lookup((mp_map_t *)&codes.map, number, MP_MAP_LOOKUP);
    return place == NULL ? MP_QSTRnull : MP_OBJ_QSTR_VALUE(place->value);
}

#endif
