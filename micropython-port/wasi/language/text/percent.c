// The operator % of str, bytes and bytearray.

#include <math.h>
#include <string.h>

#include "py/objtuple.h"
#include "py/runtime.h"

#include "guard/guard.h"
#include "language/text/builtins.h"
#include "language/text/float.h"
#include "language/text/methods.h"
#include "language/text/spec.h"

typedef struct {
    vstr_t out;
    text_t format;
    mp_obj_t values; // what stands right of the operator
    mp_obj_t found;  // of the last key
    size_t n_args, next;
    const mp_obj_t *args;
    bool mapping, named; // whether values can be asked for keys, and was
} percent_t;

typedef struct {
    mp_obj_t value;
    spec_t spec;
    bool zero, left;
    int precision;
    unichar type;
} item_t;

#define NONE (-MP_SSIZE_MAX - 1) // no width

static mp_obj_t next_arg(percent_t *percent) {
    if (percent->next >= percent->n_args) {
        mp_raise_TypeError(MP_ERROR_TEXT("not enough arguments for format string"));
    }
    return percent->args[percent->next++];
}

static bool is_mapping(mp_obj_t values) {
    if (mpwasm_is_instance(values)) {
        mp_obj_t method[2];
        mpwasm_load_of_type(values, MP_QSTR___getitem__, method);
        return method[0] != MP_OBJ_NULL;
    }
    return MP_OBJ_TYPE_HAS_SLOT(mp_obj_get_type(values), subscr) && !mp_obj_is_tuple_compatible(values) && !mp_obj_is_str(values);
}

// --- Single items ---

static void add_text(percent_t *percent, const item_t *item, const byte *data, size_t len) {
    text_t text = { data, len, percent->format.type, false };
    if (!text_is_str(&text)) {
        text.ascii = true;
    }
    text_chars_t chars = text_chars(&text);
    size_t count = item->precision >= 0 && (size_t)item->precision < chars.chars ? (size_t)item->precision : chars.chars;
    spec_t spec = item->spec;
    spec.align = item->left ? '<' : '>';
    spec.fill = (const byte *)" ";
    spec_add_text(&percent->out, &spec, data, text_char_at(&chars, count) - data, count);
}

static void add_object(percent_t *percent, const item_t *item) {
    mp_obj_t object = item->type == 's' ? (mp_obj_is_str(item->value) ? item->value : text_repr(item->value, PRINT_STR))
        : item->type == 'a' || !text_is_str(&percent->format) ? text_ascii(item->value) : text_repr(item->value, PRINT_REPR);
    text_t text = text_self(object);
    add_text(percent, item, text.data, text.len);
}

