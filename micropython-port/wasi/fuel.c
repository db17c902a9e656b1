// Fuel and the end of a run.
//
// The VM burns one unit at each backward jump and at each return. Units come in slices: when one is
// used up the host is asked for the next, and may answer that the run is to end. So one mechanism
// serves budgets, deadlines and Stop, and the total is the same on every host.
//
// The same hook is where garbage is collected. To make the VM take the slow path there, what is left of the
// slice is set aside, so the hook tests nothing but the fuel.

#include "py/gc.h"
#include "py/mpstate.h"
#include "py/nlr.h"

#include "fuel.h"
#include "gccollect.h"
#include "mpwasm_abi.h"

int32_t mpwasm_fuel; // units left of the slice, or 0 while some are set aside
static int32_t aside; // units set aside
static bool is_aside;
static int32_t slice;
static int32_t stop;

void mpwasm_fuel_reset(void) {
    mpwasm_fuel = 0;
    aside = 0;
    slice = 0;
    stop = 0;
}

uint32_t mpwasm_fuel_consumed(void) {
    int32_t left = is_aside ? aside : mpwasm_fuel;
    return slice - (left < 0 ? 0 : left);
}

void mpwasm_fuel_set_aside(void) {
    aside = mpwasm_fuel;
    is_aside = true;
    mpwasm_fuel = 0;
}

void mpwasm_fuel_put_back(void) {
    mpwasm_fuel = aside;
    is_aside = false;
}

int32_t mpwasm_stop_reason(void) {
    return stop;
}

void mpwasm_refuel(void) {
    if (is_aside) {
        mpwasm_safe_point(); // puts it back
        if (--mpwasm_fuel >= 0) {
            return;
        }
    }
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
    if (nlr_get_abort() == NULL || (MP_STATE_THREAD(gc_lock_depth) & GC_COLLECT_FLAG)) {
        // Outside a run, or inside a collection (a finaliser): unwinding would leave the heap half
        // swept, so the guest ends here and the host takes up a snapshot.
        __builtin_trap();
    }
    nlr_jump_abort();
}
