// Functions that the host offers to programs, and variables that it gives them.
//
// A host function is an object that holds an index into the host's list of functions. A program can pass it on and call
// it by other names. It cannot make another: the type has no constructor, so no index comes from the program.

#include <string.h>

#include "py/builtin.h"
#include "py/frozenmod.h"
#include "py/objexcept.h"
#include "py/objmodule.h"
#include "py/objstr.h"
#include "py/runtime.h"

#include "language/errors/print.h"
#include "language/namespace.h"
#include "memory/fuel.h"
#include "host/call.h"
#include "host/handle.h"
#include "host/hostcall.h"
#include "host/mpwasm_abi.h"
#include "host/object.h"
#include "host/value.h"

typedef struct _host_function_t {
    mp_obj_base_t base;
    qstr name;
    uint32_t index;
} host_function_t;

static mp_obj_t host_function_new(qstr name, uint32_t index);

// --- Calls -----------------------------------------------------------------------------------------

static void encode_arguments(vstr_t *out, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mpwasm_cbor_array(out, n_args);
    for (size_t i = 0; i < n_args; i++) {
        mpwasm_argument_encode(out, args[i]);
    }
    mpwasm_cbor_map(out, n_kw);
    for (size_t i = n_args; i < n_args + 2 * n_kw; i++) {
        mpwasm_argument_encode(out, args[i]);
    }
}

// The built-in exception of that name, or NULL.
static const mp_obj_type_t *exception_type(const char *name, size_t len) {
    mp_obj_t found = mpwasm_find_named(&mp_module_builtins_globals.map, name, len);
    return found != MP_OBJ_NULL && mp_obj_is_exception_type(found) ? MP_OBJ_TO_PTR(found) : NULL;
}

static MP_NORETURN void raise(mpwasm_cbor_t *reply) {
    size_t name_len, len;
    const char *name = mpwasm_cbor_take_text(reply, &name_len);
    const char *message = mpwasm_cbor_take_text(reply, &len);
    const mp_obj_type_t *type = exception_type(name, name_len);
    if (type != NULL) {
        nlr_raise(mp_obj_new_exception_arg1(type, mp_obj_new_str(message, len)));
    }
    vstr_t text; // no such exception here: the name is told at least
    vstr_init(&text, name_len + 2 + len);
    vstr_add_strn(&text, name, name_len);
    vstr_add_strn(&text, ": ", 2);
    vstr_add_strn(&text, message, len);
    nlr_raise(mp_obj_new_exception_arg1(&mp_type_RuntimeError, mp_obj_new_str_from_utf8_vstr(&text)));
}

// Does what a reply [2, name, [args...], {kwargs}] asks for, a call of something of the program's, and puts the result in place of the
// reply, for the function that waits for it: [0, value], or [1, type, message] of an exception, which is left in *raised.
static void call_back(vstr_t *buffer, mpwasm_cbor_t *reply, mp_obj_t *raised) {
    size_t len;
    const char *name = mpwasm_cbor_take_text(reply, &len);
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_obj_t value = mpwasm_call_decoded(name, len, reply);
        vstr_reset(buffer);
        mpwasm_cbor_array(buffer, 2);
        mpwasm_cbor_uint(buffer, 0);
        mpwasm_argument_encode(buffer, value);
        nlr_pop();
        return;
    }
    *raised = MP_OBJ_FROM_PTR(nlr.ret_val);
    const char *type = mp_obj_get_type_str(*raised);
    vstr_t text;
    vstr_init(&text, 32);
    mpwasm_text_or(&text, *raised, PRINT_STR, "<exception str() failed>");
    vstr_reset(buffer);
    mpwasm_cbor_array(buffer, 2);
    mpwasm_cbor_uint(buffer, 1);
    mpwasm_cbor_array(buffer, 2);
    mpwasm_cbor_text(buffer, type, strlen(type));
    mpwasm_cbor_text(buffer, text.buf, text.len);
    vstr_clear(&text);
}

