// The HAL, as far as it is macros.
#ifndef MPWASM_MPHALPORT_H
#define MPWASM_MPHALPORT_H

#include <errno.h>
#include <stddef.h>
#include <stdint.h>

// A key press that interrupts is the host's business: it ends the run through the fuel import.
static inline void mp_hal_set_interrupt_char(int c) {
    (void)c;
}

// Write to and read from the host's streams. A read of 0 bytes is the end of the stream.
void mpwasm_write(int stream, const void *data, size_t len);
size_t mpwasm_read(void *data, size_t len);

void mpwasm_sleep_ns(uint64_t nanoseconds);

void mp_hal_get_random(size_t n, void *buf);

// input(): a line of stdin, without its end.
struct _vstr_t;
int mpwasm_readline(struct _vstr_t *line, const char *prompt);
#define mp_hal_readline mpwasm_readline

// Files are read and written in one go; WASI has no signals that could interrupt a call.
#define MP_HAL_RETRY_SYSCALL(ret, syscall, raise) do { \
        ret = syscall; \
        if (ret == -1) { \
            int err = errno; \
            raise; \
        } \
} while (0)

#endif
