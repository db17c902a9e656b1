// Characters and classes of characters for regular expressions.

#include "py/runtime.h"

#include "library/re/program.h"

#if MPWASM_LIBRARY

unsigned re_decode(bool bytes, const byte *text, const byte *end, uint32_t *c) {
    uint32_t first = *text;
    if (bytes || first < 0x80) {
        *c = first;
        return 1;
    }
    unsigned len = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (len > (size_t)(end - text)) {
        *c = first;
        return 1;
    }
    uint32_t value = first & (0x7f >> len);
    for (unsigned i = 1; i < len; i++) {
        value = value << 6 | (text[i] & 0x3f);
    }
    *c = value;
    return len;
}

// Characters are the same without regard to case if their folded forms are. Upper case first: it brings together what has
// two lower cases, such as the long s.
uint32_t re_fold(uint32_t c, bool ascii) {
    if (c < 0x80 || ascii) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    return unichar_tolower(unichar_toupper(c));
}

bool re_is_word(uint32_t c, bool ascii) {
    if (c < 0x80) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
    return !ascii && unichar_isalnum(c);
}

static bool in_class(uint32_t flags, uint32_t c) {
    bool ascii = flags & RE_SET_ASCII_CLASSES;
    return ((flags & (RE_SET_WORD | RE_SET_NOT_WORD)) && (flags & (re_is_word(c, ascii) ? RE_SET_WORD : RE_SET_NOT_WORD)))
           || ((flags & (RE_SET_DIGIT | RE_SET_NOT_DIGIT)) && (flags & (!ascii && unichar_isdigit(c) ? RE_SET_DIGIT : RE_SET_NOT_DIGIT)))
           || ((flags & (RE_SET_SPACE | RE_SET_NOT_SPACE)) && (flags & (!ascii && unichar_isspace(c) ? RE_SET_SPACE : RE_SET_NOT_SPACE)));
}

static bool in_ranges(const uint32_t *set, uint32_t c) {
    for (const uint32_t *range = set + RE_SET_WORDS, *end = set + set[1]; range < end; range += 2) {
        if (c >= range[0] && c <= range[1]) {
            return true;
        }
    }
    return false;
}

bool re_in_set(const uint32_t *set, uint32_t c) {
    uint32_t flags = set[2];
    if (c < 0x80) {
        return set[3 + (c >> 5)] >> (c & 31) & 1; // what is negated, or without regard to case, is in the bitmap
    }
    bool in = in_class(flags, c) || in_ranges(set, c);
    if (!in && (flags & RE_SET_FOLD)) {
        bool ascii = flags & RE_SET_ASCII_CLASSES;
        uint32_t folded = re_fold(c, ascii);
        in = folded < 0x80 ? (set[3 + (folded >> 5)] >> (folded & 31) & 1) ^ (flags & RE_SET_NEGATED)
            : in_ranges(set, folded) || (!ascii && in_ranges(set, unichar_toupper(c)));
    }
    return in != (flags & RE_SET_NEGATED);
}

#endif
