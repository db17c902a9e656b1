// Maps: dicts, namespaces and keyword arguments. In place of upstream's in py/map.c.
//
// Upstream's hash tables forget the order of insertion and slow down as keys' hashes meet. This table has the entries in the order in which they
// came, and behind them, in the same allocation, an index of their numbers, the way CPython's dicts have since 3.6 (R. Hettinger's idea):
//
//    entries[alloc] | hashes[alloc] | index | tail
//
// * Up to TINY entries there is no index and no tail: they are looked through, and lie without gaps.
// * The index has 1.25 places for each entry. A place has as many bits as the highest number needs, so it takes 1.25 bytes an entry
//   at 100 entries, and 2.7 at 100,000. 0 is an empty place, n the entry n - 1. It is searched from the place that the hash
//   gives until an empty one.
// * A deleted entry loses its key. Its place in the index goes on pointing to it, so that searches go on, until the table is made anew.
//   The tail says how many entries may be added until then, and where the first and the last are, so that taking away
//   entries at either end needs no search.
// * Where all keys are qstrs, a key's place depends on its number, and only numbers are compared.
// * Hashes are kept if some key is neither a qstr, str, bytes, int or float: then the program's __hash__ is called once a key, and
//   its __eq__ only if hashes are equal, as in CPython. An odd alloc says that they are there.
//
// Comparing keys may run Python code, which may change the map, or the key's hash. Nothing is held across it: if the map is not what it
// was, the search begins again. Old tables are left to the collector, since whoever walks them may be interrupted by that code, too.
//
// Constant maps (is_fixed and is_ordered) are arrays, which the compiler of C made. A map that is fixed only is one of the
// others, but may not be changed.

#include <string.h>

#include "py/objstr.h"
#include "py/runtime.h"

#include "language/dict/find.h"
#include "language/dict/hash.h"
#include "language/dict/map.h"
#include "memory/safepoint.h"

#define TINY (12)
#define MOST ((size_t)1 << 25) // entries; so a place of the index lies within 32 bits, where they begin in the first byte

typedef struct _tail_t {
    uint32_t end;   // entries from here on are free
    uint32_t begin; // entries before this one are deleted
    uint32_t room;  // entries that may be added
} tail_t;

// --- Layout ----------------------------------------------------------------------------------------

static inline bool keeps_hashes(size_t alloc) {
    return alloc & 1;
}

static inline size_t places(size_t alloc) {
    return alloc + alloc / 4 + 1;
}

static inline unsigned width(size_t alloc) {
    return 32 - __builtin_clz((unsigned)alloc);
}

static inline size_t index_bytes(size_t alloc) {
    return (places(alloc) * width(alloc) + 31) / 32 * 4;
}

static inline uint32_t *hashes_of(mp_map_elem_t *table, size_t alloc) {
    return (uint32_t *)(table + alloc);
}

static inline byte *index_of(mp_map_elem_t *table, size_t alloc) {
    return (byte *)(hashes_of(table, alloc) + (keeps_hashes(alloc) ? alloc : 0));
}

static inline tail_t *tail_of(mp_map_elem_t *table, size_t alloc) {
    return (tail_t *)(index_of(table, alloc) + index_bytes(alloc));
}

static size_t table_bytes(size_t alloc) {
    if (alloc >= MOST) {
        return SIZE_MAX;
    }
    size_t bytes = alloc * (sizeof(mp_map_elem_t) + (keeps_hashes(alloc) ? sizeof(uint32_t) : 0));
    return alloc > TINY ? bytes + index_bytes(alloc) + sizeof(tail_t) : bytes;
}

// --- The index -------------------------------------------------------------------------------------

typedef struct _index_t {
    byte *bits;
    unsigned width;
    uint32_t mask;
    size_t places;
} index_t;

static inline index_t index_open(mp_map_elem_t *table, size_t alloc) {
    unsigned w = width(alloc);
    return (index_t) { index_of(table, alloc), w, ((uint32_t)1 << w) - 1, places(alloc) };
}

