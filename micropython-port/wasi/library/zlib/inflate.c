// Decompression (RFC 1951). It stops wherever input ends: whatever was begun, a symbol or the head of a block, is begun again with more input.

#include <string.h>

#include "py/runtime.h"

#include "library/binascii/binascii.h"
#include "library/zlib/zlib.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

const uint16_t zlib_length_bases[29] = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
};
const uint16_t zlib_distance_bases[30] = {
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
};
const byte zlib_code_order[19] = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };

enum { HEAD, BLOCK, STORED, SYMBOLS, COPY, TAIL, END };

typedef struct {
    inflate_t *of;
    const byte *at, *end;
    vstr_t *out;
    size_t most;
    const char *message;
} reader_t;

// What a step says beyond the results of a run.
#define GO_ON (-1)

// --- Bits ------------------------------------------------------------------------------------------

// Makes so many bits available. False if there is no more input.
static bool need(reader_t *reader, unsigned count) {
    inflate_t *of = reader->of;
    while (of->bit_count < count) {
        if (reader->at == reader->end) {
            return false;
        }
        of->bits |= (uint32_t)*reader->at++ << of->bit_count;
        of->bit_count += 8;
    }
    return true;
}

static uint32_t take(reader_t *reader, unsigned count) {
    inflate_t *of = reader->of;
    uint32_t value = of->bits & (((uint32_t)1 << count) - 1);
    of->bits >>= count;
    of->bit_count -= count;
    return value;
}

// The value of so many bits, or -1
static int32_t read_bits(reader_t *reader, unsigned count) {
    return need(reader, count) ? (int32_t)take(reader, count) : -1;
}

// --- Codes -----------------------------------------------------------------------------------------

// Makes a code from the lengths of its words. False if there are too many, or too few of more than one.
static bool make_code(zlib_code_t *code, const byte *lengths, size_t count) {
    uint16_t places[16];
    memset(code->counts, 0, sizeof(code->counts));
    for (size_t i = 0; i < count; i++) {
        code->counts[lengths[i]]++;
    }
    int left = 1;
    for (size_t i = 1; i < 16; i++) {
        left = left * 2 - code->counts[i];
        if (left < 0) {
            return false;
        }
    }
    places[1] = 0;
    for (size_t i = 1; i < 15; i++) {
        places[i + 1] = places[i] + code->counts[i];
    }
    for (size_t i = 0; i < count; i++) {
        if (lengths[i] != 0) {
            code->symbols[places[lengths[i]]++] = i;
        }
    }
    return left == 0 || count - code->counts[0] <= 1;
}

// The next symbol, -1 if there is no more input, -2 if the word is none.
static int read_symbol(reader_t *reader, const zlib_code_t *code) {
    int word = 0, first = 0, index = 0;
    for (size_t len = 1; len < 16; len++) {
        if (!need(reader, 1)) {
            return -1;
        }
        word |= take(reader, 1);
        int count = code->counts[len];
        if (word - count < first) {
            return code->symbols[index + word - first];
        }
        index += count;
        first = (first + count) << 1;
        word <<= 1;
    }
    return -2;
}

static int fail(reader_t *reader, const char *message) {
    reader->message = message;
    return INFLATE_ERROR;
}

static void fixed_codes(inflate_t *of) {
    byte lengths[288];
    for (size_t i = 0; i < 288; i++) {
        lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    }
    make_code(&of->lengths, lengths, 288);
    memset(lengths, 5, 30);
    make_code(&of->distances, lengths, 30);
}

// Reads the codes of a block that has its own.
static int read_codes(reader_t *reader) {
    inflate_t *of = reader->of;
    if (!need(reader, 14)) {
        return INFLATE_MORE_INPUT;
    }
    size_t n_lengths = take(reader, 5) + 257, n_distances = take(reader, 5) + 1, n_codes = take(reader, 4) + 4;
    if (n_lengths > 286 || n_distances > 30) {
        return fail(reader, "too many length or distance symbols");
    }
    byte lengths[286 + 30] = { 0 };
    for (size_t i = 0; i < n_codes; i++) {
        int32_t value = read_bits(reader, 3);
        if (value < 0) {
            return INFLATE_MORE_INPUT;
        }
        lengths[zlib_code_order[i]] = value;
    }
    zlib_code_t codes;
    if (!make_code(&codes, lengths, 19) || codes.counts[0] == 19) {
        return fail(reader, "invalid code lengths set");
    }
    for (size_t i = 0; i < n_lengths + n_distances;) {
        int symbol = read_symbol(reader, &codes);
        if (symbol == -1) {
            return INFLATE_MORE_INPUT;
        }
        if (symbol < 0) {
            return fail(reader, "invalid bit length repeat");
        }
        if (symbol < 16) {
            lengths[i++] = symbol;
            continue;
        }
        unsigned bits = symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
        int32_t further = read_bits(reader, bits);
        if (further < 0) {
            return INFLATE_MORE_INPUT;
        }
        size_t times = further + (symbol == 18 ? 11 : 3);
        if ((symbol == 16 && i == 0) || i + times > n_lengths + n_distances) {
            return fail(reader, "invalid bit length repeat");
        }
        byte value = symbol == 16 ? lengths[i - 1] : 0;
        while (times-- > 0) {
            lengths[i++] = value;
        }
    }
    if (lengths[256] == 0) {
        return fail(reader, "invalid code -- missing end-of-block");
    }
    if (!make_code(&of->lengths, lengths, n_lengths)) {
        return fail(reader, "invalid literal/lengths set");
    }
    if (!make_code(&of->distances, lengths + n_lengths, n_distances)) {
        return fail(reader, "invalid distances set");
    }
    return GO_ON;
}

