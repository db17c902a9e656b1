// BaseExceptionGroup and ExceptionGroup.

#include "py/objlist.h"
#include "py/runtime.h"
#include "py/cstack.h"

#include "language/errors/errors.h"
#include "language/errors/groups.h"
#include "language/native.h"

enum { FIELD_MESSAGE, FIELD_EXCEPTIONS };

bool mpwasm_is_group(mp_obj_t exception) {
    const mp_obj_exception_t *native = mpwasm_exception_maybe(exception);
    return native != NULL && native->fields != NULL && mpwasm_exception_is(native, &mpwasm_type_BaseExceptionGroup);
}

mp_obj_tuple_t *mpwasm_group_items(mp_obj_t group) {
    return MP_OBJ_TO_PTR(mpwasm_exception(group)->fields[FIELD_EXCEPTIONS]);
}

// --- Making them -----------------------------------------------------------------------------------

static mp_obj_t members_of(mp_obj_t sequence) {
    bool is_list = mpwasm_native(sequence, &mp_type_list) != MP_OBJ_NULL || mpwasm_native(sequence, &mp_type_tuple) != MP_OBJ_NULL;
    if (!is_list) {
        mp_obj_t method[2];
        mpwasm_load_of_type(sequence, MP_QSTR___getitem__, method);
        if (method[0] == MP_OBJ_NULL || mpwasm_native(sequence, &mp_type_dict) != MP_OBJ_NULL) {
            mp_raise_TypeError(MP_ERROR_TEXT("second argument (exceptions) must be a sequence"));
        }
    }
    mp_obj_t items = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_tuple), sequence);
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(items);
    if (tuple->len == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("second argument (exceptions) must be a non-empty sequence"));
    }
    for (size_t i = 0; i < tuple->len; i++) {
        if (!mp_obj_is_exception_instance(tuple->items[i])) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Item %d of second argument (exceptions) is not an exception"), (int)i);
        }
    }
    return items;
}

mp_obj_t mpwasm_group_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    if (n_kw != 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no keyword arguments"), (qstr)type->name);
    }
    if (n_args != 2) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)"), (int)n_args);
    }
    if (mpwasm_native(args[0], &mp_type_str) == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("BaseExceptionGroup.__new__() argument 1 must be str, not %s"), mp_obj_get_type_str(args[0]));
    }
    mp_obj_t items = members_of(args[1]);
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(items);
    bool all = true;
    for (size_t i = 0; i < tuple->len; i++) {
        all &= mp_obj_exception_match(tuple->items[i], MP_OBJ_FROM_PTR(&mp_type_Exception));
    }
    if (!all && type == &mpwasm_type_ExceptionGroup) {
        mp_raise_TypeError(MP_ERROR_TEXT("Cannot nest BaseExceptions in an ExceptionGroup"));
    }
    mp_obj_exception_t *group = m_new_obj(mp_obj_exception_t);
    mp_obj_t *fields = m_new(mp_obj_t, 2);
    fields[FIELD_MESSAGE] = args[0];
    fields[FIELD_EXCEPTIONS] = items;
    *group = (mp_obj_exception_t) {
        .base = { all ? &mpwasm_type_ExceptionGroup : type }, .args = MP_OBJ_TO_PTR(mp_obj_new_tuple(2, args)), .fields = fields,
    };
    return MP_OBJ_FROM_PTR(group);
}

mp_obj_t mpwasm_new_group(mp_obj_t exceptions) {
    mp_obj_t args[2] = { MP_OBJ_NEW_QSTR(MP_QSTR_), exceptions };
    return mpwasm_group_make_new(&mpwasm_type_BaseExceptionGroup, 2, 0, args);
}

// --- Taking them apart -----------------------------------------------------------------------------

static mp_obj_t notes_of(mp_obj_t exception) {
    mp_obj_t notes[2];
    mp_load_method_maybe(exception, MP_QSTR___notes__, notes);
    return notes[0];
}

