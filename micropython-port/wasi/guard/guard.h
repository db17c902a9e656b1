// Functions that stand in front of upstream's where a program could make those corrupt the guest's memory, or divide by nought.
// sources.txt names the files whose calls are renamed to these. Each file here says what upstream does wrong, and where.
#ifndef MPWASM_GUARD_H
#define MPWASM_GUARD_H

#include "py/obj.h"

// --- memory.c ---

// In place of m_free: leaves memory to the collector.
void mpwasm_leave(void *memory);

// In place of m_realloc: grows where it is, or copies and leaves the old memory, all of it, to the collector.
void *mpwasm_realloc_apart(void *memory, size_t bytes);

// --- index.c ---

// Whether a value is an instance of a class of the program's, whose operations run Python code.
bool mpwasm_is_instance(mp_obj_t value);

// The number that an index stands for, or the index if it is none.
mp_obj_t mpwasm_index(mp_obj_t index);

// --- io.c ---

// The functions of streams in Python: those of an io.IOBase. A mp_stream_p_t, or null if the variant has none.
extern const void *const mpwasm_python_stream;

#endif
