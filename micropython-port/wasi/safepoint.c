// Functions of upstream's that collect garbage first, if that was asked for (safepoint.h).

#include "py/runtime.h"

#include "gccollect.h"
#include "safepoint.h"

mp_obj_t mpwasm_call_function_n_kw(mp_obj_t function, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mpwasm_safe_point();
    return mp_call_function_n_kw(function, n_args, n_kw, args);
}

mp_obj_t mpwasm_call_method_n_kw(size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mpwasm_safe_point();
    return mp_call_method_n_kw(n_args, n_kw, args);
}

mp_obj_t mpwasm_iternext(mp_obj_t iterator) {
    mpwasm_safe_point();
    return mp_iternext(iterator);
}
