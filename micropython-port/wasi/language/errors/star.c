// try ... except*: what its bytecode calls (language/helper.h).
//
// The state of such a statement is a list: the exception, what is left of it (or None), and what handlers raised. While a handler runs, the
// exception that is being dealt with is the part that it takes: "raise" alone raises that.

#include "py/objlist.h"
#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/errors/groups.h"
#include "language/helper.h"

enum { STATE_EXCEPTION, STATE_REST, STATE_RAISED };

// The entry of the try statement in the frame that runs: the innermost in which something is dealt with.
static void set_handled(mp_obj_t exception) {
    mp_exc_stack_t *blocks = (mp_exc_stack_t *)(mpwasm_frame->state + mpwasm_frame->n_state);
    for (size_t i = mpwasm_frame->exc_sp_idx; i > 0; i--) {
        if (blocks[i - 1].prev_exc != NULL) {
            blocks[i - 1].prev_exc = MP_OBJ_TO_PTR(exception);
            return;
        }
    }
}

static void check_type(mp_obj_t type) {
    if (!mp_obj_is_exception_type(type)) {
        mp_raise_TypeError(MP_ERROR_TEXT("catching classes that do not inherit from BaseException is not allowed"));
    }
    if (mp_obj_is_subclass_fast(type, MP_OBJ_FROM_PTR(&mpwasm_type_BaseExceptionGroup))) {
        mp_raise_TypeError(MP_ERROR_TEXT("catching ExceptionGroup with except* is not allowed. Use except instead."));
    }
}

static void check_types(mp_obj_t types) {
    if (mp_obj_is_type(types, &mp_type_tuple)) {
        const mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(types);
        for (size_t i = 0; i < tuple->len; i++) {
            check_type(tuple->items[i]);
        }
    } else {
        check_type(types);
    }
}

static mp_obj_t *state_items(mp_obj_t state, size_t *length) {
    mp_obj_t *items;
    mp_obj_list_get(state, length, &items);
    return items;
}

// Takes what matches out of the rest: a group, or None.
static mp_obj_t star_match(mp_obj_t state, mp_obj_t types) {
    size_t length;
    mp_obj_t rest = state_items(state, &length)[STATE_REST];
    set_handled(state_items(state, &length)[STATE_EXCEPTION]);
    check_types(types);
    if (rest == mp_const_none) {
        return mp_const_none;
    }
    mp_obj_t match = mp_const_none, left = rest;
    if (mp_obj_is_true(mp_binary_op(MP_BINARY_OP_EXCEPTION_MATCH, rest, types))) {
        match = mpwasm_is_group(rest) ? rest : mpwasm_new_group(mp_obj_new_tuple(1, &rest));
        left = mp_const_none;
        mpwasm_exception(match)->traceback = mpwasm_exception(rest)->traceback;
    } else if (mpwasm_is_group(rest)) {
        mp_obj_t method[3];
        mp_load_method(rest, MP_QSTR_split, method);
        method[2] = types;
        mp_obj_t both = mp_call_method_n_kw(1, 0, method);
        if (!mp_obj_is_type(both, &mp_type_tuple)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s.split must return a tuple, not %s"), mp_obj_get_type_str(rest), mp_obj_get_type_str(both));
        }
        const mp_obj_tuple_t *parts = MP_OBJ_TO_PTR(both);
        if (parts->len < 2) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s.split must return a 2-tuple, got tuple of size %d"), mp_obj_get_type_str(rest), (int)parts->len);
        }
        match = parts->items[0], left = parts->items[1];
        if ((match != mp_const_none && !mp_obj_is_exception_instance(match)) || (left != mp_const_none && !mp_obj_is_exception_instance(left))) {
            mp_raise_TypeError(MP_ERROR_TEXT("exceptions must derive from BaseException"));
        }
    }
    state_items(state, &length)[STATE_REST] = left;
    if (match != mp_const_none) {
        set_handled(match);
    }
    return match;
}

// Exceptions that are no groups, of all that stand below one.
static void collect_leaves(mp_obj_t exception, mp_obj_t leaves) {
    mp_cstack_check();
    if (!mpwasm_is_group(exception)) {
        mp_obj_list_append(leaves, exception);
        return;
    }
    mp_obj_tuple_t *items = mpwasm_group_items(exception);
    for (size_t i = 0; i < items->len; i++) {
        collect_leaves(items->items[i], leaves);
    }
}

// What is to be raised after all handlers, or None. What is left, and what handlers raised again, is put together in the shape that it had.
static mp_obj_t star_end(mp_obj_t state) {
    size_t length;
    mp_obj_t *items = state_items(state, &length), exception = items[STATE_EXCEPTION], rest = items[STATE_REST];
    set_handled(exception);
    if (rest != mp_const_none) {
        mp_obj_list_append(state, rest);
        items = state_items(state, &length);
    }
    if (!mpwasm_is_group(exception) || length == STATE_RAISED) {
        return length > STATE_RAISED ? items[STATE_RAISED] : mp_const_none;
    }
    mp_obj_t raised = mp_obj_new_list(0, NULL), again = mp_obj_new_list(0, NULL);
    for (size_t i = STATE_RAISED; i < length; i++) {
        mp_obj_t one = state_items(state, &length)[i];
        if (mpwasm_is_group(one) && mpwasm_same_origin(one, exception)) {
            collect_leaves(one, again);
        } else {
            mp_obj_list_append(raised, one);
        }
    }
    if (state_items(again, &length), length != 0) {
        mp_obj_t part = mpwasm_group_projection(exception, again);
        if (part != mp_const_none) {
            mp_obj_list_append(raised, part);
        }
    }
    items = state_items(raised, &length);
    return length == 0 ? mp_const_none : length == 1 ? items[0] : mpwasm_new_group(raised);
}

mp_obj_t *mpwasm_star_helper(mp_uint_t which, mp_obj_t *sp) {
    switch (which) {
        case HELPER_STAR_BEGIN: {
            mp_obj_t state[2] = { sp[0], sp[0] };
            sp[0] = mp_obj_new_list(2, state);
            return sp;
        }
        case HELPER_STAR_MATCH:
            sp[0] = star_match(sp[-1], sp[0]);
            return sp;
        case HELPER_STAR_RAISED:
            mp_obj_list_append(sp[-1], sp[0]);
            return sp - 1;
        default: // HELPER_STAR_END
            sp[0] = star_end(sp[0]);
            return sp;
    }
}
