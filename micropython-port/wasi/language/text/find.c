// Text in text: find, index, count, startswith, replace, partition and their kin.

#include <string.h>

#include "py/objlist.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "language/text/text.h"

// A search that compares at each place takes len * wanted in the worst case. When so many bytes were compared in vain, a sum
// over a window, which is the same for equal bytes, says where to compare.
#define VAIN (4096)

static uint32_t window_sum(const byte *data, size_t len) {
    uint32_t sum = 0;
    for (size_t i = 0; i < len; i++) {
        sum = sum * 0x01000193 + data[i];
    }
    return sum;
}

static const byte *find_by_sum(const byte *data, size_t len, const byte *wanted, size_t wanted_len) {
    uint32_t power = 1, goal = window_sum(wanted, wanted_len), sum = window_sum(data, wanted_len);
    for (size_t i = 1; i < wanted_len; i++) {
        power *= 0x01000193;
    }
    for (;; data++, len--) {
        if (sum == goal && memcmp(data, wanted, wanted_len) == 0) {
            return data;
        }
        if (len == wanted_len) {
            return NULL;
        }
        sum = (sum - data[0] * power) * 0x01000193 + data[wanted_len];
    }
}

static const byte *find_first(const byte *data, size_t len, const byte *wanted, size_t wanted_len) {
    size_t vain = 0;
    while (len >= wanted_len) {
        const byte *at = memchr(data, wanted[0], len - wanted_len + 1);
        if (at == NULL) {
            return NULL;
        }
        size_t same = 1;
        while (same < wanted_len && at[same] == wanted[same]) {
            same++;
        }
        if (same == wanted_len) {
            return at;
        }
        vain += same;
        len -= at + 1 - data;
        data = at + 1;
        if (vain > VAIN && len >= wanted_len) {
            return find_by_sum(data, len, wanted, wanted_len);
        }
    }
    return NULL;
}

static const byte *find_last(const byte *data, size_t len, const byte *wanted, size_t wanted_len) {
    uint32_t power = 1, goal = 0, sum = 0;
    for (size_t i = wanted_len; i > 0; i--) { // the sum of the bytes from last to first
        goal = goal * 0x01000193 + wanted[i - 1];
        sum = sum * 0x01000193 + data[len - wanted_len + i - 1];
        power *= i > 1 ? 0x01000193 : 1;
    }
    for (const byte *at = data + len - wanted_len;; at--) {
        if (sum == goal && memcmp(at, wanted, wanted_len) == 0) {
            return at;
        }
        if (at == data) {
            return NULL;
        }
        sum = (sum - at[wanted_len - 1] * power) * 0x01000193 + at[-1];
    }
}

const byte *find_subbytes(const byte *data, size_t len, const byte *wanted, size_t wanted_len, int direction) {
    if (wanted_len > len) {
        return NULL;
    }
    if (wanted_len == 0) {
        return direction > 0 ? data : data + len;
    }
    return (direction > 0 ? find_first : find_last)(data, len, wanted, wanted_len);
}

// Occurrences that do not overlap; an empty text is before each character and behind the last.
size_t text_count(const text_t *text, const text_t *wanted) {
    if (wanted->len == 0) {
        return text_chars(text).chars + 1;
    }
    size_t count = 0, len = text->len;
    const byte *data = text->data, *at;
    while ((at = find_subbytes(data, len, wanted->data, wanted->len, 1)) != NULL) {
        count++;
        len -= at + wanted->len - data;
        data = at + wanted->len;
    }
    return count;
}

// What is looked for: in bytes, it may be a number.
static text_t sought(const text_t *self, mp_obj_t arg, byte *single, mp_rom_error_text_t message) {
    mp_int_t value;
    mp_buffer_info_t buffer;
    if (!text_is_str(self) && (mp_obj_is_str(arg) || !mp_get_buffer(arg, &buffer, MP_BUFFER_READ))) {
        if (!text_index_maybe(arg, &value)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("argument should be integer or bytes-like object, not '%s'"), mp_obj_get_type_str(arg));
        }
        if (value < 0 || value > 255) {
            mp_raise_ValueError(MP_ERROR_TEXT("byte must be in range(0, 256)"));
        }
        *single = value;
        return (text_t) { single, 1, &mp_type_bytes, true };
    }
    return text_arg(self, arg, message);
}

static mp_obj_t find(const mp_obj_t *args, size_t n_args, int direction, bool must, mp_rom_error_text_t message) {
    text_t self = text_self(args[0]);
    byte single;
    text_t wanted = sought(&self, args[1], &single, message);
    self = text_self(args[0]);
    text_t part = self;
    if (text_narrow(&part, n_args - 2, args + 2)) {
        const byte *at = find_subbytes(part.data, part.len, wanted.data, wanted.len, direction);
        if (at != NULL) {
            text_chars_t chars = text_chars(&self);
            return MP_OBJ_NEW_SMALL_INT(text_char_number(&chars, at));
        }
    }
    if (must) {
        mp_raise_ValueError(text_is_str(&self) ? MP_ERROR_TEXT("substring not found") : MP_ERROR_TEXT("subsection not found"));
    }
    return MP_OBJ_NEW_SMALL_INT(-1);
}