// --- Output ----------------------------------------------------------------------------------------

static bool is_full(const reader_t *reader) {
    return reader->out->len >= reader->most;
}

static void put(reader_t *reader, byte value) {
    inflate_t *of = reader->of;
    vstr_add_byte(reader->out, value);
    of->window[of->at] = value;
    of->at = (of->at + 1) % ZLIB_WINDOW;
    of->history += of->history < ZLIB_WINDOW;
}

void inflate_set_dictionary(inflate_t *of, const byte *data, size_t len) {
    for (size_t i = len > ZLIB_WINDOW ? len - ZLIB_WINDOW : 0; i < len; i++) {
        of->window[of->at] = data[i];
        of->at = (of->at + 1) % ZLIB_WINDOW;
        of->history += of->history < ZLIB_WINDOW;
    }
}

// --- Steps -----------------------------------------------------------------------------------------

static int read_gzip_head(reader_t *reader) {
    const byte *at = reader->at, *end = reader->end;
    if (end - at < 10) {
        return INFLATE_MORE_INPUT;
    }
    byte flags = at[3];
    if (at[2] != 8) {
        return fail(reader, "unknown compression method");
    }
    if (flags & 0xe0) {
        return fail(reader, "unknown header flags set");
    }
    at += 10;
    if (flags & 4) {
        if (end - at < 2 || end - at < 2 + (at[0] | at[1] << 8)) {
            return INFLATE_MORE_INPUT;
        }
        at += 2 + (at[0] | at[1] << 8);
    }
    for (unsigned flag = 8; flag <= 16; flag <<= 1) {
        if (flags & flag) {
            const byte *zero = at == end ? NULL : memchr(at, 0, end - at);
            if (zero == NULL) {
                return INFLATE_MORE_INPUT;
            }
            at = zero + 1;
        }
    }
    if (flags & 2) {
        if (end - at < 2) {
            return INFLATE_MORE_INPUT;
        }
        at += 2;
    }
    reader->at = at;
    reader->of->check = 0;
    reader->of->format = ZLIB_GZIP;
    return GO_ON;
}

static int read_head(reader_t *reader) {
    inflate_t *of = reader->of;
    of->state = BLOCK;
    if (of->format == ZLIB_RAW) {
        return GO_ON;
    }
    if (reader->end - reader->at < 2) {
        return INFLATE_MORE_INPUT;
    }
    const byte *at = reader->at;
    if (of->format != ZLIB_ZLIB && at[0] == 0x1f && at[1] == 0x8b) {
        return read_gzip_head(reader);
    }
    if (of->format == ZLIB_GZIP || (at[0] << 8 | at[1]) % 31 != 0) {
        return fail(reader, "incorrect header check");
    }
    if ((at[0] & 15) != 8) {
        return fail(reader, "unknown compression method");
    }
    if (at[0] >> 4 > 7 || (of->window_bits != 0 && (at[0] >> 4) + 8 > of->window_bits)) {
        return fail(reader, "invalid window size");
    }
    of->format = ZLIB_ZLIB;
    of->check = 1;
    size_t len = at[1] & 0x20 ? 6 : 2;
    if ((size_t)(reader->end - at) < len) {
        return INFLATE_MORE_INPUT;
    }
    reader->at += len;
    return len == 6 ? INFLATE_DICTIONARY : GO_ON;
}

static int read_block(reader_t *reader) {
    inflate_t *of = reader->of;
    if (of->last) {
        of->state = TAIL;
        return GO_ON;
    }
    if (!need(reader, 3)) {
        return INFLATE_MORE_INPUT;
    }
    bool last = take(reader, 1);
    unsigned kind = take(reader, 2);
    int result = GO_ON;
    of->state = SYMBOLS;
    if (kind == 0) {
        take(reader, of->bit_count & 7);
        if (!need(reader, 16)) {
            return INFLATE_MORE_INPUT;
        }
        uint32_t len = take(reader, 16);
        if (!need(reader, 16)) {
            return INFLATE_MORE_INPUT;
        }
        if (take(reader, 16) != (len ^ 0xffff)) {
            return fail(reader, "invalid stored block lengths");
        }
        of->left = len;
        of->state = STORED;
    } else if (kind == 1) {
        fixed_codes(of);
    } else if (kind == 2) {
        result = read_codes(reader);
    } else {
        return fail(reader, "invalid block type");
    }
    if (result == GO_ON) {
        of->last = last;
    }
    return result;
}

