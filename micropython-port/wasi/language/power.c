// Powers of big integers that would not fit in memory: refused before they are computed, which could take minutes.

#include "py/mpconfig.h"
#include "py/misc.h"
#include "py/mpz.h"

#include "memory/gccollect.h"
#include "language/numbers/numbers.h"
#include "language/power.h"

// The binary logarithm, rounded down.
static double log2_floor(const mpz_t *z) {
    if (z->len == 0) {
        return 0;
    }
    uint32_t top = z->dig[z->len - 1];
    return (z->len - 1) * (double)MPZ_DIG_SIZE + (31 - __builtin_clz(top));
}

static double magnitude(const mpz_t *z) {
    double value = 0;
    for (size_t i = z->len; i > 0; i--) {
        value = value * ((uint64_t)1 << MPZ_DIG_SIZE) + z->dig[i - 1];
    }
    return value;
}

void mpwasm_pow_inpl(mpz_t *dest, const mpz_t *base, const mpz_t *exponent) {
    double bytes = log2_floor(base) * magnitude(exponent) / 8;
    if (bytes > mpwasm_heap_limit()) {
        m_malloc_fail(bytes < UINT32_MAX ? (size_t)bytes : UINT32_MAX);
    }
    number_power(dest, base, exponent);
}
