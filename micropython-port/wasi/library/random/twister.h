// The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), with 53-bit floats as CPython draws them.
#ifndef MPWASM_TWISTER_H
#define MPWASM_TWISTER_H

#include <stddef.h>
#include <stdint.h>

#define TWISTER_WORDS (624)

typedef struct _twister_t {
    uint32_t index;
    uint32_t state[TWISTER_WORDS];
} twister_t;

void twister_seed(twister_t *twister, const uint32_t *key, size_t len); // len > 0
uint32_t twister_next(twister_t *twister);

#endif
