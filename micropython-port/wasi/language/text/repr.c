// repr and ascii of texts, and strings in JSON.

#include <string.h>

#include "py/runtime.h"

#include "language/numbers/numbers.h"
#include "language/text/text.h"
#include "language/text/unicode.h"

static void print(const mp_print_t *print, const void *data, size_t len) {
    if (len > 0) {
        print->print_strn(print->data, data, len);
    }
}

static byte choose_quote(const byte *data, size_t len) {
    return memchr(data, '\'', len) != NULL && memchr(data, '"', len) == NULL ? '"' : '\'';
}

// The escape of a character that is not printed as it is; the empty string if it is.
static const char *escape(unichar c, byte quote, bool as_is, char *buffer) {
    static const char hex[] = "0123456789abcdef";
    char *to = buffer;
    *to++ = '\\';
    if (c == quote || c == '\\') {
        *to++ = c;
    } else if (c == '\n' || c == '\r' || c == '\t') {
        *to++ = c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
    } else if (as_is) {
        to = buffer;
    } else {
        int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        *to++ = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
        while (digits-- > 0) {
            *to++ = hex[c >> (4 * digits) & 15];
        }
    }
    *to = '\0';
    return buffer;
}

// Prints in quotes, what needs no escape all at once. Characters are bytes, or those of UTF-8.
static void print_quoted(const mp_print_t *out, const byte *data, size_t len, bool bytes, bool ascii) {
    byte quote = choose_quote(data, len);
    print(out, &quote, 1);
    const byte *from = data, *end = data + len;
    for (const byte *at = data; at < end;) {
        char buffer[12];
        unichar c = *at;
        size_t n = 1;
        bool as_is = c >= 32 && c < 127;
        if (c >= 128 && !bytes) {
            c = utf8_get_char(at);
            n = text_char_len(at);
            as_is = !ascii && char_flags(c) & CHAR_PRINTABLE;
        }
        const char *escaped = escape(c, quote, as_is, buffer);
        if (*escaped != '\0') {
            print(out, from, at - from);
            print(out, escaped, strlen(escaped));
            from = at + n;
        }
        at += n;
    }
    print(out, from, end - from);
    print(out, &quote, 1);
}

void text_print_str(const mp_print_t *out, const byte *data, size_t len, bool ascii) {
    print_quoted(out, data, len, false, ascii);
}

void mp_str_print_quoted(const mp_print_t *out, const byte *data, size_t len, bool is_bytes) {
    print_quoted(out, data, len, is_bytes, false);
}

#if MICROPY_PY_JSON
void mp_str_print_json(const mp_print_t *out, const byte *data, size_t len) {
    print(out, "\"", 1);
    const byte *from = data, *end = data + len;
    for (const byte *at = data; at < end; at++) {
        if (*at >= 32 && *at != '"' && *at != '\\') {
            continue;
        }
        print(out, from, at - from);
        from = at + 1;
        char buffer[12];
        if (*at == '"' || *at == '\\' || *at == '\n' || *at == '\r' || *at == '\t') {
            escape(*at, '"', false, buffer);
            print(out, buffer, 2);
        } else {
            mp_printf(out, "\\u%04x", *at);
        }
    }
    print(out, from, end - from);
    print(out, "\"", 1);
}
#endif

mp_obj_t text_repr(mp_obj_t object, mp_print_kind_t kind) {
    if (mp_obj_is_small_int(object)) {
        byte text[NUMBER_SMALL_TEXT];
        return text_new(&mp_type_str, text, number_small_text(object, (char *)text));
    }
    vstr_t out;
    mp_print_t out_print;
    vstr_init_print(&out, 16, &out_print);
    mp_obj_print_helper(&out_print, object, kind);
    return text_from_vstr(&mp_type_str, &out);
}

// The repr, with what is not ASCII escaped.
mp_obj_t text_ascii(mp_obj_t object) {
    mp_obj_t repr = text_repr(object, PRINT_REPR);
    text_t text = text_self(repr);
    if (text.ascii) {
        return repr;
    }
    vstr_t out;
    vstr_init(&out, text.len + 1);
    for (const byte *at = text.data, *end = at + text.len; at < end; at += text_char_len(at)) {
        char buffer[12];
        unichar c = utf8_get_char(at);
        if (c < 128) {
            vstr_add_byte(&out, c);
        } else {
            vstr_add_str(&out, escape(c, '\'', false, buffer));
        }
    }
    return text_from_vstr(&mp_type_str, &out);
}
