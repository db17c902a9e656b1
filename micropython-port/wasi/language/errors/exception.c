// Exceptions as objects: in place of upstream's py/objexcept.c, which writes tracebacks into whatever stands where the native part of an instance is
// missing (py/objexcept.c:596 of 1.26.1).
//
// Making an exception never fails for want of memory: it then has fewer arguments, down to a static object of its type.

#include <stdarg.h>
#include <string.h>

#include "py/objstr.h"
#include "py/objtype.h"
#include "py/runtime.h"

#include "guard/guard.h"
#include "language/errors/errors.h"
#include "language/errors/groups.h"
#include "language/errors/hierarchy.h"
#include "language/native.h"

#if MICROPY_ROM_TEXT_COMPRESSION
#error "texts of errors are taken to be plain"
#endif

// --- What is an exception --------------------------------------------------------------------------

// Whether a built-in type is one of exceptions. All have one constructor, but groups.
static bool is_native_type(const mp_obj_type_t *type) {
    const void *make_new = (const void *)MP_OBJ_TYPE_GET_SLOT_OR_NULL(type, make_new);
    return make_new == (const void *)mp_obj_exception_make_new || make_new == (const void *)mpwasm_group_make_new;
}

bool mp_obj_is_native_exception_instance(mp_obj_t self) {
    return is_native_type(mp_obj_get_type(self));
}

bool mp_obj_is_exception_type(mp_obj_t object) {
    if (mp_obj_is_type(object, &mp_type_type) && is_native_type(MP_OBJ_TO_PTR(object))) {
        return true;
    }
    return mp_obj_is_subclass_fast(object, MP_OBJ_FROM_PTR(&mp_type_BaseException));
}

bool mp_obj_is_exception_instance(mp_obj_t self) {
    return mp_obj_is_exception_type(MP_OBJ_FROM_PTR(mp_obj_get_type(self)));
}

bool mp_obj_exception_match(mp_obj_t exception, mp_const_obj_t type) {
    if (mp_obj_is_exception_instance(exception)) {
        exception = MP_OBJ_FROM_PTR(mp_obj_get_type(exception));
    }
    return mp_obj_is_subclass_fast(exception, type);
}

mp_obj_exception_t *mpwasm_exception(mp_obj_t exception) {
    if (mp_obj_is_native_exception_instance(exception)) {
        return MP_OBJ_TO_PTR(exception);
    }
    return MP_OBJ_TO_PTR(((mp_obj_instance_t *)MP_OBJ_TO_PTR(exception))->subobj[0]);
}

mp_obj_exception_t *mpwasm_exception_maybe(mp_obj_t object) {
    return mp_obj_is_exception_instance(object) ? mpwasm_exception(object) : NULL;
}

bool mpwasm_exception_is(const mp_obj_exception_t *exception, const mp_obj_type_t *type) {
    return mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(exception->base.type), MP_OBJ_FROM_PTR(type));
}

// --- Making them -----------------------------------------------------------------------------------

// For the heap's end: a text with its object, and a tuple of it.
static struct {
    mp_obj_base_t base;
    size_t len;
    mp_obj_t items[1];
} reserve_tuple; // as a mp_obj_tuple_t
static mp_obj_str_t reserve_str;
static char reserve_text[128];

static mp_obj_tuple_t *new_args(size_t n_args, const mp_obj_t *args) {
    if (n_args == 0) {
        return (mp_obj_tuple_t *)&mp_const_empty_tuple_obj;
    }
    mp_obj_tuple_t *tuple = m_new_obj_var_maybe(mp_obj_tuple_t, items, mp_obj_t, n_args);
    if (tuple == NULL && n_args == 1) {
        tuple = (mp_obj_tuple_t *)&reserve_tuple;
    } else if (tuple == NULL) {
        return (mp_obj_tuple_t *)&mp_const_empty_tuple_obj;
    }
    tuple->base.type = &mp_type_tuple;
    tuple->len = n_args;
    memcpy(tuple->items, args, n_args * sizeof(mp_obj_t));
    return tuple;
}

mp_obj_t mpwasm_exception_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_obj_exception_t *exception = m_new_obj_maybe(mp_obj_exception_t);
    if (exception == NULL) {
        exception = &MP_STATE_VM(mp_emergency_exception_obj);
    }
    *exception = (mp_obj_exception_t) { .base = { type }, .args = new_args(n_args, args) };
    if (n_kw != 0 || n_args > 1) {
        mpwasm_fields_init(exception, n_args, n_kw, args);
    }
    return MP_OBJ_FROM_PTR(exception);
}

