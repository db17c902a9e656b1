// The objects of str, bytes and bytearray: how they are made, and what is in them.

#include <string.h>

#include "py/mpstate.h"
#include "py/objarray.h"
#include "py/runtime.h"
#include "py/unicode.h"

#include "guard/guard.h"
#include "language/names.h"
#include "language/text/text.h"
#include "memory/gccollect.h"
#include "memory/safepoint.h"

// Longer strings are not looked for among the qstrs, and not hashed before somebody asks.
#define QSTR_MOST (64)

size_t text_check_size(uint64_t bytes) {
    if (bytes > mpwasm_heap_limit()) {
        m_malloc_fail(bytes < SIZE_MAX ? (size_t)bytes : SIZE_MAX);
    }
    return bytes;
}

static bool is_ascii(const byte *data, size_t len) {
    size_t i = 0;
    for (; i + 8 <= len; i += 8) {
        uint64_t word;
        memcpy(&word, data + i, 8);
        if (word & 0x8080808080808080) {
            return false;
        }
    }
    for (; i < len; i++) {
        if (data[i] & 0x80) {
            return false;
        }
    }
    return true;
}

static bool get_text(mp_obj_t object, text_t *text) {
    if (mp_obj_is_qstr(object)) {
        text->data = qstr_data(MP_OBJ_QSTR_VALUE(object), &text->len);
        text->type = &mp_type_str;
        text->ascii = is_ascii(text->data, text->len);
        return true;
    }
    if (!mp_obj_is_obj(object)) {
        return false;
    }
    const mp_obj_str_t *str = MP_OBJ_TO_PTR(object); // a bytearray has the same layout
    text->type = str->base.type;
    #if MICROPY_PY_BUILTINS_BYTEARRAY
    if (text->type != &mp_type_str && text->type != &mp_type_bytes && text->type != &mp_type_bytearray) {
    #else
    if (text->type != &mp_type_str && text->type != &mp_type_bytes) {
    #endif
        return false;
    }
    text->data = str->data != NULL ? str->data : (const byte *)""; // an empty bytearray may have none
    text->len = str->len;
    text->ascii = text->type != &mp_type_str || (str->hash & TEXT_ASCII) != 0
        || (!(str->hash & TEXT_WIDE) && is_ascii(str->data, str->len));
    return true;
}

bool text_maybe(mp_obj_t object, text_t *text) {
    if (get_text(object, text)) {
        return true;
    }
    if (!mpwasm_is_instance(object)) {
        return false;
    }
    static const mp_obj_type_t *const types[] = {
        &mp_type_str, &mp_type_bytes,
        #if MICROPY_PY_BUILTINS_BYTEARRAY
        &mp_type_bytearray,
        #endif
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(types); i++) {
        mp_obj_t native = mp_obj_cast_to_native_base(object, MP_OBJ_FROM_PTR(types[i]));
        if (native != MP_OBJ_NULL) {
            return get_text(native, text);
        }
    }
    return false;
}

text_t text_self(mp_obj_t self) {
    text_t text;
    if (!text_maybe(self, &text)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("descriptor requires a 'str' object but received a '%s'"), mp_obj_get_type_str(self));
    }
    return text;
}

text_t text_arg(const text_t *self, mp_obj_t arg, mp_rom_error_text_t message) {
    text_t text;
    if (text_is_str(self)) {
        if (!text_maybe(arg, &text) || !text_is_str(&text)) {
            mp_raise_msg_varg(&mp_type_TypeError, message, arg == mp_const_none ? "None" : mp_obj_get_type_str(arg));
        }
        return text;
    }
    mp_buffer_info_t buffer;
    if (mp_obj_is_str(arg) || !mp_get_buffer(arg, &buffer, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("a bytes-like object is required, not '%s'"), mp_obj_get_type_str(arg));
    }
    return (text_t) { buffer.buf != NULL ? buffer.buf : "", buffer.len, &mp_type_bytes, true };
}

// --- Making texts ---

// A str or bytes around data that lies in memory of its own. The byte behind the data is nought.
static mp_obj_t wrap(const mp_obj_type_t *type, const byte *data, size_t len, size_t flags) {
    mp_obj_str_t *o = mp_obj_malloc(mp_obj_str_t, type);
    o->hash = flags;
    o->len = len;
    o->data = data;
    return MP_OBJ_FROM_PTR(o);
}

static size_t ascii_flag(const mp_obj_type_t *type, const byte *data, size_t len) {
    return type != &mp_type_str ? 0 : is_ascii(data, len) ? TEXT_ASCII : TEXT_WIDE;
}

// 0 for what is hashed when somebody asks.
static size_t early_hash(const byte *data, size_t len) {
    return len <= QSTR_MOST ? qstr_compute_hash(data, len) : 0;
}

static mp_obj_t copy_hashed(const mp_obj_type_t *type, const byte *data, size_t len, size_t hash) {
    byte *copy = m_new(byte, mpwasm_size(1, 1, len));
    memcpy(copy, data, len);
    copy[len] = '\0';
    return wrap(type, copy, len, ascii_flag(type, copy, len) | hash);
}

