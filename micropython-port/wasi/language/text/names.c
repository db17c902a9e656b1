// Characters by name, for "\N{...}": those of uninames.h, which programs name most, and ideographs. Names of others are not known.
//
// A name is numbers of words, in a byte, or in two from 192 on. The name that is looked for is turned into such numbers, and these
// are looked for among those of all names.

#include <string.h>

#include "py/mpconfig.h"
#include "py/misc.h"

#include "language/text/unicode.h"

#if MPWASM_UNICODE_NAMES // else the compiler's own answer stands: it knows none

typedef struct {
    uint32_t first;
    uint16_t count;
} unidata_block_t;

#include "language/text/uninames.h"

#define ONE_BYTE (0xc0)
#define NAME_MOST (64)

// The number of a word, from 1; 0 if there is none such.
static size_t word_number(const char *word, size_t len) {
    size_t number = 1;
    for (const char *at = name_words; *at != '\0'; number++) {
        const char *end = strchr(at, ' ');
        if ((size_t)(end - at) == len && memcmp(at, word, len) == 0) {
            return number;
        }
        at = end + 1;
    }
    return 0;
}

// CJK UNIFIED IDEOGRAPH-4E00 and its kin.
static int ideograph(const char *name, size_t len) {
    static const char prefix[] = "CJK UNIFIED IDEOGRAPH-";
    static const unidata_block_t blocks[] = { { 0x3400, 0x19c0 }, { 0x4e00, 0x5200 }, { 0x20000, 0xa6e0 } };
    size_t at = sizeof(prefix) - 1;
    if (len < at + 4 || len > at + 5 || memcmp(name, prefix, at) != 0) {
        return -1;
    }
    unichar code = 0;
    for (; at < len; at++) {
        if (!unichar_isxdigit((byte)name[at])) {
            return -1;
        }
        code = code << 4 | unichar_xdigit_value((byte)name[at]);
    }
    for (size_t i = 0; i < MP_ARRAY_SIZE(blocks); i++) {
        if (code >= blocks[i].first && code - blocks[i].first < blocks[i].count) {
            return code;
        }
    }
    return -1;
}

// The numbers of a name's words. 0 if one is not known.
static size_t to_codes(const char *name, size_t len, byte *codes) {
    size_t n = 0;
    for (size_t at = 0; at <= len && n < NAME_MOST - 2;) {
        size_t end = at;
        while (end < len && name[end] != ' ') {
            end++;
        }
        size_t number = word_number(name + at, end - at);
        if (number == 0) {
            return 0;
        }
        if (number >= ONE_BYTE) {
            codes[n++] = ONE_BYTE + (number - ONE_BYTE) / 256;
            codes[n++] = (number - ONE_BYTE) % 256;
        } else {
            codes[n++] = number;
        }
        at = end + 1;
    }
    return n;
}

int mpwasm_unicode_from_name(const char *name_in, size_t len) {
    char name[NAME_MOST];
    byte codes[NAME_MOST];
    if (len == 0 || len > sizeof(name)) {
        return -1;
    }
    for (size_t i = 0; i < len; i++) {
        byte c = name_in[i];
        name[i] = c >= 'a' && c <= 'z' ? c - 32 : c;
    }
    size_t n = to_codes(name, len, codes), at = 0;
    for (size_t block = 0; n > 0 && block < MP_ARRAY_SIZE(name_blocks); block++) {
        for (size_t i = 0; i < name_blocks[block].count; i++) {
            size_t end = at;
            while (name_codes[end] != 0) {
                end += name_codes[end] >= ONE_BYTE ? 2 : 1;
            }
            if (end - at == n && memcmp(name_codes + at, codes, n) == 0) {
                return name_blocks[block].first + i;
            }
            at = end + 1;
        }
    }
    return ideograph(name, len);
}

// The place behind a word of name_codes, and the word
static size_t next_word(size_t at, const char **word, size_t *len) {
    size_t number = name_codes[at++];
    if (number >= ONE_BYTE) {
        number = ONE_BYTE + (number - ONE_BYTE) * 256 + name_codes[at++];
    }
    const char *found = name_words;
    while (--number > 0) {
        found = strchr(found, ' ') + 1;
    }
    *word = found;
    *len = strchr(found, ' ') - found;
    return at;
}

size_t mpwasm_unicode_name(uint32_t c, char *name, size_t most) {
    size_t at = 0;
    for (size_t block = 0; block < MP_ARRAY_SIZE(name_blocks); block++) {
        for (uint32_t i = 0; i < name_blocks[block].count; i++) {
            bool is_it = name_blocks[block].first + i == c;
            size_t len = 0, word_len;
            const char *word;
            while (name_codes[at] != 0) {
                if (!is_it) {
                    at += name_codes[at] >= ONE_BYTE ? 2 : 1;
                    continue;
                }
                at = next_word(at, &word, &word_len);
                if (len + word_len + 1 < most) {
                    memcpy(name + len, word, word_len);
                    name[len + word_len] = ' ';
                    len += word_len + 1;
                }
            }
            at++;
            if (is_it) {
                return len > 0 ? len - 1 : 0;
            }
        }
    }
    return 0;
}

#endif
