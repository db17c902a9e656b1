// Fuel and the end of a run (fuel.c).
#ifndef MPWASM_FUEL_H
#define MPWASM_FUEL_H

#include <stdint.h>

// Begins and ends the time during which fuel is counted. The first slice is asked for when the first unit is
// burnt. The end returns the units burnt of the slice at hand.
void mpwasm_fuel_begin(void);
uint32_t mpwasm_fuel_end(void);

// Why the run is to end (MPWASM_STOP_*), or 0.
int32_t mpwasm_stop_reason(void);

// Has the VM's next hook end in mpwasm_safe_point; and takes that back.
void mpwasm_fuel_want_hook(void);
void mpwasm_fuel_unwant_hook(void);

// Ends the run if a host call answered with a MPWASM_STOP_* code, or an earlier one did: does not return then.
void mpwasm_check_stop(int32_t answer);

#endif