static inline uint32_t index_get(const index_t *index, size_t place) {
    size_t bit = place * index->width;
    uint32_t word;
    memcpy(&word, index->bits + bit / 8, sizeof(word)); // the tail is behind the last place
    return word >> bit % 8 & index->mask;
}

static inline void index_set(const index_t *index, size_t place, uint32_t value) { // where it is 0
    size_t bit = place * index->width;
    uint32_t word;
    memcpy(&word, index->bits + bit / 8, sizeof(word));
    word |= value << bit % 8;
    memcpy(index->bits + bit / 8, &word, sizeof(word));
}

static inline size_t index_begin(const index_t *index, uint32_t hash) {
    return (uint64_t)mpwasm_mix(hash) * index->places >> 32;
}

static inline size_t index_next(const index_t *index, size_t place) {
    return place + 1 == index->places ? 0 : place + 1;
}

static void index_add(const index_t *index, uint32_t hash, size_t number) {
    size_t place = index_begin(index, hash);
    while (index_get(index, place) != 0) {
        place = index_next(index, place);
    }
    index_set(index, place, number + 1);
}

// --- Keys ------------------------------------------------------------------------------------------

// Whether a key's hash can be had at any time, at little cost.
static bool is_plain(mp_obj_t key) {
    if (!mp_obj_is_obj(key)) {
        return true;
    }
    const mp_obj_type_t *type = mp_obj_get_type(key);
    return type == &mp_type_str || type == &mp_type_bytes || type == &mp_type_int
           #if MICROPY_PY_BUILTINS_FLOAT
           || type == &mp_type_float
           #endif
    ;
}

// What an entry is indexed by.
static uint32_t entry_hash(const mp_map_t *map, mp_map_elem_t *table, size_t alloc, size_t number) {
    if (keeps_hashes(alloc)) {
        return hashes_of(table, alloc)[number];
    }
    mp_obj_t key = table[number].key;
    return map->all_keys_are_qstrs ? (uint32_t)MP_OBJ_QSTR_VALUE(key) : (uint32_t)mpwasm_hash(key);
}

// --- Making tables ---------------------------------------------------------------------------------

static inline bool map_keeps_hashes(const mp_map_t *map) {
    return keeps_hashes(map->alloc) && !mpwasm_map_is_rom(map);
}

static inline size_t end_of(const mp_map_t *map) {
    return map->alloc > TINY && !mpwasm_map_is_rom(map) ? tail_of(map->table, map->alloc)->end : map->used;
}

size_t mpwasm_map_bytes(const mp_map_t *map) {
    return mpwasm_map_is_rom(map) ? map->alloc * sizeof(mp_map_elem_t) : table_bytes(map->alloc);
}

static void add_all_to_index(const mp_map_t *map, mp_map_elem_t *table, size_t alloc, size_t end) {
    index_t index = index_open(table, alloc);
    for (size_t i = 0; i < end; i++) {
        if (table[i].key != MP_OBJ_NULL) {
            index_add(&index, entry_hash(map, table, alloc, i), i);
        }
    }
}

// Makes a table for a map, with its entries and without gaps.
static mp_map_elem_t *make_table(const mp_map_t *map, size_t alloc) {
    mp_map_elem_t *table = mpwasm_malloc0(table_bytes(alloc));
    size_t end = end_of(map), used = 0;
    uint32_t *hashes = keeps_hashes(alloc) ? hashes_of(table, alloc) : NULL;
    if (hashes == NULL && end == map->used && end <= alloc) { // no gaps: most tables
        memcpy(table, map->table, end * sizeof(*table));
        used = end;
    }
    for (size_t i = used; i < end; i++) {
        if (map->table[i].key != MP_OBJ_NULL && used < alloc) {
            if (hashes != NULL) {
                hashes[used] = map_keeps_hashes(map) ? hashes_of(map->table, map->alloc)[i] : (uint32_t)mpwasm_hash(map->table[i].key);
            }
            table[used++] = map->table[i];
        }
    }
    if (alloc > TINY) {
        add_all_to_index(map, table, alloc, used);
        *tail_of(table, alloc) = (tail_t) { .end = used, .room = alloc - used };
    }
    return table;
}

