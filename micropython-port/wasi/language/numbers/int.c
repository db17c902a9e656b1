// int: its constructor, methods and texts. Includes upstream's file, whose type this replaces.

#include <math.h>
#include <string.h>

#include "py/builtin.h"
#include "py/objtuple.h"
#include "py/objtype.h"

#include "language/errors/print.h"
#include "language/native.h"
#include "language/numbers/numbers.h"
#include "language/text/text.h"
#include "language/text/unicode.h"

#define mp_obj_int_make_new __attribute__((unused)) upstream_make_new
#define mp_obj_int_print __attribute__((unused)) upstream_print
#define mp_obj_int_formatted upstream_formatted
#define mp_obj_new_int_from_float upstream_from_float
#define int_locals_dict_table upstream_locals_dict_table
#define int_locals_dict upstream_locals_dict
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-const-variable"
#pragma push_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef MP_DEFINE_CONST_OBJ_TYPE
#define MP_DEFINE_CONST_OBJ_TYPE(...) extern const mp_obj_type_t mp_type_int
char *upstream_formatted(char **buf, size_t *buf_size, size_t *fmt_size, mp_const_obj_t self_in, int base, const char *prefix, char base_char, char comma);
void upstream_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind);
mp_obj_t upstream_from_float(mp_float_t val);
#define mpz_set_from_float mpwasm_set_from_float
#include "py/objint.c"
#pragma GCC diagnostic pop
#pragma pop_macro("MP_DEFINE_CONST_OBJ_TYPE")
#undef mp_obj_int_make_new
#undef mp_obj_int_print
#undef mp_obj_int_formatted
#undef mp_obj_new_int_from_float
#undef int_locals_dict_table
#undef int_locals_dict

// --- What objects are ints -------------------------------------------------------------------------

mp_obj_t number_index_maybe(mp_obj_t object) {
    if (mp_obj_is_int(object)) {
        return object;
    }
    if (mp_obj_is_bool(object)) {
        return MP_OBJ_NEW_SMALL_INT(object == mp_const_true);
    }
    mp_obj_t native = mpwasm_native(object, &mp_type_int);
    if (native != MP_OBJ_NULL) {
        return native;
    }
    mp_obj_t method[2];
    if (mp_obj_is_instance_type(mp_obj_get_type(object))) {
        mpwasm_load_of_type(object, MP_QSTR___index__, method);
        if (method[0] != MP_OBJ_NULL) {
            mp_obj_t result = mp_call_method_n_kw(0, 0, method);
            if (!mp_obj_is_int(result) && !mp_obj_is_bool(result)) {
                native = mpwasm_native(result, &mp_type_int);
                if (native == MP_OBJ_NULL) {
                    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__index__ returned non-int (type %s)"), mp_obj_get_type_str(result));
                }
                return native;
            }
            return mp_obj_is_bool(result) ? MP_OBJ_NEW_SMALL_INT(result == mp_const_true) : result;
        }
    }
    return MP_OBJ_NULL;
}

mp_obj_t number_index(mp_obj_t object) {
    mp_obj_t result = number_index_maybe(object);
    if (result == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("'%s' object cannot be interpreted as an integer"), mp_obj_get_type_str(object));
    }
    return result;
}

// The int that a method is called on.
static mp_obj_t self_int(mp_obj_t self) {
    return mp_obj_is_bool(self) ? MP_OBJ_NEW_SMALL_INT(self == mp_const_true) : mpwasm_native_raise(self, &mp_type_int);
}

// --- Texts -----------------------------------------------------------------------------------------

size_t mpwasm_max_str_digits = 4300;

static MP_NORETURN void raise_digits(void) {
    mp_raise_msg_varg(&mp_type_ValueError,
        MP_ERROR_TEXT("Exceeds the limit (%u digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"),
        (unsigned)mpwasm_max_str_digits);
}

// Raises a ValueError if an int has more digits than may be converted to a text.
static void check_digits(size_t bits) {
    if (mpwasm_max_str_digits != 0 && bits > 1 && (size_t)((bits - 1) * 0.30102999566398) >= mpwasm_max_str_digits) {
        raise_digits();
    }
}

