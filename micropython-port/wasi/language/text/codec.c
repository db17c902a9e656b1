// Encoding and decoding: UTF-8, UTF-16 and UTF-32 of either order, ASCII and Latin-1, with CPython's ways to treat errors.

#include <string.h>

#include "py/runtime.h"

#include "language/text/codec.h"
#include "language/text/text.h"
#include "language/text/unicode.h"

static const struct {
    const char *name; // in lower case, with hyphens
    uint8_t codec;
} codecs[] = {
    { "utf-8", CODEC_UTF8 }, { "ascii", CODEC_ASCII }, { "latin-1", CODEC_LATIN1 }, { "utf-16", CODEC_UTF16 }, { "utf-16-le", CODEC_UTF16_LE },
    { "utf-16-be", CODEC_UTF16_BE }, { "utf-32", CODEC_UTF32 }, { "utf-32-le", CODEC_UTF32_LE }, { "utf-32-be", CODEC_UTF32_BE },
    { "utf-8-sig", CODEC_UTF8_SIG }, { "unicodeescape", CODEC_ESCAPE }, { "rawunicodeescape", CODEC_RAW_ESCAPE }, { "unicode-escape", CODEC_ESCAPE },
    { "raw-unicode-escape", CODEC_RAW_ESCAPE }, { "utf8", CODEC_UTF8 }, { "u8", CODEC_UTF8 }, { "utf", CODEC_UTF8 }, { "cp65001", CODEC_UTF8 },
    { "us-ascii", CODEC_ASCII }, { "646", CODEC_ASCII }, { "latin1", CODEC_LATIN1 }, { "iso-8859-1", CODEC_LATIN1 },
    { "iso8859-1", CODEC_LATIN1 }, { "8859", CODEC_LATIN1 }, { "cp819", CODEC_LATIN1 }, { "latin", CODEC_LATIN1 }, { "l1", CODEC_LATIN1 },
    { "utf16", CODEC_UTF16 }, { "u16", CODEC_UTF16 }, { "utf-16le", CODEC_UTF16_LE }, { "utf-16be", CODEC_UTF16_BE },
    { "utf32", CODEC_UTF32 }, { "u32", CODEC_UTF32 }, { "utf-32le", CODEC_UTF32_LE }, { "utf-32be", CODEC_UTF32_BE },
};

static const char *const error_names[] = { "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass" };

const char *codec_name(codec_t codec) {
    for (size_t i = 0; i < MP_ARRAY_SIZE(codecs); i++) {
        if (codecs[i].codec == codec) {
            return codecs[i].name;
        }
    }
    return "";
}

static codec_t find_codec(mp_obj_t name_in, mp_rom_error_text_t message) {
    if (name_in == MP_OBJ_NULL) {
        return CODEC_UTF8;
    }
    text_t str = { NULL, 0, &mp_type_str, true };
    text_t name = text_arg(&str, name_in, message);
    char normal[24];
    for (size_t i = 0; i < name.len && i < sizeof(normal) - 1; i++) {
        byte c = name.data[i];
        normal[i] = c == '_' || c == ' ' ? '-' : c < 128 ? (char)unichar_tolower(c) : '?';
        normal[i + 1] = '\0';
    }
    for (size_t i = 0; name.len > 0 && name.len < sizeof(normal) && i < MP_ARRAY_SIZE(codecs); i++) {
        if (strcmp(codecs[i].name, normal) == 0) {
            return codecs[i].codec;
        }
    }
    #if MPWASM_LIBRARY
    return CODEC_OTHER;
    #else
    mp_raise_msg_varg(&mp_type_LookupError, MP_ERROR_TEXT("unknown encoding: %s"), mp_obj_str_get_str(name_in));
    #endif
}

#if MPWASM_LIBRARY
// Calls a function of _codecs, which knows what is registered there and what is in Python.
static mp_obj_t call_codecs(qstr function, size_t n_args, const mp_obj_t *args) {
    mp_obj_t module = mp_import_name(MP_QSTR__codecs, mp_const_none, MP_OBJ_NEW_SMALL_INT(0));
    return mp_call_function_n_kw(mp_load_attr(module, function), n_args, 0, args);
}

