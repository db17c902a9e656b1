// sum: floats are added with what rounding loses kept aside (Neumaier's variant of Kahan's algorithm), as CPython has done since 3.12.

#include <math.h>

#include "py/runtime.h"

#include "language/numbers/numbers.h"
#include "language/sum.h"
#include "language/text/text.h"

#if MICROPY_PY_BUILTINS_FLOAT

static bool fits_64_bits(mp_obj_t object) {
    mpz_place_t place;
    return mp_obj_is_int(object) && mpz_bits(number_mpz(object, &place)) < 64;
}

// Adds as long as there are floats and ints. The first item of another kind is left in next; MP_OBJ_STOP_ITERATION if there is none.
static mp_obj_t sum_floats(mp_obj_t iterator, double total, mp_obj_t *next) {
    double lost = 0;
    while ((*next = mp_iternext(iterator)) != MP_OBJ_STOP_ITERATION) {
        if (mp_obj_is_float(*next)) {
            double item = mp_obj_float_get(*next), sum = total + item;
            lost += fabs(total) >= fabs(item) ? (total - sum) + item : (item - sum) + total;
            total = sum;
        } else if (mp_obj_is_small_int(*next)) {
            total += MP_OBJ_SMALL_INT_VALUE(*next);
        } else if (mp_obj_is_bool(*next)) {
            total += *next == mp_const_true;
        } else if (fits_64_bits(*next)) {
            total += number_int_as_double(*next);
        } else {
            break;
        }
    }
    return mp_obj_new_float(lost != 0 && isfinite(lost) ? total + lost : total);
}

#endif

mp_obj_t mpwasm_sum(mp_obj_t iterable, mp_obj_t start) {
    text_t text;
    if (text_maybe(start, &text)) {
        const char *kind = text_is_str(&text) ? "strings [use ''" : text.type == &mp_type_bytes ? "bytes [use b''" : "bytearray [use b''";
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("sum() can't sum %s.join(seq) instead]"), kind);
    }
    mp_obj_iter_buf_t buffer;
    mp_obj_t iterator = mp_getiter(iterable, &buffer), total = start, item = MP_OBJ_NULL;
    for (;;) {
        #if MICROPY_PY_BUILTINS_FLOAT
        if (mp_obj_is_float(total)) {
            total = sum_floats(iterator, mp_obj_float_get(total), &item);
        } else
        #endif
        {
            item = mp_iternext(iterator);
        }
        if (item == MP_OBJ_STOP_ITERATION) {
            return total;
        }
        total = mp_binary_op(MP_BINARY_OP_ADD, total, item);
    }
}