// What a program awaits of a call that goes on, by its number (library/python/_hosted.py). It asks the host for answers by calling function
// 2^32 - 1: with how many nanoseconds to wait at most, and the numbers that are waited for.
static mp_obj_t begun(mp_obj_t number) {
    mp_obj_t begun = mp_load_attr(mp_import_name(MP_QSTR__hosted, mp_const_none, MP_OBJ_NEW_SMALL_INT(0)), MP_QSTR_begun);
    return mp_call_function_2(begun, number, host_function_new(MP_QSTR_wait, UINT32_MAX));
}

// Takes the reply apart: [0, value]; [1, type, message] of an exception; [2, ...], see above, for which it returns MP_OBJ_NULL; [3], the
// exception that was raised last by such a call; [4, number] of a call that goes on. All but [2, ...] may end with an array of the objects
// that the host lets go of.
static mp_obj_t decode_reply(vstr_t *buffer, mp_obj_t *raised) {
    mpwasm_cbor_t reply = { (const byte *)buffer->buf, (const byte *)buffer->buf + buffer->len };
    size_t n = mpwasm_cbor_take_array(&reply);
    mp_obj_t status = mpwasm_value_decode(&reply);
    if (n == 4 && status == MP_OBJ_NEW_SMALL_INT(2)) {
        call_back(buffer, &reply, raised);
        return MP_OBJ_NULL;
    }
    mpwasm_cbor_t error = reply;
    size_t least = 1;
    mp_obj_t value = MP_OBJ_NULL;
    if (status == MP_OBJ_NEW_SMALL_INT(1)) {
        least = 3;
        mpwasm_value_decode(&reply);
        mpwasm_value_decode(&reply);
    } else if (status == MP_OBJ_NEW_SMALL_INT(0) || status == MP_OBJ_NEW_SMALL_INT(4)) {
        least = 2;
        value = mpwasm_value_decode(&reply);
    }
    if (n == least + 1) {
        mpwasm_let_go(mpwasm_value_decode(&reply));
    }
    mpwasm_cbor_end(&reply);
    if (least == 3) {
        raise(&error);
    }
    if (least == 1 && *raised != MP_OBJ_NULL) {
        nlr_raise(*raised);
    }
    if (value == MP_OBJ_NULL || n < least) {
        mp_raise_ValueError(MP_ERROR_TEXT("malformed reply from the host"));
    }
    return status == MP_OBJ_NEW_SMALL_INT(4) ? begun(value) : value;
}

// Makes the call of a request, and puts the reply in its place as often as the host calls back.
static mp_obj_t ask(vstr_t *buffer) {
    mp_obj_t value, raised = MP_OBJ_NULL;
    do {
        mpwasm_check_stop(0);
        int32_t len = mpwasm_host_call(buffer->buf, buffer->len);
        mpwasm_check_stop(len);
        vstr_reset(buffer);
        vstr_add_len(buffer, len);
        mpwasm_check_stop(mpwasm_host_reply(buffer->buf));
        value = decode_reply(buffer, &raised);
    } while (value == MP_OBJ_NULL);
    vstr_clear(buffer); // after an exception the collector does it
    return value;
}

static mp_obj_t host_function_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    host_function_t *self = MP_OBJ_TO_PTR(self_in);
    vstr_t buffer;
    vstr_init(&buffer, 64);
    mpwasm_cbor_array(&buffer, 3);
    mpwasm_cbor_uint(&buffer, self->index);
    encode_arguments(&buffer, n_args, n_kw, args);
    return ask(&buffer);
}

mp_obj_t mpwasm_call_member(uint64_t number, const char *name, size_t len, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    vstr_t buffer;
    vstr_init(&buffer, 64);
    mpwasm_cbor_array(&buffer, 4);
    mpwasm_cbor_uint(&buffer, number);
    mpwasm_cbor_text(&buffer, name, len);
    encode_arguments(&buffer, n_args, n_kw, args);
    return ask(&buffer);
}

// --- The objects -----------------------------------------------------------------------------------

static void host_function_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    host_function_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<host function %q>", self->name);
}

