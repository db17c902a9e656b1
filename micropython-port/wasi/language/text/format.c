// format(value, spec), str.format and str.format_map.

#include <string.h>

#include "py/cstack.h"
#include "py/runtime.h"

#include "guard/guard.h"
#include "language/class/class.h"
#include "language/text/float.h"
#include "language/text/spec.h"

// --- format(value, spec) ---

static void add_str(vstr_t *out, const text_t *spec_text, const text_t *text, mp_obj_t object) {
    if (spec_text->len == 0) {
        vstr_add_strn(out, (const char *)text->data, text->len);
        return;
    }
    spec_t spec = spec_parse(spec_text, '<', object);
    if (spec.type != 0 && spec.type != 's') {
        spec_raise_type(spec.type, object);
    }
    if (spec.sign != 0) {
        mp_raise_ValueError(spec.sign == ' ' ? MP_ERROR_TEXT("Space not allowed in string format specifier") : MP_ERROR_TEXT("Sign not allowed in string format specifier"));
    }
    if (spec.positive_zero) {
        mp_raise_ValueError(MP_ERROR_TEXT("Negative zero coercion (z) not allowed in string format specifier"));
    }
    if (spec.alt) {
        mp_raise_ValueError(MP_ERROR_TEXT("Alternate form (#) not allowed in string format specifier"));
    }
    if (spec.align == '=') {
        mp_raise_ValueError(MP_ERROR_TEXT("'=' alignment not allowed in string format specifier"));
    }
    if (spec.group != 0) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("Cannot specify '%c' with 's'."), spec.group);
    }
    text_chars_t chars = text_chars(text);
    size_t count = spec.precision >= 0 && (size_t)spec.precision < chars.chars ? (size_t)spec.precision : chars.chars;
    spec_add_text(out, &spec, text->data, text_char_at(&chars, count) - text->data, count);
}

