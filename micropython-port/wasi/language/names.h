// Interned strings that are known when the guest is built, as they lie in the module: texts and lengths alone. What the interpreter looks
// them up by is made from them when it starts (names.c).
#pragma once

#include "py/qstr.h"

// Interns a text that lies there for good, ended by a NUL, without a copy.
qstr mpwasm_intern_in_place(const char *text, size_t length);

// The same for a text without a NUL in it; *text is set behind it.
qstr mpwasm_intern_next(const char **text);

// As qstr_find_strn, with the hash.
qstr mpwasm_find_hashed(const char *text, size_t length, uint32_t hash);

// What upstream calls qstr_find_strn (qstr_index.c).
qstr mpwasm_unindexed_find_strn(const char *text, size_t length);