char *mp_obj_int_formatted(char **buf, size_t *buf_size, size_t *fmt_size, mp_const_obj_t self, int base, const char *prefix, char base_char, char comma) {
    bool bounded = base == 10 && comma == 0 && !mp_obj_is_small_int(self);
    if (bounded) {
        check_digits(mpz_bits(&((const mp_obj_int_t *)MP_OBJ_TO_PTR(self))->mpz)); // before the work
    }
    char *text = upstream_formatted(buf, buf_size, fmt_size, self, base, prefix, base_char, comma);
    if (bounded && mpwasm_max_str_digits != 0 && *fmt_size - (*text == '-') > mpwasm_max_str_digits) {
        raise_digits();
    }
    return text;
}

// Upstream divides whatever the int by whatever the base.
size_t number_small_text(mp_obj_t small, char *text) {
    mp_int_t value = MP_OBJ_SMALL_INT_VALUE(small);
    char digits[NUMBER_SMALL_TEXT], *end = digits + sizeof(digits), *at = end;
    mp_uint_t rest = value < 0 ? -(mp_uint_t)value : (mp_uint_t)value;
    do {
        *--at = '0' + rest % 10;
        rest /= 10;
    } while (rest != 0);
    if (value < 0) {
        *--at = '-';
    }
    memcpy(text, at, end - at);
    return end - at;
}

void mp_obj_int_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    if (mp_obj_is_small_int(self)) {
        char text[NUMBER_SMALL_TEXT];
        print->print_strn(print->data, text, number_small_text(self, text));
        return;
    }
    char small[32], *buf = small;
    size_t size = sizeof(small), len;
    char *text = mp_obj_int_formatted(&buf, &size, &len, self, 10, NULL, 0, 0);
    mp_print_str(print, text);
    if (buf != small) {
        m_del(char, buf, size);
    }
}

// Raises "MESSAGE: 'text'" with the repr of an object.
static MP_NORETURN void raise_text(mp_rom_error_text_t message, int base, mp_obj_t object) {
    vstr_t vstr;
    mp_print_t print;
    vstr_init_print(&vstr, 64, &print);
    mp_printf(&print, message, base);
    size_t start = vstr.len;
    mp_obj_print_helper(&print, object, PRINT_REPR);
    vstr.len = MIN(vstr.len, start + 200);
    while (vstr.len > start && !utf8_valid((const byte *)vstr.buf, vstr.len, true)) {
        vstr.len--;
    }
    nlr_raise(mp_obj_new_exception_arg1(&mp_type_ValueError, mp_obj_new_str_from_vstr(&vstr)));
}

// The text of a number in ASCII: decimal digits of all scripts as such, white space as blanks.
static void ascii_of(vstr_t *out, const text_t *text) {
    vstr_init(out, text->len + 1);
    const byte *end = text->data + text->len;
    for (const byte *at = text->data; at < end;) {
        if (*at < 0x80 || !text_is_str(text)) {
            vstr_add_byte(out, *at >= 9 && *at <= 13 ? ' ' : *at >= 0x1c && *at <= 0x1f && text_is_str(text) ? ' ' : *at);
            at++;
            continue;
        }
        unichar c = utf8_get_char(at);
        int digit = char_decimal(c);
        vstr_add_byte(out, digit >= 0 ? '0' + digit : (char_flags(c) & CHAR_SPACE) ? ' ' : '?');
        at += text_char_len(at);
    }
}

// A number of few decimal digits and nothing else, which most are.
static bool read_short(const text_t *text, int base, mp_int_t *value) {
    const byte *at = text->data, *end = at + text->len;
    bool negative = text->len > 1 && *at == '-';
    at += negative;
    if (at == end || end - at > 9 || (base != 10 && (base != 0 || *at == '0'))) {
        return false;
    }
    for (*value = 0; at < end; at++) {
        unsigned digit = *at - '0';
        if (digit > 9) {
            return false;
        }
        *value = *value * 10 + digit;
    }
    *value = negative ? -*value : *value;
    return true;
}

typedef struct {
    char *digits; // without underscores
    size_t count;
    int base;
    bool negative;
} number_t;