// What others than the built-in codecs make of a str or bytes.
static mp_obj_t convert_other(qstr function, mp_obj_t object, mp_obj_t encoding, mp_obj_t errors) {
    mp_obj_t args[] = { object, encoding, errors };
    return call_codecs(function, errors == MP_OBJ_NULL ? 2 : 3, args);
}
#endif

typedef struct {
    codec_t codec, named; // what is done, and what was asked for
    mp_obj_t object, errors;
    vstr_t out;
} conversion_t;

static on_error_t on_error(const conversion_t *conversion, bool decode) {
    if (conversion->errors == MP_OBJ_NULL) {
        return ON_ERROR_STRICT;
    }
    text_t str = { NULL, 0, &mp_type_str, true };
    text_t name = text_arg(&str, conversion->errors,
        decode ? MP_ERROR_TEXT("decode() argument 'errors' must be str, not %s") : MP_ERROR_TEXT("encode() argument 'errors' must be str, not %s"));
    for (size_t i = 0; i < MP_ARRAY_SIZE(error_names); i++) {
        if (strlen(error_names[i]) == name.len && memcmp(error_names[i], name.data, name.len) == 0 && !(decode && i == ON_ERROR_XML)) {
            return i;
        }
    }
    #if MPWASM_LIBRARY
    return ON_ERROR_CALL;
    #else
    mp_raise_msg_varg(&mp_type_LookupError, MP_ERROR_TEXT("unknown error handler name '%s'"), mp_obj_str_get_str(conversion->errors));
    #endif
}

#if MPWASM_LIBRARY
// Has a handler of _codecs deal with an error: returns its replacement, and the place of len where to go on.
static mp_obj_t call_handler(const conversion_t *conversion, mp_obj_t error, size_t len, size_t *place) {
    mp_obj_t args[] = { conversion->errors, error }, *items;
    mp_obj_t result = call_codecs(MP_QSTR__handle, 2, args);
    mp_obj_get_array_fixed_n(result, 2, &items);
    mp_int_t at = mp_obj_get_int(items[1]), from = at < 0 ? at + (mp_int_t)len : at;
    if (from < 0 || (size_t)from > len) {
        mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("position %d from error handler out of bounds"), (int)at);
    }
    *place = from;
    return items[0];
}
#endif

static mp_obj_t bytes_of(const byte *data, size_t len) {
    return mp_obj_new_bytes(data, len);
}

// --- Decoding ---

// Deals with bytes that could not be decoded, of data from start to end. Returns where to go on.
static size_t decode_error(conversion_t *conversion, const byte *data, size_t len, size_t start, size_t end, const char *reason) {
    on_error_t way = on_error(conversion, true);
    codec_t codec = conversion->codec == CODEC_UTF8_SIG ? CODEC_UTF8 : conversion->codec;
    bool utf16 = codec == CODEC_UTF16_LE || codec == CODEC_UTF16_BE, utf32 = codec == CODEC_UTF32_LE || codec == CODEC_UTF32_BE;
    switch (way) {
        case ON_ERROR_IGNORE:
            return end;
        case ON_ERROR_REPLACE:
            vstr_add_char(&conversion->out, 0xfffd);
            return end;
        case ON_ERROR_BACKSLASH:
            for (size_t i = start; i < end; i++) {
                vstr_printf(&conversion->out, "\\x%02x", data[i]);
            }
            return end;
        case ON_ERROR_ESCAPE: {
            size_t i = start;
            for (; i < end && data[i] >= 0x80; i++) {
                vstr_add_char(&conversion->out, 0xdc00 + data[i]);
            }
            if (i > start) {
                return i;
            }
            break;
        }
        case ON_ERROR_PASS: {
            const byte *at = data + start;
            unichar c = 0;
            size_t width = utf16 ? 2 : utf32 ? 4 : 3;
            if (len - start < width) {
                break;
            }
            if (width == 3) {
                c = at[0] == 0xed && at[1] >= 0xa0 && at[1] < 0xc0 && UTF8_IS_CONT(at[2]) && codec == CODEC_UTF8 ? utf8_get_char(at) : 0;
            } else {
                for (size_t i = 0; i < width; i++) {
                    bool big = codec == CODEC_UTF16_BE || codec == CODEC_UTF32_BE;
                    c = c << 8 | at[big ? i : width - 1 - i];
                }
            }
            if (c >= 0xd800 && c < 0xe000) {
                vstr_add_char(&conversion->out, c);
                return start + width;
            }
            break;
        }
        default:
            break;
    }
    mp_obj_t object = conversion->object != MP_OBJ_NULL ? conversion->object : bytes_of(data, len);
    #if MPWASM_LIBRARY
    if (way == ON_ERROR_CALL) {
        size_t place;
        text_t text;
        mp_obj_t made = call_handler(conversion, codec_error(&mpwasm_type_UnicodeDecodeError, codec, object, start, end, reason), len, &place);
        if (!text_maybe(made, &text) || !text_is_str(&text)) {
            mp_raise_TypeError(MP_ERROR_TEXT("decoding error handler must return (str, int) tuple"));
        }
        vstr_add_strn(&conversion->out, (const char *)text.data, text.len);
        return place;
    }
    #endif
    codec_raise(&mpwasm_type_UnicodeDecodeError, codec, object, start, end, reason);
}

