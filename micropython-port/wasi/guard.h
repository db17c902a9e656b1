// Functions that stand in front of upstream's where a program could make those corrupt the guest's memory, or divide by nought.
// sources.txt names the files whose calls are renamed to these. Each guard_*.c says what upstream does wrong, and where.
#ifndef MPWASM_GUARD_H
#define MPWASM_GUARD_H

#include "py/obj.h"

// --- guard_sizes.c ---

// What mp_seq_multiply does, or a MemoryError if the length wraps around.
void mpwasm_seq_multiply(const void *items, size_t item_size, size_t len, size_t times, void *dest);

// What vstr_add_len does, or a MemoryError if the length wraps around.
char *mpwasm_vstr_add_len(vstr_t *vstr, size_t len);

// --- guard_memory.c ---

// In place of m_free: leaves memory to the collector.
void mpwasm_leave(void *memory);

// In place of m_realloc: grows where it is, or copies and leaves the old memory, all of it, to the collector.
void *mpwasm_realloc_apart(void *memory, size_t bytes);

// --- guard_search.c ---

MP_NORETURN void mpwasm_raise_fixed_dict(mp_rom_error_text_t text);
void mpwasm_free_set_table(void *table);

#endif
