// Characters: their kinds, their cases, their UTF-8. In place of upstream's py/unicode.c.
//
// unidata.h holds, for all of Unicode, runs of characters of a kind in bytes one after the other, with an index of each 64th, so
// that a look-up reads 32 runs on average; the last run that was found is kept, since texts stay within a script. Mappings of case
// are ranges with a difference, found by halves, and the few characters that become several. Tables: 8.4 KB.

#include "py/unicode.h"

#include "language/text/unicode.h"

typedef struct {
    uint32_t first;
    uint16_t at;
} unidata_place_t;

typedef struct {
    uint16_t first, count_stride, delta; // without the plane; twice the count, plus the stride less one
} unidata_range_t;

typedef struct {
    uint16_t from, to[3];
} unidata_several_t;

#include "language/text/unidata.h"

#define UPPER_THEN_LOWER (0xffff)
#define LOWER_THEN_UPPER (0xfffe)

static struct {
    unichar first, end;
    unsigned flags;
} last_run;

static void find_run(unichar c) {
    size_t low = 0, high = MP_ARRAY_SIZE(kind_index) - 1;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (kind_index[middle].first <= c) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    const uint8_t *at = kind_runs + kind_index[low].at;
    unichar first = kind_index[low].first;
    for (;;) {
        unsigned kind = *at & 31, length = *at >> 5;
        at++;
        if (kind == 31) {
            kind = *at++;
        }
        if (length == 7) {
            unsigned shift = 0;
            do {
                length += (*at & 127) << shift;
                shift += 7;
            } while (*at++ & 128);
        }
        if (c <= first + length) {
            last_run.first = first;
            last_run.end = first + length + 1;
            last_run.flags = kind_flags[kind];
            return;
        }
        first += length + 1;
    }
}

unsigned char_flags(unichar c) {
    if (c > 0x10ffff) {
        return 0;
    }
    if (c < last_run.first || c >= last_run.end) {
        find_run(c);
    }
    unsigned flags = last_run.flags;
    if (flags >= LOWER_THEN_UPPER) {
        bool upper = (c - last_run.first) % 2 == (flags == LOWER_THEN_UPPER);
        flags = CHAR_ALPHA | CHAR_PRINTABLE | CHAR_XID_START | CHAR_XID_CONTINUE | (upper ? CHAR_UPPER : CHAR_LOWER);
    }
    return flags;
}

int char_decimal(unichar c) {
    if (c < 128) {
        return c >= '0' && c <= '9' ? (int)c - '0' : -1;
    }
    // Runs of decimal digits are whole scripts' digits, from nought to nine.
    return char_flags(c) & CHAR_DECIMAL ? (int)((c - last_run.first) % 10) : -1;
}

// Maps c by ranges. False if none has it.
static bool map_range(const unidata_range_t *ranges, size_t in_plane_0, size_t count, unichar *c) {
    size_t low = *c < 0x10000 ? 0 : in_plane_0, high = *c < 0x10000 ? in_plane_0 : count;
    unichar code = *c & 0xffff;
    if (*c >= 0x20000) {
        return false;
    }
    while (low < high) {
        size_t middle = (low + high) / 2;
        const unidata_range_t *range = &ranges[middle];
        unsigned stride = (range->count_stride & 1) + 1, span = (range->count_stride / 2 - 1) * stride;
        if (code < range->first) {
            high = middle;
        } else if (code > range->first + span) {
            low = middle + 1;
        } else if ((code - range->first) % stride == 0) {
            *c = (*c & 0x10000) | ((code + range->delta) & 0xffff);
            return true;
        } else {
            return false;
        }
    }
    return false;
}

static size_t map_several(const unidata_several_t *several, size_t count, unichar c, unichar *to) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (several[middle].from < c) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == count || several[low].from != c) {
        return 0;
    }
    size_t n = 0;
    for (; n < 3 && several[low].to[n] != 0; n++) {
        to[n] = several[low].to[n];
    }
    return n;
}

#define RANGES(name, IN_PLANE_0) name##_ranges, IN_PLANE_0, MP_ARRAY_SIZE(name##_ranges)
#define SEVERAL(name) name##_several, MP_ARRAY_SIZE(name##_several)

size_t char_upper(unichar c, unichar *to) {
    *to = c;
    if (c < 128) {
        *to -= c >= 'a' && c <= 'z' ? 32 : 0;
        return 1;
    }
    size_t n = map_several(SEVERAL(upper), c, to);
    if (n == 0) {
        map_range(RANGES(upper, UPPER_IN_PLANE_0), to);
        n = 1;
    }
    return n;
}

size_t char_lower(unichar c, unichar *to) {
    *to = c;
    if (c < 128) {
        *to += c >= 'A' && c <= 'Z' ? 32 : 0;
        return 1;
    }
    size_t n = map_several(SEVERAL(lower), c, to);
    if (n == 0) {
        map_range(RANGES(lower, LOWER_IN_PLANE_0), to);
        n = 1;
    }
    return n;
}

size_t char_title(unichar c, unichar *to) {
    *to = c;
    if (c >= 128) {
        size_t n = map_several(SEVERAL(title), c, to);
        if (n > 0) {
            return n;
        }
        if (map_range(RANGES(title, TITLE_IN_PLANE_0), to)) {
            return 1;
        }
    }
    return char_upper(c, to);
}

