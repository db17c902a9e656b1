// The host: what the guest imports, and how a program is run.
//
// Instead of the builder's passes, a hook at each function's entry burns fuel, ends C code that does not come to an end, and
// looks at the stack where the pass stack-checks does.

#define MPWASM_NATIVE_HOST
#include "libc.h"
#include "host.h"

#include <elf.h>
#include <setjmp.h>
#include <sys/mman.h>
#include <sys/resource.h>

#include "host/mpwasm_abi.h"

#define SLICE (1 << 20)
#define CLOCK_START_NS (1767225600000000000ull) // 2026-01-01: where the sandbox's clock begins
#define CLOCK_STEP_NS (1000)

// How much of the process's stack the guest may take. What recurs without a look at it may take some more.
#if __has_feature(address_sanitizer)
#define STACK_BYTES (3 << 20)
#else
#define STACK_BYTES (1 << 20)
#endif

char *native_stack_low, *native_stack_high;
size_t native_heap_limit;

static const session_t *session;
static ending_t *ending;
static uint64_t clock_ns = CLOCK_START_NS;
static uint64_t random_state;
static uint64_t granted, written;
static size_t stdin_at;
static jmp_buf trap;

void buffer_add(buffer_t *buffer, const void *data, size_t len) {
    if (len > buffer->size - buffer->len) {
        buffer->size = (buffer->len + len) * 2;
        buffer->data = realloc(buffer->data, buffer->size);
    }
    if (len > 0) {
        memcpy(buffer->data + buffer->len, data, len);
        buffer->len += len;
    }
}

// --- Imports ---------------------------------------------------------------------------------------

int32_t mpwasm_host_refuel(int32_t consumed) {
    ending->fuel += consumed;
    if (granted >= session->fuel) {
        return MPWASM_STOP_FUEL;
    }
    uint64_t left = session->fuel - granted;
    int32_t slice = left < SLICE ? (int32_t)left : SLICE;
    granted += slice;
    return slice;
}

int32_t mpwasm_host_line(const mpwasm_trace_t *trace) { // nothing is followed here
    (void)trace;
    return 0;
}

static void put(int fd, const char *data, size_t len) {
    while (len > 0) {
        ssize_t n = write(fd, data, len);
        if (n <= 0) {
            exit(2);
        }
        data += n;
        len -= n;
    }
}

int32_t mpwasm_host_write(int32_t stream, const void *data, uint32_t len) {
    uint64_t room = session->output - written;
    bool cut = len > room;
    len = cut ? room : len;
    written += len;
    if (session->echo) {
        put(stream, data, len);
    } else {
        buffer_add(&ending->out[0], data, len);
        buffer_add(&ending->out[stream], data, len);
        if (session->kept >= 0) {
            put(session->kept, data, len);
        }
    }
    return cut ? MPWASM_STOP_OUTPUT : 0;
}

int32_t mpwasm_host_read(void *data, uint32_t len) {
    size_t left = session->stdin_len - stdin_at;
    size_t n = len < left ? len : left;
    memcpy(data, session->stdin_data != NULL ? session->stdin_data + stdin_at : "", n);
    stdin_at += n;
    return n;
}

int32_t mpwasm_host_sleep(uint64_t nanoseconds) {
    clock_ns += nanoseconds;
    return 0;
}

int32_t mpwasm_host_call(const void *request, uint32_t len) {
    (void)request;
    (void)len;
    abort(); // no functions are offered
}

int32_t mpwasm_host_reply(void *reply) {
    (void)reply;
    abort();
}

int native_clock_gettime(clockid_t id, struct timespec *time) {
    clock_ns += CLOCK_STEP_NS;
    uint64_t ns = id == CLOCK_REALTIME ? clock_ns : clock_ns - CLOCK_START_NS;
    time->tv_sec = ns / 1000000000;
    time->tv_nsec = ns % 1000000000;
    return 0;
}

int native_getentropy(void *data, size_t len) {
    for (char *p = data; len-- > 0; p++) { // SplitMix64
        uint64_t z = (random_state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        *p = (z ^ (z >> 31)) >> 56;
    }
    return 0;
}

// The environment begins empty.
static struct { char *name, *value; } variables[256];

static size_t variable(const char *name) {
    size_t i = 0;
    while (i < 256 && variables[i].name != NULL && strcmp(variables[i].name, name) != 0) {
        i++;
    }
    return i;
}

char *native_getenv(const char *name) {
    size_t i = variable(name);
    return i < 256 ? variables[i].value : NULL;
}

int native_setenv(const char *name, const char *value, int overwrite) {
    (void)overwrite;
    size_t i = variable(name);
    if (i == 256 || *name == 0 || strchr(name, '=') != NULL) {
        errno = EINVAL;
        return -1;
    }
    if (variables[i].name == NULL) {
        variables[i].name = strdup(name);
    }
    variables[i].value = strdup(value);
    return 0;
}

int native_unsetenv(const char *name) {
    size_t i = variable(name);
    if (*name == 0 || strchr(name, '=') != NULL) {
        errno = EINVAL;
        return -1;
    }
    if (i < 256 && variables[i].name != NULL) {
        variables[i].value = NULL;
    }
    return 0;
}

// --- The hook at each function's entry -------------------------------------------------------------

extern volatile int32_t mpwasm_fuel;
void mpwasm_fuel_out(void);
void mp_cstack_check(void);

typedef struct _range_t {
    uintptr_t begin, end;
} range_t;

static const char *const checked_names[] = {
    #include "checked_functions.h"
};
static range_t checked[64];
static size_t n_checked;
static char *checked_below;

static void find_in(const char *image) {
    const Elf32_Ehdr *head = (const Elf32_Ehdr *)image;
    const Elf32_Shdr *sections = (const Elf32_Shdr *)(image + head->e_shoff);
    for (size_t i = 0; i < head->e_shnum; i++) {
        if (sections[i].sh_type != SHT_SYMTAB) {
            continue;
        }
        const char *names = image + sections[sections[i].sh_link].sh_offset;
        const Elf32_Sym *symbols = (const Elf32_Sym *)(image + sections[i].sh_offset);
        for (size_t j = 0; j < sections[i].sh_size / sizeof(Elf32_Sym); j++) {
            for (size_t k = 0; k < sizeof(checked_names) / sizeof(*checked_names); k++) {
                if (ELF32_ST_TYPE(symbols[j].st_info) == STT_FUNC && n_checked < 64 && strcmp(names + symbols[j].st_name, checked_names[k]) == 0) {
                    checked[n_checked++] = (range_t) { symbols[j].st_value, symbols[j].st_value + symbols[j].st_size };
                }
            }
        }
    }
}

// Finds the functions that look at the stack, in the symbols of this program.
static void find_checked(void) {
    int fd = open("/proc/self/exe", O_RDONLY);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) != 0) {
        perror("/proc/self/exe");
        exit(2);
    }
    const char *image = mmap(NULL, st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (image == MAP_FAILED) {
        perror("/proc/self/exe");
        exit(2);
    }
    find_in(image);
    munmap((void *)image, st.st_size);
}

