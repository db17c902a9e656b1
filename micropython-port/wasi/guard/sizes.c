// Lengths that wrap around.
//
// What upstream does wrong: a StringIO or BytesIO that is written to near position 2**32 (py/objstringio.c:98 of 1.26.1) rounds its
// size up to less than that (py/vstr.c:38). That file calls this instead (sources.txt).

#include "py/runtime.h"

#include "guard/guard.h"

char *mpwasm_vstr_add_len(vstr_t *vstr, size_t len) {
    size_t rounding = 64; // more than upstream adds
    size_t bytes = mpwasm_size(rounding, 1, mpwasm_size(vstr->len, 1, len));
    if (bytes == SIZE_MAX) {
        m_malloc_fail(bytes);
    }
    return vstr_add_len(vstr, len);
}
