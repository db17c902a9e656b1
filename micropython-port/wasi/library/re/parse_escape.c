// What stands behind a backslash in regular expressions, where it means one character.

#include <stdlib.h>
#include <string.h>

#include "py/runtime.h"

#include "language/text/unicode.h"
#include "library/re/emit.h"

#if MPWASM_LIBRARY

static bool is_digit_of(uint32_t c, uint32_t base) {
    return base == 16 ? unichar_isxdigit(c) : c >= '0' && c < '0' + base;
}

// Reads up to most digits of a base, after those that the value has.
static uint32_t take_digits(re_parser_t *parser, uint32_t value, uint32_t base, size_t most) {
    for (; most > 0 && parser->at < parser->end && is_digit_of(*parser->at, base); most--) {
        value = value * base + unichar_xdigit_value(*parser->at++);
    }
    return value;
}

static uint32_t take_hex(re_parser_t *parser, const byte *place, size_t digits) {
    const byte *begin = parser->at;
    uint32_t value = take_digits(parser, 0, 16, digits);
    if ((size_t)(parser->at - begin) < digits) {
        re_raise_at(parser, place, "incomplete escape %.*s", (int)(parser->at - place), place);
    }
    if (value > 0x10ffff) {
        re_raise_at(parser, place, "bad escape %.*s", (int)(parser->at - place), place);
    }
    return value;
}

static uint32_t check_octal(re_parser_t *parser, const byte *place, uint32_t value) {
    if (value > 0377) {
        re_raise_at(parser, place, "octal escape value %.*s outside of range 0-0o377", (int)(parser->at - place), place);
    }
    return value;
}

// \N{NAME}, behind the N.
static uint32_t take_named(re_parser_t *parser, const byte *place) {
    if (parser->at == parser->end || *parser->at != '{') {
        re_raise_at(parser, parser->at, "missing {");
    }
    const byte *name = ++parser->at, *close = memchr(name, '}', parser->end - name);
    if (name == parser->end || close == name) {
        re_raise_at(parser, name, "missing character name");
    }
    if (close == NULL) {
        re_raise_at(parser, name, "missing }, unterminated name");
    }
    parser->at = close + 1;
    int c = mpwasm_unicode_from_name((const char *)name, close - name);
    if (c < 0) {
        re_raise_at(parser, place, "undefined character name '%.*s'", (int)(close - name), name);
    }
    return c;
}

uint32_t re_parse_char(re_parser_t *parser, size_t offset, uint32_t c, bool in_set) {
    static const char letters[] = "abfnrtv", values[] = "\a\b\f\n\r\t\v";
    const byte *place = parser->text + offset;
    const char *letter = c != 0 && c < 0x80 ? strchr(letters, c) : NULL;
    if (letter != NULL && (c != 'b' || in_set)) {
        return values[letter - letters];
    }
    if (c == 'x') {
        return take_hex(parser, place, 2);
    }
    if ((c == 'u' || c == 'U') && !parser->program->bytes) {
        return take_hex(parser, place, c == 'u' ? 4 : 8);
    }
    if (c == 'N' && !parser->program->bytes) {
        return take_named(parser, place);
    }
    if (c == '0' || (in_set && c >= '0' && c <= '7')) {
        return check_octal(parser, place, take_digits(parser, c - '0', 8, 2));
    }
    if (unichar_isalpha(c) && c < 0x80) {
        re_raise_at(parser, place, "bad escape %.*s", (int)(parser->at - place), place);
    }
    if (in_set && c >= '8' && c <= '9') {
        re_raise_at(parser, place, "bad escape %.*s", (int)(parser->at - place), place);
    }
    return c;
}

#endif
