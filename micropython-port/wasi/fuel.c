// Fuel and the end of a run.
//
// The VM burns one unit at each backward jump and at each return. Units come in slices: when one is
// used up the host is asked for the next, and may answer that the run is to end. So one mechanism
// serves budgets, deadlines and Stop, and the total is the same on every host.

#include "py/gc.h"
#include "py/mpstate.h"
#include "py/nlr.h"

#include "fuel.h"
#include "mpwasm_abi.h"

int32_t mpwasm_fuel; // units left of the slice
static int32_t slice;
static int32_t stop;

void mpwasm_fuel_reset(void) {
    mpwasm_fuel = 0;
    slice = 0;
    stop = 0;
}

uint32_t mpwasm_fuel_consumed(void) {
    return slice - (mpwasm_fuel < 0 ? 0 : mpwasm_fuel);
}

int32_t mpwasm_stop_reason(void) {
    return stop;
}

void mpwasm_refuel(void) {
    mpwasm_fuel = 0; // the unit that asked has not been burnt yet
    int32_t granted = mpwasm_host_refuel(slice);
    slice = 0;
    mpwasm_check_stop(granted);
    slice = granted;
    mpwasm_fuel = granted - 1;
}

void mpwasm_check_stop(int32_t answer) {
    if (answer >= 0) {
        return;
    }
    stop = answer;
    if (nlr_get_abort() == NULL || gc_is_locked()) {
        // Outside a run, or inside a collection (a finaliser): unwinding would leave the heap half
        // swept, so the guest ends here and the host takes up a snapshot.
        __builtin_trap();
    }
    nlr_jump_abort();
}
