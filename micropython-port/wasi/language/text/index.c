// Characters by number: indexes, slices and lengths in time that does not grow with the place.
//
// A str is UTF-8, so the place of a character is its number only if all are ASCII. For a long str that is not, the places of each
// 32nd character are written down when they are first asked for, and kept for the last few such texts.

#include <string.h>

#include "py/mpstate.h"
#include "py/objint.h"
#include "py/objstr.h"
#include "py/runtime.h"

#include "language/text/text.h"

#define MARKED_TEXTS (4)
#define MARKED_FROM (4 * TEXT_MARK) // bytes; shorter ones are counted each time

// A text whose characters were counted. It holds the text's bytes, so that no other text can come to lie there.
typedef struct _text_marked_t {
    const byte *data;
    size_t len, chars;
    uint32_t *marks;
} text_marked_t;

MP_REGISTER_ROOT_POINTER(struct _text_marked_t *text_marked);

static size_t next_marked;

static text_marked_t *mark(const byte *data, size_t len, size_t chars) {
    if (MP_STATE_VM(text_marked) == NULL) {
        MP_STATE_VM(text_marked) = m_new0(text_marked_t, MARKED_TEXTS);
    }
    uint32_t *marks = m_new(uint32_t, chars / TEXT_MARK + 1);
    size_t number = 0;
    for (size_t i = 0; i < len; i++) {
        if (!UTF8_IS_CONT(data[i]) && number++ % TEXT_MARK == 0) {
            marks[number / TEXT_MARK] = i;
        }
    }
    text_marked_t *slot = &MP_STATE_VM(text_marked)[next_marked++ % MARKED_TEXTS];
    *slot = (text_marked_t) { data, len, chars, marks };
    return slot;
}

text_chars_t text_chars(const text_t *text) {
    const byte *data = text->data;
    size_t len = text->len;
    text_chars_t result = { data, len, len, NULL };
    if (text->ascii) {
        return result;
    }
    const text_marked_t *marked = MP_STATE_VM(text_marked);
    if (len >= MARKED_FROM && marked != NULL) {
        for (size_t i = 0; i < MARKED_TEXTS; i++) {
            if (marked[i].data == data && marked[i].len == len) {
                result.chars = marked[i].chars;
                result.marks = marked[i].marks;
                return result;
            }
        }
    }
    result.chars = utf8_charlen(data, len);
    if (result.chars != len && len >= MARKED_FROM) {
        result.marks = mark(data, len, result.chars)->marks;
    }
    return result;
}

const byte *text_char_at(const text_chars_t *chars, size_t index) {
    if (index >= chars->chars) {
        return chars->data + chars->len;
    }
    if (chars->chars == chars->len) {
        return chars->data + index;
    }
    const byte *at = chars->data;
    if (chars->marks != NULL) {
        at += chars->marks[index / TEXT_MARK];
        index %= TEXT_MARK;
    }
    while (index-- > 0) {
        at++;
        while (UTF8_IS_CONT(*at)) {
            at++;
        }
    }
    return at;
}