static void add_bytes(percent_t *percent, const item_t *item) {
    mp_obj_t value = item->value;
    mp_buffer_info_t buffer;
    if (mpwasm_is_instance(value)) {
        mp_obj_t method[2];
        mpwasm_load_of_type(value, MP_QSTR___bytes__, method);
        value = method[0] != MP_OBJ_NULL ? text_make_bytes(&mp_type_bytes, value, MP_OBJ_NULL, MP_OBJ_NULL) : value;
    }
    if (mp_obj_is_str(value) || !mp_get_buffer(value, &buffer, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'"), mp_obj_get_type_str(value));
    }
    add_text(percent, item, buffer.buf, buffer.len);
}

static void add_char(percent_t *percent, item_t *item) {
    byte buffer[5];
    mp_int_t code;
    text_t text;
    item->precision = -1;
    bool is_str = text_is_str(&percent->format);
    if (text_maybe(item->value, &text)) {
        bool right = is_str ? text_is_str(&text) : !text_is_str(&text);
        if (!right || text_chars(&text).chars != 1) {
            mp_raise_TypeError(is_str ? MP_ERROR_TEXT("%c requires int or char") : MP_ERROR_TEXT("%c requires an integer in range(256) or a single byte"));
        }
        add_text(percent, item, text.data, text.len);
        return;
    }
    if (!text_index_maybe(item->value, &code)) {
        if (is_str) {
            mp_raise_TypeError(MP_ERROR_TEXT("%c requires int or char"));
        }
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%%c requires an integer in range(256) or a single byte, not %s"), mp_obj_get_type_str(item->value));
    }
    if (code < 0 || code > (is_str ? 0x10ffff : 255)) {
        mp_raise_msg(&mp_type_OverflowError, is_str ? MP_ERROR_TEXT("%c arg not in range(0x110000)") : MP_ERROR_TEXT("%c arg not in range(256)"));
    }
    vstr_t c;
    vstr_init_fixed_buf(&c, sizeof(buffer), (char *)buffer);
    if (is_str) {
        vstr_add_char(&c, code);
    } else {
        vstr_add_byte(&c, code);
    }
    add_text(percent, item, (const byte *)c.buf, c.len);
}

// The int that an item's value stands for.
static mp_obj_t get_int(const item_t *item) {
    mp_obj_t value = item->value, method[2];
    bool decimal = item->type == 'd' || item->type == 'i' || item->type == 'u';
    if (mp_obj_is_bool(value)) {
        return MP_OBJ_NEW_SMALL_INT(value == mp_const_true);
    }
    if (mp_obj_is_int(value)) {
        return value;
    }
    if (mp_obj_is_float(value) && decimal) {
        return text_round_float(trunc(mp_obj_float_get(value)), mp_const_none);
    }
    static const uint16_t names[] = { MP_QSTR___int__, MP_QSTR___index__ };
    for (size_t i = decimal ? 0 : 1; i < 2 && mpwasm_is_instance(value); i++) {
        mpwasm_load_of_type(value, names[i], method);
        if (method[0] != MP_OBJ_NULL) {
            value = mp_call_method_n_kw(0, 0, method);
            break;
        }
    }
    if (mpwasm_is_instance(value)) {
        mp_obj_t native = mp_obj_cast_to_native_base(value, MP_OBJ_FROM_PTR(&mp_type_int));
        value = native != MP_OBJ_NULL ? native : value;
    }
    if (!mp_obj_is_int(value)) {
        mp_raise_msg_varg(&mp_type_TypeError, decimal ? MP_ERROR_TEXT("%%%c format: a real number is required, not %s") : MP_ERROR_TEXT("%%%c format: an integer is required, not %s"),
            (int)item->type, mp_obj_get_type_str(item->value));
    }
    return value;
}

static void add_int(percent_t *percent, item_t *item) {
    mp_obj_t value = get_int(item);
    spec_t spec = item->spec;
    spec.type = item->type == 'i' || item->type == 'u' ? 'd' : item->type;
    if (item->precision < 0) {
        spec_add_int(&percent->out, &spec, value);
        return;
    }
    // At least so many digits: first the number with noughts, then spaces around it.
    spec_t digits = spec;
    vstr_t plain, number;
    vstr_init(&plain, 16);
    digits.width = -1;
    spec_add_int(&plain, &digits, value);
    size_t around = 0;
    while (around < plain.len && !unichar_isxdigit((byte)plain.buf[around])) {
        around++;
    }
    around += digits.alt && spec.type != 'd' ? 2 : 0;
    digits.width = text_check_size((uint64_t)item->precision + around);
    digits.align = '=';
    digits.fill = (const byte *)"0";
    vstr_init(&number, digits.width + 1);
    spec_add_int(&number, &digits, value);
    spec.fill = item->zero && !item->left ? (const byte *)"0" : (const byte *)" ";
    if (item->zero && !item->left && spec.width > (int)number.len) {
        digits.width = spec.width;
        spec_add_int(&percent->out, &digits, value);
        return;
    }
    spec.align = item->left ? '<' : '>';
    spec_add_text(&percent->out, &spec, (const byte *)number.buf, number.len, number.len);
}

static void add_float(percent_t *percent, const item_t *item) {
    double value = spec_get_float(item->value, text_is_str(&percent->format) ? MP_ERROR_TEXT("must be real number, not %s") : MP_ERROR_TEXT("float argument required, not %s"));
    spec_t spec = item->spec;
    spec.type = item->type;
    spec.precision = item->precision;
    spec_add_float(&percent->out, &spec, value);
}

// --- Parsing ---

static MP_NORETURN void raise_incomplete(void) {
    mp_raise_ValueError(MP_ERROR_TEXT("incomplete format"));
}

static const byte *read_key(percent_t *percent, const byte *at, const byte *end) {
    if (!percent->mapping) {
        mp_raise_TypeError(MP_ERROR_TEXT("format requires a mapping"));
    }
    const byte *from = ++at;
    for (int depth = 1; ; at++) {
        if (at == end) {
            mp_raise_ValueError(MP_ERROR_TEXT("incomplete format key"));
        }
        depth += (*at == '(') - (*at == ')');
        if (depth == 0) {
            break;
        }
    }
    mp_obj_t key = text_new(text_is_str(&percent->format) ? &mp_type_str : &mp_type_bytes, from, at - from);
    percent->found = mp_obj_subscr(percent->values, key, MP_OBJ_SENTINEL);
    percent->args = &percent->found;
    percent->n_args = 1;
    percent->next = 0;
    percent->named = true;
    return at + 1;
}

static const byte *read_flags(item_t *item, const byte *at, const byte *end) {
    for (; at < end; at++) {
        switch (*at) {
            case '-':
                item->left = true;
                break;
            case '+':
                item->spec.sign = '+';
                break;
            case ' ':
                item->spec.sign = item->spec.sign == '+' ? '+' : ' ';
                break;
            case '#':
                item->spec.alt = true;
                break;
            case '0':
                item->zero = true;
                break;
            default:
                return at;
        }
    }
    return at;
}

// A number, or a star for an argument.
static const byte *read_number(percent_t *percent, const byte *at, const byte *end, int *value, const char *what) {
    if (at < end && *at == '*') {
        mp_obj_t arg = next_arg(percent);
        if (!mp_obj_is_int(arg)) {
            mp_raise_TypeError(MP_ERROR_TEXT("* wants int"));
        }
        mp_int_t number = mp_obj_get_int(arg); // an OverflowError if it does not fit
        *value = number <= NONE ? NONE + 1 : number;
        return at + 1;
    }
    for (; at < end && unichar_isdigit(*at); at++) {
        *value = MAX(*value, 0);
        if (__builtin_mul_overflow(*value, 10, value) || __builtin_add_overflow(*value, *at - '0', value)) {
            mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s too big"), what);
        }
    }
    return at;
}

static void add_item(percent_t *percent, item_t *item, size_t index) {
    item->spec.align = item->left ? '<' : item->zero ? '=' : '>';
    item->spec.fill = item->zero && !item->left ? (const byte *)"0" : (const byte *)" ";
    switch (item->type) {
        case 'b':
        case 's':
            if (!text_is_str(&percent->format)) {
                add_bytes(percent, item);
                return;
            }
            if (item->type == 'b') {
                break;
            }
            MP_FALLTHROUGH
        case 'r':
        case 'a':
            add_object(percent, item);
            return;
        case 'c':
            add_char(percent, item);
            return;
        case 'd':
        case 'i':
        case 'u':
        case 'o':
        case 'x':
        case 'X':
            add_int(percent, item);
            return;
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
            add_float(percent, item);
            return;
        default:
            break;
    }
    VSTR_FIXED(c, 5);
    vstr_add_char(&c, item->type > 31 && item->type < 127 ? item->type : '?');
    mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("unsupported format character '%s' (0x%x) at index %u"),
        vstr_null_terminated_str(&c), (unsigned)item->type, (unsigned)index);
}

