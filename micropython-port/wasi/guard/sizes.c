// Lengths that wrap around.
//
// What upstream does wrong: list * n, tuple * n and str * n compute the length of the result in 32 bits (py/objlist.c:135,
// py/objtuple.c:165, py/objstr.c:390 of 1.26.1) and then copy all n times (py/sequence.c:38) into what was allocated for
// a length that had wrapped. And a StringIO or BytesIO that is written to near position 2**32 (py/objstringio.c:98) rounds its
// size up to less than that (py/vstr.c:38). Those files call these instead (sources.txt).

#include "py/runtime.h"

#include "guard/guard.h"

void mpwasm_seq_multiply(const void *items, size_t item_size, size_t len, size_t times, void *dest) {
    size_t bytes = mpwasm_size(0, item_size, mpwasm_size(0, len, times));
    if (bytes == SIZE_MAX) {
        m_malloc_fail(bytes);
    }
    mp_seq_multiply(items, item_size, len, times, dest);
}

char *mpwasm_vstr_add_len(vstr_t *vstr, size_t len) {
    size_t rounding = 64; // more than upstream adds
    size_t bytes = mpwasm_size(rounding, 1, mpwasm_size(vstr->len, 1, len));
    if (bytes == SIZE_MAX) {
        m_malloc_fail(bytes);
    }
    return vstr_add_len(vstr, len);
}