size_t text_char_number(const text_chars_t *chars, const byte *place) {
    size_t at = place - chars->data;
    if (chars->chars == chars->len) {
        return at;
    }
    size_t low = 0;
    const byte *from = chars->data;
    if (chars->marks != NULL) {
        size_t high = (chars->chars - 1) / TEXT_MARK;
        while (low < high) {
            size_t middle = (low + high + 1) / 2;
            if (chars->marks[middle] <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        from += chars->marks[low];
    }
    return low * TEXT_MARK + utf8_charlen(from, place - from);
}

bool text_index_maybe(mp_obj_t index, mp_int_t *value) {
    if (mp_obj_is_small_int(index)) {
        *value = MP_OBJ_SMALL_INT_VALUE(index);
        return true;
    }
    if (mp_obj_is_bool(index)) {
        *value = index == mp_const_true;
        return true;
    }
    if (!mp_obj_is_exact_type(index, &mp_type_int)) {
        mp_obj_t method[2];
        if (mp_obj_is_float(index) || !mp_obj_is_obj(index)) {
            return false;
        }
        mpwasm_load_of_type(index, MP_QSTR___index__, method);
        if (method[0] == MP_OBJ_NULL) {
            mp_obj_t native = mp_obj_cast_to_native_base(index, MP_OBJ_FROM_PTR(&mp_type_int));
            return native != MP_OBJ_NULL && native != index && text_index_maybe(native, value);
        }
        index = mp_call_method_n_kw(0, 0, method);
        if (!mp_obj_is_int(index)) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__index__ returned non-int (type %s)"), mp_obj_get_type_str(index));
        }
        return text_index_maybe(index, value);
    }
    if (!mpz_as_int_checked(&((mp_obj_int_t *)MP_OBJ_TO_PTR(index))->mpz, value)) {
        *value = mp_obj_int_sign(index) < 0 ? -MP_SSIZE_MAX - 1 : MP_SSIZE_MAX;
    }
    return true;
}

mp_int_t text_index(mp_obj_t index) {
    mp_int_t value;
    if (!text_index_maybe(index, &value)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(index));
    }
    return value;
}

static mp_int_t slice_index(mp_obj_t index, mp_int_t otherwise) {
    mp_int_t value = otherwise;
    if (index != mp_const_none && !text_index_maybe(index, &value)) {
        mp_raise_TypeError(MP_ERROR_TEXT("slice indices must be integers or None or have an __index__ method"));
    }
    return value;
}

// A bound of a slice, counted from the end if it is negative, and kept between the two.
static mp_int_t bound(mp_int_t value, mp_int_t len, mp_int_t least, mp_int_t most) {
    if (value < 0) {
        value += len;
    }
    return value < least ? least : value > most ? most : value;
}

text_slice_t text_slice(mp_obj_t slice_in, size_t len_in) {
    const mp_obj_slice_t *slice = MP_OBJ_TO_PTR(slice_in);
    mp_int_t len = len_in;
    text_slice_t result = { .step = slice_index(slice->step, 1) };
    if (result.step == 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("slice step cannot be zero"));
    }
    if (result.step < -MP_SSIZE_MAX) {
        result.step = -MP_SSIZE_MAX;
    }
    mp_int_t least = result.step < 0 ? -1 : 0, most = result.step < 0 ? len - 1 : len;
    result.start = slice->start == mp_const_none ? (result.step < 0 ? most : least) : bound(slice_index(slice->start, 0), len, least, most);
    result.stop = slice->stop == mp_const_none ? (result.step < 0 ? least : most) : bound(slice_index(slice->stop, 0), len, least, most);
    mp_int_t span = result.step < 0 ? result.start - result.stop : result.stop - result.start;
    mp_int_t step = result.step < 0 ? -result.step : result.step;
    result.count = span <= 0 ? 0 : (size_t)(span - 1) / step + 1;
    return result;
}

// The place of an item that an index names. Raises IndexError and TypeError as CPython does.
static size_t item_index(mp_obj_t index, size_t len, bool is_str) {
    mp_int_t value;
    if (!text_index_maybe(index, &value)) {
        mp_raise_msg_varg(&mp_type_TypeError,
            is_str ? MP_ERROR_TEXT("string indices must be integers, not '%s'") : MP_ERROR_TEXT("byte indices must be integers or slices, not %s"),
            mp_obj_get_type_str(index));
    }
    if (value < 0) {
        value += len;
    }
    if (value < 0 || (size_t)value >= len) {
        mp_raise_msg(&mp_type_IndexError, is_str ? MP_ERROR_TEXT("string index out of range") : MP_ERROR_TEXT("index out of range"));
    }
    return value;
}