static mp_obj_t str_find(size_t n_args, const mp_obj_t *args) {
    return find(args, n_args, 1, false, MP_ERROR_TEXT("find() argument 1 must be str, not %s"));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_find_obj, 2, 4, str_find);

static mp_obj_t str_rfind(size_t n_args, const mp_obj_t *args) {
    return find(args, n_args, -1, false, MP_ERROR_TEXT("rfind() argument 1 must be str, not %s"));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_rfind_obj, 2, 4, str_rfind);

static mp_obj_t str_index(size_t n_args, const mp_obj_t *args) {
    return find(args, n_args, 1, true, MP_ERROR_TEXT("index() argument 1 must be str, not %s"));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_index_obj, 2, 4, str_index);

static mp_obj_t str_rindex(size_t n_args, const mp_obj_t *args) {
    return find(args, n_args, -1, true, MP_ERROR_TEXT("rindex() argument 1 must be str, not %s"));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_rindex_obj, 2, 4, str_rindex);

static mp_obj_t str_count(size_t n_args, const mp_obj_t *args) {
    text_t self = text_self(args[0]);
    byte single;
    text_t wanted = sought(&self, args[1], &single, MP_ERROR_TEXT("count() argument 1 must be str, not %s"));
    self = text_self(args[0]);
    bool inside = text_narrow(&self, n_args - 2, args + 2);
    return MP_OBJ_NEW_SMALL_INT(inside ? text_count(&self, &wanted) : 0);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_count_obj, 2, 4, str_count);

mp_obj_t text_contains(mp_obj_t self_in, mp_obj_t arg) {
    text_t self = text_self(self_in);
    byte single;
    text_t wanted;
    if (!text_is_str(&self)) {
        wanted = mp_obj_is_int(arg) ? sought(&self, arg, &single, NULL) : text_arg(&self, arg, NULL);
    } else if (!text_maybe(arg, &wanted) || !text_is_str(&wanted)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'in <string>' requires string as left operand, not %s"), mp_obj_get_type_str(arg));
    }
    return mp_obj_new_bool(find_subbytes(self.data, self.len, wanted.data, wanted.len, 1) != NULL);
}

// --- startswith, endswith ---

static bool is_at(const text_t *text, const text_t *part, bool end) {
    return text->len >= part->len && memcmp(end ? text->data + text->len - part->len : text->data, part->data, part->len) == 0;
}

static mp_obj_t starts_or_ends(const mp_obj_t *args, size_t n_args, bool end) {
    text_t self = text_self(args[0]);
    const char *name = end ? "endswith" : "startswith";
    size_t count = 1;
    mp_obj_t *items = (mp_obj_t *)&args[1];
    bool many = mp_obj_is_tuple_compatible(args[1]);
    if (many) {
        mp_obj_tuple_get(args[1], &count, &items);
    }
    bool inside = text_narrow(&self, n_args - 2, args + 2), found = false;
    for (size_t i = 0; i < count && !found; i++) {
        text_t part;
        mp_buffer_info_t buffer;
        if (text_is_str(&self) ? !text_maybe(items[i], &part) || !text_is_str(&part)
            : mp_obj_is_str(items[i]) || !mp_get_buffer(items[i], &buffer, MP_BUFFER_READ)) {
            if (many && text_is_str(&self)) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("tuple for %s must only contain str, not %s"), name, mp_obj_get_type_str(items[i]));
            }
            const char *kind = text_is_str(&self) ? "str" : "bytes";
            if (many) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("a bytes-like object is required, not '%s'"), mp_obj_get_type_str(items[i]));
            }
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s first arg must be %s or a tuple of %s, not %s"), name, kind, kind, mp_obj_get_type_str(items[i]));
        }
        if (!text_is_str(&self)) {
            part = text_arg(&self, items[i], NULL);
        }
        found = inside && is_at(&self, &part, end);
    }
    return mp_obj_new_bool(found);
}

static mp_obj_t str_startswith(size_t n_args, const mp_obj_t *args) {
    return starts_or_ends(args, n_args, false);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_startswith_obj, 2, 4, str_startswith);