static void add_int(vstr_t *out, const text_t *spec_text, mp_obj_t value, mp_obj_t object) {
    spec_t spec = spec_parse(spec_text, '>', object);
    switch (spec.type) {
        case 0:
        case 'b':
        case 'd':
        case 'n':
        case 'o':
        case 'x':
        case 'X':
        case 'c':
            break;
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
        case '%':
            spec_add_float(out, &spec, spec_get_float(value, NULL));
            return;
        default:
            spec_raise_type(spec.type, object);
    }
    if (spec.precision >= 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("Precision not allowed in integer format specifier"));
    }
    if (spec.positive_zero) {
        mp_raise_ValueError(MP_ERROR_TEXT("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if (spec.type != 'c') {
        spec_add_int(out, &spec, value);
        return;
    }
    if (spec.sign != 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("Sign not allowed with integer format specifier 'c'"));
    }
    if (spec.alt) {
        mp_raise_ValueError(MP_ERROR_TEXT("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    mp_int_t code = text_index(value);
    if (code < 0 || code > 0x10ffff) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("%c arg not in range(0x110000)"));
    }
    VSTR_FIXED(c, 5);
    vstr_add_char(&c, code);
    spec_add_text(out, &spec, (const byte *)c.buf, c.len, 1);
}

static void add_float(vstr_t *out, const text_t *spec_text, double value, mp_obj_t object) {
    spec_t spec = spec_parse(spec_text, '>', object);
    if (spec.type != 0 && (spec.type > 127 || strchr("eEfFgGn%", spec.type) == NULL)) {
        spec_raise_type(spec.type, object);
    }
    spec_add_float(out, &spec, value);
}

#if MICROPY_PY_BUILTINS_COMPLEX
static void add_complex(vstr_t *out, const text_t *spec_text, mp_obj_t object) {
    spec_t spec = spec_parse(spec_text, '>', object);
    if (spec.type != 0 && (spec.type > 127 || strchr("eEfFgGn", spec.type) == NULL)) {
        spec_raise_type(spec.type, object);
    }
    if (spec.align == '=' || (*spec.fill == '0' && spec.fill_len == 1)) {
        mp_raise_ValueError(spec.align == '=' && *spec.fill != '0' ? MP_ERROR_TEXT("'=' alignment flag is not allowed in complex format specifier")
            : MP_ERROR_TEXT("Zero padding is not allowed in complex format specifier"));
    }
    mp_float_t real, imag;
    mp_obj_get_complex(object, &real, &imag);
    bool general = spec.type == 0, only_imag = general && real == 0 && !__builtin_signbit(real);
    spec_t part = spec;
    part.width = -1;
    part.type = general && spec.precision >= 0 ? 'g' : spec.type;
    vstr_t text, number;
    vstr_init(&text, 32);
    vstr_init(&number, 32);
    if (general && !only_imag) {
        vstr_add_byte(&text, '(');
    }
    for (int i = only_imag; i < 2; i++) {
        part.sign = i == 1 && !only_imag ? '+' : spec.sign;
        vstr_reset(&number);
        spec_add_float(&number, &part, i == 0 ? real : imag);
        // A part has no .0 that only says that it is a float.
        size_t len = number.len;
        if (part.type == 0 && len > 2 && memcmp(number.buf + len - 2, ".0", 2) == 0) {
            len -= 2;
        }
        vstr_add_strn(&text, number.buf, len);
    }
    vstr_add_str(&text, general && !only_imag ? "j)" : "j");
    spec_add_text(out, &spec, (const byte *)text.buf, text.len, text.len);
}
#endif

// The native part of an instance over int or float, or the object.
static mp_obj_t native_number(mp_obj_t object) {
    static const mp_obj_type_t *const types[] = { &mp_type_int, &mp_type_float };
    for (size_t i = 0; i < MP_ARRAY_SIZE(types) && mpwasm_is_instance(object); i++) {
        mp_obj_t native = mp_obj_cast_to_native_base(object, MP_OBJ_FROM_PTR(types[i]));
        if (native != MP_OBJ_NULL) {
            return native;
        }
    }
    return object;
}

// What object.__format__ and those of built-in types do.
static void add_native(vstr_t *out, mp_obj_t object, const text_t *spec) {
    text_t text;
    mp_obj_t number = native_number(object);
    if (spec->len == 0 && (number != object || !mp_obj_is_float(object))) {
        if (mp_obj_is_str(object)) {
            text = text_self(object);
        } else {
            text = text_self(text_repr(object, PRINT_STR));
        }
        vstr_add_strn(out, (const char *)text.data, text.len);
    } else if (mp_obj_is_int(number) || mp_obj_is_bool(number)) {
        add_int(out, spec, mp_obj_is_bool(number) ? MP_OBJ_NEW_SMALL_INT(number == mp_const_true) : number, object);
    } else if (mp_obj_is_float(number)) {
        add_float(out, spec, mp_obj_float_get(number), object);
    #if MICROPY_PY_BUILTINS_COMPLEX
    } else if (mp_obj_is_exact_type(object, &mp_type_complex)) {
        add_complex(out, spec, object);
    #endif
    } else if (text_maybe(object, &text) && text_is_str(&text)) {
        add_str(out, spec, &text, object);
    } else {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("unsupported format string passed to %s.__format__"), mp_obj_get_type_str(object));
    }
}

static void add_value(vstr_t *out, mp_obj_t value, const text_t *spec) {
    if (mpwasm_is_instance(value)) {
        mp_obj_t method[3];
        if (mpwasm_load_special(value, MP_QSTR___format__, method)) { // its type's: a class that has one for its instances is no such
            method[2] = text_new(&mp_type_str, spec->data, spec->len);
            mp_obj_t result = mp_call_method_n_kw(1, 0, method);
            text_t text;
            if (!text_maybe(result, &text) || !text_is_str(&text)) {
                mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__format__ must return a str, not %s"), mp_obj_get_type_str(result));
            }
            vstr_add_strn(out, (const char *)text.data, text.len);
            return;
        }
    }
    add_native(out, value, spec);
}

static text_t get_spec(mp_obj_t spec) {
    text_t str = { NULL, 0, &mp_type_str, true };
    return text_arg(&str, spec, MP_ERROR_TEXT("format() argument 2 must be str, not %s"));
}

mp_obj_t text_format(mp_obj_t value, mp_obj_t spec_in) {
    text_t spec = spec_in == MP_OBJ_NULL ? (text_t) { (const byte *)"", 0, &mp_type_str, true } : get_spec(spec_in);
    if (spec.len == 0 && mp_obj_is_str(value)) {
        return value;
    }
    vstr_t out;
    vstr_init(&out, 16);
    add_value(&out, value, &spec);
    return text_from_vstr(&mp_type_str, &out);
}

static mp_obj_t builtin_format(size_t n_args, const mp_obj_t *args) {
    return text_format(args[0], n_args > 1 ? args[1] : MP_OBJ_NULL);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mpwasm_builtin_format_obj, 1, 2, builtin_format);

