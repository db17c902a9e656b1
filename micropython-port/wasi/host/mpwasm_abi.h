// The ABI between the guest and its hosts. micropython-port/README.md describes it for people who
// write a host; runtime/sandbox and web are the two that exist. A change here that an old host would
// misread raises MPWASM_ABI_VERSION.
#ifndef MPWASM_ABI_H
#define MPWASM_ABI_H

#include <stddef.h>
#include <stdint.h>

#define MPWASM_ABI_VERSION (2)

// --- Imports, module "mpwasm" ----------------------------------------------------------------------
//
// Each may say that the run is to end: a MPWASM_STOP_* code, always negative, after which the host
// expects the guest to return from mpwasm_run soon.

#define MPWASM_IMPORT(name) __attribute__((import_module("mpwasm"), import_name(#name)))

#define MPWASM_STOP_FUEL (-1)
#define MPWASM_STOP_DEADLINE (-2)
#define MPWASM_STOP_OUTPUT (-3)
#define MPWASM_STOP_CANCELLED (-4)
#define MPWASM_STOP_HOST_CALLS (-5)
#define MPWASM_STOP_HOST_BYTES (-6)

// Reports that a slice of fuel has been used up and asks for the next one. Returns its size, > 0.
MPWASM_IMPORT(refuel) int32_t mpwasm_host_refuel(int32_t consumed);

// Writes len bytes to a stream (1: stdout, 2: stderr). Returns 0.
MPWASM_IMPORT(write) int32_t mpwasm_host_write(int32_t stream, const void *data, uint32_t len);

// Reads at most len bytes of stdin. Returns how many; 0 is the end of the stream.
MPWASM_IMPORT(read) int32_t mpwasm_host_read(void *data, uint32_t len);

// Lets the given time pass on the session's clock. Returns 0.
MPWASM_IMPORT(sleep) int32_t mpwasm_host_sleep(uint64_t nanoseconds);

// Calls a host function. The request is the CBOR array [index, [args...], {kwargs}]; the index is the function's place in
// the list MPWASM_LIST_FUNCTIONS. Or it is what came of what the function called back, [0, value] or [1, [type, message]]. Returns the length of the reply, which the host keeps for mpwasm_host_reply.
MPWASM_IMPORT(call) int32_t mpwasm_host_call(const void *request, uint32_t len);

// Copies the reply of the call just made to where the guest has room for it. Returns 0. The reply is the CBOR array
// [0, value], or [1, type, message]: the name of a built-in exception, which is raised, and its text. Where the host may hold objects
// (handle.h), it may be [2, name, [args...], {kwargs}], too: what the name means is called as MPWASM_RUN_CALL says, and mpwasm_host_call told what
// came of it, for which there is another reply; [3] raises what that raised. Others may have the list of objects that the host lets go of as a last item.
MPWASM_IMPORT(reply) int32_t mpwasm_host_reply(void *reply);

// A statement begins, at which the host wants to be asked (mpwasm_trace_t). Returns 0; or 1 if memory and globals are now those of another moment of
// the same run, at which it was asked the same: the run goes on from there.
typedef struct _mpwasm_trace_t mpwasm_trace_t;
MPWASM_IMPORT(line) int32_t mpwasm_host_line(const mpwasm_trace_t *trace);

// --- Exports ---------------------------------------------------------------------------------------

#define MPWASM_EXPORT(name) __attribute__((export_name(#name), used)) name

// The version above.
uint32_t mpwasm_abi_version(void);

// Starts the interpreter, once. The GC heap grows to at most heap_limit bytes.
void mpwasm_start(uint32_t heap_limit);

// Gives and takes back memory for what the host passes in. NULL when there is none left.
void *mpwasm_alloc(uint32_t size);
void mpwasm_free(void *ptr);

// Replaces a list of strings, given one after the other, each ended by a NUL. Returns 0; MPWASM_LIST_NO_MEMORY; or, of functions, 1
// and the index of the first whose name, or whose module's, programs know already, as something built in or frozen: then none is offered.
#define MPWASM_LIST_ARGV (0) // sys.argv
#define MPWASM_LIST_PATH (1) // sys.path
#define MPWASM_LIST_FUNCTIONS (2) // host functions, "name" or "module.name"; once, before any program
#define MPWASM_LIST_NO_MEMORY (-1)
int32_t mpwasm_set_list(uint32_t which, const char *strings, uint32_t len);