static void decode_utf8(conversion_t *conversion, const byte *data, size_t len) {
    size_t at = conversion->codec == CODEC_UTF8_SIG && len >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    for (;;) {
        size_t good = utf8_valid(data + at, len - at, false);
        vstr_add_strn(&conversion->out, (const char *)data + at, good);
        at += good;
        if (at == len) {
            return;
        }
        utf8_error_t error = utf8_error(data + at, len - at);
        at = decode_error(conversion, data, len, at, at + error.len, error.reason);
    }
}

static void decode_single(conversion_t *conversion, const byte *data, size_t len) {
    for (size_t at = 0; at < len;) {
        if (data[at] < 0x80 || conversion->codec == CODEC_LATIN1) {
            vstr_add_char(&conversion->out, data[at++]);
        } else {
            at = decode_error(conversion, data, len, at, at + 1, "ordinal not in range(128)");
        }
    }
}

static unichar unit(const byte *at, size_t width, bool big) {
    unichar c = 0;
    for (size_t i = 0; i < width; i++) {
        c = c << 8 | at[big ? i : width - 1 - i];
    }
    return c;
}

static void decode_utf16(conversion_t *conversion, const byte *data, size_t len) {
    bool big = conversion->codec == CODEC_UTF16_BE;
    size_t at = 0;
    if (conversion->codec == CODEC_UTF16) {
        unichar mark = len >= 2 ? unit(data, 2, false) : 0;
        big = mark == 0xfffe;
        at = big || mark == 0xfeff ? 2 : 0;
        conversion->codec = big ? CODEC_UTF16_BE : CODEC_UTF16_LE;
    }
    while (at < len) {
        if (len - at < 2) {
            at = decode_error(conversion, data, len, at, len, "truncated data");
            continue;
        }
        unichar c = unit(data + at, 2, big);
        if (c < 0xd800 || c >= 0xe000) {
            vstr_add_char(&conversion->out, c);
            at += 2;
        } else if (c >= 0xdc00) {
            at = decode_error(conversion, data, len, at, at + 2, "illegal encoding");
        } else if (len - at < 4) {
            at = decode_error(conversion, data, len, at, len, "unexpected end of data");
        } else {
            unichar low = unit(data + at + 2, 2, big);
            if (low >= 0xdc00 && low < 0xe000) {
                vstr_add_char(&conversion->out, 0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff));
                at += 4;
            } else {
                at = decode_error(conversion, data, len, at, at + 2, "illegal UTF-16 surrogate");
            }
        }
    }
}