bool mpwasm_same_origin(mp_obj_t left, mp_obj_t right) {
    const mp_obj_exception_t *l = mpwasm_exception(left), *r = mpwasm_exception(right);
    if (l->traceback != r->traceback || l->cause != r->cause || l->context != r->context) {
        return false;
    }
    mp_obj_t l_notes = notes_of(left), r_notes = notes_of(right);
    return l_notes == r_notes || (l_notes != MP_OBJ_NULL && r_notes != MP_OBJ_NULL && mp_obj_equal(l_notes, r_notes));
}

// A group like another one, of some of its exceptions; None if there are none.
static mp_obj_t derived(mp_obj_t group, mp_obj_t list) {
    size_t count;
    mp_obj_t *items;
    mp_obj_list_get(list, &count, &items);
    if (count == 0) {
        return mp_const_none;
    }
    mp_obj_t method[3];
    mp_load_method(group, MP_QSTR_derive, method);
    method[2] = list;
    mp_obj_t made = mp_call_method_n_kw(1, 0, method);
    if (!mpwasm_is_group(made)) {
        mp_raise_TypeError(MP_ERROR_TEXT("derive must return an instance of BaseExceptionGroup"));
    }
    mp_obj_exception_t *to = mpwasm_exception(made);
    const mp_obj_exception_t *from = mpwasm_exception(group);
    to->traceback = from->traceback;
    to->context = from->context;
    to->cause = from->cause;
    to->suppress = from->suppress;
    mp_obj_t notes = notes_of(group);
    if (notes != MP_OBJ_NULL && mpwasm_native(notes, &mp_type_list) != MP_OBJ_NULL) {
        mp_store_attr(made, MP_QSTR___notes__, mp_obj_list_make_new(&mp_type_list, 1, 0, &notes));
    }
    return made;
}

// What chooses exceptions: types, a function, or a list of the exceptions themselves.
typedef enum { BY_TYPE, BY_FUNCTION, BY_IDENTITY } choice_kind_t;
typedef struct {
    choice_kind_t kind;
    mp_obj_t by;
} choice_t;

static choice_t choice_of(mp_obj_t by) {
    bool types = mp_obj_is_exception_type(by);
    if (mp_obj_is_type(by, &mp_type_tuple)) {
        const mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(by);
        types = true;
        for (size_t i = 0; i < tuple->len; i++) {
            types &= mp_obj_is_exception_type(tuple->items[i]);
        }
    }
    if (!types && (mp_obj_is_type(by, &mp_type_type) || !mp_obj_is_callable(by))) {
        mp_raise_TypeError(MP_ERROR_TEXT("expected an exception type, a tuple of exception types, or a callable (other than a class)"));
    }
    return (choice_t) { types ? BY_TYPE : BY_FUNCTION, by };
}

static bool chosen(const choice_t *choice, mp_obj_t exception) {
    if (choice->kind == BY_TYPE) {
        return mp_obj_is_true(mp_binary_op(MP_BINARY_OP_EXCEPTION_MATCH, exception, choice->by));
    }
    if (choice->kind == BY_FUNCTION) {
        return mp_obj_is_true(mp_call_function_1(choice->by, exception));
    }
    size_t count;
    mp_obj_t *items;
    mp_obj_list_get(choice->by, &count, &items);
    for (size_t i = 0; i < count; i++) {
        if (items[i] == exception) {
            return !mpwasm_is_group(exception);
        }
    }
    return false;
}

