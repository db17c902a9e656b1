// Format specs: parsing, and putting fill around what was formatted.

#include <string.h>

#include "py/runtime.h"

#include "language/text/spec.h"

static bool is_align(byte c) {
    return c == '<' || c == '>' || c == '^' || c == '=';
}

static MP_NORETURN void raise_invalid(const text_t *text, mp_obj_t object) {
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Invalid format specifier '%s' for object of type '%s'"),
        mp_obj_str_get_str(text_new(&mp_type_str, text->data, text->len)), mp_obj_get_type_str(object));
}

static const byte *read_number(const byte *at, const byte *end, int *value) {
    if (at == end || !unichar_isdigit(*at)) {
        return at;
    }
    *value = 0;
    for (; at < end && unichar_isdigit(*at); at++) {
        if (__builtin_mul_overflow(*value, 10, value) || __builtin_add_overflow(*value, *at - '0', value)) {
            mp_raise_ValueError(MP_ERROR_TEXT("Too many decimal digits in format string"));
        }
    }
    return at;
}

static void check_group(const spec_t *spec, bool is_str) {
    unichar type = spec->type;
    const char *allowed = spec->group == ',' ? "deEfFgG%" : "deEfFgG%boxX";
    if (spec->group != 0 && type == 0 && is_str) {
        type = 's';
    }
    if (spec->group != 0 && type != 0 && (type > 127 || strchr(allowed, type) == NULL)) {
        if (type > 32 && type < 127) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Cannot specify '%c' with '%c'."), spec->group, (int)type);
        }
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Cannot specify '%c' with '\\x%x'."), spec->group, (unsigned)type);
    }
}

spec_t spec_parse(const text_t *text, char align, mp_obj_t object) {
    spec_t spec = { (const byte *)" ", 1, align, 0, 0, false, false, -1, -1, 0 };
    const byte *at = text->data, *end = at + text->len;
    if (at == end) {
        return spec;
    }
    size_t first = text_char_len(at);
    bool filled = false, aligned = false;
    if (at + first < end && is_align(at[first])) {
        spec.fill = at;
        spec.fill_len = first;
        spec.align = at[first];
        at += first + 1;
        filled = aligned = true;
    } else if (is_align(*at)) {
        spec.align = *at++;
        aligned = true;
    }
    if (at < end && (*at == '+' || *at == '-' || *at == ' ')) {
        spec.sign = *at++;
    }
    if (at < end && *at == 'z') {
        spec.positive_zero = true;
        at++;
    }
    if (at < end && *at == '#') {
        spec.alt = true;
        at++;
    }
    if (!filled && at < end && *at == '0') {
        spec.fill = at++;
        if (!aligned && align == '>') {
            spec.align = '=';
        }
    }
    at = read_number(at, end, &spec.width);
    while (at < end && (*at == ',' || *at == '_')) {
        if (spec.group != 0) {
            mp_raise_ValueError(spec.group == *at ? (*at == ',' ? MP_ERROR_TEXT("Cannot specify ',' with ','.") : MP_ERROR_TEXT("Cannot specify '_' with '_'."))
                : MP_ERROR_TEXT("Cannot specify both ',' and '_'."));
        }
        spec.group = *at++;
    }
    if (at < end && *at == '.') {
        at = read_number(at + 1, end, &spec.precision);
        if (spec.precision < 0) {
            mp_raise_ValueError(MP_ERROR_TEXT("Format specifier missing precision"));
        }
    }
    if (at < end) {
        spec.type = utf8_get_char(at);
        at += text_char_len(at);
        if (at < end) {
            raise_invalid(text, object);
        }
    }
    check_group(&spec, align == '<');
    return spec;
}

MP_NORETURN void spec_raise_type(unichar type, mp_obj_t object) {
    if (type > 32 && type < 128) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Unknown format code '%c' for object of type '%s'"), (int)type, mp_obj_get_type_str(object));
    }
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Unknown format code '\\x%x' for object of type '%s'"), (unsigned)type, mp_obj_get_type_str(object));
}

// --- Fill ---

static void add_fill(vstr_t *out, const spec_t *spec, size_t count) {
    text_check_size((uint64_t)count * spec->fill_len + out->len);
    if (spec->fill_len == 1) {
        memset(vstr_add_len(out, count), *spec->fill, count);
        return;
    }
    for (; count > 0; count--) {
        vstr_add_strn(out, (const char *)spec->fill, spec->fill_len);
    }
}

// How much of the fill comes before.
static size_t fill_before(char align, size_t fill) {
    return align == '>' || align == '=' ? fill : align == '^' ? fill / 2 : 0;
}

void spec_add_text(vstr_t *out, const spec_t *spec, const byte *data, size_t len, size_t chars) {
    size_t fill = spec->width > 0 && (size_t)spec->width > chars ? spec->width - chars : 0, before = fill_before(spec->align, fill);
    if (before > 0) {
        add_fill(out, spec, before);
    }
    vstr_add_strn(out, (const char *)data, len);
    if (fill > before) {
        add_fill(out, spec, fill - before);
    }
}

// The length of digits with separators, and noughts before them up to a width.
static size_t grouped_len(size_t digits, size_t every, size_t width) {
    size_t least = width - width / (every + 1);
    digits = digits < least ? least : digits;
    while (digits > 0 && digits + (digits - 1) / every < width) { // once at most: a separator does not come first
        digits++;
    }
    return digits + (digits > 0 ? (digits - 1) / every : 0);
}

static void add_grouped(vstr_t *out, const spec_t *spec, const number_text_t *number, size_t len, size_t every) {
    char *start = vstr_add_len(out, len), *at = start + len;
    size_t left = number->digits_len, written = 0;
    while (at > start) {
        if (written > 0 && written % every == 0) {
            *--at = spec->group;
        }
        *--at = left > 0 ? number->digits[--left] : '0';
        written++;
    }
}

void spec_add_number(vstr_t *out, const spec_t *spec, const number_text_t *number) {
    size_t sign = strlen(number->sign), prefix = strlen(number->prefix), around = sign + prefix + number->rest_len;
    size_t every = spec->type == 'b' || spec->type == 'o' || spec->type == 'x' || spec->type == 'X' ? 4 : 3;
    size_t width = spec->width > 0 ? spec->width : 0, digits = number->digits_len;
    if (spec->group != 0 && digits > 0) { // inf and nan have none
        bool zeros = spec->align == '=' && *spec->fill == '0' && spec->fill_len == 1;
        text_check_size((uint64_t)width * 2 + digits);
        digits = grouped_len(digits, every, zeros && width > around ? width - around : 0);
    }
    size_t fill = width > around + digits ? width - around - digits : 0, before = fill_before(spec->align, fill);
    if (spec->align != '=' && before > 0) {
        add_fill(out, spec, before);
    }
    vstr_add_strn(out, number->sign, sign);
    vstr_add_strn(out, number->prefix, prefix);
    if (spec->align == '=' && before > 0) {
        add_fill(out, spec, before);
    }
    if (spec->group != 0 && digits > 0) {
        add_grouped(out, spec, number, digits, every);
    } else {
        vstr_add_strn(out, number->digits, digits);
    }
    vstr_add_strn(out, number->rest, number->rest_len);
    if (fill > before) {
        add_fill(out, spec, fill - before);
    }
}
