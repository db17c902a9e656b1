// Text as integers: int("...") and the integers of programs. In place of the first half of upstream's py/parsenum.c.

#include <string.h>

#include "py/lexer.h"
#include "py/objint.h"
#include "py/objexcept.h"
#include "py/parsenum.h"
#include "py/runtime.h"
#include "py/unicode.h"

#include "language/text/text.h"
#include "language/text/unicode.h"

// int() takes no more decimal digits, as CPython: reading many takes their square in time.
#define DIGITS_MOST (4300)

static MP_NORETURN void raise_invalid(const char *str, size_t len, int base, mp_lexer_t *lex) {
    mp_obj_t error;
    if (lex != NULL) {
        error = mp_obj_new_exception_msg(&mp_type_SyntaxError, MP_ERROR_TEXT("invalid decimal literal"));
        mp_obj_exception_add_traceback(error, lex->source_name, lex->tok_line, MP_QSTRnull);
    } else {
        vstr_t message;
        mp_print_t print;
        vstr_init_print(&message, 64, &print);
        mp_printf(&print, "invalid literal for int() with base %d: ", base);
        bool is_text = utf8_check((const byte *)str, len);
        mp_print_str(&print, is_text ? "" : "b");
        mp_str_print_quoted(&print, (const byte *)str, len, !is_text);
        error = mp_obj_new_exception_arg1(&mp_type_ValueError, text_from_vstr(&mp_type_str, &message));
    }
    nlr_raise(error);
}

static int digit_value(unichar c) {
    int decimal = char_decimal(c);
    return decimal >= 0 ? decimal : c < 128 && unichar_isalpha(c) ? (int)(c | 32) - 'a' + 10 : 99;
}

// The base that a number's prefix says, if it may have one; 0 if there is none.
static int prefix_base(const byte *at, const byte *end) {
    if (end - at < 2 || *at != '0') {
        return 0;
    }
    switch (at[1] | 32) {
        case 'x':
            return 16;
        case 'o':
            return 8;
        case 'b':
            return 2;
        default:
            return 0;
    }
}

static bool is_space_at(const byte *at) {
    unichar c = utf8_get_char(at);
    return (char_flags(c) & CHAR_SPACE) != 0;
}

// Digits in ASCII, without underscores. NULL if they are none.
static const byte *read_digits(const byte *at, const byte *end, int base, bool after_prefix, vstr_t *digits) {
    bool may_underscore = after_prefix;
    while (at < end) {
        if (*at == '_') {
            if (!may_underscore) {
                return NULL;
            }
            may_underscore = false;
            at++;
            continue;
        }
        int value = digit_value(utf8_get_char(at));
        if (value >= base) {
            break;
        }
        vstr_add_byte(digits, value < 10 ? '0' + value : 'a' + value - 10);
        may_underscore = true;
        at += text_char_len(at);
    }
    return digits->len == 0 || !may_underscore ? NULL : at;
}

static mp_obj_t to_int(vstr_t *digits, int base, bool negative) {
    mp_int_t value = 0;
    for (size_t i = 0; i < digits->len; i++) {
        if (__builtin_mul_overflow(value, base, &value) || __builtin_add_overflow(value, digit_value((byte)digits->buf[i]), &value)) {
            const char *from = digits->buf;
            return mp_obj_new_int_from_str_len(&from, digits->len, negative, base);
        }
    }
    return mp_obj_new_int(negative ? -value : value);
}

// A number of few decimal digits and nothing else. False if it is something else.
static bool read_short(const char *str, size_t len, mp_int_t *value) {
    size_t i = len > 1 && *str == '-';
    if (len == 0 || len > 9) {
        return false;
    }
    for (*value = 0; i < len; i++) {
        unsigned digit = (byte)str[i] - '0';
        if (digit > 9) {
            return false;
        }
        *value = *value * 10 + digit;
    }
    *value = *str == '-' ? -*value : *value;
    return true;
}

mp_obj_t mp_parse_num_integer(const char *str, size_t len, int base, mp_lexer_t *lex) {
    mp_int_t value;
    if (read_short(str, len, &value) && (base == 10 || (base == 0 && *str >= '1'))) {
        return mp_obj_new_int(value);
    }
    if ((base != 0 && base < 2) || base > 36) {
        mp_raise_ValueError(MP_ERROR_TEXT("int() base must be >= 2 and <= 36, or 0"));
    }
    const byte *at = (const byte *)str, *end = at + len;
    if (!utf8_check(at, len)) {
        raise_invalid(str, len, base, lex);
    }
    while (at < end && is_space_at(at)) {
        at += text_char_len(at);
    }
    bool negative = at < end && *at == '-';
    at += at < end && (*at == '-' || *at == '+');
    int said = prefix_base(at, end), actual = base != 0 ? base : said != 0 ? said : 10;
    bool prefixed = said != 0 && said == actual;
    at += prefixed ? 2 : 0;
    vstr_t digits;
    vstr_init(&digits, end - at + 1);
    bool zero_first = at < end && *at == '0';
    const byte *after = read_digits(at, end, actual, prefixed, &digits);
    while (after != NULL && after < end && is_space_at(after)) {
        after += text_char_len(after);
    }
    if (after != end) {
        raise_invalid(str, len, base, lex);
    }
    if (actual & (actual - 1) && digits.len > DIGITS_MOST) {
        mp_raise_msg_varg(&mp_type_ValueError,
            MP_ERROR_TEXT("Exceeds the limit (%d digits) for integer string conversion: value has %u digits; use sys.set_int_max_str_digits() to increase the limit"),
            DIGITS_MOST, (unsigned)digits.len);
    }
    mp_obj_t result = to_int(&digits, actual, negative);
    if (base == 0 && !prefixed && zero_first && mp_obj_is_true(result)) { // 010 is no number
        raise_invalid(str, len, base, lex);
    }
    vstr_clear(&digits);
    return result;
}
