// Frozen modules, as they lie in the artifact, and what an import makes of one.
#pragma once

#include "py/bc.h"

// What mp_find_frozen_module calls data is a module's number in its part, from 1 on, and the part's.
#define MPWASM_FROZEN(part, number) ((const mp_frozen_module_t *)((part) << 16 | (number)))

// Each part begins with this; one that has not come yet is zeros (builder/freeze/content.go writes both).
#define MPWASM_FROZEN_MARK "mpwasm library 1"

// Paths of the modules, each ended by a NUL; how long each is, ended by 0; what the number of each is.
extern const char mp_frozen_names[];
extern const byte mpwasm_frozen_lengths[];
extern const mp_frozen_module_t *const mp_frozen_mpy_content[];

extern const byte mpwasm_frozen_core[];
extern const byte mpwasm_frozen_library[];

// The module in memory, for whoever runs it at once; NULL if its part has not come yet.
const mp_frozen_module_t *mpwasm_frozen_load(const void *data);
