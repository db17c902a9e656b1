// Cases and kinds of characters: upper and its kin, isalpha and its kin.

#include <string.h>

#include "py/runtime.h"

#include "language/text/text.h"
#include "language/text/unicode.h"

// Cases that a method gives characters: by their place in a word.
typedef enum { TO_UPPER, TO_LOWER, TO_FOLD, TO_TITLE, TO_CAPITAL, TO_SWAPPED } case_t;

static bool is_cased(unichar c) {
    return (char_flags(c) & CHAR_CASED) != 0;
}

// A sigma is final if a cased character comes before it and none behind, looking past those that case ignores.
static bool is_final_sigma(const text_t *text, const byte *at) {
    const byte *before = at, *after = at + 2, *end = text->data + text->len;
    unichar c;
    do {
        if (before == text->data) {
            return false;
        }
        do {
            before--;
        } while (before > text->data && UTF8_IS_CONT(*before));
        c = utf8_get_char(before);
    } while (char_flags(c) & CHAR_IGNORABLE);
    if (!is_cased(c)) {
        return false;
    }
    while (after < end) {
        c = utf8_get_char(after);
        if (!(char_flags(c) & CHAR_IGNORABLE)) {
            return !is_cased(c);
        }
        after += text_char_len(after);
    }
    return true;
}

static char_map_t map_for(case_t to, unichar c, bool first) {
    switch (to) {
        case TO_UPPER:
            return char_upper;
        case TO_FOLD:
            return char_fold;
        case TO_TITLE:
        case TO_CAPITAL:
            return first ? char_title : char_lower;
        case TO_SWAPPED:
            return char_flags(c) & CHAR_UPPER ? char_lower : char_flags(c) & CHAR_LOWER ? char_upper : NULL;
        default:
            return char_lower;
    }
}

static mp_obj_t map_chars(const text_t *self, case_t to) {
    vstr_t out;
    vstr_init(&out, self->len + 1);
    bool first = true;
    for (const byte *at = self->data, *end = at + self->len; at < end; at += text_char_len(at)) {
        unichar c = utf8_get_char(at), mapped[3];
        char_map_t map = map_for(to, c, first);
        size_t n = 1;
        if (c == 0x3a3 && map == char_lower) {
            mapped[0] = is_final_sigma(self, at) ? 0x3c2 : 0x3c3;
        } else if (map == NULL) {
            mapped[0] = c;
        } else {
            n = map(c, mapped);
        }
        for (size_t i = 0; i < n; i++) {
            vstr_add_char(&out, mapped[i]);
        }
        first = to == TO_TITLE && !is_cased(c);
    }
    return text_from_vstr(&mp_type_str, &out);
}

// Eight bytes: the bit for lower case of the letters among them is changed to what `lower` says. Each byte's top bit is nought in between, so that
// no sum reaches the next one.
static uint64_t map_eight(uint64_t bytes, bool lower) {
    const uint64_t each = UINT64_C(0x0101010101010101), top = each << 7;
    uint64_t low = bytes & ~top, from = lower ? 'A' : 'a';
    uint64_t letters = (low + (128 - from) * each) & ~(low + (128 - from - 26) * each) & ~bytes & top;
    return bytes ^ letters >> 2;
}

// All letters at once, the rest byte by byte.
static size_t map_eights(const text_t *self, char *out, bool lower) {
    size_t done = 0;
    for (; self->len - done >= 8; done += 8) {
        uint64_t bytes;
        memcpy(&bytes, self->data + done, sizeof(bytes));
        bytes = map_eight(bytes, lower);
        memcpy(out + done, &bytes, sizeof(bytes));
    }
    return done;
}

static mp_obj_t map_ascii(const text_t *self, case_t to) {
    vstr_t out;
    vstr_init_len(&out, self->len);
    bool first = true;
    size_t begin = to == TO_UPPER || to == TO_LOWER || to == TO_FOLD ? map_eights(self, out.buf, to != TO_UPPER) : 0;
    for (size_t i = begin; i < self->len; i++) {
        byte c = self->data[i];
        bool upper = to == TO_UPPER || (first && (to == TO_TITLE || to == TO_CAPITAL)) || (to == TO_SWAPPED && c >= 'a');
        bool letter = c < 128 && unichar_isalpha(c); // other bytes have no case
        out.buf[i] = !letter ? c : upper ? c & ~32 : c | 32;
        first = to == TO_TITLE && !letter;
    }
    return text_from_vstr(self->type, &out);
}

static mp_obj_t map_case(mp_obj_t self_in, case_t to) {
    text_t self = text_self(self_in);
    return self.ascii ? map_ascii(&self, to) : map_chars(&self, to);
}

