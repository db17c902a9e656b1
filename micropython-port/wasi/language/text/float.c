// Floats as text, and text as floats. In place of upstream's py/formatfloat.c and of the second half of py/parsenum.c.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "py/formatfloat.h"
#include "py/lexer.h"
#include "py/objexcept.h"
#include "py/parsenum.h"
#include "py/runtime.h"
#include "py/unicode.h"

#include "language/text/decimal.h"
#include "language/text/float.h"
#include "language/text/text.h"
#include "language/text/unicode.h"

// --- Writing ---

static void add_zeros(vstr_t *out, int count) {
    if (count > 0) {
        memset(vstr_add_len(out, count), '0', count);
    }
}

// Digits from a place on; behind the last, and before the first, come noughts.
static void add_digits(vstr_t *out, const decimal_t *decimal, int from, int count) {
    int before = from < 0 ? MIN(-from, count) : 0;
    add_zeros(out, before);
    from += before;
    count -= before;
    int there = decimal->len - from;
    there = there < 0 ? 0 : MIN(there, count);
    vstr_add_strn(out, decimal->digits + from, there);
    add_zeros(out, count - there);
}

static void add_fixed(vstr_t *out, const decimal_t *decimal, int places, bool point) {
    if (decimal->len == 0 || decimal->point <= 0) {
        vstr_add_byte(out, '0');
    } else {
        add_digits(out, decimal, 0, decimal->point);
    }
    if (places > 0 || point) {
        vstr_add_byte(out, '.');
    }
    add_digits(out, decimal, decimal->len == 0 ? 0 : decimal->point, places);
}

static void add_scientific(vstr_t *out, const decimal_t *decimal, int places, bool point, char letter) {
    vstr_add_byte(out, decimal->len == 0 ? '0' : decimal->digits[0]);
    if (places > 0 || point) {
        vstr_add_byte(out, '.');
    }
    add_digits(out, decimal, 1, places);
    vstr_printf(out, "%c%c%02d", letter, decimal->len > 0 && decimal->point < 1 ? '-' : '+', decimal->len == 0 ? 0 : abs(decimal->point - 1));
}

static void add_general(vstr_t *out, const decimal_t *decimal, int precision, char letter, unsigned flags, int threshold) {
    int point = decimal->len == 0 ? 1 : decimal->point;
    bool alt = flags & FLOAT_ALT;
    if (point <= -4 || point > threshold) {
        add_scientific(out, decimal, alt && precision > 0 ? precision - 1 : decimal->len - 1, alt, letter);
    } else {
        int places = alt && precision > 0 ? precision - point : MAX(decimal->len - point, 0);
        places = flags & FLOAT_DOT0 ? MAX(places, 1) : places;
        add_fixed(out, decimal, places, alt);
    }
}

void float_format(vstr_t *out, double x, char code, int precision, unsigned flags) {
    bool upper = unichar_isupper(code);
    if (!isfinite(x)) {
        vstr_add_str(out, isnan(x) ? (upper ? "NAN" : "nan") : upper ? "INF" : "inf");
        return;
    }
    decimal_t decimal;
    switch (code | 32) {
        case 'f':
            decimal_places(x, precision, &decimal);
            add_fixed(out, &decimal, precision, flags & FLOAT_ALT);
            break;
        case 'e':
            decimal_rounded(x, MIN(precision, DECIMAL_DIGITS) + 1, &decimal);
            add_scientific(out, &decimal, precision, flags & FLOAT_ALT, upper ? 'E' : 'e');
            break;
        case 'g':
            precision = MAX(precision, 1);
            decimal_rounded(x, precision, &decimal);
            add_general(out, &decimal, precision, upper ? 'E' : 'e', flags, flags & FLOAT_DOT0 ? precision - 1 : precision);
            break;
        default:
            decimal_shortest(x, &decimal);
            add_general(out, &decimal, 0, 'e', flags, 16); // as many digits as there are
            break;
    }
}

size_t float_format_size(double x, char code, int precision) {
    return (size_t)MAX(precision, 17) + ((code | 32) == 'f' && fabs(x) >= 1e10 ? 330 : 30);
}

