// The Mersenne Twister MT19937, from the description by its authors (init_by_array and genrand_int32).

#include "py/mpconfig.h"

#include "library/random/twister.h"

#if MPWASM_LIBRARY

#define MIDDLE (397)

static void seed_by_number(twister_t *twister, uint32_t number) {
    twister->state[0] = number;
    for (uint32_t i = 1; i < TWISTER_WORDS; i++) {
        uint32_t last = twister->state[i - 1];
        twister->state[i] = 1812433253u * (last ^ last >> 30) + i;
    }
    twister->index = TWISTER_WORDS;
}

void twister_seed(twister_t *twister, const uint32_t *key, size_t len) {
    uint32_t *state = twister->state;
    seed_by_number(twister, 19650218u);
    size_t i = 1, j = 0;
    for (size_t turns = len > TWISTER_WORDS ? len : TWISTER_WORDS; turns > 0; turns--) {
        state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1664525u) + key[j] + j;
        j = j + 1 < len ? j + 1 : 0;
        if (++i == TWISTER_WORDS) {
            state[0] = state[TWISTER_WORDS - 1];
            i = 1;
        }
    }
    for (size_t turns = TWISTER_WORDS - 1; turns > 0; turns--) {
        state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1566083941u) - i;
        if (++i == TWISTER_WORDS) {
            state[0] = state[TWISTER_WORDS - 1];
            i = 1;
        }
    }
    state[0] = 0x80000000u;
}

static void twist(twister_t *twister) {
    uint32_t *state = twister->state;
    for (size_t i = 0; i < TWISTER_WORDS; i++) {
        uint32_t mixed = (state[i] & 0x80000000u) | (state[(i + 1) % TWISTER_WORDS] & 0x7fffffffu);
        state[i] = state[(i + MIDDLE) % TWISTER_WORDS] ^ mixed >> 1 ^ (mixed & 1 ? 0x9908b0dfu : 0);
    }
    twister->index = 0;
}

uint32_t twister_next(twister_t *twister) {
    if (twister->index >= TWISTER_WORDS) {
        twist(twister);
    }
    uint32_t y = twister->state[twister->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

#endif
