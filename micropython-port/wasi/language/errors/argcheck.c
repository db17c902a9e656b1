// Arguments of functions and types in C, in place of py/argcheck.c: what is wrong with them is said as CPython's own functions say it. The names of
// those that take keywords are noted when they are called (mpwasm_callee); others are found when there is an error (arguments.c).

#include "py/builtin.h"
#include "py/runtime.h"

#include "language/errors/arguments.h"
#include "language/errors/print.h"

mp_const_obj_t mpwasm_callee;

static bool is_type(mp_const_obj_t callee) {
    return callee != MP_OBJ_NULL && mp_obj_is_type((mp_obj_t)callee, &mp_type_type);
}

static const char *name_of(mp_const_obj_t callee) {
    if (is_type(callee)) {
        return qstr_str(((const mp_obj_type_t *)MP_OBJ_TO_PTR(callee))->name);
    }
    qstr name = callee == MP_OBJ_NULL ? MP_QSTRnull : mpwasm_builtin_name(callee);
    return name == MP_QSTRnull ? "function" : name == MP_QSTR_sorted ? "sort" : qstr_str(name);
}

static MP_NORETURN void raise_number(const char *how, size_t wanted, size_t given) {
    bool sorted = mpwasm_callee == MP_OBJ_FROM_PTR(&mp_builtin_sorted_obj); // its keywords are those of list.sort
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s expected %s%d argument%s, got %d"), sorted ? "sorted" : name_of(mpwasm_callee), sorted ? "" : how, (int)wanted, wanted == 1 ? "" : "s", (int)given);
}

void mp_arg_check_num_sig(size_t n_args, size_t n_kw, uint32_t sig) {
    size_t least = sig >> 17, most = sig >> 1 & 0xffff;
    if (n_kw != 0 && !(sig & 1)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() takes no keyword arguments"), name_of(mpwasm_callee));
    }
    if (n_args < least || n_args > most) {
        raise_number(least == most ? "" : n_args < least ? "at least " : "at most ", n_args < least ? least : most, n_args);
    }
}

static MP_NORETURN void raise_missing(const mp_arg_t *allowed, size_t number) {
    if (allowed->flags & MP_ARG_KW_ONLY || is_type(mpwasm_callee)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() missing required argument '%q'"), name_of(mpwasm_callee), (qstr)allowed->qst);
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() missing required argument '%q' (pos %d)"), name_of(mpwasm_callee), (qstr)allowed->qst, (int)number + 1);
}

static MP_NORETURN void raise_too_many(size_t n_pos, size_t n_allowed, const mp_arg_t *allowed) {
    size_t positional = 0;
    while (positional < n_allowed && !(allowed[positional].flags & MP_ARG_KW_ONLY)) {
        positional++;
    }
    if (is_type(mpwasm_callee)) {
        raise_number("at most ", positional, n_pos);
    }
    const char *name = name_of(mpwasm_callee);
    if (positional == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() takes no positional arguments"), name);
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() takes at most %d %sargument%s (%d given)"), name, (int)positional,
        positional < n_allowed ? "positional " : "", positional == 1 ? "" : "s", (int)n_pos);
}

static MP_NORETURN void raise_unexpected(const mp_map_t *keywords, size_t n_pos, size_t n_allowed, const mp_arg_t *allowed) {
    const char *name = name_of(mpwasm_callee);
    for (size_t i = 0; i < keywords->alloc; i++) {
        if (!mp_map_slot_is_filled(keywords, i)) {
            continue;
        }
        size_t j = 0;
        while (j < n_allowed && keywords->table[i].key != MP_OBJ_NEW_QSTR(allowed[j].qst)) {
            j++;
        }
        const char *keyword = mp_obj_str_get_str(keywords->table[i].key);
        if (j < n_pos && j < n_allowed) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("argument for %s() given by name ('%s') and position (%d)"), name, keyword, (int)j + 1);
        }
        if (j == n_allowed) {
            qstr like = mpwasm_most_like(keyword, n_allowed, &allowed->qst, sizeof(mp_arg_t) / sizeof(uint16_t));
            mp_raise_msg_varg(&mp_type_TypeError, like == MP_QSTRnull ? MP_ERROR_TEXT("%s() got an unexpected keyword argument '%s'")
                : MP_ERROR_TEXT("%s() got an unexpected keyword argument '%s'. Did you mean '%q'?"), name, keyword, like);
        }
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() got an unexpected keyword argument"), name);
}

void mp_arg_parse_all(size_t n_pos, const mp_obj_t *pos, mp_map_t *keywords, size_t n_allowed, const mp_arg_t *allowed, mp_arg_val_t *values) {
    size_t by_name = 0;
    for (size_t i = 0; i < n_allowed; i++) {
        mp_obj_t given;
        if (i < n_pos) {
            if (allowed[i].flags & MP_ARG_KW_ONLY) {
                raise_too_many(n_pos, n_allowed, allowed);
            }
            given = pos[i];
        } else {
            mp_map_elem_t *found = mp_map_lookup(keywords, MP_OBJ_NEW_QSTR(allowed[i].qst), MP_MAP_LOOKUP);
            if (found == NULL) {
                if (allowed[i].flags & MP_ARG_REQUIRED) {
                    raise_missing(&allowed[i], i);
                }
                values[i] = allowed[i].defval;
                continue;
            }
            by_name++;
            given = found->value;
        }
        switch (allowed[i].flags & MP_ARG_KIND_MASK) {
            case MP_ARG_BOOL: values[i].u_bool = mp_obj_is_true(given); break;
            case MP_ARG_INT: values[i].u_int = mp_obj_get_int(given); break;
            default: values[i].u_obj = given;
        }
    }
    if (n_pos > n_allowed) {
        raise_too_many(n_pos, n_allowed, allowed);
    }
    if (by_name < keywords->used) {
        raise_unexpected(keywords, n_pos, n_allowed, allowed);
    }
}

void mp_arg_parse_all_kw_array(size_t n_pos, size_t n_kw, const mp_obj_t *args, size_t n_allowed, const mp_arg_t *allowed, mp_arg_val_t *values) {
    mp_map_t keywords;
    mp_map_init_fixed_table(&keywords, n_kw, args + n_pos);
    mp_arg_parse_all(n_pos, args, &keywords, n_allowed, allowed, values);
}

MP_NORETURN void mp_arg_error_terse_mismatch(void) {
    mp_raise_TypeError(MP_ERROR_TEXT("argument num/types mismatch"));
}

MP_NORETURN void mp_arg_error_unimpl_kw(void) {
    mp_raise_NotImplementedError(MP_ERROR_TEXT("keyword argument(s) not implemented - use normal args instead"));
}