static size_t even(size_t n) {
    return n + (n & 1);
}

// Makes the table anew, with room for more. What was deleted makes room, too.
static void remake(mp_map_t *map, bool with_hashes) {
    size_t wanted = map->used + 1;
    if (wanted > TINY) {
        wanted += wanted * 3 / 8;
    }
    size_t alloc = even(wanted) + (with_hashes ? 1 : 0);
    mp_map_elem_t *table = make_table(map, alloc);
    map->table = table;
    map->alloc = alloc;
}

static void remake_index(mp_map_t *map) {
    if (map->alloc > TINY) {
        memset(index_of(map->table, map->alloc), 0, index_bytes(map->alloc));
        add_all_to_index(map, map->table, map->alloc, end_of(map));
        tail_t *tail = tail_of(map->table, map->alloc);
        tail->room = map->alloc - tail->end; // places of deleted entries are free again
        tail->begin = 0;
    }
}

// Makes the index of a map of qstrs one of hashes.
static void leave_qstrs(mp_map_t *map) {
    map->all_keys_are_qstrs = 0;
    remake_index(map);
}

void mp_map_init(mp_map_t *map, size_t n) {
    *map = (mp_map_t) { .all_keys_are_qstrs = 1 };
    if (n > 0) {
        mp_map_elem_t *table = make_table(map, even(n));
        map->alloc = even(n);
        map->table = table;
    }
}

void mpwasm_map_init_small(mp_map_t *map, size_t n) {
    *map = (mp_map_t) { .all_keys_are_qstrs = 1 };
    if (n > 0) {
        map->table = m_malloc(table_bytes(even(n)));
        map->alloc = even(n);
    }
}

void mp_map_init_fixed_table(mp_map_t *map, size_t n, const mp_obj_t *table) {
    *map = (mp_map_t) { .all_keys_are_qstrs = 1, .is_fixed = 1, .is_ordered = 1, .used = n, .alloc = n, .table = (mp_map_elem_t *)table };
}

void mp_map_deinit(mp_map_t *map) {
    map->used = map->alloc = 0;
}

void mp_map_clear(mp_map_t *map) {
    *map = (mp_map_t) { .all_keys_are_qstrs = 1 };
}

const mp_map_t *mpwasm_asked_globals;

static inline void changes_keys(const mp_map_t *map) {
    if (map == mpwasm_asked_globals) {
        mpwasm_asked_globals = NULL;
    }
}

void mpwasm_map_copy(mp_map_t *copy, const mp_map_t *map) {
    changes_keys(copy);
    size_t alloc = map->alloc, used = map->used;
    mp_map_elem_t *table = NULL;
    if (used == 0) {
        alloc = 0;
    } else if (mpwasm_map_is_rom(map) || alloc > used + used / 2) {
        alloc = even(used) + (map_keeps_hashes(map) ? 1 : 0);
        table = make_table(map, alloc);
    } else {
        size_t bytes = table_bytes(alloc);
        table = mpwasm_malloc(bytes);
        memcpy(table, map->table, bytes);
    }
    *copy = (mp_map_t) { .all_keys_are_qstrs = map->all_keys_are_qstrs || used == 0, .used = used, .alloc = alloc, .table = table };
}

// --- Walking ---------------------------------------------------------------------------------------

size_t mpwasm_map_begin(const mp_map_t *map) {
    if (map->used == 0) {
        return SIZE_MAX;
    }
    return map->alloc > TINY && !mpwasm_map_is_rom(map) ? tail_of(map->table, map->alloc)->begin : 0;
}

size_t mpwasm_map_previous(const mp_map_t *map, size_t number) {
    size_t end = end_of(map);
    for (number = number < end ? number : end; number-- > 0;) {
        if (map->table[number].key != MP_OBJ_NULL) {
            return number;
        }
    }
    return SIZE_MAX;
}

// --- Taking away -----------------------------------------------------------------------------------