// Runs a program as __main__, with flags MPWASM_RUN_*, in the namespace that earlier runs left. Before that, the inputs are
// stored there: a CBOR map of names and values, or nothing if its length is 0. The texts need live only during the call.
// The result stays valid until the next call.
#define MPWASM_RUN_VALUE (1) // report the value of the last expression
#define MPWASM_RUN_PROMPT (2) // it is interactive: print the value instead, unless it is None, and keep it as "_"; of an exception, keep it as sys.last_exc, and the variables of the frames that it left. With MPWASM_RUN_VALUE, the value is reported, and not printed
#define MPWASM_RUN_CALL (4) // run no program: call what has the dotted name in `source`, or do what one says that begins with '#' (handle.h), with `inputs`, the CBOR array [[args...], {kwargs}]
#define MPWASM_RUN_ASSIGNED (8) // with one of the first two: what a last assignment to a name assigns is its value, too
#define MPWASM_RUN_LOOK (16) // while mpwasm_host_line waits: the program finds the frames of the run that waits, innermost first, as "__frames__", a list of tuples (file, line, function, locals, globals). Memory and globals are to be put back afterwards
#define MPWASM_RUN_HANDLES_SHIFT (16) // the flags from here on are a number: how many objects the host may hold; what has no encoding is a handle then
typedef struct _mpwasm_result_t mpwasm_result_t;
const mpwasm_result_t *mpwasm_run(const char *name, uint32_t name_len, const char *source, uint32_t source_len,
    const void *inputs, uint32_t inputs_len, uint32_t flags);

enum {
    MPWASM_OUTCOME_COMPLETED = 0,
    MPWASM_OUTCOME_RAISED = 1,  // an exception was not caught
    MPWASM_OUTCOME_EXITED = 2,  // SystemExit
    MPWASM_OUTCOME_STOPPED = 3, // the host said stop
};

struct _mpwasm_result_t {
    uint32_t outcome;       // MPWASM_OUTCOME_*
    int32_t exit_status;    // EXITED: what the process would end with
    int32_t stop;           // STOPPED: MPWASM_STOP_*
    uint32_t fuel_consumed; // of the slice that was running when the run ended
    const void *value;      // COMPLETED: value of the last expression, CBOR (value.c)
    uint32_t value_len;
    const void *error;      // RAISED: CBOR map of type, message, traceback, line
    uint32_t error_len;
    uint32_t heap_peak;     // the most bytes in pages of the GC heap that held objects, or described pages, during the run
};

// The heap's peak, for a run that ended in a trap. mpwasm_run need not have returned.
uint32_t mpwasm_heap_peak(void);

// What a host that follows a run says and is told (trace.c). It writes the first part before the run, and whenever it is asked.
struct _mpwasm_trace_t {
    uint32_t on;         // statements that are compiled call mpwasm_line
    int32_t fuel;        // ask when no more of the slice than this is left
    uint64_t count;      // how many statements have begun
    uint64_t until;      // ask at this one, and at any that comes later
    uint32_t lines[8];   // ask at lines of which the bit, modulo 256, is set,
    uint32_t frames[8];  // and in frames of which the bit is set: their address / 16, modulo 256
    // What the host is told:
    uint32_t line;
    uint32_t depth;      // how many frames there are
    uint32_t alone;      // whether no C code stands between them, so that the run can go on from here
    const char *file, *name;
    uint32_t file_len, name_len;
    uint32_t frame;      // the address of the one that runs
    uint32_t chain[8];   // the bits of those around it
    uint32_t callers[64]; // at depth modulo 64, of the innermost frames: a digest of where the frames around it stand
};
mpwasm_trace_t *mpwasm_tracing(void);

// Tells whether an interactive prompt should ask for another line before it runs the text, which ends with a NUL: 1 or 0.
int32_t mpwasm_continues(const char *text);

#endif