static void decode_utf32(conversion_t *conversion, const byte *data, size_t len) {
    bool big = conversion->codec == CODEC_UTF32_BE;
    size_t at = 0;
    if (conversion->codec == CODEC_UTF32) {
        unichar mark = len >= 4 ? unit(data, 4, false) : 0;
        big = mark == 0xfffe0000;
        at = big || mark == 0xfeff ? 4 : 0;
        conversion->codec = big ? CODEC_UTF32_BE : CODEC_UTF32_LE;
    }
    while (at < len) {
        unichar c = len - at < 4 ? 0 : unit(data + at, 4, big);
        if (len - at < 4) {
            at = decode_error(conversion, data, len, at, len, "truncated data");
        } else if (c >= 0xd800 && c < 0xe000) {
            at = decode_error(conversion, data, len, at, at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
        } else if (c > 0x10ffff) {
            at = decode_error(conversion, data, len, at, at + 4, "code point not in range(0x110000)");
        } else {
            vstr_add_char(&conversion->out, c);
            at += 4;
        }
    }
}

// The value of so many hex digits, or -1.
static mp_int_t hex_digits(const byte *at, size_t len, size_t count, size_t *there) {
    mp_int_t value = 0;
    for (*there = 0; *there < count; ++*there) {
        if (*there == len || !unichar_isxdigit(at[*there])) {
            return -1;
        }
        value = value << 4 | unichar_xdigit_value(at[*there]);
    }
    return value;
}

static void decode_escapes(conversion_t *conversion, const byte *data, size_t len) {
    bool raw = conversion->codec == CODEC_RAW_ESCAPE;
    for (size_t at = 0; at < len;) {
        byte c = data[at];
        if (c != '\\' || (raw && (at + 1 == len || (data[at + 1] | 32) != 'u'))) {
            bool pair = raw && c == '\\' && at + 1 < len; // what follows is no escape
            vstr_add_char(&conversion->out, c);
            at++;
            if (pair) {
                vstr_add_char(&conversion->out, data[at++]);
            }
            continue;
        }
        if (at + 1 == len) {
            at = decode_error(conversion, data, len, at, len, "\\ at end of string");
            continue;
        }
        static const char letters[] = "abfnrtv\\'\"", values[] = "\a\b\f\n\r\t\v\\'\"";
        c = data[at + 1];
        const char *simple = memchr(letters, c, sizeof(letters) - 1);
        if (c == 'x' || c == 'u' || c == 'U') {
            size_t count = c == 'x' ? 2 : c == 'u' ? 4 : 8, there;
            mp_int_t value = hex_digits(data + at + 2, len - at - 2, count, &there);
            if (there < count || value < 0 || value > 0x10ffff) {
                at = decode_error(conversion, data, len, at, at + 2 + there, there == count ? "illegal Unicode character"
                    : c == 'x' ? "truncated \\xXX escape" : c == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
            } else {
                vstr_add_char(&conversion->out, value);
                at += 2 + count;
            }
        } else if (c >= '0' && c <= '7') {
            unichar value = 0;
            size_t end = at + 1;
            for (; end < len && end < at + 4 && data[end] >= '0' && data[end] <= '7'; end++) {
                value = value * 8 + data[end] - '0';
            }
            vstr_add_char(&conversion->out, value);
            at = end;
        } else if (simple != NULL) {
            vstr_add_byte(&conversion->out, values[simple - letters]);
            at += 2;
        } else if (c == '\n') {
            at += 2;
        } else {
            vstr_add_byte(&conversion->out, '\\');
            at++;
        }
    }
}

static mp_obj_t decode(mp_obj_t object, const byte *data, size_t len, mp_obj_t encoding, mp_obj_t errors) {
    conversion_t conversion = { .codec = find_codec(encoding, MP_ERROR_TEXT("decode() argument 'encoding' must be str, not %s")), .object = object, .errors = errors };
    if (errors != MP_OBJ_NULL && !mp_obj_is_str(errors)) {
        on_error(&conversion, true);
    }
    #if MPWASM_LIBRARY
    if (conversion.codec == CODEC_OTHER) {
        return convert_other(MP_QSTR__decode_text, object != MP_OBJ_NULL ? object : bytes_of(data, len), encoding, errors);
    }
    #endif
    if (conversion.codec == CODEC_UTF8 && utf8_valid(data, len, false) == len) {
        return text_new(&mp_type_str, data, len);
    }
    vstr_init(&conversion.out, len + 1);
    switch (conversion.codec) {
        case CODEC_UTF8:
        case CODEC_UTF8_SIG:
            decode_utf8(&conversion, data, len);
            break;
        case CODEC_ASCII:
        case CODEC_LATIN1:
            decode_single(&conversion, data, len);
            break;
        case CODEC_UTF16:
        case CODEC_UTF16_LE:
        case CODEC_UTF16_BE:
            decode_utf16(&conversion, data, len);
            break;
        case CODEC_ESCAPE:
        case CODEC_RAW_ESCAPE:
            decode_escapes(&conversion, data, len);
            break;
        default:
            decode_utf32(&conversion, data, len);
            break;
    }
    return text_from_vstr(&mp_type_str, &conversion.out);
}

mp_obj_t text_decode(const byte *data, size_t len, mp_obj_t encoding, mp_obj_t errors) {
    return decode(MP_OBJ_NULL, data, len, encoding, errors);
}

// --- Encoding ---

static void put(conversion_t *conversion, unichar c) {
    switch (conversion->codec) {
        case CODEC_UTF8:
            vstr_add_char(&conversion->out, c);
            break;
        case CODEC_ASCII:
        case CODEC_LATIN1:
            vstr_add_byte(&conversion->out, c);
            break;
        case CODEC_UTF16_LE:
        case CODEC_UTF16_BE: {
            bool big = conversion->codec == CODEC_UTF16_BE;
            unichar units[2] = { c, 0 };
            if (c >= 0x10000) {
                units[0] = 0xd800 + ((c - 0x10000) >> 10);
                units[1] = 0xdc00 + (c & 0x3ff);
            }
            for (size_t i = 0; i < (c >= 0x10000 ? 2 : 1); i++) {
                vstr_add_byte(&conversion->out, big ? units[i] >> 8 : units[i]);
                vstr_add_byte(&conversion->out, big ? units[i] : units[i] >> 8);
            }
            break;
        }
        case CODEC_ESCAPE:
        case CODEC_RAW_ESCAPE: {
            bool raw = conversion->codec == CODEC_RAW_ESCAPE;
            if (raw ? c < 0x100 : c >= 32 && c < 127 && c != '\\') {
                vstr_add_byte(&conversion->out, c);
            } else if (!raw && (c == '\n' || c == '\r' || c == '\t' || c == '\\')) {
                vstr_printf(&conversion->out, "\\%c", c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : '\\');
            } else {
                vstr_printf(&conversion->out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)c);
            }
            break;
        }
        default:
            for (size_t i = 0; i < 4; i++) {
                vstr_add_byte(&conversion->out, c >> 8 * (conversion->codec == CODEC_UTF32_BE ? 3 - i : i));
            }
            break;
    }
}

static void put_str(conversion_t *conversion, const char *text) {
    while (*text != '\0') {
        put(conversion, *text++);
    }
}

static bool can_encode(codec_t codec, unichar c) {
    return codec >= CODEC_ESCAPE || codec == CODEC_ASCII ? c < 0x80 || codec >= CODEC_ESCAPE : codec == CODEC_LATIN1 ? c < 0x100 : c < 0xd800 || c >= 0xe000;
}

// Deals with one character that cannot be encoded. False if the way to treat errors cannot, either.
static bool encode_error(conversion_t *conversion, on_error_t way, unichar c) {
    VSTR_FIXED(text, 16);
    bool single = conversion->codec == CODEC_ASCII || conversion->codec == CODEC_LATIN1;
    switch (way) {
        case ON_ERROR_IGNORE:
            return true;
        case ON_ERROR_REPLACE:
            put(conversion, '?');
            return true;
        case ON_ERROR_BACKSLASH:
            vstr_printf(&text, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)c);
            put_str(conversion, vstr_null_terminated_str(&text));
            return true;
        case ON_ERROR_XML:
            vstr_printf(&text, "&#%u;", (unsigned)c);
            put_str(conversion, vstr_null_terminated_str(&text));
            return true;
        case ON_ERROR_ESCAPE:
            if (c < 0xdc80 || c > 0xdcff || !(single || conversion->codec == CODEC_UTF8)) {
                return false;
            }
            vstr_add_byte(&conversion->out, c - 0xdc00);
            return true;
        case ON_ERROR_PASS:
            if (c < 0xd800 || c >= 0xe000 || single) {
                return false;
            }
            put(conversion, c);
            return true;
        default:
            return false;
    }
}