mp_obj_t mp_obj_exception_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mpwasm_fields_check(type, n_args, args);
    return mpwasm_exception_new(type, n_args, n_kw, args);
}

void mpwasm_exception_init(mp_obj_t self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_obj_exception_t *exception = MP_OBJ_TO_PTR(self);
    if (exception == &mp_const_GeneratorExit_obj) {
        return;
    }
    mpwasm_fields_check(exception->base.type, n_args, args);
    exception->args = new_args(n_args, args);
    if (!mpwasm_is_group(self)) {
        exception->fields = NULL;
    }
    if (n_kw != 0 || (n_args > 1 && !mpwasm_is_group(self))) {
        mpwasm_fields_init(exception, n_args, n_kw, args);
    }
}

mp_obj_t mp_obj_new_exception(const mp_obj_type_t *type) {
    return mp_obj_exception_make_new(type, 0, 0, NULL);
}

mp_obj_t mp_obj_new_exception_args(const mp_obj_type_t *type, size_t n_args, const mp_obj_t *args) {
    return mp_obj_exception_make_new(type, n_args, 0, args);
}

static mp_obj_t with_text(const mp_obj_type_t *type, mp_obj_str_t *str, const char *text, size_t length) {
    str = str == NULL ? &reserve_str : str;
    *str = (mp_obj_str_t) { .base = { &mp_type_str }, .len = length, .data = (const byte *)text };
    str->hash = qstr_compute_hash(str->data, length);
    mp_obj_t args[] = { MP_OBJ_FROM_PTR(str) };
    return mp_obj_exception_make_new(type, 1, 0, args);
}

mp_obj_t mp_obj_new_exception_msg(const mp_obj_type_t *type, mp_rom_error_text_t message) {
    return with_text(type, m_new_obj_maybe(mp_obj_str_t), (const char *)message, strlen((const char *)message));
}

// A printer that takes what memory there is, and cuts the text where it ends.
typedef struct {
    size_t room, length;
    char *text;
    bool grows;
} cutter_t;

static void cutter_write(void *data, const char *text, size_t length) {
    cutter_t *cutter = data;
    if (cutter->length + length >= cutter->room && cutter->grows) {
        size_t room = cutter->length + length + 16;
        char *larger = m_renew_maybe(char, cutter->text, cutter->room, room, true);
        if (larger == NULL) {
            cutter->grows = false;
        } else {
            cutter->text = larger;
            cutter->room = room;
        }
    }
    if (cutter->length + length >= cutter->room) {
        length = cutter->room - cutter->length - 1;
    }
    memcpy(cutter->text + cutter->length, text, length);
    cutter->length += length;
}

mp_obj_t mp_obj_new_exception_msg_vlist(const mp_obj_type_t *type, mp_rom_error_text_t format, va_list args) {
    mp_obj_str_t *str = m_new_obj_maybe(mp_obj_str_t);
    size_t room = strlen((const char *)format) + 16;
    char *text = str == NULL ? NULL : m_new_maybe(char, room);
    cutter_t cutter = { room, 0, text, true };
    if (text == NULL) {
        cutter = (cutter_t) { sizeof(reserve_text), 0, reserve_text, false };
        str = &reserve_str;
    }
    mp_print_t print = { &cutter, cutter_write };
    va_list first;
    va_copy(first, args);
    mp_vprintf(&print, (const char *)format, args);
    cutter.text[cutter.length] = '\0';
    mp_obj_t exception = with_text(type, str, cutter.text, cutter.length);
    if (type == &mp_type_NameError && strncmp((const char *)format, "name '%q'", 9) == 0) { // it knows the name
        mp_obj_t name = MP_OBJ_NEW_QSTR(va_arg(first, qstr));
        mpwasm_with_fields(exception, 1, &name);
    }
    va_end(first);
    return exception;
}

mp_obj_t mp_obj_new_exception_msg_varg(const mp_obj_type_t *type, mp_rom_error_text_t format, ...) {
    va_list args;
    va_start(args, format);
    mp_obj_t exception = mp_obj_new_exception_msg_vlist(type, format, args);
    va_end(args);
    return exception;
}