// What a number's text says, whose underscores go, in place. False if it is none.
static bool read_text(char *at, char *end, int base, number_t *number) {
    while (at < end && *at == ' ') {
        at++;
    }
    while (end > at && end[-1] == ' ') {
        end--;
    }
    number->negative = at < end && *at == '-';
    at += at < end && (*at == '-' || *at == '+');
    if (end - at > 1 && at[0] == '0') {
        int prefixed = (at[1] | 0x20) == 'x' ? 16 : (at[1] | 0x20) == 'o' ? 8 : (at[1] | 0x20) == 'b' ? 2 : 0;
        if (prefixed != 0 && (base == 0 || base == prefixed)) {
            base = prefixed;
            at += 2;
            at += at < end && *at == '_';
        }
    }
    bool noughts_alone = base == 0 && at < end && *at == '0'; // 00 is a number, 01 is none
    number->base = base == 0 ? 10 : base;
    number->digits = at;
    number->count = 0;
    for (char *c = at; c < end; c++) {
        if (*c == '_') {
            if (c == at || c + 1 == end || c[1] == '_') {
                return false;
            }
            continue;
        }
        if (number_digit(*c) >= (unsigned)number->base || (noughts_alone && *c != '0')) {
            return false;
        }
        at[number->count++] = *c;
    }
    return number->count > 0;
}

// int(text, base). The object is what errors show; MP_OBJ_NULL for the text as bytes.
static mp_obj_t parse(const text_t *text, int base, mp_obj_t object) {
    mp_int_t value;
    if (read_short(text, base, &value)) {
        return MP_OBJ_NEW_SMALL_INT(value);
    }
    vstr_t ascii;
    ascii_of(&ascii, text);
    number_t number;
    if (!read_text(ascii.buf, ascii.buf + ascii.len, base, &number)) {
        object = object != MP_OBJ_NULL ? object : text_new(&mp_type_bytes, text->data, text->len);
        raise_text(MP_ERROR_TEXT("invalid literal for int() with base %d: "), base, object);
    }
    if (mpwasm_max_str_digits != 0 && number.count > mpwasm_max_str_digits && (number.base & (number.base - 1)) != 0) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT(TOO_MANY_DIGITS), (unsigned)mpwasm_max_str_digits, (unsigned)number.count);
    }
    mp_uint_t small = 0;
    size_t i = 0;
    for (; i < number.count && small < (MP_SMALL_INT_MAX - 36) / 36; i++) {
        small = small * number.base + number_digit(number.digits[i]);
    }
    mp_obj_t result;
    if (i == number.count) {
        result = MP_OBJ_NEW_SMALL_INT(number.negative ? -(mp_int_t)small : (mp_int_t)small);
    } else {
        const char *from = number.digits;
        result = number_from_mpz(MP_OBJ_TO_PTR(mp_obj_new_int_from_str_len(&from, number.count, number.negative, number.base)));
    }
    vstr_clear(&ascii);
    return result;
}

// Numbers of programs, of json and of frozen modules, in place of py/parsenum.c's.
mp_obj_t mp_parse_num_integer(const char *str, size_t len, int base, mp_lexer_t *lex) {
    text_t text = { (const byte *)str, len, &mp_type_bytes, false };
    return parse(&text, base, MP_OBJ_NULL);
}

// --- int(...) --------------------------------------------------------------------------------------

mp_obj_t mp_obj_new_int_from_float(mp_float_t value) {
    if (isinf(value)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("cannot convert float infinity to integer"));
    }
    if (isnan(value)) {
        mp_raise_ValueError(MP_ERROR_TEXT("cannot convert float NaN to integer"));
    }
    mp_obj_t result = upstream_from_float(value);
    return mp_obj_is_small_int(result) ? result : number_from_mpz(MP_OBJ_TO_PTR(result));
}

static mp_obj_t convert(mp_obj_t object) {
    if (mp_obj_is_int(object)) {
        return object;
    }
    if (mp_obj_is_float(object)) {
        return mp_obj_new_int_from_float(mp_obj_float_get(object));
    }
    mp_obj_t number = mp_obj_is_bool(object) ? number_index_maybe(object) : mp_unary_op(MP_UNARY_OP_INT_MAYBE, object);
    if (number != MP_OBJ_NULL) {
        return number;
    }
    number = number_index_maybe(object);
    if (number != MP_OBJ_NULL) {
        return number;
    }
    text_t text;
    mp_buffer_info_t buffer;
    if (text_maybe(object, &text)) {
        return parse(&text, 10, text.type == &mp_type_bytearray ? MP_OBJ_NULL : object);
    }
    if (mp_get_buffer(object, &buffer, MP_BUFFER_READ)) {
        return mp_parse_num_integer(buffer.buf, buffer.len, 10, NULL);
    }
    mp_obj_t native = mpwasm_native(object, &mp_type_float);
    if (native != MP_OBJ_NULL) {
        return mp_obj_new_int_from_float(mp_obj_float_get(native));
    }
    mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("int() argument must be a string, a bytes-like object or a real number, not '%s'"),
        mp_obj_get_type_str(object));
}

