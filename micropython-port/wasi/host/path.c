// Paths without a NUL (path.h).

#include <string.h>

#include "py/obj.h"
#include "py/runtime.h"

const char *mpwasm_path_str(mp_obj_t path);

const char *mpwasm_path_str(mp_obj_t path) {
    size_t len;
    const char *text = mp_obj_str_get_data(path, &len);
    if (memchr(text, 0, len) != NULL) {
        mp_raise_ValueError(MP_ERROR_TEXT("embedded null character"));
    }
    return text;
}
