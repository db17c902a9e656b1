// Included by extmod/modtime.c: the parts of time that differ by port.

#include "py/mphal.h"
#include "py/runtime.h"

static mp_obj_t mp_time_time_get(void) {
    return mp_obj_new_float(mp_hal_time_ns() / MICROPY_FLOAT_CONST(1e9));
}

// Seconds beyond what the host's clock can count are refused, as CPython does.
uint64_t mpwasm_sleep_argument(mp_obj_t seconds_in) {
    mp_float_t seconds = mp_obj_get_float(seconds_in);
    if (!(seconds >= 0)) {
        mp_raise_ValueError(MP_ERROR_TEXT("sleep length must be non-negative"));
    }
    if (seconds > MICROPY_FLOAT_CONST(9e9)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("sleep length is too large"));
    }
    return (uint64_t)(seconds * MICROPY_FLOAT_CONST(1e9) + MICROPY_FLOAT_CONST(0.5));
}

static void mp_time_sleep(mp_obj_t seconds) {
    mpwasm_sleep_ns(mpwasm_sleep_argument(seconds));
}

#if MPWASM_LIBRARY

// time.sleep is a function that a thread can be left in (library/thread/fiber.c), so what upstream defines under its name is another.
#include "py/objfun.h"

extern const mp_obj_fun_bc_t mpwasm_sleep_obj;
#define mp_time_sleep_obj mpwasm_sleep_obj
#undef MP_DEFINE_CONST_FUN_OBJ_1
#define MP_DEFINE_CONST_FUN_OBJ_1(object, function) DEFINE_##object(object, function)
#define DEFINE_OBJ_1(object, function) const mp_obj_fun_builtin_fixed_t object = { { &mp_type_fun_builtin_1 }, .fun._1 = function }
#define DEFINE_mp_time_sleep_obj(object, function) DEFINE_OBJ_1(mpwasm_unused_sleep_obj, function)
#define DEFINE_mp_time_sleep_ms_obj DEFINE_OBJ_1
#define DEFINE_mp_time_sleep_us_obj DEFINE_OBJ_1
#define DEFINE_mpwasm_time_getattr_obj static DEFINE_OBJ_1

// What few programs ask for (struct_time, strftime, ...) is in the frozen module _time, which is imported when it is first asked for.
static mp_obj_t mpwasm_time_getattr(mp_obj_t name) {
    mp_obj_t found[2] = { MP_OBJ_NULL, MP_OBJ_NULL };
    const char *text = mp_obj_str_get_str(name);
    if (text[0] != '_') {
        mp_obj_t rest = mp_import_name(MP_QSTR__time, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
        mp_load_method_protected(rest, mp_obj_str_get_qstr(name), found, false);
    }
    if (found[0] == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("module 'time' has no attribute '%q'"), mp_obj_str_get_qstr(name));
    }
    return found[0];
}
MP_DEFINE_CONST_FUN_OBJ_1(mpwasm_time_getattr_obj, mpwasm_time_getattr);

// The import asks for it, and __getattr__ would raise.
static mp_obj_t mpwasm_time_init(void) {
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_0(mpwasm_time_init_obj, mpwasm_time_init);

#define MICROPY_PY_TIME_EXTRA_GLOBALS \
    { MP_ROM_QSTR(MP_QSTR___init__), MP_ROM_PTR(&mpwasm_time_init_obj) }, \
    { MP_ROM_QSTR(MP_QSTR___getattr__), MP_ROM_PTR(&mpwasm_time_getattr_obj) },

#endif