#if MPWASM_LIBRARY
// Puts what a handler made of the characters from number to last, and returns the character where to go on.
static size_t encode_by_handler(conversion_t *conversion, mp_obj_t error, size_t len) {
    size_t place;
    text_t text;
    mp_obj_t made = call_handler(conversion, error, len, &place);
    if (!text_maybe(made, &text) || !(text_is_str(&text) || text.type == &mp_type_bytes)) {
        mp_raise_TypeError(MP_ERROR_TEXT("encoding error handler must return (str/bytes, int) tuple"));
    }
    if (text.type == &mp_type_bytes) {
        vstr_add_strn(&conversion->out, (const char *)text.data, text.len);
        return place;
    }
    for (const byte *at = text.data, *end = at + text.len; at < end; at += text_char_len(at)) {
        unichar c = utf8_get_char(at);
        if (!can_encode(conversion->codec, c)) {
            nlr_raise(error);
        }
        put(conversion, c);
    }
    return place;
}
#endif

static void encode_chars(conversion_t *conversion, const text_t *text) {
    size_t number = 0;
    const byte *end = text->data + text->len;
    for (const byte *at = text->data; at < end;) {
        unichar c = utf8_get_char(at);
        bool can = can_encode(conversion->codec, c);
        on_error_t way = can ? ON_ERROR_STRICT : on_error(conversion, false);
        if (can) {
            put(conversion, c);
        } else if (!encode_error(conversion, way, c)) {
            size_t last = number + 1;
            for (at += text_char_len(at); at < end && !can_encode(conversion->codec, utf8_get_char(at)); at += text_char_len(at)) {
                last++;
            }
            mp_obj_t error = codec_error(&mpwasm_type_UnicodeEncodeError, conversion->named, conversion->object, number, last,
                conversion->codec == CODEC_ASCII ? "ordinal not in range(128)" : conversion->codec == CODEC_LATIN1 ? "ordinal not in range(256)" : "surrogates not allowed");
            #if MPWASM_LIBRARY
            if (way == ON_ERROR_CALL) {
                size_t len = MP_OBJ_SMALL_INT_VALUE(mp_obj_len(conversion->object)), next = encode_by_handler(conversion, error, len);
                at = text->data;
                for (number = 0; number < next; number++) {
                    at += text_char_len(at);
                }
                continue;
            }
            #endif
            nlr_raise(error);
        }
        at += text_char_len(at);
        number++;
    }
}