// Splits a group into two, either of which may be None. The second is left out if rest is NULL.
static void split(mp_obj_t group, const choice_t *choice, mp_obj_t *match, mp_obj_t *rest) {
    mp_cstack_check();
    if (chosen(choice, group)) {
        *match = group;
        if (rest != NULL) {
            *rest = mp_const_none;
        }
        return;
    }
    mp_obj_t matching = mp_obj_new_list(0, NULL), others = mp_obj_new_list(0, NULL);
    mp_obj_tuple_t *items = mpwasm_group_items(group);
    for (size_t i = 0; i < items->len; i++) {
        mp_obj_t item = items->items[i], left = mp_const_none;
        if (mpwasm_is_group(item)) {
            mp_obj_t part;
            split(item, choice, &part, rest == NULL ? NULL : &left);
            if (part != mp_const_none) {
                mp_obj_list_append(matching, part);
            }
        } else if (chosen(choice, item)) {
            mp_obj_list_append(matching, item);
        } else {
            left = item;
        }
        if (left != mp_const_none) {
            mp_obj_list_append(others, left);
        }
    }
    *match = derived(group, matching);
    if (rest != NULL) {
        *rest = derived(group, others);
    }
}

mp_obj_t mpwasm_group_projection(mp_obj_t group, mp_obj_t others) {
    choice_t choice = { BY_IDENTITY, others };
    mp_obj_t match;
    split(group, &choice, &match, NULL);
    return match;
}

// --- Methods ---------------------------------------------------------------------------------------

static void check_self(mp_obj_t self) {
    if (!mpwasm_is_group(self)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected a 'BaseExceptionGroup' object, not '%s'"), mp_obj_get_type_str(self));
    }
}

static mp_obj_t group_split(mp_obj_t self, mp_obj_t by) {
    check_self(self);
    choice_t choice = choice_of(by);
    mp_obj_t both[2];
    split(self, &choice, &both[0], &both[1]);
    return mp_obj_new_tuple(2, both);
}
static MP_DEFINE_CONST_FUN_OBJ_2(group_split_obj, group_split);

static mp_obj_t group_subgroup(mp_obj_t self, mp_obj_t by) {
    check_self(self);
    choice_t choice = choice_of(by);
    mp_obj_t match;
    split(self, &choice, &match, NULL);
    return match;
}
static MP_DEFINE_CONST_FUN_OBJ_2(group_subgroup_obj, group_subgroup);

static mp_obj_t group_derive(mp_obj_t self, mp_obj_t exceptions) {
    check_self(self);
    mp_obj_t args[2] = { mpwasm_exception(self)->fields[FIELD_MESSAGE], exceptions };
    return mpwasm_group_make_new(&mpwasm_type_BaseExceptionGroup, 2, 0, args);
}
static MP_DEFINE_CONST_FUN_OBJ_2(group_derive_obj, group_derive);

static mp_obj_t group_class_getitem(mp_obj_t class, mp_obj_t item) {
    (void)item;
    return class;
}
static MP_DEFINE_CONST_FUN_OBJ_2(group_class_getitem_fun, group_class_getitem);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(group_class_getitem_obj, MP_ROM_PTR(&group_class_getitem_fun));

static const mp_rom_map_elem_t locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___class_getitem__), MP_ROM_PTR(&group_class_getitem_obj) },
    { MP_ROM_QSTR(MP_QSTR_derive), MP_ROM_PTR(&group_derive_obj) },
    { MP_ROM_QSTR(MP_QSTR_split), MP_ROM_PTR(&group_split_obj) },
    { MP_ROM_QSTR(MP_QSTR_subgroup), MP_ROM_PTR(&group_subgroup_obj) },
};
static MP_DEFINE_CONST_DICT(locals, locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mpwasm_type_BaseExceptionGroup,
    MP_QSTR_BaseExceptionGroup,
    MP_TYPE_FLAG_NONE,
    make_new, mpwasm_group_make_new,
    print, mp_obj_exception_print,
    attr, mp_obj_exception_attr,
    parent, &mp_type_BaseException,
    locals_dict, &locals
    );

// An Exception, too (language/class/lookup.c).
MP_DEFINE_CONST_OBJ_TYPE(
    mpwasm_type_ExceptionGroup,
    MP_QSTR_ExceptionGroup,
    MP_TYPE_FLAG_NONE,
    make_new, mpwasm_group_make_new,
    print, mp_obj_exception_print,
    attr, mp_obj_exception_attr,
    parent, &mpwasm_type_BaseExceptionGroup
    );