// The entry keeps its value until the next change, and has no key.
static mp_map_elem_t *delete_entry(mp_map_t *map, size_t number) {
    mp_map_elem_t *table = map->table;
    size_t alloc = map->alloc;
    mp_map_elem_t deleted = { MP_OBJ_NULL, table[number].value };
    map->used--;
    if (alloc <= TINY) { // the others move up
        uint32_t *hashes = keeps_hashes(alloc) ? hashes_of(table, alloc) : NULL;
        for (; number < map->used; number++) {
            table[number] = table[number + 1];
            if (hashes != NULL) {
                hashes[number] = hashes[number + 1];
            }
        }
        table[map->used] = deleted;
        return &table[map->used];
    }
    table[number] = deleted;
    tail_t *tail = tail_of(table, alloc);
    while (tail->end > tail->begin && table[tail->end - 1].key == MP_OBJ_NULL) {
        tail->end--;
    }
    while (tail->begin < tail->end && table[tail->begin].key == MP_OBJ_NULL) {
        tail->begin++;
    }
    if (tail->begin == tail->end) {
        tail->begin = tail->end = 0;
    }
    return &table[number];
}

mp_map_elem_t mpwasm_map_take(mp_map_t *map, size_t number) {
    mp_map_elem_t taken = map->table[number];
    delete_entry(map, number)->value = MP_OBJ_NULL;
    return taken;
}

// --- Adding ----------------------------------------------------------------------------------------

static bool is_full(const mp_map_t *map) {
    return map->alloc > TINY ? tail_of(map->table, map->alloc)->room == 0 : map->used == map->alloc;
}

static mp_map_elem_t *add(mp_map_t *map, mp_obj_t key, uint32_t hash) {
    changes_keys(map);
    if (map->all_keys_are_qstrs && !mp_obj_is_qstr(key)) {
        leave_qstrs(map);
    }
    bool with_hashes = keeps_hashes(map->alloc) || !is_plain(key);
    if (is_full(map) || with_hashes != keeps_hashes(map->alloc)) {
        remake(map, with_hashes);
    }
    mp_map_elem_t *table = map->table;
    size_t alloc = map->alloc, number = map->used;
    if (alloc > TINY) {
        tail_t *tail = tail_of(table, alloc);
        number = tail->end++;
        tail->room--;
        index_t index = index_open(table, alloc);
        index_add(&index, hash, number);
    }
    if (with_hashes) {
        hashes_of(table, alloc)[number] = hash;
    }
    map->used++;
    table[number] = (mp_map_elem_t) { key, MP_OBJ_NULL };
    return &table[number];
}

// --- Searching -------------------------------------------------------------------------------------

typedef enum { NO, YES, CHANGED } found_t;

static bool is_same_text(mp_obj_t a, mp_obj_t b) {
    if (mp_obj_is_obj(a) && mp_obj_is_obj(b)) {
        const mp_obj_str_t *s = MP_OBJ_TO_PTR(a), *t = MP_OBJ_TO_PTR(b);
        uint16_t h = s->hash, i = t->hash; // 0 if not known
        return s->len == t->len && (h == i || h == 0 || i == 0) && memcmp(s->data, t->data, s->len) == 0;
    }
    return mp_obj_str_equal(a, b);
}

static inline bool is_text(mp_obj_t key) {
    return mp_obj_is_qstr(key) || mp_obj_is_exact_type(key, &mp_type_str);
}

// Compares an entry's key with one that is not the same object.
static found_t compare(mp_map_t *map, size_t number, mp_obj_t key, uint32_t hash) {
    mp_map_elem_t *table = map->table;
    size_t alloc = map->alloc, used = map->used;
    mp_obj_t other = table[number].key;
    bool plain = is_plain(key);
    if (map_keeps_hashes(map)) {
        if (hashes_of(table, alloc)[number] != hash) {
            return NO;
        }
        plain = plain && is_plain(other);
    } else if (is_text(key)) {
        return is_text(other) && is_same_text(other, key) ? YES : NO;
    } else if (mp_obj_is_small_int(key) && (!mp_obj_is_obj(other) ? !mp_obj_is_immediate_obj(other) : is_text(other))) {
        return NO;
    } else if (!plain && (uint32_t)mpwasm_hash(other) != hash) {
        return NO;
    }
    if (plain) {
        return mp_obj_equal(other, key) ? YES : NO;
    }
    bool equal = mp_obj_equal(other, key);
    if (map->table != table || map->alloc != alloc || map->used != used || table[number].key != other) {
        return CHANGED;
    }
    return equal ? YES : NO;
}

