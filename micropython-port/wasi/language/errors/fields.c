// Attributes that single types of exceptions have beyond args: errno, name, value, ... What args say is taken from there; what was set, or given
// by a keyword, stands in the exception's fields.

#include <string.h>

#include "py/objexcept.h"
#include "py/runtime.h"

#include "language/errors/errors.h"
#include "language/errors/groups.h"
#include "language/errors/hierarchy.h"
#include "language/native.h"
#include "language/numbers/numbers.h"
#include "language/text/codec.h"
#include "language/text/text.h"

#define FIELDS_MOST (8)

typedef struct {
    const mp_obj_type_t *type;
    qstr_short_t names[FIELDS_MOST];
} fields_t;

enum { OF_BLOCKING, OF_OS, OF_SYNTAX, OF_IMPORT, OF_NAME, OF_ATTRIBUTE, OF_STOP, OF_EXIT, OF_GROUP, OF_DECODE, OF_ENCODE, OF_TRANSLATE };
#define WRITTEN (4) // the place of characters_written

#define CODEC_FIELDS MP_QSTR_encoding, MP_QSTR_object, MP_QSTR_start, MP_QSTR_end, MP_QSTR_reason

static const fields_t all[] = {
    [OF_BLOCKING] = { &mp_type_BlockingIOError, { MP_QSTR_errno, MP_QSTR_strerror, MP_QSTR_filename, MP_QSTR_filename2, MP_QSTR_characters_written } },
    [OF_OS] = { &mp_type_OSError, { MP_QSTR_errno, MP_QSTR_strerror, MP_QSTR_filename, MP_QSTR_filename2 } },
    [OF_SYNTAX] = { &mp_type_SyntaxError, { MP_QSTR_msg, MP_QSTR_filename, MP_QSTR_lineno, MP_QSTR_offset, MP_QSTR_text, MP_QSTR_end_lineno,
        MP_QSTR_end_offset, MP_QSTR_print_file_and_line } },
    [OF_IMPORT] = { &mp_type_ImportError, { MP_QSTR_msg, MP_QSTR_name, MP_QSTR_path, MP_QSTR_name_from } },
    [OF_NAME] = { &mp_type_NameError, { MP_QSTR_name } },
    [OF_ATTRIBUTE] = { &mp_type_AttributeError, { MP_QSTR_name, MP_QSTR_obj } },
    [OF_STOP] = { &mp_type_StopIteration, { MP_QSTR_value } },
    [OF_EXIT] = { &mp_type_SystemExit, { MP_QSTR_code } },
    [OF_GROUP] = { &mpwasm_type_BaseExceptionGroup, { MP_QSTR_message, MP_QSTR_exceptions } },
    [OF_DECODE] = { &mpwasm_type_UnicodeDecodeError, { CODEC_FIELDS } },
    [OF_ENCODE] = { &mpwasm_type_UnicodeEncodeError, { CODEC_FIELDS } },
    [OF_TRANSLATE] = { &mpwasm_type_UnicodeTranslateError, { MP_QSTR_object, MP_QSTR_start, MP_QSTR_end, MP_QSTR_reason } },
};

static const fields_t *fields_of(const mp_obj_exception_t *exception) {
    for (size_t i = 0; i < MP_ARRAY_SIZE(all); i++) {
        if (mpwasm_exception_is(exception, all[i].type)) {
            return &all[i];
        }
    }
    return NULL;
}

static int number_of(const fields_t *fields, qstr name) {
    for (int i = 0; fields != NULL && i < FIELDS_MOST && fields->names[i] != MP_QSTRnull; i++) {
        if (fields->names[i] == name) {
            return i;
        }
    }
    return -1;
}

// What args say of a field, or MP_OBJ_NULL.
static mp_obj_t from_args(const mp_obj_exception_t *exception, const fields_t *fields, size_t number) {
    size_t n = exception->args->len;
    const mp_obj_t *args = exception->args->items;
    switch (fields - all) {
        case OF_BLOCKING:
        case OF_OS:
            return n >= 2 && n <= 5 && number < 2 ? args[number] : MP_OBJ_NULL;
        case OF_SYNTAX:
            if (number == 0) {
                return n > 0 ? args[0] : MP_OBJ_NULL;
            }
            if (n == 2 && mp_obj_is_type(args[1], &mp_type_tuple)) {
                const mp_obj_tuple_t *details = MP_OBJ_TO_PTR(args[1]);
                return number <= details->len ? details->items[number - 1] : MP_OBJ_NULL;
            }
            return MP_OBJ_NULL;
        case OF_IMPORT:
            return n == 1 && number == 0 ? args[0] : MP_OBJ_NULL;
        case OF_STOP:
            return n > 0 ? args[0] : MP_OBJ_NULL;
        case OF_DECODE:
        case OF_ENCODE:
            return n == 5 ? args[number] : MP_OBJ_NULL;
        case OF_TRANSLATE:
            return n == 4 ? args[number] : MP_OBJ_NULL;
        case OF_EXIT:
            return n > 1 ? MP_OBJ_FROM_PTR(exception->args) : n == 1 ? args[0] : MP_OBJ_NULL;
        default:
            return MP_OBJ_NULL;
    }
}

mp_obj_t mpwasm_field_load(const mp_obj_exception_t *exception, qstr name) {
    const fields_t *fields = fields_of(exception);
    int number = number_of(fields, name);
    if (number < 0 && name == MP_QSTR_value && exception->base.type == &mp_type_BaseException) {
        return mp_obj_exception_get_value(MP_OBJ_FROM_PTR(exception)); // of the CancelledError of upstream's asyncio
    }
    if (number < 0) {
        return MP_OBJ_NULL;
    }
    mp_obj_t value = exception->fields == NULL ? MP_OBJ_NULL : exception->fields[number];
    if (value == MP_OBJ_NULL) {
        value = from_args(exception, fields, number);
    }
    return value != MP_OBJ_NULL || name == MP_QSTR_characters_written ? value : mp_const_none;
}