// What does not fit is written with an exponent, and what still does not, with fewer digits.
int mp_format_float(mp_float_t f, char *buf, size_t size, char code, int precision, char sign) {
    if (precision == MP_FLOAT_REPR_PREC) {
        code = 'r';
        precision = 17;
    } else if (precision < 0) {
        precision = 6;
    }
    if ((code | 32) == 'f' && (fabs(f) >= 1e10 ? 400 : 12) + precision > (int)size) {
        code = code == 'f' ? 'e' : 'E';
    }
    if (code != 'r' && (code | 32) != 'f') {
        precision = MIN(precision, (int)size - 10);
    }
    vstr_t out;
    vstr_init_fixed_buf(&out, size, buf);
    if (signbit(f) && !isnan(f)) {
        vstr_add_byte(&out, '-');
    } else if (sign != '\0') {
        vstr_add_byte(&out, sign);
    }
    float_format(&out, fabs(f), code, precision, 0);
    return strlen(vstr_null_terminated_str(&out));
}

// --- Reading ---

static bool is_digit(const char *at, const char *end) {
    return at < end && *at >= '0' && *at <= '9';
}

// Appends digits, with single underscores between them. Returns the end.
static const char *read_digits(const char *at, const char *end, decimal_t *decimal, bool *inexact, bool fraction) {
    while (is_digit(at, end)) {
        int digit = *at++;
        if (decimal->len == 0 && digit == '0') {
            decimal->point -= fraction;
        } else {
            if (decimal->len < DECIMAL_DIGITS - 20) {
                decimal->digits[decimal->len++] = digit;
            } else {
                *inexact |= digit != '0';
            }
            decimal->point += !fraction;
        }
        if (at < end && *at == '_' && is_digit(at + 1, end)) {
            at++;
        }
    }
    return at;
}

static const char *read_exponent(const char *at, const char *end, int *exponent) {
    const char *from = at;
    bool negative = false;
    at++;
    if (at < end && (*at == '+' || *at == '-')) {
        negative = *at++ == '-';
    }
    if (!is_digit(at, end)) {
        return from;
    }
    int value = 0;
    while (is_digit(at, end)) {
        value = value < 100000000 ? value * 10 + *at - '0' : value;
        at++;
        if (at < end && *at == '_' && is_digit(at + 1, end)) {
            at++;
        }
    }
    *exponent = negative ? -value : value;
    return at;
}

static bool read_word(const char **at, const char *end, const char *word) {
    const char *from = *at;
    for (; *word != '\0'; word++, from++) {
        if (from == end || (*from | 32) != *word) {
            return false;
        }
    }
    *at = from;
    return true;
}

const char *float_read(const char *at, const char *end, double *value) {
    if (read_word(&at, end, "infinity") || read_word(&at, end, "inf")) {
        *value = INFINITY;
        return at;
    }
    if (read_word(&at, end, "nan")) {
        *value = NAN;
        return at;
    }
    decimal_t decimal;
    decimal.len = decimal.point = 0;
    bool inexact = false, any = is_digit(at, end);
    at = read_digits(at, end, &decimal, &inexact, false);
    if (at < end && *at == '.') {
        any |= is_digit(at + 1, end);
        at = any ? read_digits(at + 1, end, &decimal, &inexact, true) : at;
    }
    if (!any) {
        return NULL;
    }
    int exponent = 0;
    if (at < end && (*at | 32) == 'e') {
        at = read_exponent(at, end, &exponent);
    }
    decimal.point += exponent;
    while (decimal.len > 0 && !inexact && decimal.digits[decimal.len - 1] == '0') {
        decimal.len--;
    }
    *value = decimal_to_double(&decimal, inexact);
    return at;
}

// What upstream's float formatting reads back.
const char *mp_parse_float_internal(const char *str, size_t len, mp_float_t *result) {
    return float_read(str, str + len, result);
}

