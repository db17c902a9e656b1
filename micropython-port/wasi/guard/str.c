// Joined and replaced strings whose length wraps around.
//
// What upstream does wrong: str.join and str.replace add up the length of the result in 32 bits (py/objstr.c:545, 1746 of 1.26.1). A list may
// hold the same long string a thousand times, and so may a replacement.

#include "py/objstr.h"
#include "py/objlist.h"
#include "py/runtime.h"

#include "memory/gccollect.h"
#include "guard/guard.h"
#include "language/text/text.h"

#define bytes_subscr(...) upstream_bytes_subscr(__VA_ARGS__)
#define str_join(...) unguarded_str_join(__VA_ARGS__)
#define str_replace(...) unguarded_str_replace(__VA_ARGS__)

static mp_obj_t (bytes_subscr)(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    return mpwasm_bytes_subscr(self, index, value);
}

static mp_obj_t (str_join)(mp_obj_t separator, mp_obj_t items);
static mp_obj_t (str_replace)(size_t n_args, const mp_obj_t *args);

#include "py/objstr.c"

#undef str_join
#undef str_replace

static void check_size(uint64_t bytes) {
    if (bytes > mpwasm_heap_limit()) {
        m_malloc_fail(bytes < SIZE_MAX ? (size_t)bytes : SIZE_MAX);
    }
}

static size_t size_of(mp_obj_t str) {
    if (!mp_obj_is_str_or_bytes(str)) {
        return 0; // upstream refuses it
    }
    GET_STR_LEN(str, len);
    return len;
}

static mp_obj_t str_join(mp_obj_t separator, mp_obj_t items) {
    if (!mp_obj_is_type(items, &mp_type_list) && !mp_obj_is_type(items, &mp_type_tuple)) {
        items = mp_obj_list_make_new(&mp_type_list, 1, 0, &items);
    }
    size_t len;
    mp_obj_t *strings;
    mp_obj_get_array(items, &len, &strings);
    uint64_t bytes = (uint64_t)size_of(separator) * len;
    for (size_t i = 0; i < len; i++) {
        bytes += size_of(strings[i]);
    }
    if (bytes > UINT32_MAX / 2) { // less takes no guard, and a separator is not set behind the last
        check_size(bytes - size_of(separator));
    }
    return unguarded_str_join(separator, items);
}

// How often a replacement would be made.
static size_t occurrences(mp_obj_t str, mp_obj_t old) {
    GET_STR_DATA_LEN(str, data, len);
    GET_STR_DATA_LEN(old, wanted, wanted_len);
    if (wanted_len == 0) {
        return len + 1;
    }
    size_t count = 0;
    const byte *end = data + len;
    while ((data = find_subbytes(data, end - data, wanted, wanted_len, 1)) != NULL) {
        data += wanted_len;
        count++;
    }
    return count;
}

static mp_obj_t str_replace(size_t n_args, const mp_obj_t *args) {
    uint64_t most = (uint64_t)(size_of(args[0]) + 1) * size_of(args[2]) + size_of(args[0]);
    if (most > UINT32_MAX / 2 && mp_obj_is_str_or_bytes(args[1]) && mp_obj_is_str_or_bytes(args[0])) {
        uint64_t count = occurrences(args[0], args[1]);
        mp_int_t wanted = n_args == 4 ? mp_obj_get_int(args[3]) : -1;
        if (wanted >= 0 && (uint64_t)wanted < count) {
            count = wanted;
        }
        check_size(count * size_of(args[2]));
    }
    return unguarded_str_replace(n_args, args);
}
