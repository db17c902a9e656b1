// Powers of big integers. sources.txt names the file whose calls are renamed to this.
#ifndef MPWASM_POWER_H
#define MPWASM_POWER_H

#include "py/mpconfig.h"
#include "py/mpz.h"

// What mpz_pow_inpl does, or a MemoryError at once if the result is larger than the heap may be.
void mpwasm_pow_inpl(mpz_t *dest, const mpz_t *base, const mpz_t *exponent);

#endif
