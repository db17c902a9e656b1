// Following a run, statement by statement (trace.c).
#ifndef MPWASM_TRACE_H
#define MPWASM_TRACE_H

#include "py/obj.h"

#include "host/mpwasm_abi.h"

extern mpwasm_trace_t mpwasm_trace;
extern int32_t mpwasm_trace_fuel; // mpwasm_fuel, when the VM is to take up its frames

// A statement begins in a line. sp is the top of its frame's stack. May leave by nlr_jump(&mpwasm_trace), after which the VM is to take up what the
// innermost frame says.
void mpwasm_line(size_t line, mp_obj_t *sp);

// A run that looks at the one that waits begins; and what it finds as __frames__ is made.
void mpwasm_trace_look_begins(void);
void mpwasm_trace_look(void);

#endif
