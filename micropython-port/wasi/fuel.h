// Fuel and the end of a run (fuel.c).
#ifndef MPWASM_FUEL_H
#define MPWASM_FUEL_H

#include <stdint.h>

// Forgets what the last run was granted.
void mpwasm_fuel_reset(void);

// Units burnt of the slice at hand.
uint32_t mpwasm_fuel_consumed(void);

// Why the run was stopped (MPWASM_STOP_*), or 0.
int32_t mpwasm_stop_reason(void);

// Makes the VM's next hook a safe point (mpwasm_safe_point), by taking its fuel away; and takes that back.
void mpwasm_fuel_set_aside(void);
void mpwasm_fuel_put_back(void);

// Ends the run if a host call answered with a MPWASM_STOP_* code: does not return then.
void mpwasm_check_stop(int32_t answer);

#endif
