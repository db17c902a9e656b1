// Python code that can be left where it waits, and gone on with later (fiber.c).
#ifndef MPWASM_FIBER_H
#define MPWASM_FIBER_H

#if MPWASM_LIBRARY

// A run begins: nothing runs, nothing is current. It came to its end: threads that are no daemons do, too.
void mpwasm_fibers_begin(void);
void mpwasm_fibers_end(void);

// Calls the main program's function, which takes no arguments, so that it can be left where it waits.
void mpwasm_fibers_call_main(mp_obj_t function);

// The host stopped a run, maybe within a fiber: the main program's stack is the current one again.
void mpwasm_fibers_abandon(void);

// Marks the stacks of those who wait for a fiber to come back.
void mpwasm_fibers_mark(void);

// Whether one runs that C code stands below.
bool mpwasm_fibers_run(void);

#else
#define mpwasm_fibers_begin()
#define mpwasm_fibers_end()
#define mpwasm_fibers_call_main(function) mp_call_function_0(function)
#define mpwasm_fibers_abandon()
#define mpwasm_fibers_mark()
#define mpwasm_fibers_run() (false)
#endif

#endif
