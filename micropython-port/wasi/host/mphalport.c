// The HAL: output, input, time and randomness, each asked of the host.

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "py/mphal.h"
#include "py/mpprint.h"
#include "py/mpstate.h"
#include "py/nlr.h"
#include "shared/readline/readline.h"

#include "memory/fuel.h"
#include "host/mpwasm_abi.h"

#define NS_PER_MS (1000000ull)
#define NS_PER_US (1000ull)

// A run that is to end writes and reads no more.

void mpwasm_write(int stream, const void *data, size_t len) {
    mpwasm_check_stop(0);
    mpwasm_check_stop(mpwasm_host_write(stream, data, len));
}

size_t mpwasm_read(void *data, size_t len) {
    mpwasm_check_stop(0);
    int32_t n = mpwasm_host_read(data, len);
    mpwasm_check_stop(n);
    return n;
}

mp_uint_t mp_hal_stdout_tx_strn(const char *str, size_t len) {
    mpwasm_write(STDOUT_FILENO, str, len);
    return len;
}

// Upstream's ports turn \n into \r\n here, for serial lines. Ours passes bytes on as they are.
void mp_hal_stdout_tx_strn_cooked(const char *str, size_t len) {
    mp_hal_stdout_tx_strn(str, len);
}

void mp_hal_stdout_tx_str(const char *str) {
    mp_hal_stdout_tx_strn(str, strlen(str));
}

static void stderr_print_strn(void *env, const char *str, size_t len) {
    (void)env;
    mpwasm_write(STDERR_FILENO, str, len);
}

const mp_print_t mp_stderr_print = { NULL, stderr_print_strn };

int mp_hal_stdin_rx_chr(void) {
    unsigned char c;
    return mpwasm_read(&c, 1) == 0 ? -1 : c;
}

uintptr_t mp_hal_stdio_poll(uintptr_t poll_flags) {
    return poll_flags; // a read that would wait is the host's business
}

// The end of the stream is CHAR_CTRL_D to upstream, which makes it an EOFError when nothing was read.
int mpwasm_readline(vstr_t *line, const char *prompt) {
    mp_hal_stdout_tx_str(prompt);
    for (;;) {
        int c = mp_hal_stdin_rx_chr();
        if (c < 0) {
            return CHAR_CTRL_D;
        }
        if (c == '\n') {
            return 0;
        }
        vstr_add_byte(line, c);
    }
}

void mpwasm_sleep_ns(uint64_t nanoseconds) {
    mpwasm_check_stop(0);
    mpwasm_check_stop(mpwasm_host_sleep(nanoseconds));
}

void mp_hal_delay_ms(mp_uint_t ms) {
    mpwasm_sleep_ns(ms * NS_PER_MS);
}

void mp_hal_delay_us(mp_uint_t us) {
    mpwasm_sleep_ns(us * NS_PER_US);
}

void mpwasm_wait_ms(int timeout_ms) {
    // Without a timeout there is nothing to wait for: no other thread, no interrupt. A short nap lets
    // the host end a loop that polls for ever.
    mpwasm_sleep_ns(timeout_ms < 0 ? NS_PER_MS : timeout_ms * NS_PER_MS);
}

static uint64_t clock_ns(clockid_t id) {
    struct timespec t;
    clock_gettime(id, &t);
    return t.tv_sec * 1000000000ull + t.tv_nsec;
}

uint64_t mp_hal_time_ns(void) {
    return clock_ns(CLOCK_REALTIME);
}

mp_uint_t mp_hal_ticks_ms(void) {
    return clock_ns(CLOCK_MONOTONIC) / NS_PER_MS;
}

mp_uint_t mp_hal_ticks_us(void) {
    return clock_ns(CLOCK_MONOTONIC) / NS_PER_US;
}

mp_uint_t mp_hal_ticks_cpu(void) {
    return clock_ns(CLOCK_MONOTONIC);
}

void mp_hal_get_random(size_t n, void *buf) {
    for (char *p = buf; n > 0;) {
        size_t chunk = n < 256 ? n : 256; // getentropy's limit
        if (getentropy(p, chunk) != 0) {
            __builtin_trap(); // every host grants at least a seed
        }
        p += chunk;
        n -= chunk;
    }
}

unsigned long mpwasm_random_seed(void) {
    unsigned long seed;
    mp_hal_get_random(sizeof(seed), &seed);
    return seed;
}

// An exception with nobody to catch it: a defect of the port, since every export catches.
void nlr_jump_fail(void *val) {
    (void)val;
    __builtin_trap();
}
