// Finds interned strings by their hash.
//
// Upstream looks for each new string among the qstrs, to share the memory if it is one of them: it compares the hash with those of
// the ones that programs added one after the other, and searches those that are known by halves (py/qstr.c:262 of 1.26.1). Most strings are
// none, and looking for them took half of the time of programs that make many; an import of frozen modules adds them by the hundred.
//
// Here a table of slots has the hash and the number of each. Qstrs are never taken back, so what was added stays.

#include <string.h>

#include "py/mpstate.h"
#include "py/qstr.h"

#include "language/names.h"
#include "memory/gccollect.h"

#define FIRST_SLOTS (1 << 12)
#define NUMBER_BITS (16)

static uint32_t first_slots[FIRST_SLOTS]; // hash and number; 0 is empty
MP_REGISTER_ROOT_POINTER(uint32_t *qstr_slots); // in their place, when they are not enough
static size_t slot_count; // a power of two
static size_t indexed; // qstrs below this number are in the table

static uint32_t *the_slots(void) {
    return MP_STATE_VM(qstr_slots) != NULL ? MP_STATE_VM(qstr_slots) : first_slots;
}

static void put(uint32_t *slots, uint32_t slot) {
    size_t at = slot >> NUMBER_BITS & (slot_count - 1);
    while (slots[at] != 0) {
        at = (at + 1) & (slot_count - 1);
    }
    slots[at] = slot;
}

// Whether there is room for one more.
static bool grow(void) {
    if (slot_count == 0) {
        slot_count = FIRST_SLOTS;
    }
    if (indexed < slot_count / 4 * 3) {
        return true;
    }
    uint32_t *old = the_slots(), *slots = m_malloc_maybe(2 * slot_count * sizeof(uint32_t));
    if (slots == NULL) {
        return false;
    }
    memset(slots, 0, 2 * slot_count * sizeof(uint32_t));
    size_t old_count = slot_count;
    slot_count *= 2;
    for (size_t i = 0; i < old_count; i++) {
        if (old[i] != 0) {
            put(slots, old[i]);
        }
    }
    MP_STATE_VM(qstr_slots) = slots;
    mpwasm_heap_plain(slots);
    mpwasm_heap_settled(slots);
    return true;
}

static size_t total(void) {
    return MP_STATE_VM(last_pool)->total_prev_len + MP_STATE_VM(last_pool)->len;
}

static void index_new(void) {
    for (size_t count = MIN(total(), 1 << NUMBER_BITS); indexed < count && grow(); indexed++) {
        if (indexed != MP_QSTRnull) {
            put(the_slots(), qstr_hash(indexed) << NUMBER_BITS | indexed);
        }
    }
}

qstr mpwasm_find_hashed(const char *text, size_t length, uint32_t hash) {
    if (length == 0) {
        return MP_QSTR_;
    }
    if (indexed != total()) {
        index_new();
    }
    const uint32_t *slots = the_slots();
    for (size_t at = hash & (slot_count - 1); slots[at] != 0; at = (at + 1) & (slot_count - 1)) {
        if (slots[at] >> NUMBER_BITS == hash) {
            qstr found = slots[at] & ((1 << NUMBER_BITS) - 1);
            size_t found_length;
            const byte *found_text = qstr_data(found, &found_length);
            if (found_length == length && memcmp(found_text, text, length) == 0) {
                return found;
            }
        }
    }
    return indexed == total() ? MP_QSTRnull : mpwasm_unindexed_find_strn(text, length); // there was no memory
}

qstr qstr_find_strn(const char *text, size_t length) {
    return mpwasm_find_hashed(text, length, qstr_compute_hash((const byte *)text, length));
}
