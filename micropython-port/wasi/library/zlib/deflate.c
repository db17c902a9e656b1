// Compression (RFC 1951): chains of places with the same three bytes, lazy matches, Huffman codes for each part. The bytes are not those of
// Jean-loup Gailly's and Mark Adler's zlib; what they unpack to is the same, and their number about the same.

#include <string.h>

#include "py/runtime.h"

#include "library/zlib/zlib.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

#define HASH_BITS (13)
#define MATCH_MIN (3)
#define MATCH_MAX (258)
#define LENGTHS (288) // the last two are in the fixed code alone
#define DISTANCES (30)

// --- Bits ------------------------------------------------------------------------------------------

void deflate_put(deflate_t *deflate, uint32_t bits, unsigned count) {
    deflate->bits |= bits << deflate->bit_count;
    deflate->bit_count += count;
    while (deflate->bit_count >= 8) {
        vstr_add_byte(deflate->out, (byte)deflate->bits);
        deflate->bits >>= 8;
        deflate->bit_count -= 8;
    }
}

void deflate_align(deflate_t *deflate) {
    if (deflate->bit_count > 0) {
        deflate_put(deflate, 0, 8 - deflate->bit_count);
    }
}

// --- Huffman codes ---------------------------------------------------------------------------------

typedef struct {
    uint32_t counts[LENGTHS];
    byte lengths[LENGTHS];
    uint16_t words[LENGTHS];
} code_t;

// Lengths of words, at most so many bits, for symbols that occur so often: those of a Huffman tree, if they are short enough; else of
// counts that are halved until they are.
static void make_lengths(code_t *code, size_t n, size_t most) {
    uint32_t weights[2 * LENGTHS];
    uint16_t parents[2 * LENGTHS], order[LENGTHS];
    for (unsigned shift = 0;; shift++) {
        size_t used = 0;
        for (size_t i = 0; i < n; i++) {
            code->lengths[i] = 0;
            if (code->counts[i] == 0) {
                continue;
            }
            uint32_t weight = (code->counts[i] >> shift) | 1;
            size_t at = used++;
            for (; at > 0 && weights[at - 1] > weight; at--) { // by weight
                weights[at] = weights[at - 1];
                order[at] = order[at - 1];
            }
            weights[at] = weight;
            order[at] = i;
        }
        if (used < 2) { // a word all the same
            for (size_t i = 0; i < used; i++) {
                code->lengths[order[i]] = 1;
            }
            return;
        }
        // The lightest two are joined: leaves come in order, and so do the nodes that are made.
        size_t leaf = 0, node = used, next = used;
        while (next < 2 * used - 1) {
            weights[next] = 0;
            for (size_t k = 0; k < 2; k++) {
                size_t child = leaf < used && (node == next || weights[leaf] <= weights[node]) ? leaf++ : node++;
                weights[next] += weights[child];
                parents[child] = next;
            }
            next++;
        }
        size_t longest = 0;
        weights[next - 1] = 0; // depths, from now on
        for (size_t i = next - 1; i-- > 0;) {
            weights[i] = weights[parents[i]] + 1;
            if (i < used) {
                code->lengths[order[i]] = weights[i];
                longest = MAX(longest, weights[i]);
            }
        }
        if (longest <= most) {
            return;
        }
    }
}

static uint16_t reversed(uint32_t word, unsigned len) {
    uint32_t result = 0;
    while (len-- > 0) {
        result = result << 1 | (word & 1);
        word >>= 1;
    }
    return result;
}

static void make_words(code_t *code, size_t n) {
    uint32_t word = 0;
    for (unsigned len = 1; len < 16; len++) {
        for (size_t i = 0; i < n; i++) {
            if (code->lengths[i] == len) {
                code->words[i] = reversed(word++, len);
            }
        }
        word <<= 1;
    }
}

static void put_symbol(deflate_t *deflate, const code_t *code, size_t symbol) {
    deflate_put(deflate, code->words[symbol], code->lengths[symbol]);
}

// --- Matches ---------------------------------------------------------------------------------------

typedef struct {
    const byte *data;
    size_t end;
    uint16_t *heads, *links; // place + 1 of the last with a hash, and of the one before it
    size_t window;
    size_t chain; // places that are looked at
} matcher_t;

static size_t hash_at(const byte *at) {
    return ((uint32_t)(at[0] | at[1] << 8 | at[2] << 16) * 0x9e3779b1u) >> (32 - HASH_BITS);
}

static void insert(matcher_t *matcher, size_t at) {
    if (at + MATCH_MIN <= matcher->end) {
        size_t hash = hash_at(matcher->data + at);
        matcher->links[at] = matcher->heads[hash];
        matcher->heads[hash] = at + 1;
    }
}

