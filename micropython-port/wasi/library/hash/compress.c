// The hash functions themselves (hash.h).

#include <math.h>
#include <string.h>

#include "library/hash/hash.h"

#if MPWASM_LIBRARY

// SHA-512's constants: the fractions of the cube roots of the first 80 primes. SHA-256 takes the upper halves of the first 64.
static const uint64_t round_constants[] = {
    0x428a2f98d728ae22u, 0x7137449123ef65cdu, 0xb5c0fbcfec4d3b2fu, 0xe9b5dba58189dbbcu,
    0x3956c25bf348b538u, 0x59f111f1b605d019u, 0x923f82a4af194f9bu, 0xab1c5ed5da6d8118u,
    0xd807aa98a3030242u, 0x12835b0145706fbeu, 0x243185be4ee4b28cu, 0x550c7dc3d5ffb4e2u,
    0x72be5d74f27b896fu, 0x80deb1fe3b1696b1u, 0x9bdc06a725c71235u, 0xc19bf174cf692694u,
    0xe49b69c19ef14ad2u, 0xefbe4786384f25e3u, 0x0fc19dc68b8cd5b5u, 0x240ca1cc77ac9c65u,
    0x2de92c6f592b0275u, 0x4a7484aa6ea6e483u, 0x5cb0a9dcbd41fbd4u, 0x76f988da831153b5u,
    0x983e5152ee66dfabu, 0xa831c66d2db43210u, 0xb00327c898fb213fu, 0xbf597fc7beef0ee4u,
    0xc6e00bf33da88fc2u, 0xd5a79147930aa725u, 0x06ca6351e003826fu, 0x142929670a0e6e70u,
    0x27b70a8546d22ffcu, 0x2e1b21385c26c926u, 0x4d2c6dfc5ac42aedu, 0x53380d139d95b3dfu,
    0x650a73548baf63deu, 0x766a0abb3c77b2a8u, 0x81c2c92e47edaee6u, 0x92722c851482353bu,
    0xa2bfe8a14cf10364u, 0xa81a664bbc423001u, 0xc24b8b70d0f89791u, 0xc76c51a30654be30u,
    0xd192e819d6ef5218u, 0xd69906245565a910u, 0xf40e35855771202au, 0x106aa07032bbd1b8u,
    0x19a4c116b8d2d0c8u, 0x1e376c085141ab53u, 0x2748774cdf8eeb99u, 0x34b0bcb5e19b48a8u,
    0x391c0cb3c5c95a63u, 0x4ed8aa4ae3418acbu, 0x5b9cca4f7763e373u, 0x682e6ff3d6b2b8a3u,
    0x748f82ee5defb2fcu, 0x78a5636f43172f60u, 0x84c87814a1f0ab72u, 0x8cc702081a6439ecu,
    0x90befffa23631e28u, 0xa4506cebde82bde9u, 0xbef9a3f7b2c67915u, 0xc67178f2e372532bu,
    0xca273eceea26619cu, 0xd186b8c721c0c207u, 0xeada7dd6cde0eb1eu, 0xf57d4f7fee6ed178u,
    0x06f067aa72176fbau, 0x0a637dc5a2c898a6u, 0x113f9804bef90daeu, 0x1b710b35131c471bu,
    0x28db77f523047d84u, 0x32caab7b40c72493u, 0x3c9ebe0a15c9bebcu, 0x431d67c49c100d4cu,
    0x4cc5d4becb3e42b6u, 0x597f299cfc657e2au, 0x5fcb6fab3ad6faecu, 0x6c44198c4a475817u,
};

// The fractions of the square roots of the first 16 primes: SHA-512 starts from eight, SHA-384 from the other eight; SHA-256 and BLAKE2s
// from the upper halves of the first, SHA-224 from the lower halves of the second. BLAKE2b as SHA-512.
static const uint64_t initial_values[] = {
    0x6a09e667f3bcc908u, 0xbb67ae8584caa73bu, 0x3c6ef372fe94f82bu, 0xa54ff53a5f1d36f1u,
    0x510e527fade682d1u, 0x9b05688c2b3e6c1fu, 0x1f83d9abfb41bd6bu, 0x5be0cd19137e2179u,
    0xcbbb9d5dc1059ed8u, 0x629a292a367cd507u, 0x9159015a3070dd17u, 0x152fecd8f70e5939u,
    0x67332667ffc00b31u, 0x8eb44a8768581511u, 0xdb0c2e0d64f98fa7u, 0x47b5481dbefa4fa4u,
};

// The order in which a round of BLAKE2 takes the 16 words, four bits each.
static const uint64_t blake2_orders[] = {
    0xfedcba9876543210u, 0x357b20c16df984aeu, 0x491763eadf250c8bu, 0x8f04a562ebcd1397u,
    0xd386cb1efa427509u, 0x91ef57d438b0a6c2u, 0xb8293670a4def15cu, 0xa2684f05931ce7bdu,
    0x5a417d2c803b9ef6u, 0x0dc3e9bf5167482au,
};

