// Compressed data (RFC 1950, 1951 and 1952).
#ifndef MPWASM_ZLIB_H
#define MPWASM_ZLIB_H

#include "py/obj.h"

#define ZLIB_WINDOW (32768)

typedef enum { ZLIB_RAW, ZLIB_ZLIB, ZLIB_GZIP, ZLIB_AUTO } zlib_format_t;

uint32_t zlib_adler32(uint32_t sum, const byte *data, size_t len);

// What lengths and distances mean: a base and so many further bits.
extern const uint16_t zlib_length_bases[29], zlib_distance_bases[30];
extern const byte zlib_code_order[19];

static inline unsigned zlib_length_bits(unsigned code) {
    return code < 8 || code == 28 ? 0 : (code - 4) / 4;
}

static inline unsigned zlib_distance_bits(unsigned code) {
    return code < 4 ? 0 : (code - 2) / 2;
}

// --- inflate.c ---

typedef struct {
    uint16_t counts[16];
    uint16_t symbols[288];
} zlib_code_t;

typedef struct {
    zlib_format_t format;
    uint8_t state, window_bits;
    bool last; // of the blocks
    uint32_t bits; // that were read and not used
    uint8_t bit_count;
    uint32_t left; // of a stored block, or of a copy
    uint32_t distance; // of a copy
    uint32_t check, total; // of what was written
    byte *window; // the last bytes that were written
    uint32_t at; // in the window
    uint32_t history; // bytes in the window that may be referred to
    zlib_code_t lengths, distances;
} inflate_t;

typedef enum { INFLATE_MORE_INPUT, INFLATE_FULL, INFLATE_END, INFLATE_ERROR, INFLATE_DICTIONARY } inflate_result_t;

void inflate_start(inflate_t *inflate, zlib_format_t format, unsigned window_bits);
void inflate_set_dictionary(inflate_t *inflate, const byte *data, size_t len);

// Reads from data, of which taken says how much was used, and appends to out, at most until that has so many bytes. What is not taken must come
// again, in front of further data. On an error, message says what is wrong.
inflate_result_t inflate_run(inflate_t *inflate, const byte *data, size_t len, size_t *taken, vstr_t *out, size_t most, const char **message);

// --- deflate.c ---

// Appends blocks for data from start on; what lies before it, 32 KB at most, may be referred to. Bits that fill no byte stay in deflate.
typedef struct {
    uint8_t level, strategy; // of zlib
    uint8_t bit_count;
    uint32_t bits, window;
    vstr_t *out;
} deflate_t;

#define DEFLATE_PART (32768) // as much is compressed at once, at most

void deflate_part(deflate_t *deflate, const byte *data, size_t start, size_t len, bool last);
void deflate_put(deflate_t *deflate, uint32_t bits, unsigned count);
void deflate_align(deflate_t *deflate);

#endif
