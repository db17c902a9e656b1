// The compression functions of SHA-2 and BLAKE2. Each is defined for words of 32 and of 64 bits, which differ in constants alone:
// compress.c includes this file for either, with WORD, and NAME(f) for the name of a function.

#define PICK(narrow, wide) (sizeof(WORD) == 4 ? (narrow) : (wide))
#define RIGHT(x, n) ((WORD)((x) >> (n) | (x) << (8 * sizeof(WORD) - (n))))

static inline WORD NAME(constant)(uint64_t value) {
    return value >> PICK(32, 0);
}

static void NAME(sha2)(WORD *state, const byte *data) {
    WORD w[16];
    WORD a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (size_t i = 0; i < PICK(64, 80); i++) {
        if (i < 16) {
            w[i] = 0;
            for (size_t k = 0; k < sizeof(WORD); k++) {
                w[i] = w[i] << 8 | *data++;
            }
        } else {
            WORD x = w[(i + 1) & 15], y = w[(i + 14) & 15];
            w[i & 15] += (RIGHT(x, PICK(7, 1)) ^ RIGHT(x, PICK(18, 8)) ^ x >> PICK(3, 7)) + w[(i + 9) & 15]
                + (RIGHT(y, PICK(17, 19)) ^ RIGHT(y, PICK(19, 61)) ^ y >> PICK(10, 6));
        }
        WORD t = h + (RIGHT(e, PICK(6, 14)) ^ RIGHT(e, PICK(11, 18)) ^ RIGHT(e, PICK(25, 41))) + ((e & f) ^ (~e & g))
            + NAME(constant)(round_constants[i]) + w[i & 15];
        WORD u = (RIGHT(a, PICK(2, 28)) ^ RIGHT(a, PICK(13, 34)) ^ RIGHT(a, PICK(22, 39))) + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + t, d = c, c = b, b = a, a = t + u;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

static inline void NAME(mix)(WORD *v, size_t a, size_t b, size_t c, size_t d, WORD x, WORD y) {
    v[a] += v[b] + x;
    v[d] = RIGHT(v[d] ^ v[a], PICK(16, 32));
    v[c] += v[d];
    v[b] = RIGHT(v[b] ^ v[c], PICK(12, 24));
    v[a] += v[b] + y;
    v[d] = RIGHT(v[d] ^ v[a], PICK(8, 16));
    v[c] += v[d];
    v[b] = RIGHT(v[b] ^ v[c], PICK(7, 63));
}

static void NAME(blake2)(WORD *state, const byte *data, uint64_t length, bool last, bool last_node) {
    WORD v[16], m[16];
    memcpy(m, data, sizeof(m)); // this machine's order of bytes is BLAKE2's
    for (size_t i = 0; i < 8; i++) {
        v[i] = state[i];
        v[i + 8] = NAME(constant)(initial_values[i]);
    }
    v[12] ^= (WORD)length;
    v[13] ^= (WORD)(length >> PICK(32, 0) >> PICK(0, 32) >> PICK(0, 32));
    v[14] ^= last ? ~(WORD)0 : 0;
    v[15] ^= last && last_node ? ~(WORD)0 : 0;
    for (size_t round = 0; round < PICK(10, 12); round++) {
        uint64_t order = blake2_orders[round % 10];
        for (size_t i = 0; i < 8; i++, order >>= 8) {
            size_t b = 4 + ((i + (i >> 2)) & 3), c = 8 + ((i + 2 * (i >> 2)) & 3), d = 12 + ((i + 3 * (i >> 2)) & 3);
            NAME(mix)(v, i & 3, b, c, d, m[order & 15], m[order >> 4 & 15]);
        }
    }
    for (size_t i = 0; i < 8; i++) {
        state[i] ^= v[i] ^ v[i + 8];
    }
}

#undef PICK
#undef RIGHT
