// What the parts of the host share (host.c, files.c, serve.c, fuzz.c).
#ifndef MPWASM_NATIVE_HOST_H
#define MPWASM_NATIVE_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A buffer that grows.
typedef struct _buffer_t {
    char *data;
    size_t len, size;
} buffer_t;
void buffer_add(buffer_t *buffer, const void *data, size_t len);

// What programs are given that run one after the other.
typedef struct _session_t {
    const char *stdin_data;
    size_t stdin_len;
    buffer_t argv, path; // each string ended by a NUL
    uint64_t fuel;       // units
    uint32_t memory;     // bytes of objects
    uint32_t output;     // bytes
    bool echo;           // output goes to stdout and stderr at once
    int kept;            // output also goes to this file, so that it is there after a crash; negative: nowhere
    uint64_t seed;
} session_t;

typedef struct _program_t {
    const char *name, *source;
    size_t source_len;
    bool value; // the value of the last expression is wanted
} program_t;

// How one ended.
typedef enum { ENDED_COMPLETED, ENDED_RAISED, ENDED_EXITED, ENDED_STOPPED, ENDED_TRAPPED } ended_t;
typedef struct _ending_t {
    ended_t ended;
    int status; // EXITED
    int stop;   // STOPPED, TRAPPED: MPWASM_STOP_*, 0 for another trap
    uint64_t fuel;
    buffer_t out[3]; // 0: both as they came; 1, 2: stdout, stderr
    const char *value, *error; // CBOR
    size_t value_len, error_len;
} ending_t;

// Runs a program. Those of a process are of one session. After one that trapped there is no other.
void host_run(const session_t *session, const program_t *program, ending_t *ending);

// Sets how many bytes of objects there may be beside those that there are.
void native_heap_room(size_t bytes);

// Finds a text in the CBOR map that describes an exception; NULL if there is none of that key.
const char *host_error_text(const ending_t *ending, const char *key, size_t *len);

// Grants the guest a folder of this machine (NULL: an empty one), which is never written to.
void files_mount(const char *source, const char *guest, bool writable);

// Answers requests from stdin until it ends (serve.c describes them).
int serve(const session_t *defaults);

#endif