static __attribute__((noinline)) void check_deep(uintptr_t function) {
    for (size_t i = 0; i < n_checked; i++) {
        if (function >= checked[i].begin && function < checked[i].end) {
            mp_cstack_check();
        }
    }
}

void __cyg_profile_func_enter_bare(void);
__attribute__((no_sanitize("address", "undefined"))) void __cyg_profile_func_enter_bare(void) {
    uint32_t left = (uint32_t)mpwasm_fuel - 1;
    mpwasm_fuel = (int32_t)left;
    if ((int32_t)(left << 1) < 0) {
        mpwasm_fuel_out();
    }
    if ((char *)__builtin_frame_address(0) < checked_below) {
        check_deep((uintptr_t)__builtin_return_address(0));
    }
}

void native_trap(const char *where, int line) {
    if (ending == NULL) {
        fprintf(stderr, "trap at %s:%d before the program\n", where, line);
        abort();
    }
    ending->ended = ENDED_TRAPPED;
    longjmp(trap, 1);
}

// --- Running ---------------------------------------------------------------------------------------

static void start(void) {
    find_checked();
    native_stack_high = (char *)__builtin_frame_address(0) + 64;
    native_stack_low = native_stack_high - STACK_BYTES;
    native_heap_limit = session->memory;
    random_state = session->seed;
    mpwasm_start(session->memory);
    if (mpwasm_set_list(MPWASM_LIST_ARGV, session->argv.data, session->argv.len) != 0
        || mpwasm_set_list(MPWASM_LIST_PATH, session->path.data, session->path.len) != 0) {
        fprintf(stderr, "no memory for arguments and path\n");
        exit(2);
    }
    checked_below = native_stack_low + (64 << 10);
}

static void run(const program_t *program) {
    const mpwasm_result_t *result = mpwasm_run(program->name, strlen(program->name), program->source, program->source_len, NULL, 0,
        program->value ? MPWASM_RUN_VALUE : 0);
    ending->fuel += result->fuel_consumed;
    ending->status = result->exit_status;
    ending->stop = result->stop;
    ending->value = result->value;
    ending->value_len = result->value_len;
    ending->error = result->error;
    ending->error_len = result->error_len;
    ending->ended = (ended_t)result->outcome;
}

void host_run(const session_t *of, const program_t *program, ending_t *to) {
    int32_t mpwasm_stop_reason(void);
    session = of;
    ending = to;
    granted = written = 0;
    if (setjmp(trap) != 0) {
        ending->stop = mpwasm_stop_reason();
    } else {
        if (native_stack_high == NULL) {
            start();
        }
        run(program);
    }
}

// A text string of CBOR at most 4 GiB long; NULL if it is none.
static const char *text(const uint8_t **at, const uint8_t *end, size_t *len) {
    const uint8_t *p = *at;
    if (p == end || *p >> 5 != 3) {
        return NULL;
    }
    size_t info = *p++ & 31, n = info, more = info < 24 ? 0 : (size_t)1 << (info - 24);
    if (info > 26 || (size_t)(end - p) < more) {
        return NULL;
    }
    if (more > 0) {
        n = 0;
        while (more-- > 0) {
            n = n << 8 | *p++;
        }
    }
    if ((size_t)(end - p) < n) {
        return NULL;
    }
    *at = p + n;
    *len = n;
    return (const char *)p;
}

const char *host_error_text(const ending_t *of, const char *key, size_t *len) {
    const uint8_t *at = (const uint8_t *)of->error, *end = at + of->error_len;
    if (of->error_len == 0) {
        return NULL;
    }
    at++; // the map's head
    for (size_t i = 0; i < 3; i++) { // type, message, traceback
        size_t key_len;
        const char *found = text(&at, end, &key_len);
        const char *value = found != NULL ? text(&at, end, len) : NULL;
        if (value == NULL) {
            return NULL;
        }
        if (key_len == strlen(key) && memcmp(found, key, key_len) == 0) {
            return value;
        }
    }
    return NULL;
}