static mp_obj_t int_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_obj_t base_arg = n_args > 1 ? args[1] : MP_OBJ_NULL;
    for (size_t i = 0; i < n_kw; i++) {
        mp_obj_t name = args[n_args + 2 * i];
        if (name != MP_OBJ_NEW_QSTR(MP_QSTR_base) || base_arg != MP_OBJ_NULL) {
            static const uint16_t base = MP_QSTR_base;
            const char *keyword = mp_obj_str_get_str(name);
            qstr like = mpwasm_most_like(keyword, 1, &base, 1);
            mp_raise_msg_varg(&mp_type_TypeError, like == MP_QSTRnull ? MP_ERROR_TEXT("%s() got an unexpected keyword argument '%s'")
                : MP_ERROR_TEXT("%s() got an unexpected keyword argument '%s'. Did you mean '%q'?"), "int", keyword, like);
        }
        base_arg = args[n_args + 2 * i + 1];
    }
    if (n_args > 2) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("int expected at most 2 arguments, got %d"), (int)(n_args + n_kw));
    }
    if (n_args == 0) {
        if (base_arg != MP_OBJ_NULL) {
            mp_raise_TypeError(MP_ERROR_TEXT("int() missing string argument"));
        }
        return MP_OBJ_NEW_SMALL_INT(0);
    }
    if (base_arg == MP_OBJ_NULL) {
        return convert(args[0]);
    }
    mp_obj_t base = number_index(base_arg);
    text_t text;
    if (!text_maybe(args[0], &text)) {
        mp_raise_TypeError(MP_ERROR_TEXT("int() can't convert non-string with explicit base"));
    }
    if (!mp_obj_is_small_int(base) || MP_OBJ_SMALL_INT_VALUE(base) < 0 || MP_OBJ_SMALL_INT_VALUE(base) == 1 || MP_OBJ_SMALL_INT_VALUE(base) > 36) {
        mp_raise_ValueError(MP_ERROR_TEXT("int() base must be >= 2 and <= 36, or 0"));
    }
    return parse(&text, MP_OBJ_SMALL_INT_VALUE(base), args[0]);
}

// --- Methods ---------------------------------------------------------------------------------------

static mp_obj_t int_bit_length(mp_obj_t self) {
    mpz_place_t place;
    return mp_obj_new_int_from_uint(mpz_bits(number_mpz(self_int(self), &place)));
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_bit_length_obj, int_bit_length);

static mp_obj_t int_bit_count(mp_obj_t self) {
    mpz_place_t place;
    const mpz_t *value = number_mpz(self_int(self), &place);
    size_t count = 0;
    for (size_t i = 0; i < value->len; i++) {
        count += __builtin_popcount(value->dig[i]);
    }
    return mp_obj_new_int_from_uint(count);
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_bit_count_obj, int_bit_count);

static mp_obj_t int_as_integer_ratio(mp_obj_t self) {
    mp_obj_t items[2] = { self_int(self), MP_OBJ_NEW_SMALL_INT(1) };
    return mp_obj_new_tuple(2, items);
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_as_integer_ratio_obj, int_as_integer_ratio);

static MP_DEFINE_CONST_FUN_OBJ_1(int_itself_obj, self_int);

static mp_obj_t int_is_integer(mp_obj_t self) {
    self_int(self);
    return mp_const_true;
}
static MP_DEFINE_CONST_FUN_OBJ_1(int_is_integer_obj, int_is_integer);