// The length of the longest match for a place that was not inserted yet; 0 if there is none.
static size_t find(const matcher_t *matcher, size_t at, size_t *distance) {
    size_t best = MATCH_MIN - 1, most = MIN(matcher->end - at, MATCH_MAX);
    if (most < MATCH_MIN) {
        return 0;
    }
    const byte *here = matcher->data + at;
    size_t place = matcher->heads[hash_at(here)];
    for (size_t i = 0; i < matcher->chain && place > 0 && at - (place - 1) <= matcher->window; i++, place = matcher->links[place - 1]) {
        const byte *there = matcher->data + place - 1;
        if (there[best] != here[best]) {
            continue;
        }
        size_t len = 0;
        while (len < most && there[len] == here[len]) {
            len++;
        }
        if (len > best) {
            best = len;
            *distance = at - (place - 1);
            if (len == most) {
                break;
            }
        }
    }
    return best >= MATCH_MIN && !(best == MATCH_MIN && *distance > 4096) ? best : 0;
}

// --- Parts -----------------------------------------------------------------------------------------

// A literal, or length << 16 | distance
typedef struct {
    uint32_t *items;
    size_t count;
    code_t lengths, distances;
} part_t;

static unsigned code_for(uint32_t value, const uint16_t *bases, size_t n) {
    size_t low = 0;
    while (n - low > 1) {
        size_t middle = (low + n) / 2;
        if (bases[middle] <= value) {
            low = middle;
        } else {
            n = middle;
        }
    }
    return low;
}

static void add_match(part_t *part, size_t len, size_t distance) {
    part->items[part->count++] = len << 16 | distance;
    part->lengths.counts[257 + code_for(len, zlib_length_bases, 29)]++;
    part->distances.counts[code_for(distance, zlib_distance_bases, 30)]++;
}

static void add_literal(part_t *part, byte literal) {
    part->items[part->count++] = literal;
    part->lengths.counts[literal]++;
}

static void find_items(part_t *part, matcher_t *matcher, size_t start, bool lazy) {
    for (size_t at = 0; at < start; at++) {
        insert(matcher, at);
    }
    for (size_t at = start; at < matcher->end;) {
        size_t distance = 0, later = 0;
        size_t len = find(matcher, at, &distance);
        insert(matcher, at);
        if (len > 0 && lazy && len < 64 && find(matcher, at + 1, &later) > len) {
            len = 0; // the next match is longer
        }
        if (len == 0) {
            add_literal(part, matcher->data[at++]);
            continue;
        }
        add_match(part, len, distance);
        for (size_t end = at + len; ++at < end;) {
            insert(matcher, at);
        }
    }
}

static void put_items(deflate_t *deflate, const part_t *part) {
    for (size_t i = 0; i < part->count; i++) {
        uint32_t item = part->items[i], len = item >> 16, distance = item & 0xffff;
        if (len == 0) {
            put_symbol(deflate, &part->lengths, item);
            continue;
        }
        unsigned code = code_for(len, zlib_length_bases, 29);
        put_symbol(deflate, &part->lengths, 257 + code);
        deflate_put(deflate, len - zlib_length_bases[code], zlib_length_bits(code));
        code = code_for(distance, zlib_distance_bases, 30);
        put_symbol(deflate, &part->distances, code);
        deflate_put(deflate, distance - zlib_distance_bases[code], zlib_distance_bits(code));
    }
    put_symbol(deflate, &part->lengths, 256);
}

static uint32_t cost_of(const code_t *code, size_t n) {
    uint32_t bits = 0;
    for (size_t i = 0; i < n; i++) {
        bits += code->counts[i] * code->lengths[i];
    }
    return bits;
}

// The lengths of both codes' words, with runs written as the symbols 16 to 18: symbol | further bits << 8.
static size_t pack_lengths(const part_t *part, size_t n_lengths, size_t n_distances, uint16_t *packed) {
    byte all[LENGTHS + DISTANCES];
    memcpy(all, part->lengths.lengths, n_lengths);
    memcpy(all + n_lengths, part->distances.lengths, n_distances);
    size_t n = n_lengths + n_distances, count = 0;
    for (size_t i = 0; i < n;) {
        size_t run = 1;
        while (i + run < n && all[i + run] == all[i]) {
            run++;
        }
        if (all[i] == 0 && run >= 3) {
            run = MIN(run, 138);
            packed[count++] = run < 11 ? 17 | (run - 3) << 8 : 18 | (run - 11) << 8;
        } else if (i > 0 && all[i] == all[i - 1] && run >= 3) {
            run = MIN(run, 6);
            packed[count++] = 16 | (run - 3) << 8;
        } else {
            packed[count++] = all[i];
            run = 1;
        }
        i += run;
    }
    return count;
}