size_t char_fold(unichar c, unichar *to) {
    *to = c;
    if (c < 128) {
        return char_lower(c, to);
    }
    size_t n = map_several(SEVERAL(fold), c, to);
    if (n > 0) {
        return n;
    }
    if (map_range(RANGES(fold, FOLD_IN_PLANE_0), to)) {
        return 1;
    }
    n = char_upper(c, to);
    unichar upper[3] = { to[0], n > 1 ? to[1] : 0, n > 2 ? to[2] : 0 };
    size_t total = 0;
    for (size_t i = 0; i < n; i++) {
        unichar lower[3];
        size_t m = char_lower(upper[i], lower);
        for (size_t j = 0; j < m && total < 3; j++) {
            to[total++] = lower[j];
        }
    }
    return total;
}

// --- What upstream asks for ---

bool unichar_isspace(unichar c) {
    return c < 128 ? c == ' ' || (c >= 9 && c <= 13) : (char_flags(c) & CHAR_SPACE) != 0;
}

static bool is_between(unichar c, char first, char last) {
    return c >= (unichar)first && c <= (unichar)last;
}

bool unichar_isupper(unichar c) {
    return c < 128 ? is_between(c, 'A', 'Z') : (char_flags(c) & CHAR_UPPER) != 0;
}

bool unichar_islower(unichar c) {
    return c < 128 ? is_between(c, 'a', 'z') : (char_flags(c) & CHAR_LOWER) != 0;
}

bool unichar_isalpha(unichar c) {
    return c < 128 ? is_between(c | 32, 'a', 'z') : (char_flags(c) & CHAR_ALPHA) != 0;
}

bool unichar_isdigit(unichar c) {
    return c < 128 ? is_between(c, '0', '9') : (char_flags(c) & CHAR_DECIMAL) != 0;
}

bool unichar_isxdigit(unichar c) {
    return is_between(c, '0', '9') || is_between(c | 32, 'a', 'f');
}

bool unichar_isalnum(unichar c) {
    return c < 128 ? unichar_isalpha(c) || unichar_isdigit(c) : (char_flags(c) & (CHAR_ALPHA | CHAR_DECIMAL | CHAR_DIGIT | CHAR_NUMERIC)) != 0;
}

bool unichar_isident(unichar c) {
    return c < 128 ? unichar_isalnum(c) || c == '_' : (char_flags(c) & CHAR_XID_CONTINUE) != 0;
}

// For the compiler.
unsigned mpwasm_identifier_kind(unichar c) {
    unsigned flags = char_flags(c);
    return (flags & CHAR_XID_START ? IDENTIFIER_START : 0) | (flags & CHAR_XID_CONTINUE ? IDENTIFIER_CONTINUE : 0) | (flags & CHAR_PRINTABLE ? IDENTIFIER_PRINTABLE : 0);
}

// The simple mappings: to one character.
unichar unichar_tolower(unichar c) {
    unichar to[3];
    return char_lower(c, to) == 1 ? to[0] : c;
}

unichar unichar_toupper(unichar c) {
    unichar to[3];
    return char_upper(c, to) == 1 ? to[0] : c;
}

mp_uint_t unichar_xdigit_value(unichar c) {
    return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

// --- UTF-8 ---

unichar utf8_get_char(const byte *s) {
    unichar c = *s++;
    if (c < 0x80) {
        return c;
    }
    size_t n = c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
    c &= 0x3f >> n;
    for (; n > 0 && UTF8_IS_CONT(*s); n--) {
        c = c << 6 | (*s++ & 0x3f);
    }
    return c;
}

const byte *utf8_next_char(const byte *s) {
    s++;
    while (UTF8_IS_CONT(*s)) {
        s++;
    }
    return s;
}

mp_uint_t utf8_ptr_to_index(const byte *s, const byte *ptr) {
    return utf8_charlen(s, ptr - s);
}

size_t utf8_charlen(const byte *data, size_t len) {
    size_t continuations = 0, i = 0;
    for (; i + 8 <= len; i += 8) { // characters begin where a byte is no continuation
        uint64_t word;
        __builtin_memcpy(&word, data + i, 8);
        continuations += __builtin_popcountll(word >> 7 & ~(word >> 6) & 0x0101010101010101);
    }
    for (; i < len; i++) {
        continuations += UTF8_IS_CONT(data[i]);
    }
    return len - continuations;
}

bool utf8_check(const byte *data, size_t len) {
    return utf8_valid(data, len, true) == len;
}

// Continuations of a lead byte; 4 if it is none. Of some the first continuation is bounded.
static size_t continuations_of(byte lead, bool surrogates, byte *least, byte *most) {
    *least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    *most = lead == 0xf4 ? 0x8f : lead == 0xed && !surrogates ? 0x9f : 0xbf;
    return lead < 0xc2 ? 4 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 4;
}

// Bytes of the character at data that are as they must be, up to len; the character is whole if they are as many as *needed.
static size_t good_bytes(const byte *data, size_t len, bool surrogates, size_t *needed) {
    byte least, most;
    size_t n = continuations_of(*data, surrogates, &least, &most), good = 1;
    *needed = n + 1;
    if (n == 4) {
        return 0;
    }
    while (good <= n && good < len && data[good] >= least && data[good] <= most) {
        least = 0x80;
        most = 0xbf;
        good++;
    }
    return good;
}

size_t utf8_valid(const byte *data, size_t len, bool surrogates) {
    size_t at = 0, needed;
    while (at < len) {
        if (data[at] < 0x80) {
            at++;
            continue;
        }
        if (good_bytes(data + at, len - at, surrogates, &needed) != needed) {
            break;
        }
        at += needed;
    }
    return at;
}

utf8_error_t utf8_error(const byte *data, size_t len) {
    size_t needed, good = good_bytes(data, len, false, &needed);
    return good == 0 ? (utf8_error_t) { 1, "invalid start byte" }
        : good == len ? (utf8_error_t) { good, "unexpected end of data" } : (utf8_error_t) { good, "invalid continuation byte" };
}