static mp_obj_t native_format(mp_obj_t self, mp_obj_t spec_in) {
    text_t spec = get_spec(spec_in);
    vstr_t out;
    vstr_init(&out, 16);
    add_native(&out, self, &spec);
    return text_from_vstr(&mp_type_str, &out);
}
MP_DEFINE_CONST_FUN_OBJ_2(str___format___obj, native_format);

// --- str.format ---

typedef struct {
    size_t n_args; // positional
    const mp_obj_t *args;
    mp_map_t *kwargs;
    mp_obj_t mapping; // of format_map, in place of both
    int next; // the next automatic number; -1 after a manual one
} arguments_t;

static mp_obj_t numbered(arguments_t *arguments, size_t number) {
    if (arguments->mapping != MP_OBJ_NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("Format string contains positional fields"));
    }
    if (number >= arguments->n_args) {
        mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("Replacement index %u out of range for positional args tuple"), (unsigned)number);
    }
    return arguments->args[number];
}

// A number of digits alone, or -1.
static int as_number(const byte *at, const byte *end) {
    int value = 0;
    if (at == end) {
        return -1;
    }
    for (; at < end; at++) {
        if (!unichar_isdigit(*at)) {
            return -1;
        }
        if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, *at - '0', &value)) {
            mp_raise_ValueError(MP_ERROR_TEXT("Too many decimal digits in format string"));
        }
    }
    return value;
}

static mp_obj_t first_part(arguments_t *arguments, const byte *at, const byte *end) {
    int number = as_number(at, end);
    if (at == end || number >= 0) {
        if (arguments->next != 0 && (at == end) != (arguments->next > 0)) {
            mp_raise_ValueError(at == end ? MP_ERROR_TEXT("cannot switch from manual field specification to automatic field numbering")
                : MP_ERROR_TEXT("cannot switch from automatic field numbering to manual field specification"));
        }
        if (at == end) {
            return numbered(arguments, arguments->next++);
        }
        arguments->next = -1;
        return numbered(arguments, number);
    }
    mp_obj_t name = text_new(&mp_type_str, at, end - at);
    if (arguments->mapping != MP_OBJ_NULL) {
        return mp_obj_subscr(arguments->mapping, name, MP_OBJ_SENTINEL);
    }
    mp_map_elem_t *elem = arguments->kwargs == NULL ? NULL : mp_map_lookup(arguments->kwargs, mp_obj_str_intern(name), MP_MAP_LOOKUP);
    if (elem == NULL) {
        nlr_raise(mp_obj_new_exception_arg1(&mp_type_KeyError, name));
    }
    return elem->value;
}

// The value of a field's name: an argument, then attributes and items of it.
static mp_obj_t field_value(arguments_t *arguments, const byte *at, const byte *end) {
    const byte *from = at;
    while (at < end && *at != '.' && *at != '[') {
        at++;
    }
    mp_obj_t value = first_part(arguments, from, at);
    while (at < end) {
        bool attribute = *at++ == '.';
        from = at;
        while (at < end && (attribute ? *at != '.' && *at != '[' : *at != ']')) {
            at++;
        }
        if (!attribute && at == end) {
            mp_raise_ValueError(MP_ERROR_TEXT("Missing ']' in format string"));
        }
        if (at == from) {
            mp_raise_ValueError(MP_ERROR_TEXT("Empty attribute in format string"));
        }
        if (attribute) {
            value = mp_load_attr(value, qstr_from_strn((const char *)from, at - from));
            continue;
        }
        int number = as_number(from, at);
        value = mp_obj_subscr(value, number >= 0 ? MP_OBJ_NEW_SMALL_INT(number) : text_new(&mp_type_str, from, at - from), MP_OBJ_SENTINEL);
        at++;
        if (at < end && *at != '.' && *at != '[') {
            mp_raise_ValueError(MP_ERROR_TEXT("Only '.' or '[' may follow ']' in format field specifier"));
        }
    }
    return value;
}

static mp_obj_t convert(mp_obj_t value, unichar conversion) {
    switch (conversion) {
        case 0:
            return value;
        case 's':
            return mp_obj_is_str(value) ? value : text_repr(value, PRINT_STR);
        case 'r':
            return text_repr(value, PRINT_REPR);
        case 'a':
            return text_ascii(value);
        default:
            mp_raise_msg_varg(&mp_type_ValueError,
                conversion > 32 && conversion < 127 ? MP_ERROR_TEXT("Unknown conversion specifier %c") : MP_ERROR_TEXT("Unknown conversion specifier \\x%x"),
                (int)conversion);
    }
}