// No memory: what was to be kept is lost, as are arguments then.
static void keep(mp_obj_exception_t *exception, const fields_t *fields, size_t number, mp_obj_t value) {
    if (exception->fields == NULL) {
        size_t count = 0;
        while (count < FIELDS_MOST && fields->names[count] != MP_QSTRnull) {
            count++;
        }
        exception->fields = m_new_maybe(mp_obj_t, count);
        if (exception->fields == NULL) {
            return;
        }
        for (size_t i = 0; i < count; i++) {
            exception->fields[i] = MP_OBJ_NULL;
        }
    }
    exception->fields[number] = value;
}

bool mpwasm_field_store(mp_obj_exception_t *exception, qstr name, mp_obj_t value) {
    const fields_t *fields = fields_of(exception);
    int number = number_of(fields, name);
    if (number < 0) {
        return false;
    }
    if (fields == &all[OF_GROUP]) {
        mp_raise_msg(&mp_type_AttributeError, MP_ERROR_TEXT("readonly attribute"));
    }
    if (name == MP_QSTR_characters_written) {
        if (value == MP_OBJ_NULL && mpwasm_field_load(exception, name) == MP_OBJ_NULL) {
            return false;
        }
        keep(exception, fields, number, value == MP_OBJ_NULL ? value : number_index(value));
        return true;
    }
    keep(exception, fields, number, value == MP_OBJ_NULL ? mp_const_none : value);
    return true;
}

mp_obj_t mpwasm_with_fields(mp_obj_t self, size_t count, const mp_obj_t *values) {
    mp_obj_exception_t *exception = MP_OBJ_TO_PTR(self);
    const fields_t *fields = fields_of(exception);
    for (size_t i = 0; i < count; i++) {
        if (values[i] != MP_OBJ_NULL) {
            keep(exception, fields, i, values[i]);
        }
    }
    return self;
}

// OSError(errno, strerror, filename, winerror, filename2): args are the first two, and the errno says which type it is. A BlockingIOError takes
// a number for what was written.
static void init_os_error(mp_obj_exception_t *exception, size_t n_args, const mp_obj_t *args) {
    if (n_args < 2 || n_args > 5) {
        return;
    }
    if (exception->base.type == &mp_type_OSError && mp_obj_is_small_int(args[0])) {
        exception->base.type = mpwasm_os_error_type(MP_OBJ_SMALL_INT_VALUE(args[0]));
    }
    if (n_args > 2 && mpwasm_exception_is(exception, &mp_type_BlockingIOError) && number_index_maybe(args[2]) != MP_OBJ_NULL) {
        keep(exception, &all[OF_BLOCKING], WRITTEN, number_index(args[2]));
    } else if (n_args > 2 && args[2] != mp_const_none) {
        keep(exception, &all[OF_OS], 2, args[2]);
        if (n_args > 4) {
            keep(exception, &all[OF_OS], 3, args[4]);
        }
        mp_obj_tuple_t *two = m_new_obj_var_maybe(mp_obj_tuple_t, items, mp_obj_t, 2);
        if (two != NULL) {
            *two = (mp_obj_tuple_t) { .base = { &mp_type_tuple }, .len = 2 };
            two->items[0] = args[0];
            two->items[1] = args[1];
            exception->args = two;
        }
    }
}

void mpwasm_fields_init(mp_obj_exception_t *exception, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const fields_t *fields = fields_of(exception);
    size_t kind = fields == NULL ? OF_GROUP : (size_t)(fields - all);
    if (kind == OF_OS || kind == OF_BLOCKING) {
        init_os_error(exception, n_args, args);
    }
    if (n_kw != 0 && kind != OF_IMPORT && kind != OF_NAME && kind != OF_ATTRIBUTE) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() takes no keyword arguments"), (qstr)exception->base.type->name);
    }
    for (size_t i = 0; i < n_kw; i++) {
        qstr name = mp_obj_str_get_qstr(args[n_args + 2 * i]);
        int number = number_of(fields, name);
        if (number < 0 || name == MP_QSTR_msg) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q() got an unexpected keyword argument '%q'"), (qstr)fields->type->name, name);
        }
        keep(exception, fields, number, args[n_args + 2 * i + 1]);
    }
}

// What a UnicodeDecodeError and its kin are made of, one letter for each: a text, bytes, a number.
void mpwasm_fields_check(const mp_obj_type_t *type, size_t n_args, const mp_obj_t *args) {
    const char *kinds = type == &mpwasm_type_UnicodeDecodeError ? "sbnns" : type == &mpwasm_type_UnicodeEncodeError ? "ssnns" : type == &mpwasm_type_UnicodeTranslateError ? "snns" : NULL;
    if (kinds == NULL) {
        return;
    }
    if (n_args != strlen(kinds)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("function takes exactly %d arguments (%d given)"), (int)strlen(kinds), (int)n_args);
    }
    for (size_t i = 0; i < n_args; i++) {
        if (kinds[i] == 'n') {
            number_index(args[i]);
        } else if (kinds[i] == 'b') {
            text_arg(&(text_t) { .type = &mp_type_bytes }, args[i], NULL);
        } else if (mpwasm_native(args[i], &mp_type_str) == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("argument %d must be str, not %s"), (int)i + 1, mp_obj_get_type_str(args[i]));
        }
    }
}