#define WORD uint32_t
#define NAME(name) name##_32
#include "library/hash/words.h"
#undef WORD
#undef NAME

#define WORD uint64_t
#define NAME(name) name##_64
#include "library/hash/words.h"
#undef WORD
#undef NAME

static inline uint32_t left(uint32_t x, unsigned n) {
    return x << n | x >> (32 - n);
}

static void md5(uint32_t *state, const byte *data) {
    static const byte shifts[] = { 7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21 };
    static const byte steps[] = { 1, 0, 5, 1, 3, 5, 7, 0 }; // a round takes the words n * step + first
    static uint32_t sines[64]; // computed when they are wanted first
    if (sines[0] == 0) {
        for (size_t i = 0; i < 64; i++) {
            sines[i] = (uint32_t)(4294967296.0 * fabs(sin(i + 1)));
        }
    }
    uint32_t w[16], a = state[0], b = state[1], c = state[2], d = state[3];
    memcpy(w, data, sizeof(w));
    for (size_t i = 0; i < 64; i++) {
        size_t round = i >> 4;
        uint32_t f = round == 0 ? (b & c) | (~b & d) : round == 1 ? (d & b) | (~d & c) : round == 2 ? b ^ c ^ d : c ^ (b | ~d);
        f += a + sines[i] + w[(i * steps[2 * round] + steps[2 * round + 1]) & 15];
        a = d, d = c, c = b, b += left(f, shifts[round * 4 + (i & 3)]);
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
}

static void sha1(uint32_t *state, const byte *data) {
    uint32_t w[16], a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
    for (size_t i = 0; i < 80; i++) {
        if (i < 16) {
            w[i] = (uint32_t)data[0] << 24 | data[1] << 16 | data[2] << 8 | data[3];
            data += 4;
        } else {
            w[i & 15] = left(w[(i + 13) & 15] ^ w[(i + 8) & 15] ^ w[(i + 2) & 15] ^ w[i & 15], 1);
        }
        uint32_t f = i < 20 ? ((b & c) | (~b & d)) + 0x5a827999 : i < 40 ? (b ^ c ^ d) + 0x6ed9eba1
            : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
        f += left(a, 5) + e + w[i & 15];
        e = d, d = c, c = left(b, 30), b = a, a = f;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e;
}

// Keccak-f[1600]. The bits of the constants of its rounds come from a shift register.
static void keccak(uint64_t *a) {
    static const byte turns[] = { 1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44 };
    static const byte lanes[] = { 10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1 };
    unsigned shift = 1;
    for (size_t round = 0; round < 24; round++) {
        uint64_t c[5];
        for (size_t x = 0; x < 5; x++) {
            c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
        }
        for (size_t x = 0; x < 5; x++) {
            uint64_t next = c[x == 4 ? 0 : x + 1], d = c[x == 0 ? 4 : x - 1] ^ (next << 1 | next >> 63);
            for (size_t y = 0; y < 25; y += 5) {
                a[x + y] ^= d;
            }
        }
        uint64_t lane = a[1];
        for (size_t i = 0; i < 24; i++) {
            uint64_t next = a[lanes[i]];
            a[lanes[i]] = lane << turns[i] | lane >> (64 - turns[i]);
            lane = next;
        }
        for (size_t y = 0; y < 25; y += 5) {
            uint64_t first = a[y], second = a[y + 1];
            a[y] ^= ~second & a[y + 2];
            a[y + 1] ^= ~a[y + 2] & a[y + 3];
            a[y + 2] ^= ~a[y + 3] & a[y + 4];
            a[y + 3] ^= ~a[y + 4] & first;
            a[y + 4] ^= ~first & second;
        }
        for (size_t bit = 1; bit <= 64; bit <<= 1) {
            a[0] ^= (uint64_t)(shift & 1) << (bit - 1);
            shift = shift & 0x80 ? (shift << 1 ^ 0x171) : shift << 1;
        }
    }
}

static void compress(hash_t *hash, const byte *data, bool last) {
    uint32_t *words = hash->state.words;
    uint64_t *longs = hash->state.longs;
    switch (hash->algorithm->kind) {
        case HASH_MD5:
            md5(words, data);
            break;
        case HASH_SHA1:
            sha1(words, data);
            break;
        case HASH_SHA2_32:
            sha2_32(words, data);
            break;
        case HASH_SHA2_64:
            sha2_64(longs, data);
            break;
        case HASH_BLAKE2B:
            blake2_64(longs, data, hash->length, last, hash->last_node);
            break;
        default:
            blake2_32(words, data, hash->length, last, hash->last_node);
            break;
    }
}

static bool is_sponge(const hash_t *hash) {
    return hash->algorithm->kind == HASH_SHA3 || hash->algorithm->kind == HASH_SHAKE;
}

static bool is_blake2(const hash_t *hash) {
    return hash->algorithm->kind >= HASH_BLAKE2B;
}

void hash_start(hash_t *hash, const hash_algorithm_t *algorithm) {
    static const uint32_t start[] = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0 };
    memset(hash, 0, sizeof(*hash));
    hash->algorithm = algorithm;
    hash->digest = algorithm->digest;
    if (algorithm->kind <= HASH_SHA1) {
        memcpy(hash->state.words, start, sizeof(start));
    } else if (!is_sponge(hash)) {
        const uint64_t *values = &initial_values[algorithm->second * 8];
        bool narrow = algorithm->kind == HASH_SHA2_32 || algorithm->kind == HASH_BLAKE2S;
        for (size_t i = 0; i < 8; i++) {
            if (narrow) {
                hash->state.words[i] = algorithm->second ? values[i] : values[i] >> 32;
            } else {
                hash->state.longs[i] = values[i];
            }
        }
    }
}

void hash_start_blake2(hash_t *hash, const hash_algorithm_t *algorithm, const hash_blake2_t *given) {
    hash_start(hash, algorithm);
    bool narrow = algorithm->kind == HASH_BLAKE2S;
    byte block[64] = { given->digest, given->key, given->fanout, given->depth };
    memcpy(block + 4, &given->leaf, 4);
    memcpy(block + 8, &given->offset, 8); // whose upper two bytes BLAKE2s has not
    block[narrow ? 14 : 16] = given->node_depth;
    block[narrow ? 15 : 17] = given->inner;
    memcpy(block + (narrow ? 16 : 32), given->salt, given->salt_len);
    memcpy(block + (narrow ? 24 : 48), given->person, given->person_len);
    for (size_t i = 0; i < (narrow ? 32 : 64); i++) {
        hash->state.bytes[i] ^= block[i];
    }
    hash->digest = given->digest;
    hash->last_node = given->last_node;
    if (given->key > 0) {
        memcpy(hash->buffer, given->key_bytes, given->key);
        hash->filled = algorithm->block;
    }
}

// A block of BLAKE2 is compressed when another follows, since the last is marked.
void hash_update(hash_t *hash, const byte *data, size_t len) {
    size_t block = hash->algorithm->block;
    if (is_sponge(hash)) {
        for (; len > 0; len--) {
            hash->state.bytes[hash->filled++] ^= *data++;
            if (hash->filled == block) {
                keccak(hash->state.longs);
                hash->filled = 0;
            }
        }
        return;
    }
    while (len > 0) {
        if (hash->filled == block) {
            hash->length += block;
            compress(hash, hash->buffer, false);
            hash->filled = 0;
        }
        while (hash->filled == 0 && len > block) {
            hash->length += block;
            compress(hash, data, false);
            data += block;
            len -= block;
        }
        size_t part = MIN(len, block - hash->filled);
        memcpy(hash->buffer + hash->filled, data, part);
        hash->filled += part;
        data += part;
        len -= part;
    }
}

static void reverse(byte *bytes, size_t len) {
    for (size_t i = 0; i < len / 2; i++) {
        byte swapped = bytes[i];
        bytes[i] = bytes[len - 1 - i];
        bytes[len - 1 - i] = swapped;
    }
}

// The last blocks of MD5, SHA-1 and SHA-2: a bit, then the length in bits.
static void pad(hash_t *hash) {
    size_t block = hash->algorithm->block;
    uint64_t bits = (hash->length + hash->filled) * 8;
    byte rest[1 + 128 + 16] = { 0x80 };
    size_t len = 1 + (2 * block - hash->filled - 1 - block / 8) % block;
    byte *end = rest + len + block / 8 - 8;
    memcpy(end, &bits, 8);
    if (hash->algorithm->kind != HASH_MD5) {
        reverse(end, 8);
    }
    hash_update(hash, rest, len + block / 8);
    compress(hash, hash->buffer, true);
}

void hash_finish(hash_t *hash, byte *digest, size_t len) {
    if (is_sponge(hash)) {
        hash->state.bytes[hash->filled] ^= hash->algorithm->kind == HASH_SHA3 ? 0x06 : 0x1f;
        hash->state.bytes[hash->algorithm->block - 1] ^= 0x80;
        for (;;) {
            keccak(hash->state.longs);
            size_t part = MIN(len, hash->algorithm->block);
            memcpy(digest, hash->state.bytes, part);
            digest += part;
            len -= part;
            if (len == 0) {
                return;
            }
        }
    }
    if (is_blake2(hash)) {
        hash->length += hash->filled;
        memset(hash->buffer + hash->filled, 0, hash->algorithm->block - hash->filled);
        compress(hash, hash->buffer, true);
    } else {
        pad(hash);
        size_t size = hash->algorithm->kind == HASH_SHA2_64 ? 8 : 4;
        for (size_t i = 0; hash->algorithm->kind != HASH_MD5 && i < 64; i += size) {
            reverse(hash->state.bytes + i, size);
        }
    }
    memcpy(digest, hash->state.bytes, len);
}

#endif
