// Sorting: stable, in time n log n at the most and n for what is in order or in reverse, comparing by < alone.
//
// Upstream's quicksort is neither stable nor bounded, and calls the key function for each comparison. This is a natural merge sort: it finds the runs that
// are there, extends short ones to MIN_RUN by insertion, and merges them in the order of powersort (Munro and Wild, "Nearly-optimal
// mergesorts", 2018), which CPython uses since 3.11. Before a merge, items at both ends that are in place already are found by halving.
//
// It works on arrays that no program can reach, so comparisons may do what they like; if one raises, whoever called has
// the items in their old order.

#include <string.h>

#include "py/objstr.h"

#include "language/list/sequence.h"
#include "memory/safepoint.h"

#define MIN_RUN (24)
#define MOST_RUNS (40)

typedef enum { ANY, INTS, FLOATS, TEXTS, TUPLES } kind_t;

typedef struct _sort_t {
    mp_obj_t *items; // what is compared
    mp_obj_t *others; // what moves with it, or NULL
    mp_obj_t *room, *other_room; // for the shorter half of a merge
    kind_t kind; // of all items
} sort_t;

typedef struct _run_t {
    size_t begin, end;
    unsigned power; // of the border in front of it
} run_t;

// --- Comparing -------------------------------------------------------------------------------------

static kind_t kind_of(mp_obj_t item) {
    if (mp_obj_is_small_int(item)) {
        return INTS;
    }
    #if MICROPY_PY_BUILTINS_FLOAT
    if (mp_obj_is_float(item)) {
        return FLOATS;
    }
    #endif
    if (mp_obj_is_exact_type(item, &mp_type_tuple)) {
        return TUPLES;
    }
    return mp_obj_is_qstr(item) || mp_obj_is_exact_type(item, &mp_type_str) ? TEXTS : ANY;
}

static int text_order(mp_obj_t a, mp_obj_t b) { // UTF-8 sorts as its characters do
    GET_STR_DATA_LEN(a, text, len);
    GET_STR_DATA_LEN(b, other, other_len);
    int order = memcmp(text, other, len < other_len ? len : other_len);
    return order != 0 ? order : len < other_len ? -1 : len > other_len;
}

// Whether two tuples' first items that differ are known here: numbers or texts. Nothing of a program's is called.
static bool order_tuples(mp_obj_t a, mp_obj_t b, int *order) {
    mpwasm_items_t x = mpwasm_items(a), y = mpwasm_items(b);
    for (size_t i = 0; i < x.len && i < y.len; i++) {
        mp_obj_t one = x.items[i], other = y.items[i];
        if (one == other) {
            continue;
        }
        kind_t kind = kind_of(one);
        if (kind != kind_of(other) || (kind != INTS && kind != TEXTS)) {
            return false;
        }
        *order = kind == TEXTS ? text_order(one, other) : (mp_int_t)one < (mp_int_t)other ? -1 : 1;
        if (*order != 0) {
            return true;
        }
    }
    *order = x.len < y.len ? -1 : x.len > y.len;
    return true;
}

static bool tuple_less(mp_obj_t a, mp_obj_t b) {
    int order;
    return order_tuples(a, b, &order) ? order < 0 : mpwasm_sequence_compare(MP_BINARY_OP_LESS, a, b);
}

static inline bool less(const sort_t *s, mp_obj_t a, mp_obj_t b) {
    switch (s->kind) {
        case INTS:
            return (mp_int_t)a < (mp_int_t)b; // a small int n is the word 2n + 1
        #if MICROPY_PY_BUILTINS_FLOAT
        case FLOATS:
            return mp_obj_float_get(a) < mp_obj_float_get(b);
        #endif
        case TEXTS:
            return text_order(a, b) < 0;
        case TUPLES:
            return tuple_less(a, b);
        default:
            return mp_obj_is_true(mp_binary_op(MP_BINARY_OP_LESS, a, b));
    }
}

// --- Runs ------------------------------------------------------------------------------------------

static void reverse(mp_obj_t *items, size_t begin, size_t end) {
    for (; begin + 1 < end; begin++) {
        mp_obj_t item = items[begin];
        items[begin] = items[--end];
        items[end] = item;
    }
}

static void reverse_all(sort_t *s, size_t begin, size_t end) {
    reverse(s->items, begin, end);
    if (s->others != NULL) {
        reverse(s->others, begin, end);
    }
}

// The first place from begin to end where an item may stand: behind all that are not larger (after), or before all that
// are not smaller.
static size_t place_for(const sort_t *s, mp_obj_t item, size_t begin, size_t end, bool after) {
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (after ? less(s, item, s->items[middle]) : !less(s, s->items[middle], item)) {
            end = middle;
        } else {
            begin = middle + 1;
        }
    }
    return begin;
}

static void move_item(mp_obj_t *items, size_t from, size_t to) {
    mp_obj_t item = items[from];
    memmove(items + to + 1, items + to, (from - to) * sizeof(*items));
    items[to] = item;
}

