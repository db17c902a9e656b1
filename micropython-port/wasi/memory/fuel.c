// Fuel and the end of a run.
//
// The VM burns one unit at each backward jump and at each return (MICROPY_VM_HOOK_*). All other code burns one
// at each backward branch, and one for each 64 bytes that are copied or filled at once: the pass fuel-metering
// sees to that. Units come in slices: when one is used up the host is asked for the next, and may answer that
// the run is to end. So one mechanism serves budgets, deadlines and Stop, and the total is the same on every host.
//
// Inside the VM a run ends at once, and the session goes on with what it had. C code in the midst of its work
// cannot be left behind like that. It is given GRACE units to come back to the VM; when it has used those up as
// well, the guest traps, and the host goes back to how things were when the run began.
//
// The VM's hook is also where garbage is collected. So that it tests nothing but the sign of mpwasm_fuel,
// the sign says that something wants the hook; whether units are left is told by the bits below it.

#include "py/gc.h"
#include "py/mpstate.h"
#include "py/nlr.h"

#include "memory/fuel.h"
#include "memory/gccollect.h"
#include "host/mpwasm_abi.h"

#define WANTED (0x80000000u)
#define UNITS (0x7fffffffu) // as a 31-bit number, negative when more was burnt than there was
#define UNLIMITED (0x3fffffff)
#define GRACE (1 << 20)

volatile MPWASM_GLOBAL int32_t mpwasm_fuel;
static bool wanted; // the sign; a count that runs out borrows from it
static bool running;
static int32_t slice;
static int32_t stop;
static uint32_t burnt; // of the slice at hand, when the stop came

static int32_t units(void) {
    return (int32_t)((uint32_t)mpwasm_fuel << 1) >> 1;
}

static void set_units(int32_t units) {
    mpwasm_fuel = (wanted ? WANTED : 0) | (units & UNITS);
}

void mpwasm_fuel_begin(void) {
    running = true;
    slice = 0;
    stop = 0;
    wanted = gc_wants_attention;
    set_units(0);
}

uint32_t mpwasm_fuel_end(void) {
    if (stop == 0) {
        burnt = slice - units();
    }
    running = false;
    wanted = gc_wants_attention;
    set_units(UNLIMITED);
    return burnt;
}

static void set_wanted(bool yes) {
    int32_t left = units();
    wanted = yes;
    set_units(left);
}

void mpwasm_fuel_want_hook(void) {
    set_wanted(true);
}

void mpwasm_fuel_unwant_hook(void) {
    set_wanted(stop != 0);
}

int32_t mpwasm_stop_reason(void) {
    return stop;
}

// Takes note that the run is to end. What is burnt from here on does not count.
static void begin_to_stop(int32_t reason) {
    stop = reason;
    burnt = slice - units();
    wanted = true;
    set_units(GRACE);
}

// Ends the run, or the guest where nothing can be unwound.
static void stop_now(void) {
    if (nlr_get_abort() == NULL || (MP_STATE_THREAD(gc_lock_depth) & GC_COLLECT_FLAG)) {
        __builtin_trap(); // in a finaliser: the heap is half swept
    }
    nlr_jump_abort();
}

// Asks for slices until what was burnt too much is paid for. The pass fuel-metering goes by the name.
MP_NOINLINE void mpwasm_fuel_out(void) {
    if (!running) {
        set_units(UNLIMITED);
        return;
    }
    if (stop != 0) {
        __builtin_trap(); // the grace is over
    }
    for (int32_t owed = -units(); owed > 0; owed = -units()) {
        int32_t granted = mpwasm_host_refuel(slice);
        slice = 0;
        if (granted < 0) {
            set_units(0);
            begin_to_stop(granted);
            return;
        }
        slice = granted;
        set_units(granted - owed);
    }
}

static MP_NOINLINE bool look_at_fuel(void) {
    bool out = units() < 0 && stop == 0;
    if (out) {
        mpwasm_fuel_out();
    }
    mpwasm_check_stop(0);
    return out;
}

// It takes nothing of the shadow stack, so that what is cleared in mpwasm_attend begins right below the VM's frame.
// Whether a slice was used up is what it returns.
bool mpwasm_hook(void) {
    bool out = look_at_fuel();
    mpwasm_safe_point();
    return out;
}

void mpwasm_check_stop(int32_t answer) {
    if (answer < 0 && stop == 0) {
        begin_to_stop(answer);
    }
    if (stop != 0) {
        stop_now();
    }
}