static void host_function_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    host_function_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] == MP_OBJ_NULL && attr == MP_QSTR___name__) {
        dest[0] = MP_OBJ_NEW_QSTR(self->name);
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(
    host_function_type, MP_QSTR_host_function, MP_TYPE_FLAG_NONE,
    print, host_function_print,
    call, host_function_call,
    attr, host_function_attr
    );

static mp_obj_t host_function_new(qstr name, uint32_t index) {
    host_function_t *function = mp_obj_malloc(host_function_t, &host_function_type);
    function->name = name;
    function->index = index;
    return MP_OBJ_FROM_PTR(function);
}

#if MICROPY_MODULE_FROZEN
static bool is_frozen(const char *path) {
    int type;
    void *data;
    return mp_find_frozen_module(path, &type, &data) != MP_IMPORT_STAT_NO_EXIST;
}
#endif

static bool is_in(const mp_map_t *map, const char *name, size_t len) {
    return mpwasm_find_named(map, name, len) != MP_OBJ_NULL; // what a constant map holds has been a qstr from the beginning
}

// Tells whether a name is one that programs, and modules that they import, know as something else.
static bool is_taken(const char *name) {
    const char *dot = strchr(name, '.');
    if (dot == NULL) {
        return is_in(&mp_module_builtins_globals.map, name, strlen(name));
    }
    size_t len = dot - name;
    if (is_in(&mp_builtin_module_map, name, len) || is_in(&mp_builtin_extensible_module_map, name, len)) {
        return true;
    }
    #if MICROPY_MODULE_FROZEN
    vstr_t path;
    vstr_init(&path, len + sizeof(".py"));
    vstr_add_strn(&path, name, len);
    bool found = is_frozen(vstr_null_terminated_str(&path));
    vstr_add_str(&path, ".py");
    found = found || is_frozen(vstr_null_terminated_str(&path));
    vstr_clear(&path);
    return found;
    #else
    return false;
    #endif
}

// What a module has not is the host's to refuse, who knows what there is: as an object without members, by a name that none can have.
static void add_getattr(mp_obj_t module, const char *name, size_t len) {
    mp_obj_dict_t *globals = mp_obj_module_get_globals(module);
    if (mp_map_lookup(&globals->map, MP_OBJ_NEW_QSTR(MP_QSTR___getattr__), MP_MAP_LOOKUP) == NULL) {
        mp_obj_t object = mpwasm_new_object(UINT64_MAX, name, len, "", 0);
        mp_store_attr(module, MP_QSTR___getattr__, mpwasm_object_method(object, MP_QSTR___getattr__));
    }
}

int32_t mpwasm_hostcall_init(const char *begin, const char *end) {
    int32_t number = 1;
    for (const char *name = begin; name < end; name += strlen(name) + 1, number++) {
        if (is_taken(name)) {
            return number;
        }
    }
    mp_obj_t globals = mp_obj_new_dict(0);
    MP_STATE_VM(mp_module_builtins_override_dict) = MP_OBJ_TO_PTR(globals);
    mpwasm_forget_builtins();
    uint32_t index = 0;
    for (const char *name = begin; name < end; name += strlen(name) + 1) {
        qstr qst = qstr_from_str(name);
        mp_obj_t function = host_function_new(qst, index++);
        const char *dot = strchr(name, '.');
        if (dot == NULL) {
            mp_obj_dict_store(globals, MP_OBJ_NEW_QSTR(qst), function);
        } else {
            mp_obj_t module = mp_obj_new_module(qstr_from_strn(name, dot - name));
            add_getattr(module, name, dot - name);
            mp_store_attr(module, qstr_from_str(dot + 1), function);
        }
    }
    return 0;
}

// --- Inputs ----------------------------------------------------------------------------------------

void mpwasm_store_inputs(mp_obj_t namespace, const void *map, size_t len) {
    mpwasm_cbor_t in = { map, (const byte *)map + len };
    for (size_t n = mpwasm_cbor_take_map(&in); n > 0; n--) {
        size_t name_len;
        const char *name = mpwasm_cbor_take_text(&in, &name_len);
        mp_obj_t key = MP_OBJ_NEW_QSTR(qstr_from_strn(name, name_len));
        mp_obj_dict_store(namespace, key, mpwasm_value_decode(&in));
    }
    mpwasm_cbor_end(&in);
}
