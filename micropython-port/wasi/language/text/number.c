// Numbers by their format spec.

#include <math.h>
#include <string.h>

#include "py/objint.h"
#include "py/runtime.h"

#include "language/text/float.h"
#include "language/text/spec.h"

static const char *sign_text(const spec_t *spec, bool negative) {
    return negative ? "-" : spec->sign == '+' ? "+" : spec->sign == ' ' ? " " : "";
}

void spec_add_int(vstr_t *out, const spec_t *spec, mp_obj_t value) {
    char small[40], *buffer = small;
    size_t size = sizeof(small), len;
    int base = spec->type == 'b' ? 2 : spec->type == 'o' ? 8 : spec->type == 'x' || spec->type == 'X' ? 16 : 10;
    char *digits = mp_obj_int_formatted(&buffer, &size, &len, value, base, NULL, spec->type == 'X' ? 'A' : 'a', '\0');
    bool negative = *digits == '-';
    number_text_t number = { sign_text(spec, negative), "", digits + negative, "", len - negative, 0 };
    if (spec->alt && base != 10) {
        number.prefix = spec->type == 'b' ? "0b" : spec->type == 'o' ? "0o" : spec->type == 'x' ? "0x" : "0X";
    }
    spec_add_number(out, spec, &number);
}

static bool all_zeros(const char *text, size_t len) {
    for (size_t i = 0; i < len && text[i] != 'e' && text[i] != 'E'; i++) {
        if (text[i] != '0' && text[i] != '.') {
            return false;
        }
    }
    return true;
}

void spec_add_float(vstr_t *out, const spec_t *spec, double value) {
    char code = spec->type == 0 ? (spec->precision < 0 ? 'r' : 'g') : spec->type == 'n' ? 'g' : spec->type == '%' ? 'f' : spec->type;
    int precision = spec->precision < 0 ? 6 : spec->precision;
    double magnitude = fabs(spec->type == '%' ? value * 100 : value);
    vstr_t text;
    vstr_init(&text, text_check_size(float_format_size(magnitude, code, precision)));
    float_format(&text, magnitude, code, precision, (spec->alt ? FLOAT_ALT : 0) | (spec->type == 0 ? FLOAT_DOT0 : 0));
    size_t whole = 0;
    while (whole < text.len && unichar_isdigit((byte)text.buf[whole])) {
        whole++;
    }
    bool negative = signbit(value) && !isnan(value) && !(spec->positive_zero && all_zeros(text.buf, text.len));
    if (spec->type == '%') {
        vstr_add_byte(&text, '%');
    }
    number_text_t number = { sign_text(spec, negative), "", text.buf, text.buf + whole, whole, text.len - whole };
    spec_add_number(out, spec, &number);
    vstr_clear(&text);
}

double spec_get_float(mp_obj_t value, mp_rom_error_text_t message) {
    double result;
    if (mp_obj_is_float(value)) {
        return mp_obj_float_get(value);
    }
    if (mp_obj_is_int(value)) {
        result = mp_obj_get_float(value);
        if (isinf(result)) {
            mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("int too large to convert to float"));
        }
        return result;
    }
    mp_float_t got;
    if (mp_obj_is_str(value) || !mp_obj_get_float_maybe(value, &got)) {
        mp_obj_t method[2];
        mpwasm_load_of_type(value, MP_QSTR___float__, method);
        if (method[0] == MP_OBJ_NULL) {
            mp_raise_msg_varg(&mp_type_TypeError, message, mp_obj_get_type_str(value));
        }
        return mp_obj_get_float(mp_call_method_n_kw(0, 0, method));
    }
    return got;
}