static void add_template(vstr_t *out, const byte *at, const byte *end, arguments_t *arguments, int depth);

// A field from behind its brace. Returns what follows it.
static const byte *add_field(vstr_t *out, const byte *at, const byte *end, arguments_t *arguments, int depth) {
    const byte *name = at;
    bool in_brackets = false;
    for (; at < end && (in_brackets || (*at != '}' && *at != ':' && *at != '!')); at++) {
        if (*at == '{' && !in_brackets) {
            mp_raise_ValueError(MP_ERROR_TEXT("unexpected '{' in field name"));
        }
        in_brackets = *at == '[' || (in_brackets && *at != ']');
    }
    const byte *name_end = at;
    if (at == end) {
        mp_raise_ValueError(name == end ? MP_ERROR_TEXT("Single '{' encountered in format string") : MP_ERROR_TEXT("expected '}' before end of string"));
    }
    unichar conversion = 0;
    if (*at == '!') {
        at++;
        if (at == end) {
            mp_raise_ValueError(MP_ERROR_TEXT("end of string while looking for conversion specifier"));
        }
        if (*at == '}') {
            mp_raise_ValueError(MP_ERROR_TEXT("unmatched '{' in format spec"));
        }
        conversion = utf8_get_char(at);
        at += text_char_len(at);
        if (at == end) {
            mp_raise_ValueError(MP_ERROR_TEXT("unmatched '{' in format spec"));
        }
        if (*at != ':' && *at != '}') {
            mp_raise_ValueError(MP_ERROR_TEXT("expected ':' after conversion specifier"));
        }
    }
    const byte *spec = *at == ':' ? ++at : at;
    bool nested = false;
    for (int braces = 1; ; at++) {
        if (at == end) {
            mp_raise_ValueError(nested ? MP_ERROR_TEXT("expected '}' before end of string") : MP_ERROR_TEXT("unmatched '{' in format spec"));
        }
        braces += (*at == '{') - (*at == '}');
        nested |= *at == '{';
        if (braces == 0) {
            break;
        }
    }
    mp_obj_t value = convert(field_value(arguments, name, name_end), conversion);
    text_t spec_text = { spec, at - spec, &mp_type_str, false };
    vstr_t expanded;
    if (nested) {
        vstr_init(&expanded, 16);
        add_template(&expanded, spec, at, arguments, depth - 1);
        spec_text.data = (const byte *)vstr_null_terminated_str(&expanded);
        spec_text.len = expanded.len;
    }
    add_value(out, value, &spec_text);
    return at + 1;
}

static void add_template(vstr_t *out, const byte *at, const byte *end, arguments_t *arguments, int depth) {
    if (depth < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("Max string recursion exceeded"));
    }
    while (at < end) {
        const byte *from = at;
        while (at < end && *at != '{' && *at != '}') {
            at++;
        }
        vstr_add_strn(out, (const char *)from, at - from);
        if (at == end) {
            break;
        }
        byte brace = *at++;
        if (at < end && *at == brace) {
            vstr_add_byte(out, brace);
            at++;
        } else if (brace == '}') {
            mp_raise_ValueError(MP_ERROR_TEXT("Single '}' encountered in format string"));
        } else {
            at = add_field(out, at, end, arguments, depth);
        }
    }
}

static mp_obj_t format_with(mp_obj_t self_in, arguments_t *arguments) {
    text_t self = text_self(self_in);
    if (!text_is_str(&self)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("descriptor requires a 'str' object but received a '%s'"), mp_obj_get_type_str(self_in));
    }
    vstr_t out;
    vstr_init(&out, 16);
    add_template(&out, self.data, self.data + self.len, arguments, 1);
    return text_from_vstr(&mp_type_str, &out);
}

mp_obj_t mp_obj_str_format(size_t n_args, const mp_obj_t *args, mp_map_t *kwargs) {
    arguments_t arguments = { n_args - 1, args + 1, kwargs, MP_OBJ_NULL, 0 };
    return format_with(args[0], &arguments);
}
MP_DEFINE_CONST_FUN_OBJ_KW(str_format_obj, 1, mp_obj_str_format);

static mp_obj_t str_format_map(mp_obj_t self, mp_obj_t mapping) {
    arguments_t arguments = { 0, NULL, NULL, mapping, 0 };
    return format_with(self, &arguments);
}
MP_DEFINE_CONST_FUN_OBJ_2(str_format_map_obj, str_format_map);