// round(integer, digits), where digits is an int.
static mp_obj_t round_int(mp_obj_t integer, mp_obj_t digits) {
    mpz_place_t place;
    const mpz_t *places = number_mpz(digits, &place);
    if (!places->neg) {
        return integer;
    }
    mp_obj_t power = mp_binary_op(MP_BINARY_OP_POWER, MP_OBJ_NEW_SMALL_INT(10), mp_unary_op(MP_UNARY_OP_NEGATIVE, digits));
    mp_obj_t rest = mp_binary_op(MP_BINARY_OP_MODULO, integer, power);
    mp_obj_t down = mp_binary_op(MP_BINARY_OP_SUBTRACT, integer, rest);
    mp_obj_t twice = mp_binary_op(MP_BINARY_OP_MULTIPLY, rest, MP_OBJ_NEW_SMALL_INT(2));
    bool up = mp_obj_is_true(mp_binary_op(MP_BINARY_OP_MORE, twice, power));
    if (!up && mp_obj_equal(twice, power)) { // to the even one
        mp_obj_t quotient = mp_binary_op(MP_BINARY_OP_FLOOR_DIVIDE, down, power);
        up = mp_obj_is_true(mp_binary_op(MP_BINARY_OP_AND, quotient, MP_OBJ_NEW_SMALL_INT(1)));
    }
    return up ? mp_binary_op(MP_BINARY_OP_ADD, down, power) : down;
}

static mp_obj_t int_round(size_t n_args, const mp_obj_t *args) {
    mp_obj_t self = self_int(args[0]);
    return n_args < 2 || args[1] == mp_const_none ? self : round_int(self, number_index(args[1]));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(int_round_obj, 1, 2, int_round);

// Whether byteorder says big; the word must be one of two.
static bool is_big(mp_obj_t order) {
    text_t word;
    if (!text_maybe(order, &word) || !text_is_str(&word)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("argument 'byteorder' must be str, not %s"), mp_obj_get_type_str(order));
    }
    bool big = word.len == 3 && memcmp(word.data, "big", 3) == 0;
    if (!big && !(word.len == 6 && memcmp(word.data, "little", 6) == 0)) {
        mp_raise_ValueError(MP_ERROR_TEXT("byteorder must be either 'little' or 'big'"));
    }
    return big;
}

enum { ARG_FIRST, ARG_BYTEORDER, ARG_SIGNED };

static mp_obj_t int_to_bytes_(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_length, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_SMALL_INT(1) } },
        { MP_QSTR_byteorder, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_QSTR(MP_QSTR_big) } },
        { MP_QSTR_signed, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_obj = mp_const_false } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args - 1, args + 1, kw, MP_ARRAY_SIZE(allowed), allowed, parsed);
    mp_obj_t self = self_int(args[0]);
    mp_obj_t length = number_index(parsed[ARG_FIRST].u_obj);
    bool big = is_big(parsed[ARG_BYTEORDER].u_obj), with_sign = mp_obj_is_true(parsed[ARG_SIGNED].u_obj);
    mpz_place_t place;
    const mpz_t *value = number_mpz(self, &place);
    mp_int_t len = mp_obj_int_get_checked(length);
    if (len < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("length argument must be non-negative"));
    }
    if (value->neg && !with_sign) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("can't convert negative int to unsigned"));
    }
    uint64_t bits = mpz_bits(value);
    if (with_sign && bits > 0) {
        bool power = value->neg; // -2**n needs no more bits than 2**n - 1
        for (size_t i = 0; power && i < value->len; i++) {
            power = i + 1 < value->len ? value->dig[i] == 0 : (value->dig[i] & (value->dig[i] - 1)) == 0;
        }
        bits += !power;
    }
    if (bits > (uint64_t)len * 8) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("int too big to convert"));
    }
    vstr_t vstr;
    vstr_init_len(&vstr, text_check_size(len));
    number_put_bytes(value, (byte *)vstr.buf, len, big);
    return mp_obj_new_bytes_from_vstr(&vstr);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(int_to_bytes_kw_obj, 1, int_to_bytes_);