mp_obj_t mp_obj_exception_get_value(mp_obj_t self) {
    mp_obj_exception_t *exception = mpwasm_exception(self);
    return exception == NULL || exception->args->len == 0 ? mp_const_none : exception->args->items[0];
}

// --- Attributes ------------------------------------------------------------------------------------

static mp_obj_t or_none(mp_obj_t object) {
    return object == MP_OBJ_NULL ? mp_const_none : object;
}

static mp_obj_t own_dict(mp_obj_exception_t *exception) {
    if (exception->dict == MP_OBJ_NULL) {
        exception->dict = mp_obj_new_dict(0);
    }
    return exception->dict;
}

static mp_obj_t load(mp_obj_exception_t *exception, qstr name) {
    switch (name) {
        case MP_QSTR_args:
            return MP_OBJ_FROM_PTR(exception->args);
        case MP_QSTR___cause__:
            return or_none(exception->cause);
        case MP_QSTR___context__:
            return or_none(exception->context);
        case MP_QSTR___suppress_context__:
            return mp_obj_new_bool(exception->suppress);
        case MP_QSTR___traceback__:
            return or_none(exception->traceback);
        case MP_QSTR___dict__:
            return own_dict(exception);
    }
    mp_obj_t field = mpwasm_field_load(exception, name);
    if (field == MP_OBJ_NULL && exception->dict != MP_OBJ_NULL) {
        mp_map_elem_t *own = mp_map_lookup(mp_obj_dict_get_map(exception->dict), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP);
        return own == NULL ? MP_OBJ_NULL : own->value;
    }
    return field;
}

// An exception or None, as it is kept.
static mp_obj_t chained(mp_obj_t value, const char *what) {
    if (value != mp_const_none && !mp_obj_is_exception_instance(value)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("exception %s must be None or derive from BaseException"), what);
    }
    return value == mp_const_none ? MP_OBJ_NULL : value;
}

static mp_obj_t checked_traceback(mp_obj_t value) {
    if (value != mp_const_none && !mp_obj_is_type(value, &mpwasm_type_traceback)) {
        mp_raise_TypeError(MP_ERROR_TEXT("__traceback__ must be a traceback or None"));
    }
    return value == mp_const_none ? MP_OBJ_NULL : value;
}

bool mpwasm_exception_store(mp_obj_t self, qstr name, mp_obj_t value) {
    mp_obj_exception_t *exception = MP_OBJ_TO_PTR(self);
    if (value == MP_OBJ_NULL && (name == MP_QSTR_args || name == MP_QSTR___cause__ || name == MP_QSTR___context__ || name == MP_QSTR___traceback__)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q may not be deleted"), name);
    }
    if (exception == &mp_const_GeneratorExit_obj) { // which generators are closed with, in all of them
        return name == MP_QSTR___traceback__ || name == MP_QSTR___context__;
    }
    switch (name) {
        case MP_QSTR_args:
            exception->args = MP_OBJ_TO_PTR(mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_tuple), value));
            return true;
        case MP_QSTR___cause__:
            exception->cause = chained(value, "cause");
            exception->suppress = true;
            return true;
        case MP_QSTR___context__:
            exception->context = chained(value, "context");
            return true;
        case MP_QSTR___suppress_context__:
            if (value == MP_OBJ_NULL || !mp_obj_is_bool(value)) {
                mp_raise_TypeError(value == MP_OBJ_NULL ? MP_ERROR_TEXT("can't delete numeric/char attribute") : MP_ERROR_TEXT("attribute value type must be bool"));
            }
            exception->suppress = value == mp_const_true;
            return true;
        case MP_QSTR___traceback__:
            exception->traceback = checked_traceback(value);
            return true;
    }
    return mpwasm_field_store(exception, name, value);
}

void mp_obj_exception_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    mp_obj_exception_t *exception = MP_OBJ_TO_PTR(self);
    if (dest[0] == MP_OBJ_NULL) {
        dest[0] = load(exception, name);
        return;
    }
    if (!mpwasm_exception_store(self, name, dest[1])) {
        if (name == MP_QSTR___dict__ && dest[1] != MP_OBJ_NULL && mp_obj_is_type(dest[1], &mp_type_dict)) {
            exception->dict = dest[1];
        } else if (name == MP_QSTR___class__ || name == MP_QSTR___dict__) {
            return;
        } else if (dest[1] != MP_OBJ_NULL) {
            mp_obj_dict_store(own_dict(exception), MP_OBJ_NEW_QSTR(name), dest[1]);
        } else if (exception->dict == MP_OBJ_NULL || mp_map_lookup(mp_obj_dict_get_map(exception->dict), MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP_REMOVE_IF_FOUND) == NULL) {
            return;
        }
    }
    dest[0] = MP_OBJ_NULL;
}