#define MAYBE (SIZE_MAX - 1)

// Finds a small int or a qstr, unless what may be equal to it is neither. Calls nothing.
static size_t search_word(const mp_map_t *map, mp_obj_t key, uint32_t hash) {
    mp_map_elem_t *table = map->table;
    size_t alloc = map->alloc;
    if (alloc <= TINY) {
        size_t none = SIZE_MAX;
        for (size_t i = 0, used = map->used; i < used; i++) {
            mp_obj_t other = table[i].key;
            if (other == key) {
                return i;
            }
            if (!mp_obj_is_small_int(other) && !mp_obj_is_qstr(other)) {
                none = MAYBE;
            }
        }
        return none;
    }
    index_t index = index_open(table, alloc);
    for (size_t place = index_begin(&index, hash);; place = index_next(&index, place)) {
        size_t number = index_get(&index, place);
        if (number-- == 0) {
            return SIZE_MAX;
        }
        mp_obj_t other = table[number].key;
        if (other == key) {
            return number;
        }
        if (!mp_obj_is_small_int(other) && !mp_obj_is_qstr(other)) {
            return MAYBE;
        }
    }
}

// Finds the number of a key's entry. SIZE_MAX if there is none.
static size_t search(mp_map_t *map, mp_obj_t key, uint32_t hash) {
    if (!mp_obj_is_obj(key) && !mp_obj_is_immediate_obj(key) && !map->is_fixed) {
        size_t number = search_word(map, key, hash);
        if (number != MAYBE) {
            return number;
        }
    }
again:
    if (map->all_keys_are_qstrs && !map->is_fixed) {
        leave_qstrs(map);
    }
    mp_map_elem_t *table = map->table;
    size_t alloc = map->alloc;
    bool is_tiny = alloc <= TINY || (map->is_fixed && (map->is_ordered || map->all_keys_are_qstrs)); // no index, or one of qstrs
    index_t index = { 0 };
    size_t place = 0;
    if (!is_tiny) {
        index = index_open(table, alloc);
        place = index_begin(&index, hash);
    }
    for (size_t i = 0;; i++) {
        size_t number = i;
        if (!is_tiny) {
            number = index_get(&index, place);
            place = index_next(&index, place);
            if (number-- == 0) {
                return SIZE_MAX;
            }
        } else if (i >= end_of(map)) {
            return SIZE_MAX;
        }
        mp_obj_t other = table[number].key;
        if (other == key) {
            return number;
        }
        if (other != MP_OBJ_NULL) {
            found_t found = compare(map, number, key, hash);
            if (found == YES) {
                return number;
            }
            if (found == CHANGED) {
                goto again;
            }
        }
    }
}

#if MICROPY_OPT_MAP_LOOKUP_CACHE
#define CACHED(key) MPWASM_LIKELY_ENTRY(key)
#else
static byte cached;
#define CACHED(key) cached
#endif