#define CASE_METHOD(name, to) \
    static mp_obj_t str_##name(mp_obj_t self) { return map_case(self, to); } \
    MP_DEFINE_CONST_FUN_OBJ_1(str_##name##_obj, str_##name)

CASE_METHOD(upper, TO_UPPER);
CASE_METHOD(lower, TO_LOWER);
CASE_METHOD(casefold, TO_FOLD);
CASE_METHOD(title, TO_TITLE);
CASE_METHOD(capitalize, TO_CAPITAL);
CASE_METHOD(swapcase, TO_SWAPPED);

// --- isalpha and its kin ---

// The characters of a text one after the other; those of bytes that are not ASCII have no kind.
static unsigned next_flags(const text_t *self, const byte **at) {
    unichar c = **at;
    if (c < 128 || !text_is_str(self)) {
        (*at)++;
        if (!text_is_str(self)) {
            return c < 128 ? char_flags(c) & ~(c >= 0x1c && c <= 0x1f ? CHAR_SPACE : 0) : 0;
        }
        return char_flags(c);
    }
    c = utf8_get_char(*at);
    *at += text_char_len(*at);
    return char_flags(c);
}

static mp_obj_t all_are(mp_obj_t self_in, unsigned wanted, bool if_empty) {
    text_t self = text_self(self_in);
    if (self.len == 0) {
        return mp_obj_new_bool(if_empty);
    }
    for (const byte *at = self.data, *end = at + self.len; at < end;) {
        if (!(next_flags(&self, &at) & wanted)) {
            return mp_const_false;
        }
    }
    return mp_const_true;
}

#define KIND_METHOD(name, flags, if_empty) \
    static mp_obj_t str_##name(mp_obj_t self) { return all_are(self, flags, if_empty); } \
    MP_DEFINE_CONST_FUN_OBJ_1(str_##name##_obj, str_##name)

KIND_METHOD(isalpha, CHAR_ALPHA, false);
KIND_METHOD(isalnum, CHAR_ALPHA | CHAR_DECIMAL | CHAR_DIGIT | CHAR_NUMERIC, false);
KIND_METHOD(isdecimal, CHAR_DECIMAL, false);
KIND_METHOD(isdigit, CHAR_DIGIT, false);
KIND_METHOD(isnumeric, CHAR_NUMERIC, false);
KIND_METHOD(isspace, CHAR_SPACE, false);
KIND_METHOD(isprintable, CHAR_PRINTABLE, true);

// Whether there are cased characters, and all are of the wanted case.
static mp_obj_t all_cased(mp_obj_t self_in, unsigned wanted) {
    text_t self = text_self(self_in);
    bool any = false;
    for (const byte *at = self.data, *end = at + self.len; at < end;) {
        unsigned flags = next_flags(&self, &at);
        if (flags & (CHAR_CASED & ~wanted)) {
            return mp_const_false;
        }
        any = any || (flags & wanted);
    }
    return mp_obj_new_bool(any);
}

static mp_obj_t str_isupper(mp_obj_t self) {
    return all_cased(self, CHAR_UPPER);
}
MP_DEFINE_CONST_FUN_OBJ_1(str_isupper_obj, str_isupper);

static mp_obj_t str_islower(mp_obj_t self) {
    return all_cased(self, CHAR_LOWER);
}
MP_DEFINE_CONST_FUN_OBJ_1(str_islower_obj, str_islower);

static mp_obj_t str_istitle(mp_obj_t self_in) {
    text_t self = text_self(self_in);
    bool any = false, inside = false;
    for (const byte *at = self.data, *end = at + self.len; at < end;) {
        unsigned flags = next_flags(&self, &at);
        if (inside ? flags & (CHAR_UPPER | CHAR_TITLE) : flags & CHAR_LOWER) {
            return mp_const_false;
        }
        inside = (flags & CHAR_CASED) != 0;
        any = any || inside;
    }
    return mp_obj_new_bool(any);
}
MP_DEFINE_CONST_FUN_OBJ_1(str_istitle_obj, str_istitle);

static mp_obj_t str_isascii(mp_obj_t self_in) {
    text_t self = text_self(self_in);
    if (text_is_str(&self)) {
        return mp_obj_new_bool(self.ascii);
    }
    for (size_t i = 0; i < self.len; i++) {
        if (self.data[i] >= 128) {
            return mp_const_false;
        }
    }
    return mp_const_true;
}
MP_DEFINE_CONST_FUN_OBJ_1(str_isascii_obj, str_isascii);

static mp_obj_t str_isidentifier(mp_obj_t self_in) {
    text_t self = text_self(self_in);
    for (const byte *at = self.data, *end = at + self.len; at < end;) {
        bool first = at == self.data, underscore = *at == '_';
        if (!(next_flags(&self, &at) & (first ? CHAR_XID_START : CHAR_XID_CONTINUE)) && !underscore) {
            return mp_const_false;
        }
    }
    return mp_obj_new_bool(self.len > 0);
}
MP_DEFINE_CONST_FUN_OBJ_1(str_isidentifier_obj, str_isidentifier);