// --- Methods. Self is any object, for a method that is taken from the class; an instance comes as it is, not its native part. -----

static mp_obj_exception_t *self_of(mp_obj_t self) {
    mp_obj_exception_t *exception = mpwasm_exception_maybe(self);
    if (exception == NULL || exception == &mp_const_GeneratorExit_obj) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected a 'BaseException' object, not '%s'"), mp_obj_get_type_str(self));
    }
    return exception;
}

static mp_obj_t with_traceback(mp_obj_t self, mp_obj_t traceback) {
    self_of(self)->traceback = checked_traceback(traceback);
    return self;
}
static MP_DEFINE_CONST_FUN_OBJ_2(with_traceback_obj, with_traceback);

static mp_obj_t add_note(mp_obj_t self, mp_obj_t note) {
    self_of(self);
    if (mpwasm_native(note, &mp_type_str) == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("note must be a str, not '%s'"), mp_obj_get_type_str(note));
    }
    mp_obj_t notes[2];
    mp_load_method_maybe(self, MP_QSTR___notes__, notes);
    if (notes[0] == MP_OBJ_NULL) {
        notes[0] = mp_obj_new_list(0, NULL);
        mp_store_attr(self, MP_QSTR___notes__, notes[0]);
    } else if (mpwasm_native(notes[0], &mp_type_list) == MP_OBJ_NULL) {
        mp_raise_TypeError(MP_ERROR_TEXT("Cannot add note: __notes__ is not a list"));
    }
    mp_obj_list_append(mpwasm_native(notes[0], &mp_type_list), note);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(add_note_obj, add_note);

static mp_obj_t setstate(mp_obj_t self, mp_obj_t state) {
    self_of(self);
    if (state != mp_const_none) {
        mp_obj_t dict = mpwasm_native(state, &mp_type_dict);
        if (dict == MP_OBJ_NULL) {
            mp_raise_TypeError(MP_ERROR_TEXT("state is not a dictionary"));
        }
        mp_map_t *map = mp_obj_dict_get_map(mp_obj_dict_copy(dict));
        for (size_t i = 0; i < map->alloc; i++) {
            if (mp_map_slot_is_filled(map, i)) {
                mp_store_attr(self, mp_obj_str_get_qstr(map->table[i].key), map->table[i].value);
            }
        }
    }
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(setstate_obj, setstate);

static mp_obj_t reduce(mp_obj_t self) {
    mp_obj_exception_t *exception = self_of(self);
    mp_obj_t dict[2];
    mp_load_method_maybe(self, MP_QSTR___dict__, dict);
    bool has_state = dict[0] != MP_OBJ_NULL && mp_obj_is_true(dict[0]);
    mp_obj_t parts[3] = { MP_OBJ_FROM_PTR(mp_obj_get_type(self)), MP_OBJ_FROM_PTR(exception->args), dict[0] };
    return mp_obj_new_tuple(has_state ? 3 : 2, parts);
}
static MP_DEFINE_CONST_FUN_OBJ_1(reduce_obj, reduce);

static const mp_rom_map_elem_t locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___reduce__), MP_ROM_PTR(&reduce_obj) },
    { MP_ROM_QSTR(MP_QSTR___setstate__), MP_ROM_PTR(&setstate_obj) },
    { MP_ROM_QSTR(MP_QSTR_add_note), MP_ROM_PTR(&add_note_obj) },
    { MP_ROM_QSTR(MP_QSTR_with_traceback), MP_ROM_PTR(&with_traceback_obj) },
};
static MP_DEFINE_CONST_DICT(locals, locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_BaseException,
    MP_QSTR_BaseException,
    MP_TYPE_FLAG_NONE,
    make_new, mp_obj_exception_make_new,
    print, mp_obj_exception_print,
    attr, mp_obj_exception_attr,
    locals_dict, &locals
    );