// An item from behind its percent sign. Returns what follows it.
static const byte *read_item(percent_t *percent, const byte *at, const byte *end) {
    item_t item = { MP_OBJ_NULL, { (const byte *)" ", 1, '>', 0, 0, false, false, -1, -1, 0 }, false, false, -1, 0 };
    if (at < end && *at == '%') {
        vstr_add_byte(&percent->out, '%');
        return at + 1;
    }
    if (at < end && *at == '(') {
        at = read_key(percent, at, end);
    }
    at = read_flags(&item, at, end);
    int width = NONE;
    at = read_number(percent, at, end, &width, "width");
    item.left |= width < 0 && width != NONE;
    item.spec.width = width == NONE ? -1 : width < 0 ? -width : width;
    if (at < end && *at == '.') {
        item.precision = 0;
        at = read_number(percent, at + 1, end, &item.precision, "precision");
        item.precision = MAX(item.precision, 0);
    }
    at += at < end && (*at == 'h' || *at == 'l' || *at == 'L');
    if (at == end) {
        raise_incomplete();
    }
    size_t len = text_is_str(&percent->format) ? text_char_len(at) : 1;
    item.type = len > 1 ? utf8_get_char(at) : *at;
    item.value = next_arg(percent);
    const byte *from = percent->format.data;
    add_item(percent, &item, text_is_str(&percent->format) ? utf8_charlen(from, at - from) : (size_t)(at - from));
    return at + len;
}

mp_obj_t text_percent(mp_obj_t format, mp_obj_t values) {
    percent_t percent = { .format = text_self(format), .values = values, .n_args = 1, .args = &values };
    if (mp_obj_is_tuple_compatible(values)) {
        mp_obj_t *items;
        mp_obj_tuple_get(values, &percent.n_args, &items);
        percent.args = items;
    } else {
        bool bytes = mp_obj_is_type(values, &mp_type_bytes) || mp_obj_is_type(values, &mp_type_bytearray);
        percent.mapping = is_mapping(values) && (text_is_str(&percent.format) || !bytes);
    }
    if (percent.format.type != &mp_type_str && percent.format.type != &mp_type_bytes) {
        format = text_new(&mp_type_bytes, percent.format.data, percent.format.len); // a bytearray may change
        percent.format.data = text_self(format).data;
    }
    vstr_init(&percent.out, percent.format.len + 16);
    const byte *at = percent.format.data, *end = at + percent.format.len;
    while (at < end) {
        const byte *from = at;
        while (at < end && *at != '%') {
            at++;
        }
        vstr_add_strn(&percent.out, (const char *)from, at - from);
        if (at < end) {
            at = read_item(&percent, at + 1, end);
        }
    }
    if (!percent.named && percent.next < percent.n_args && !percent.mapping) {
        mp_raise_TypeError(text_is_str(&percent.format) ? MP_ERROR_TEXT("not all arguments converted during string formatting") : MP_ERROR_TEXT("not all arguments converted during bytes formatting"));
    }
    return text_from_vstr(percent.format.type, &percent.out);
}