mp_obj_t text_encode(mp_obj_t str, mp_obj_t encoding, mp_obj_t errors) {
    text_t text = text_self(str);
    conversion_t conversion = { .codec = find_codec(encoding, MP_ERROR_TEXT("encode() argument 'encoding' must be str, not %s")), .object = str, .errors = errors };
    if (errors != MP_OBJ_NULL && !mp_obj_is_str(errors)) {
        on_error(&conversion, false);
    }
    #if MPWASM_LIBRARY
    if (conversion.codec == CODEC_OTHER) {
        return convert_other(MP_QSTR__encode_text, str, encoding, errors);
    }
    #endif
    conversion.named = conversion.codec == CODEC_UTF8_SIG ? CODEC_UTF8 : conversion.codec;
    bool mark = conversion.codec == CODEC_UTF8_SIG || conversion.codec == CODEC_UTF16 || conversion.codec == CODEC_UTF32;
    if (mark) {
        conversion.codec = conversion.codec == CODEC_UTF8_SIG ? CODEC_UTF8 : conversion.codec == CODEC_UTF16 ? CODEC_UTF16_LE : CODEC_UTF32_LE;
    } else if ((text.ascii && conversion.codec <= CODEC_LATIN1) || (conversion.codec == CODEC_UTF8 && utf8_valid(text.data, text.len, false) == text.len)) {
        return text_new(&mp_type_bytes, text.data, text.len);
    }
    vstr_init(&conversion.out, text.len + 4);
    if (mark) {
        put(&conversion, 0xfeff);
    }
    encode_chars(&conversion, &text);
    return text_from_vstr(&mp_type_bytes, &conversion.out);
}

// --- The methods ---

static void parse(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args, mp_arg_val_t *args) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_encoding, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_errors, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
    };
    mp_arg_parse_all(n_args - 1, pos_args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, args);
}

static mp_obj_t str_encode(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    mp_arg_val_t args[2];
    parse(n_args, pos_args, kw_args, args);
    return text_encode(pos_args[0], args[0].u_obj, args[1].u_obj);
}
MP_DEFINE_CONST_FUN_OBJ_KW(str_encode_obj, 1, str_encode);

static mp_obj_t bytes_decode(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    mp_arg_val_t args[2];
    parse(n_args, pos_args, kw_args, args);
    text_t text = text_self(pos_args[0]);
    return decode(text.type == &mp_type_bytes ? pos_args[0] : MP_OBJ_NULL, text.data, text.len, args[0].u_obj, args[1].u_obj);
}
MP_DEFINE_CONST_FUN_OBJ_KW(bytes_decode_obj, 1, bytes_decode);