static MP_NORETURN void raise_invalid(const char *str, size_t len, bool is_complex, mp_lexer_t *lex) {
    if (lex != NULL) {
        mp_obj_t error = mp_obj_new_exception_msg(&mp_type_SyntaxError, MP_ERROR_TEXT("invalid decimal literal"));
        mp_obj_exception_add_traceback(error, lex->source_name, lex->tok_line, MP_QSTRnull);
        nlr_raise(error);
    }
    if (is_complex) {
        mp_raise_ValueError(MP_ERROR_TEXT("complex() arg is a malformed string"));
    }
    vstr_t message;
    mp_print_t print;
    vstr_init_print(&message, 64, &print);
    mp_print_str(&print, "could not convert string to float: ");
    text_print_str(&print, (const byte *)str, utf8_check((const byte *)str, len) ? len : 0, false);
    nlr_raise(mp_obj_new_exception_arg1(&mp_type_ValueError, text_from_vstr(&mp_type_str, &message)));
}

// A copy in ASCII: white space and decimal digits of all scripts become those of ASCII.
static const char *to_ascii(const char *str, size_t *len) {
    const byte *at = (const byte *)str, *end = at + *len;
    if (!utf8_check(at, *len)) {
        return str;
    }
    vstr_t out;
    vstr_init(&out, *len + 1);
    for (; at < end; at += text_char_len(at)) {
        unichar c = utf8_get_char(at);
        int digit = char_decimal(c);
        vstr_add_byte(&out, c < 128 ? c : digit >= 0 ? (unichar)('0' + digit) : char_flags(c) & CHAR_SPACE ? ' ' : '?');
    }
    *len = out.len;
    return vstr_null_terminated_str(&out);
}

static const char *skip_space(const char *at, const char *end) {
    while (at < end && (unichar_isspace((byte)*at) || (*at >= 0x1c && *at <= 0x1f))) {
        at++;
    }
    return at;
}

// A sign and a number, which an imaginary part may leave out before its j.
static const char *read_signed(const char *at, const char *end, bool imag, double *value) {
    bool negative = at < end && *at == '-';
    at += at < end && (*at == '-' || *at == '+');
    const char *after = float_read(at, end, value);
    if (after == NULL && imag && at < end && (*at | 32) == 'j') {
        *value = 1;
        after = at;
    }
    if (negative) {
        *value = -*value;
    }
    return after;
}

static bool read_complex(const char *at, const char *end, double *real, double *imag) {
    *real = *imag = 0;
    bool in_parentheses = at < end && *at == '(';
    if (in_parentheses) {
        at = skip_space(at + 1, end);
    }
    double first;
    at = read_signed(at, end, true, &first);
    if (at == NULL) {
        return false;
    }
    if (at < end && (*at | 32) == 'j') {
        *imag = first;
        at++;
    } else {
        *real = first;
        if (at < end && (*at == '+' || *at == '-')) {
            at = read_signed(at, end, true, imag);
            if (at == NULL || at == end || (*at | 32) != 'j') {
                return false;
            }
            at++;
        }
    }
    at = skip_space(at, end);
    if (in_parentheses) {
        if (at == end || *at != ')') {
            return false;
        }
        at = skip_space(at + 1, end);
    }
    return at == end;
}

#if MICROPY_PY_BUILTINS_COMPLEX
mp_obj_t mp_parse_num_decimal(const char *str, size_t len, bool allow_imag, bool force_complex, mp_lexer_t *lex) {
#else
mp_obj_t mp_parse_num_float(const char *str, size_t len, bool allow_imag, mp_lexer_t *lex) {
    bool force_complex = false;
#endif
    size_t ascii_len = len;
    const char *ascii = str;
    for (size_t i = 0; i < len; i++) {
        if ((byte)str[i] >= 128) {
            ascii = to_ascii(str, &ascii_len);
            break;
        }
    }
    const char *end = ascii + ascii_len, *at = skip_space(ascii, end);
    double real, imag;
    #if MICROPY_PY_BUILTINS_COMPLEX
    if (force_complex || (allow_imag && len > 0 && (str[len - 1] | 32) == 'j')) {
        if (!read_complex(at, end, &real, &imag)) {
            raise_invalid(str, len, true, lex);
        }
        return mp_obj_new_complex(real, imag);
    }
    #endif
    at = read_signed(at, end, false, &real);
    if (at == NULL || skip_space(at, end) != end) {
        raise_invalid(str, len, false, lex);
    }
    return mp_obj_new_float(real);
}