bool text_narrow(text_t *text, size_t n_args, const mp_obj_t *args) {
    if (n_args == 0) {
        return true;
    }
    mp_int_t start = slice_index(args[0], 0), stop = n_args > 1 ? slice_index(args[1], MP_SSIZE_MAX) : MP_SSIZE_MAX;
    text_chars_t chars = text_chars(text);
    mp_int_t len = chars.chars;
    start = start < 0 ? bound(start, len, 0, len) : start;
    stop = bound(stop, len, 0, len);
    if (start > stop) {
        text->data += text->len;
        text->len = 0;
        return false;
    }
    text->data = text_char_at(&chars, start);
    text->len = text_char_at(&chars, stop) - text->data;
    return true;
}

// Characters of a slice with a step: one after the other, from wherever each is.
static mp_obj_t stepped_chars(const text_chars_t *chars, text_slice_t slice) {
    vstr_t out;
    vstr_init(&out, slice.count);
    mp_int_t at = slice.start;
    const byte *place = text_char_at(chars, at);
    for (size_t i = 0; i < slice.count; i++, at += slice.step) {
        if (slice.step == -1 && i > 0) { // backwards, which is common, step by step
            do {
                place--;
            } while (place > chars->data && UTF8_IS_CONT(*place));
        } else {
            place = text_char_at(chars, at);
        }
        vstr_add_strn(&out, (const char *)place, text_char_len(place));
    }
    return text_from_vstr(&mp_type_str, &out);
}

static mp_obj_t stepped_bytes(const mp_obj_type_t *type, const byte *data, text_slice_t slice) {
    vstr_t out;
    vstr_init_len(&out, slice.count);
    mp_int_t at = slice.start;
    for (size_t i = 0; i < slice.count; i++, at += slice.step) {
        out.buf[i] = data[at];
    }
    return text_from_vstr(type, &out);
}

static mp_obj_t str_subscr(mp_obj_t self, const text_t *text, mp_obj_t index) {
    text_chars_t chars = text_chars(text);
    if (!mp_obj_is_type(index, &mp_type_slice)) {
        const byte *place = text_char_at(&chars, item_index(index, chars.chars, true));
        return text_new_char(place, text_char_len(place));
    }
    text_slice_t slice = text_slice(index, chars.chars);
    if (slice.count == 0) {
        return MP_OBJ_NEW_QSTR(MP_QSTR_);
    }
    if (slice.count == chars.chars && slice.step == 1) {
        return self;
    }
    if (slice.step == 1) {
        const byte *start = text_char_at(&chars, slice.start), *stop = text_char_at(&chars, slice.stop);
        return text_new(&mp_type_str, start, stop - start);
    }
    return text->ascii ? stepped_bytes(&mp_type_str, text->data, slice) : stepped_chars(&chars, slice);
}

static mp_obj_t bytes_subscr(mp_obj_t self, const text_t *text, mp_obj_t index) {
    if (!mp_obj_is_type(index, &mp_type_slice)) {
        return MP_OBJ_NEW_SMALL_INT(text->data[item_index(index, text->len, false)]);
    }
    text_slice_t slice = text_slice(index, text->len);
    if (slice.step == 1) {
        return slice.count == text->len ? self : text_new(&mp_type_bytes, text->data + slice.start, slice.count);
    }
    return stepped_bytes(&mp_type_bytes, text->data, slice);
}

mp_obj_t text_subscr(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    text_t text = text_self(self);
    return text_is_str(&text) ? str_subscr(self, &text, index) : bytes_subscr(self, &text, index);
}

mp_obj_t text_unary_op(mp_unary_op_t op, mp_obj_t self) {
    text_t text = text_self(self);
    switch (op) {
        case MP_UNARY_OP_BOOL:
            return mp_obj_new_bool(text.len != 0);
        case MP_UNARY_OP_LEN:
            return MP_OBJ_NEW_SMALL_INT(text_chars(&text).chars);
        default:
            return MP_OBJ_NULL;
    }
}