static mp_obj_t str_endswith(size_t n_args, const mp_obj_t *args) {
    return starts_or_ends(args, n_args, true);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(str_endswith_obj, 2, 4, str_endswith);

static mp_obj_t str_removeprefix(mp_obj_t self_in, mp_obj_t arg) {
    text_t self = text_self(self_in), part = text_arg(&self, arg, MP_ERROR_TEXT("removeprefix() argument must be str, not %s"));
    if (part.len == 0 || !is_at(&self, &part, false)) {
        return text_same(&self, self_in);
    }
    return text_new(self.type, self.data + part.len, self.len - part.len);
}
MP_DEFINE_CONST_FUN_OBJ_2(str_removeprefix_obj, str_removeprefix);

static mp_obj_t str_removesuffix(mp_obj_t self_in, mp_obj_t arg) {
    text_t self = text_self(self_in), part = text_arg(&self, arg, MP_ERROR_TEXT("removesuffix() argument must be str, not %s"));
    if (part.len == 0 || !is_at(&self, &part, true)) {
        return text_same(&self, self_in);
    }
    return text_new(self.type, self.data, self.len - part.len);
}
MP_DEFINE_CONST_FUN_OBJ_2(str_removesuffix_obj, str_removesuffix);

// --- partition ---

static mp_obj_t partition(mp_obj_t self_in, mp_obj_t arg, int direction) {
    text_t self = text_self(self_in), part = text_arg(&self, arg, MP_ERROR_TEXT("must be str, not %s"));
    if (part.len == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("empty separator"));
    }
    const byte *at = find_subbytes(self.data, self.len, part.data, part.len, direction);
    mp_obj_t items[3] = { text_new(self.type, (const byte *)"", 0), text_new(self.type, (const byte *)"", 0), text_new(self.type, (const byte *)"", 0) };
    if (at == NULL) {
        items[direction > 0 ? 0 : 2] = text_same(&self, self_in);
    } else {
        items[0] = text_new(self.type, self.data, at - self.data);
        items[1] = text_new(self.type, part.data, part.len);
        items[2] = text_new(self.type, at + part.len, self.data + self.len - at - part.len);
    }
    return mp_obj_new_tuple(3, items);
}

static mp_obj_t str_partition(mp_obj_t self, mp_obj_t arg) {
    return partition(self, arg, 1);
}
MP_DEFINE_CONST_FUN_OBJ_2(str_partition_obj, str_partition);

static mp_obj_t str_rpartition(mp_obj_t self, mp_obj_t arg) {
    return partition(self, arg, -1);
}
MP_DEFINE_CONST_FUN_OBJ_2(str_rpartition_obj, str_rpartition);

// --- replace ---

// Between all characters: before the first count of them, and behind the last if there is one more.
static mp_obj_t insert_between(const text_t *self, const text_t *with, size_t count) {
    vstr_t out;
    vstr_init(&out, text_check_size((uint64_t)with->len * count + self->len) + 1);
    const byte *at = self->data, *end = self->data + self->len;
    while (count > 0) {
        vstr_add_strn(&out, (const char *)with->data, with->len);
        if (--count == 0 || at == end) {
            break;
        }
        size_t len = text_is_str(self) ? text_char_len(at) : 1;
        vstr_add_strn(&out, (const char *)at, len);
        at += len;
    }
    vstr_add_strn(&out, (const char *)at, end - at);
    return text_from_vstr(self->type, &out);
}

static mp_obj_t str_replace(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_OBJ | MP_ARG_REQUIRED, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_, MP_ARG_OBJ | MP_ARG_REQUIRED, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_count, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(-1) } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    if (n_args < 3) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() takes at least %d positional argument%s (%d given)"), "replace", 2, "s", (int)n_args - 1);
    }
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, args);
    mp_int_t most = text_index(args[2].u_obj);
    text_t self = text_self(pos_args[0]);
    text_t old = text_arg(&self, args[0].u_obj, MP_ERROR_TEXT("replace() argument 1 must be str, not %s"));
    text_t with = text_arg(&self, args[1].u_obj, MP_ERROR_TEXT("replace() argument 2 must be str, not %s"));
    size_t count = text_count(&self, &old);
    if (most >= 0 && (size_t)most < count) {
        count = most;
    }
    if (count == 0) {
        return text_same(&self, pos_args[0]);
    }
    if (old.len == 0) {
        return insert_between(&self, &with, count);
    }
    vstr_t out;
    vstr_init_len(&out, text_check_size((uint64_t)self.len - count * old.len + (uint64_t)count * with.len));
    char *to = out.buf;
    const byte *from = self.data, *end = self.data + self.len;
    for (; count > 0; count--) {
        const byte *at = find_subbytes(from, end - from, old.data, old.len, 1);
        memcpy(to, from, at - from);
        to += at - from;
        memcpy(to, with.data, with.len);
        to += with.len;
        from = at + old.len;
    }
    memcpy(to, from, end - from);
    return text_from_vstr(self.type, &out);
}
MP_DEFINE_CONST_FUN_OBJ_KW(str_replace_obj, 1, str_replace);