static mp_obj_t int_from_bytes_(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_bytes, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_byteorder, MP_ARG_OBJ, { .u_obj = MP_OBJ_NEW_QSTR(MP_QSTR_big) } },
        { MP_QSTR_signed, MP_ARG_KW_ONLY | MP_ARG_OBJ, { .u_obj = mp_const_false } },
    };
    mp_arg_val_t parsed[MP_ARRAY_SIZE(allowed)];
    if (n_args == 1 && kw->used == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s() missing required argument '%q' (pos %d)"), "from_bytes", MP_QSTR_bytes, 1);
    }
    mp_arg_parse_all(n_args - 1, args + 1, kw, MP_ARRAY_SIZE(allowed), allowed, parsed);
    bool big = is_big(parsed[ARG_BYTEORDER].u_obj), with_sign = mp_obj_is_true(parsed[ARG_SIGNED].u_obj);
    mp_obj_t source = parsed[ARG_FIRST].u_obj;
    mp_buffer_info_t buffer;
    if (mp_obj_is_str(source) || mp_obj_is_int(source) || mp_obj_is_bool(source)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot convert '%s' object to bytes"), mp_obj_get_type_str(source));
    }
    if (!mp_get_buffer(source, &buffer, MP_BUFFER_READ)) {
        source = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_bytes), source);
        mp_get_buffer_raise(source, &buffer, MP_BUFFER_READ);
    }
    const byte *data = buffer.buf;
    bool negative = with_sign && buffer.len > 0 && (data[big ? 0 : buffer.len - 1] & 0x80);
    size_t len = buffer.len; // without noughts in front
    while (len > 0 && data[big ? buffer.len - len : len - 1] == 0) {
        len--;
    }
    mp_obj_t result;
    if (len <= 3) {
        mp_int_t small = 0;
        for (size_t i = len; i-- > 0;) {
            small = small << 8 | data[big ? buffer.len - 1 - i : i];
        }
        result = MP_OBJ_NEW_SMALL_INT(small);
    } else {
        mp_obj_int_t *value = mp_obj_int_new_mpz();
        mpwasm_set_from_bytes(&value->mpz, big, buffer.len, data);
        result = number_from_mpz(value);
    }
    if (negative) {
        mp_obj_t whole = mp_binary_op(MP_BINARY_OP_LSHIFT, MP_OBJ_NEW_SMALL_INT(1), mp_obj_new_int_from_uint(buffer.len * 8));
        result = mp_binary_op(MP_BINARY_OP_SUBTRACT, result, whole);
    }
    return args[0] == MP_OBJ_FROM_PTR(&mp_type_int) ? result : mp_call_function_1(args[0], result);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(int_from_bytes_kw_obj, 1, int_from_bytes_);
static MP_DEFINE_CONST_CLASSMETHOD_OBJ(int_from_bytes_class_obj, MP_ROM_PTR(&int_from_bytes_kw_obj));

static const mp_rom_map_elem_t int_members_table[] = {
    { MP_ROM_QSTR(MP_QSTR_as_integer_ratio), MP_ROM_PTR(&int_as_integer_ratio_obj) },
    { MP_ROM_QSTR(MP_QSTR_bit_count), MP_ROM_PTR(&int_bit_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_bit_length), MP_ROM_PTR(&int_bit_length_obj) },
    { MP_ROM_QSTR(MP_QSTR_conjugate), MP_ROM_PTR(&int_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR_from_bytes), MP_ROM_PTR(&int_from_bytes_class_obj) },
    { MP_ROM_QSTR(MP_QSTR_is_integer), MP_ROM_PTR(&int_is_integer_obj) },
    { MP_ROM_QSTR(MP_QSTR_to_bytes), MP_ROM_PTR(&int_to_bytes_kw_obj) },
    { MP_ROM_QSTR(MP_QSTR___ceil__), MP_ROM_PTR(&int_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR___floor__), MP_ROM_PTR(&int_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR___round__), MP_ROM_PTR(&int_round_obj) },
    { MP_ROM_QSTR(MP_QSTR___trunc__), MP_ROM_PTR(&int_itself_obj) },
};
static MP_DEFINE_CONST_DICT(int_members, int_members_table);

void mpwasm_int_attr(mp_obj_t self, qstr name, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (name == MP_QSTR_real || name == MP_QSTR_numerator) {
        dest[0] = self_int(self);
    } else if (name == MP_QSTR_imag) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(0);
    } else if (name == MP_QSTR_denominator) {
        dest[0] = MP_OBJ_NEW_SMALL_INT(1);
    } else {
        dest[1] = MP_OBJ_SENTINEL; // look among the members
    }
}

MP_DEFINE_CONST_OBJ_TYPE(
    mp_type_int, MP_QSTR_int, MP_TYPE_FLAG_NONE,
    make_new, int_make_new,
    print, mp_obj_int_print,
    unary_op, mp_obj_int_unary_op,
    binary_op, mp_obj_int_binary_op,
    attr, mpwasm_int_attr,
    locals_dict, &int_members);