// Finds the run that begins at a place, and makes it at least MIN_RUN long. Returns its end.
static size_t find_run(sort_t *s, size_t begin, size_t len) {
    size_t end = begin + 1;
    if (end < len) {
        bool falls = less(s, s->items[end], s->items[begin]);
        for (end++; end < len && less(s, s->items[end], s->items[end - 1]) == falls; end++) {
        }
        if (falls) { // strictly, so equals keep their order
            reverse_all(s, begin, end);
        }
    }
    size_t least = len - begin < MIN_RUN ? len : begin + MIN_RUN;
    for (; end < least; end++) {
        size_t place = place_for(s, s->items[end], begin, end, true);
        move_item(s->items, end, place);
        if (s->others != NULL) {
            move_item(s->others, end, place);
        }
    }
    return end;
}

// --- Merging ---------------------------------------------------------------------------------------

static void set_aside(const sort_t *s, size_t begin, size_t len) {
    memcpy(s->room, s->items + begin, len * sizeof(mp_obj_t));
    if (s->others != NULL) {
        memcpy(s->other_room, s->others + begin, len * sizeof(mp_obj_t));
    }
}

static inline void from_room(const sort_t *s, size_t to, size_t from) {
    s->items[to] = s->room[from];
    if (s->others != NULL) {
        s->others[to] = s->other_room[from];
    }
}

static inline void from_items(const sort_t *s, size_t to, size_t from) {
    s->items[to] = s->items[from];
    if (s->others != NULL) {
        s->others[to] = s->others[from];
    }
}

static void merge_upwards(const sort_t *s, size_t begin, size_t middle, size_t end) {
    size_t left = 0, n = middle - begin, to = begin;
    set_aside(s, begin, n);
    while (left < n && middle < end) {
        if (less(s, s->items[middle], s->room[left])) {
            from_items(s, to++, middle++);
        } else {
            from_room(s, to++, left++);
        }
    }
    while (left < n) {
        from_room(s, to++, left++);
    }
}

static void merge_downwards(const sort_t *s, size_t begin, size_t middle, size_t end) {
    size_t right = end - middle, to = end;
    set_aside(s, middle, right);
    while (right > 0 && middle > begin) {
        if (less(s, s->room[right - 1], s->items[middle - 1])) {
            from_items(s, --to, --middle);
        } else {
            from_room(s, --to, --right);
        }
    }
    while (right > 0) {
        from_room(s, --to, --right);
    }
}

static void merge(const sort_t *s, size_t begin, size_t middle, size_t end) {
    begin = place_for(s, s->items[middle], begin, middle, true);
    if (begin == middle) {
        return;
    }
    end = place_for(s, s->items[middle - 1], middle, end, false);
    if (middle - begin <= end - middle) {
        merge_upwards(s, begin, middle, end);
    } else {
        merge_downwards(s, begin, middle, end);
    }
}

// How deep the border between two runs lies in a balanced tree over all items.
static unsigned power_of(size_t begin, size_t border, size_t end, size_t len) {
    uint64_t a = (uint64_t)begin + border, b = (uint64_t)border + end; // twice the middles
    unsigned power = 0;
    for (;;) {
        power++;
        if (a >= len) {
            a -= len;
            b -= len;
        } else if (b >= len) {
            return power;
        }
        a *= 2;
        b *= 2;
    }
}

static void sort_runs(sort_t *s, size_t len) {
    run_t runs[MOST_RUNS];
    size_t n = 0;
    for (size_t begin = 0; begin < len;) {
        size_t end = find_run(s, begin, len);
        unsigned power = n == 0 ? 0 : power_of(runs[n - 1].begin, begin, end, len);
        while (n > 1 && runs[n - 1].power > power) {
            merge(s, runs[n - 2].begin, runs[n - 1].begin, runs[n - 1].end);
            runs[n - 2].end = runs[n - 1].end;
            n--;
        }
        runs[n++] = (run_t) { begin, end, power };
        begin = end;
    }
    for (; n > 1; n--) {
        merge(s, runs[n - 2].begin, runs[n - 1].begin, runs[n - 1].end);
        runs[n - 2].end = runs[n - 1].end;
    }
}

static bool is_sorted(const sort_t *s, size_t len) {
    for (size_t i = 1; i < len; i++) {
        if (less(s, s->items[i], s->items[i - 1])) {
            return false;
        }
    }
    return true;
}

void mpwasm_sort(mp_obj_t *items, mp_obj_t *keys, size_t len) {
    sort_t s = { .items = keys != NULL ? keys : items, .others = keys != NULL ? items : NULL };
    if (len < 2) {
        return;
    }
    s.kind = kind_of(s.items[0]);
    for (size_t i = 1; i < len && s.kind != ANY; i++) {
        s.kind = kind_of(s.items[i]) == s.kind ? s.kind : ANY;
    }
    if (s.kind != ANY && s.kind != TUPLES && is_sorted(&s, len)) {
        return;
    }
    s.room = mpwasm_malloc(mpwasm_size(0, sizeof(mp_obj_t), len / 2 + 1));
    if (s.others != NULL) {
        s.other_room = mpwasm_malloc(mpwasm_size(0, sizeof(mp_obj_t), len / 2 + 1));
    }
    sort_runs(&s, len);
}
