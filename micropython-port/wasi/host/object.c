// Objects of the host's that programs hold.
//
// One is a number, and a text that names what it has. Whatever a program does with it is a call of the host (hostcall.c), which says what
// the number means, and whether it means something still: so nothing has to be told when an object is collected. Types are made as names of
// them come, and cannot be called: a program cannot make a number up.

#include <string.h>

#include "py/objstr.h"
#include "py/runtime.h"

#include "host/call.h"
#include "host/hostcall.h"
#include "host/object.h"

typedef struct _host_object_t {
    mp_obj_base_t base;
    uint64_t number;
    mp_obj_t members;
} host_object_t;

typedef struct _host_method_t {
    mp_obj_base_t base;
    host_object_t *self;
    qstr name;
} host_method_t;

MP_REGISTER_ROOT_POINTER(mp_obj_t mpwasm_object_types); // a dict of types by name; MP_OBJ_NULL at first

// --- Members ---------------------------------------------------------------------------------------

static const char *members_of(host_object_t *self, const char **end) {
    size_t len;
    const char *text = mp_obj_str_get_data(self->members, &len);
    *end = text + len;
    return text;
}

static const char *end_of_name(const char *from, const char *end) {
    while (from < end && *from != '(' && *from != ' ') {
        from++;
    }
    return from;
}

// What the name of a member ends in; 0 if there is none of that name.
static char member(host_object_t *self, qstr name) {
    size_t len;
    const char *wanted = (const char *)qstr_data(name, &len);
    const char *end, *at = members_of(self, &end);
    for (const char *next; at < end; at = next + 1) {
        next = end_of_name(at, end);
        if ((size_t)(next - at) == len && memcmp(at, wanted, len) == 0) {
            return next < end ? *next : 0;
        }
    }
    return 0;
}

static void full_name(vstr_t *out, host_object_t *self, qstr name) {
    vstr_init(out, 32);
    mp_print_t print = { out, (mp_print_strn_t)vstr_add_strn };
    mp_printf(&print, "%q.%q", self->base.type->name, name);
}

static mp_obj_t ask(host_object_t *self, qstr name, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    vstr_t full;
    full_name(&full, self, name);
    mp_obj_t value = mpwasm_call_member(self->number, full.buf, full.len, n_args, n_kw, args);
    vstr_clear(&full); // after an exception the collector does it
    return value;
}

static mp_obj_t host_method_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    host_method_t *method = MP_OBJ_TO_PTR(self_in);
    return ask(method->self, method->name, n_args, n_kw, args);
}

static void host_method_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    host_method_t *method = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<host method %q.%q>", method->self->base.type->name, method->name);
}

static MP_DEFINE_CONST_OBJ_TYPE(
    host_method_type, MP_QSTR_host_method, MP_TYPE_FLAG_NONE,
    print, host_method_print,
    call, host_method_call
    );

mp_obj_t mpwasm_object_method(mp_obj_t object, qstr name) {
    host_method_t *method = mp_obj_malloc(host_method_t, &host_method_type);
    method->self = MP_OBJ_TO_PTR(object);
    method->name = name;
    return MP_OBJ_FROM_PTR(method);
}

static void host_object_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    host_object_t *self = MP_OBJ_TO_PTR(self_in);
    char kind = member(self, attr);
    if (dest[0] != MP_OBJ_NULL) {
        if (kind != 0) {
            mp_raise_msg_varg(&mp_type_AttributeError, MP_ERROR_TEXT("attribute '%q' of '%q' objects is not writable"), attr, self->base.type->name);
        }
    } else if (kind == '(') {
        dest[0] = mpwasm_object_method(self_in, attr);
    } else if (kind != 0) {
        dest[0] = ask(self, attr, 0, 0, NULL);
    }
}

// --- The objects -----------------------------------------------------------------------------------

static void host_object_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    mp_printf(print, "<host object %q>", mp_obj_get_type(self_in)->name);
}

static mp_obj_t host_object_unary_op(mp_unary_op_t op, mp_obj_t self_in) {
    host_object_t *self = MP_OBJ_TO_PTR(self_in);
    return op == MP_UNARY_OP_HASH ? MP_OBJ_NEW_SMALL_INT((mp_int_t)(self->number & 0xfffffff)) : MP_OBJ_NULL;
}

