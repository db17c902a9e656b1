// Frozen modules, as they lie in the artifact, and what an import makes of one.
#pragma once

#include "py/bc.h"

// What mp_find_frozen_module calls data is a module's number, from 1 on.
#define MPWASM_FROZEN(number) ((const mp_frozen_module_t *)(number))

// They begin with this (builder/freeze/content.go), by which builds for pages find them: there they come later, with mpwasm_frozen_load.
#define MPWASM_FROZEN_MARK "mpwasm library 1"

// Paths of the modules, each ended by a NUL; how long each is, ended by 0; what the number of each is.
extern const char mp_frozen_names[];
extern const byte mpwasm_frozen_lengths[];
extern const mp_frozen_module_t *const mp_frozen_mpy_content[];

extern const byte mpwasm_frozen_library[];

// The module in memory, for whoever runs it at once. Nobody else reads mpwasm_frozen_library.
const mp_frozen_module_t *mpwasm_frozen_load(const void *data);