mp_obj_t mp_obj_new_str_copy(const mp_obj_type_t *type, const byte *data, size_t len) {
    if (data == NULL) { // the caller sets it
        return wrap(type, NULL, len, 0);
    }
    return copy_hashed(type, data, len, early_hash(data, len));
}

static qstr find_qstr(const byte *data, size_t len, size_t hash) {
    return len <= QSTR_MOST ? mpwasm_find_hashed((const char *)data, len, hash) : MP_QSTRnull;
}

mp_obj_t text_new(const mp_obj_type_t *type, const byte *data, size_t len) {
    if (type == &mp_type_str) {
        size_t hash = early_hash(data, len);
        qstr q = find_qstr(data, len, hash);
        return q != MP_QSTRnull ? MP_OBJ_NEW_QSTR(q) : copy_hashed(type, data, len, hash);
    }
    #if MICROPY_PY_BUILTINS_BYTEARRAY
    if (type == &mp_type_bytearray) {
        return mp_obj_new_bytearray(len, data);
    }
    #endif
    return len == 0 ? mp_const_empty_bytes : mp_obj_new_str_copy(&mp_type_bytes, data, len);
}

mp_obj_t text_same(const text_t *text, mp_obj_t object) {
    return mp_obj_get_type(object) == text->type && (text_is_str(text) || text->type == &mp_type_bytes)
        ? object : text_new(text->type, text->data, text->len);
}

mp_obj_t text_from_vstr(const mp_obj_type_t *type, vstr_t *vstr) {
    size_t len = vstr->len, hash = early_hash((const byte *)vstr->buf, len);
    if (type == &mp_type_str) {
        qstr q = find_qstr((const byte *)vstr->buf, len, hash);
        if (q != MP_QSTRnull) {
            vstr_clear(vstr);
            vstr->alloc = 0;
            return MP_OBJ_NEW_QSTR(q);
        }
    }
    char *data = vstr->buf;
    if (len + 1 != vstr->alloc || len >= MPWASM_GROWS) {
        data = m_renew(char, vstr->buf, vstr->alloc, len + 1);
    }
    data[len] = '\0';
    vstr->buf = NULL;
    vstr->alloc = 0;
    #if MICROPY_PY_BUILTINS_BYTEARRAY
    if (type == &mp_type_bytearray) {
        return mp_obj_new_bytearray_by_ref(len, data);
    }
    #endif
    return wrap(type, (byte *)data, len, ascii_flag(type, (byte *)data, len) | hash);
}

// Strings of one ASCII character are made often, so each is kept.
static mp_obj_t ascii_chars[128];

mp_obj_t text_new_char(const byte *data, size_t len) {
    if (len == 1) {
        mp_obj_t *known = &ascii_chars[*data & 127];
        if (*known == MP_OBJ_NULL) {
            *known = mp_obj_new_str_via_qstr((const char *)data, 1);
        }
        return *known;
    }
    return text_new(&mp_type_str, data, len);
}

// --- Concatenation ---

// A str that was made by concatenation may have room behind it, for the next that begins with it: then `s += x` copies x alone.
// The str without x stays as long as it was, but no nought follows it any more; mp_obj_str_get_str knows.
#define GROWING (2)
#define GROW_FROM (256)

typedef struct _text_growing_t {
    byte *data; // keeps it
    size_t len, alloc;
} text_growing_t;

MP_REGISTER_ROOT_POINTER(struct _text_growing_t *text_growing);

static text_growing_t *growing(const text_t *lhs) {
    text_growing_t *all = MP_STATE_VM(text_growing);
    for (size_t i = 0; all != NULL && i < GROWING; i++) {
        if (all[i].data == lhs->data && all[i].len == lhs->len) {
            return &all[i];
        }
    }
    return NULL;
}

mp_obj_t text_concat(const text_t *lhs, const text_t *rhs) {
    const mp_obj_type_t *type = lhs->type;
    size_t len = text_check_size((uint64_t)lhs->len + rhs->len);
    size_t flags = !text_is_str(lhs) ? 0 : lhs->ascii && rhs->ascii ? TEXT_ASCII : TEXT_WIDE;
    if (len < GROW_FROM) {
        vstr_t out;
        vstr_init_len(&out, len);
        memcpy(out.buf, lhs->data, lhs->len);
        memcpy(out.buf + lhs->len, rhs->data, rhs->len);
        return text_from_vstr(type, &out);
    }
    text_growing_t *at = growing(lhs);
    if (at != NULL && len < at->alloc) {
        memmove(at->data + at->len, rhs->data, rhs->len);
        at->data[len] = '\0';
        at->len = len;
        return wrap(type, at->data, len, flags);
    }
    size_t alloc = at != NULL ? len + len / 2 : len + 1; // room only for what grows
    byte *data = m_new(byte, alloc);
    memcpy(data, lhs->data, lhs->len);
    memcpy(data + lhs->len, rhs->data, rhs->len);
    data[len] = '\0';
    if (at == NULL) {
        static size_t next;
        if (MP_STATE_VM(text_growing) == NULL) {
            MP_STATE_VM(text_growing) = m_new0(text_growing_t, GROWING);
        }
        at = &MP_STATE_VM(text_growing)[next++ % GROWING];
    }
    *at = (text_growing_t) { data, len, alloc };
    return wrap(type, data, len, flags);
}