// Finds a qstr in a map of qstrs.
static inline size_t search_qstr(const mp_map_t *map, mp_obj_t key) {
    mp_map_elem_t *table = map->table;
    size_t alloc = map->alloc, used = map->used;
    if (alloc <= TINY) {
        for (size_t i = 0; i < used; i++) {
            if (table[i].key == key) {
                CACHED(key) = i;
                return i;
            }
        }
        return SIZE_MAX;
    }
    size_t likely = CACHED(key);
    if (likely < alloc && table[likely].key == key) {
        return likely;
    }
    if (mpwasm_map_is_rom(map)) {
        for (size_t i = 0; i < used; i++) {
            if (table[i].key == key) {
                CACHED(key) = i;
                return i;
            }
        }
        return SIZE_MAX;
    }
    index_t index = index_open(table, alloc);
    for (size_t place = index_begin(&index, MP_OBJ_QSTR_VALUE(key));; place = index_next(&index, place)) {
        size_t number = index_get(&index, place);
        if (number-- == 0) {
            return SIZE_MAX;
        }
        if (table[number].key == key) {
            CACHED(key) = number;
            return number;
        }
    }
}

// --- Looking up ------------------------------------------------------------------------------------

static MP_NORETURN void raise_fixed(void) {
    mp_raise_msg(&mp_type_RuntimeError, MP_ERROR_TEXT("mapping cannot be changed now"));
}

// A text that is no qstr is the key of no map of qstrs, unless it has become one meanwhile.
static mp_obj_t qstr_of_text(mp_obj_t text) {
    GET_STR_DATA_LEN(text, data, len);
    qstr q = qstr_find_strn((const char *)data, len);
    return q == MP_QSTRnull && len > 0 ? text : MP_OBJ_NEW_QSTR(q);
}

static size_t search_any(mp_map_t *map, mp_obj_t *key, uint32_t *hash) {
    if (map->all_keys_are_qstrs) {
        if (mp_obj_is_exact_type(*key, &mp_type_str)) {
            *key = qstr_of_text(*key);
        }
        if (mp_obj_is_qstr(*key)) {
            *hash = MP_OBJ_QSTR_VALUE(*key);
            return search_qstr(map, *key);
        }
    }
    *hash = mpwasm_hash(*key); // which may run Python code
    if (map->used == 0) {
        return SIZE_MAX;
    }
    if (map->all_keys_are_qstrs && is_plain(*key)) {
        return SIZE_MAX;
    }
    return search(map, *key, *hash);
}

// A text's entry where it, or one that lay in the same place, was found last: texts that are read are many objects of few words.
static mp_map_elem_t *guess_text(const mp_map_t *map, mp_obj_t key) {
    mp_map_elem_t *entry = mpwasm_map_guess(map, key);
    if (entry != NULL || !mp_obj_is_obj(key)) {
        return entry;
    }
    size_t likely = CACHED(key);
    mp_obj_t other = likely < map->alloc ? map->table[likely].key : MP_OBJ_NULL;
    return other != MP_OBJ_NULL && mp_obj_is_exact_type(other, &mp_type_str) && is_same_text(other, key) ? &map->table[likely] : NULL;
}

mp_map_elem_t *mp_map_lookup(mp_map_t *map, mp_obj_t key, mp_map_lookup_kind_t kind) {
    if (map->is_fixed && kind != MP_MAP_LOOKUP) {
        raise_fixed();
    }
    if (map->all_keys_are_qstrs && mp_obj_is_qstr(key) && kind != MP_MAP_LOOKUP_REMOVE_IF_FOUND) {
        size_t number = search_qstr(map, key);
        if (number != SIZE_MAX) {
            return &map->table[number];
        }
        return kind == MP_MAP_LOOKUP ? NULL : add(map, key, MP_OBJ_QSTR_VALUE(key));
    }
    bool text = is_text(key); // what is equal to itself, and has no __hash__ of a program's
    if (text && kind != MP_MAP_LOOKUP_REMOVE_IF_FOUND) {
        mp_map_elem_t *entry = guess_text(map, key);
        if (entry != NULL) {
            return entry;
        }
    }
    uint32_t hash = 0;
    size_t number = search_any(map, &key, &hash);
    if (kind == MP_MAP_LOOKUP_REMOVE_IF_FOUND) {
        return number == SIZE_MAX ? NULL : delete_entry(map, number);
    }
    if (number != SIZE_MAX) {
        if (text) {
            CACHED(key) = number;
        }
        return &map->table[number];
    }
    return kind == MP_MAP_LOOKUP ? NULL : add(map, key, hash);
}