static mp_obj_t host_object_binary_op(mp_binary_op_t op, mp_obj_t left, mp_obj_t right) {
    if (op != MP_BINARY_OP_EQUAL || !mpwasm_is_host_object(mp_obj_get_type(right))) {
        return MP_OBJ_NULL;
    }
    return mp_obj_new_bool(mpwasm_object_number(left) == mpwasm_object_number(right));
}

static mp_obj_t host_object_getiter(mp_obj_t self_in, mp_obj_iter_buf_t *buffer) {
    (void)buffer;
    host_object_t *self = MP_OBJ_TO_PTR(self_in);
    if (member(self, MP_QSTR___iter__) != 0) {
        return ask(self, MP_QSTR___iter__, 0, 0, NULL);
    }
    return member(self, MP_QSTR___next__) != 0 ? self_in : MP_OBJ_NULL;
}

// The host gives a tuple of the next item, or of none.
static mp_obj_t host_object_iternext(mp_obj_t self_in) {
    host_object_t *self = MP_OBJ_TO_PTR(self_in);
    if (member(self, MP_QSTR___next__) == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%q' object is not an iterator"), self->base.type->name);
    }
    size_t n;
    mp_obj_t *items;
    mp_obj_get_array(ask(self, MP_QSTR___next__, 0, 0, NULL), &n, &items);
    return n == 0 ? MP_OBJ_STOP_ITERATION : items[0];
}

mp_obj_t mpwasm_object_members(mp_obj_t object) {
    mp_obj_t names = mp_obj_new_list(0, NULL);
    const char *end, *at = members_of(MP_OBJ_TO_PTR(object), &end);
    for (const char *next; at < end; at = next + 1) {
        next = end_of_name(at, end);
        mp_obj_list_append(names, mp_obj_new_str(at, next - at));
    }
    return names;
}

static const mp_getiter_iternext_custom_t host_object_iteration = { host_object_getiter, host_object_iternext };

#define SLOTS (5)

// What types are made after.
static MP_DEFINE_CONST_OBJ_TYPE(
    host_object_type, MP_QSTR_host_object, MP_TYPE_FLAG_ITER_IS_CUSTOM,
    print, host_object_print,
    attr, host_object_attr,
    unary_op, host_object_unary_op,
    binary_op, host_object_binary_op,
    iter, &host_object_iteration
    );

static const mp_obj_type_t *type_named(const char *text, size_t len) {
    if (MP_STATE_VM(mpwasm_object_types) == MP_OBJ_NULL) {
        MP_STATE_VM(mpwasm_object_types) = mp_obj_new_dict(0);
    }
    mp_obj_t types = MP_STATE_VM(mpwasm_object_types);
    mp_obj_t found = mpwasm_find_named(mp_obj_dict_get_map(types), text, len);
    if (found == MP_OBJ_NULL) {
        qstr name = qstr_from_strn(text, len);
        const size_t size = sizeof(mp_obj_type_t) + SLOTS * sizeof(void *);
        mp_obj_type_t *type = m_malloc(size);
        memcpy(type, &host_object_type, size);
        type->name = name;
        found = MP_OBJ_FROM_PTR(type);
        mp_obj_dict_store(types, MP_OBJ_NEW_QSTR(name), found);
    }
    return MP_OBJ_TO_PTR(found);
}

mp_obj_t mpwasm_new_object(uint64_t number, const char *type, size_t type_len, const char *members, size_t len) {
    host_object_t *object = mp_obj_malloc(host_object_t, type_named(type, type_len));
    object->number = number;
    object->members = mp_obj_new_str(members, len);
    return MP_OBJ_FROM_PTR(object);
}

bool mpwasm_is_host_object(const mp_obj_type_t *type) {
    return MP_OBJ_TYPE_HAS_SLOT(type, print) && MP_OBJ_TYPE_GET_SLOT(type, print) == host_object_print;
}

uint64_t mpwasm_object_number(mp_obj_t object) {
    return ((host_object_t *)MP_OBJ_TO_PTR(object))->number;
}