static int read_item(reader_t *reader) {
    inflate_t *of = reader->of;
    int symbol = read_symbol(reader, &of->lengths);
    if (symbol == -1) {
        return INFLATE_MORE_INPUT;
    }
    if (symbol < 0 || symbol > 285) {
        return fail(reader, "invalid literal/length code");
    }
    if (symbol < 256) {
        put(reader, symbol);
        return GO_ON;
    }
    if (symbol == 256) {
        of->state = BLOCK;
        return GO_ON;
    }
    symbol -= 257;
    int32_t further = read_bits(reader, zlib_length_bits(symbol));
    if (further < 0) {
        return INFLATE_MORE_INPUT;
    }
    uint32_t len = zlib_length_bases[symbol] + further;
    symbol = read_symbol(reader, &of->distances);
    if (symbol == -1) {
        return INFLATE_MORE_INPUT;
    }
    if (symbol < 0 || symbol > 29) {
        return fail(reader, "invalid distance code");
    }
    further = read_bits(reader, zlib_distance_bits(symbol));
    if (further < 0) {
        return INFLATE_MORE_INPUT;
    }
    of->distance = zlib_distance_bases[symbol] + further;
    if (of->distance > of->history) {
        return fail(reader, "invalid distance too far back");
    }
    of->left = len;
    of->state = COPY;
    return GO_ON;
}

static int read_tail(reader_t *reader) {
    inflate_t *of = reader->of;
    take(reader, of->bit_count & 7);
    size_t len = of->format == ZLIB_RAW ? 0 : of->format == ZLIB_GZIP ? 8 : 4;
    byte tail[8];
    for (size_t i = 0; i < len; i++) {
        int32_t value = read_bits(reader, 8);
        if (value < 0) {
            return INFLATE_MORE_INPUT;
        }
        tail[i] = value;
    }
    uint32_t check = of->format == ZLIB_GZIP ? tail[0] | tail[1] << 8 | tail[2] << 16 | (uint32_t)tail[3] << 24
        : (uint32_t)tail[0] << 24 | tail[1] << 16 | tail[2] << 8 | tail[3];
    if (len > 0 && check != of->check) {
        return fail(reader, "incorrect data check");
    }
    if (len == 8 && (tail[4] | tail[5] << 8 | tail[6] << 16 | (uint32_t)tail[7] << 24) != of->total) {
        return fail(reader, "incorrect length check");
    }
    // Whole bytes that were read too far go back.
    reader->at -= of->bit_count / 8;
    of->bit_count = 0;
    of->bits = 0;
    of->state = END;
    return GO_ON;
}

static int step(reader_t *reader) {
    inflate_t *of = reader->of;
    switch (of->state) {
        case HEAD:
            return read_head(reader);
        case BLOCK:
            return read_block(reader);
        case TAIL:
            return read_tail(reader);
        case END:
            return INFLATE_END;
        default:
            break;
    }
    if (is_full(reader)) {
        return INFLATE_FULL;
    }
    if (of->state == SYMBOLS) {
        return read_item(reader);
    }
    for (; of->left > 0 && !is_full(reader); of->left--) {
        if (of->state == COPY) {
            put(reader, of->window[(of->at + ZLIB_WINDOW - of->distance) % ZLIB_WINDOW]);
        } else {
            int32_t value = read_bits(reader, 8);
            if (value < 0) {
                return INFLATE_MORE_INPUT;
            }
            put(reader, value);
        }
    }
    if (of->left == 0) {
        of->state = of->state == COPY ? SYMBOLS : BLOCK;
    }
    return GO_ON;
}

void inflate_start(inflate_t *of, zlib_format_t format, unsigned window_bits) {
    memset(of, 0, sizeof(*of));
    of->format = format;
    of->window_bits = window_bits;
    of->window = mpwasm_malloc0(ZLIB_WINDOW);
}

// The check of the bytes that were written since the last time
static void update_check(inflate_t *of, const byte *data, size_t len) {
    of->check = of->format == ZLIB_GZIP ? mpwasm_crc32(of->check, data, len) : of->format == ZLIB_ZLIB ? zlib_adler32(of->check, data, len) : 0;
    of->total += len;
}

inflate_result_t inflate_run(inflate_t *of, const byte *data, size_t len, size_t *taken, vstr_t *out, size_t most, const char **message) {
    reader_t reader = { of, data, data + len, out, most, NULL };
    size_t checked = out->len;
    for (;;) {
        const byte *at = reader.at;
        uint32_t bits = of->bits;
        uint8_t bit_count = of->bit_count, state = of->state;
        if (state == TAIL) {
            update_check(of, (byte *)out->buf + checked, out->len - checked);
            checked = out->len;
        }
        int result = step(&reader);
        if (result == GO_ON) {
            continue;
        }
        if (result == INFLATE_MORE_INPUT && state != STORED) { // begin again
            reader.at = at;
            of->bits = bits;
            of->bit_count = bit_count;
            of->state = state;
        }
        update_check(of, (byte *)out->buf + checked, out->len - checked);
        *taken = reader.at - data;
        *message = reader.message;
        return result;
    }
}

#endif