static void fixed_lengths(part_t *part) {
    for (size_t i = 0; i < LENGTHS; i++) {
        part->lengths.lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    }
    memset(part->distances.lengths, 5, DISTANCES);
}

static void put_stored(deflate_t *deflate, const byte *data, size_t len, bool last) {
    deflate_put(deflate, last, 3);
    deflate_align(deflate);
    deflate_put(deflate, len, 16);
    deflate_put(deflate, ~len & 0xffff, 16);
    vstr_add_strn(deflate->out, (const char *)data, len);
}

static size_t trimmed(const byte *lengths, size_t n, size_t least) {
    while (n > least && lengths[n - 1] == 0) {
        n--;
    }
    return n;
}

// Writes a part in the shortest of the three ways.
static void put_part(deflate_t *deflate, part_t *part, const byte *data, size_t len, bool last) {
    fixed_lengths(part);
    uint32_t fixed = cost_of(&part->lengths, LENGTHS) + cost_of(&part->distances, DISTANCES);
    make_lengths(&part->lengths, LENGTHS, 15);
    make_lengths(&part->distances, DISTANCES, 15);
    uint16_t packed[LENGTHS + DISTANCES];
    size_t n_lengths = trimmed(part->lengths.lengths, LENGTHS, 257), n_distances = trimmed(part->distances.lengths, DISTANCES, 1);
    size_t n_packed = pack_lengths(part, n_lengths, n_distances, packed), n_codes = 19;
    code_t codes = { .counts = { 0 } };
    uint32_t own = 14 + cost_of(&part->lengths, LENGTHS) + cost_of(&part->distances, DISTANCES);
    for (size_t i = 0; i < n_packed; i++) {
        unsigned symbol = packed[i] & 0xff;
        codes.counts[symbol]++;
        own += symbol == 16 ? 2 : symbol == 17 ? 3 : symbol == 18 ? 7 : 0;
    }
    make_lengths(&codes, 19, 7);
    make_words(&codes, 19);
    while (n_codes > 4 && codes.lengths[zlib_code_order[n_codes - 1]] == 0) {
        n_codes--;
    }
    own += 3 * n_codes + cost_of(&codes, 19);
    bool takes_fixed = fixed <= own || deflate->strategy == 4;
    if (len <= 0xffff && 8 * len + 40 < MIN(own, fixed)) {
        put_stored(deflate, data, len, last);
        return;
    }
    deflate_put(deflate, last | (takes_fixed ? 1 : 2) << 1, 3);
    if (takes_fixed) {
        fixed_lengths(part);
    } else {
        deflate_put(deflate, n_lengths - 257, 5);
        deflate_put(deflate, n_distances - 1, 5);
        deflate_put(deflate, n_codes - 4, 4);
        for (size_t i = 0; i < n_codes; i++) {
            deflate_put(deflate, codes.lengths[zlib_code_order[i]], 3);
        }
        for (size_t i = 0; i < n_packed; i++) {
            unsigned symbol = packed[i] & 0xff;
            put_symbol(deflate, &codes, symbol);
            deflate_put(deflate, packed[i] >> 8, symbol == 16 ? 2 : symbol == 17 ? 3 : symbol == 18 ? 7 : 0);
        }
    }

    make_words(&part->lengths, LENGTHS);
    make_words(&part->distances, DISTANCES);
    put_items(deflate, part);
}

void deflate_part(deflate_t *deflate, const byte *data, size_t start, size_t len, bool last) {
    if (deflate->level == 0) {
        put_stored(deflate, data + start, len, last);
        return;
    }
    static const uint16_t chains[] = { 0, 4, 8, 16, 24, 40, 128, 256, 1024, 4096 };
    part_t *part = mpwasm_malloc0(sizeof(part_t));
    part->items = mpwasm_malloc((len + 1) * sizeof(uint32_t));
    matcher_t matcher = {
        .data = data, .end = start + len, .window = deflate->window, .chain = deflate->strategy == 2 ? 0 : chains[deflate->level],
        .heads = mpwasm_malloc0(sizeof(uint16_t) << HASH_BITS),
    };
    matcher.links = mpwasm_malloc((start + len + 1) * sizeof(uint16_t));
    find_items(part, &matcher, start, deflate->level >= 4);
    part->lengths.counts[256] = 1;
    put_part(deflate, part, data + start, len, last);
}

#endif