// --- What upstream asks for ---

const mp_obj_str_t mp_const_empty_bytes_obj = { { &mp_type_bytes }, 0, 0, (const byte *)"" };

mp_obj_t mp_obj_new_str_of_type(const mp_obj_type_t *type, const byte *data, size_t len) {
    return text_new(type, data, len);
}

mp_obj_t mp_obj_new_str_via_qstr(const char *data, size_t len) {
    return MP_OBJ_NEW_QSTR(qstr_from_strn(data, len));
}

static void check_utf8(const void *data, size_t len) {
    if (!utf8_check(data, len)) {
        mp_raise_msg(&mp_type_UnicodeError, NULL);
    }
}

mp_obj_t mp_obj_new_str_from_vstr(vstr_t *vstr) {
    check_utf8(vstr->buf, vstr->len);
    return text_from_vstr(&mp_type_str, vstr);
}

#if MICROPY_PY_BUILTINS_STR_UNICODE_CHECK
mp_obj_t mp_obj_new_str_from_utf8_vstr(vstr_t *vstr) {
    return text_from_vstr(&mp_type_str, vstr);
}
#endif

mp_obj_t mp_obj_new_bytes_from_vstr(vstr_t *vstr) {
    return text_from_vstr(&mp_type_bytes, vstr);
}

mp_obj_t mp_obj_new_str(const char *data, size_t len) {
    check_utf8(data, len);
    return text_new(&mp_type_str, (const byte *)data, len);
}

mp_obj_t mp_obj_new_str_from_cstr(const char *str) {
    return mp_obj_new_str(str, strlen(str));
}

mp_obj_t mp_obj_new_bytes(const byte *data, size_t len) {
    return len == 0 ? mp_const_empty_bytes : mp_obj_new_str_copy(&mp_type_bytes, data, len);
}

void mp_obj_str_set_data(mp_obj_str_t *str, const byte *data, size_t len) {
    str->data = data;
    str->len = len;
    str->hash = ascii_flag(str->base.type, data, len) | early_hash(data, len);
}

bool mp_obj_str_equal(mp_obj_t s1, mp_obj_t s2) {
    if (s1 == s2 || (mp_obj_is_qstr(s1) && mp_obj_is_qstr(s2))) {
        return s1 == s2;
    }
    GET_STR_HASH(s1, h1);
    GET_STR_HASH(s2, h2);
    if (h1 != 0 && h2 != 0 && h1 != h2) {
        return false;
    }
    GET_STR_DATA_LEN(s1, d1, l1);
    GET_STR_DATA_LEN(s2, d2, l2);
    return l1 == l2 && memcmp(d1, d2, l1) == 0;
}

static MP_NORETURN void raise_no_str(mp_obj_t object) {
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("expected str instance, %s found"), mp_obj_get_type_str(object));
}

qstr mp_obj_str_get_qstr(mp_obj_t self) {
    if (mp_obj_is_qstr(self)) {
        return MP_OBJ_QSTR_VALUE(self);
    }
    text_t text;
    if (!text_maybe(self, &text) || !text_is_str(&text)) {
        raise_no_str(self);
    }
    return qstr_from_strn((const char *)text.data, text.len);
}

const char *mp_obj_str_get_data(mp_obj_t self, size_t *len) {
    text_t text;
    #if MICROPY_PY_BUILTINS_BYTEARRAY
    if (!text_maybe(self, &text) || text.type == &mp_type_bytearray) {
    #else
    if (!text_maybe(self, &text)) {
    #endif
        raise_no_str(self);
    }
    *len = text.len;
    return (const char *)text.data;
}

const char *mp_obj_str_get_str(mp_obj_t self) {
    size_t len;
    const char *data = mp_obj_str_get_data(self, &len);
    if (data[len] != '\0') { // it has grown
        char *copy = m_new(char, len + 1);
        memcpy(copy, data, len);
        copy[len] = '\0';
        data = copy;
    }
    return data;
}

mp_obj_t mp_obj_str_intern(mp_obj_t str) {
    return mp_obj_str_intern_checked(str);
}

mp_obj_t mp_obj_str_intern_checked(mp_obj_t str) {
    return mp_obj_is_qstr(str) ? str : MP_OBJ_NEW_QSTR(mp_obj_str_get_qstr(str));
}

mp_int_t mp_obj_str_get_buffer(mp_obj_t self, mp_buffer_info_t *buffer, mp_uint_t flags) {
    if (flags != MP_BUFFER_READ) {
        return 1;
    }
    GET_STR_DATA_LEN(self, data, len);
    buffer->buf = (void *)data;
    buffer->len = len;
    buffer->typecode = 'B';
    return 0;
}
