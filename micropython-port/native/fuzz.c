// libFuzzer's target: an input is a program. Each runs in a copy of this process, as in serve.c, so that what one leaves behind cannot be the
// reason for what the next one does. The counters of edges are shared with the copies, which is how libFuzzer learns where they went.

#define MPWASM_NATIVE_HOST
#include "libc.h"
#include "host.h"

#if MPWASM_FUZZER

#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>

#define PROGRAM_SECONDS (120) // of what fuel should have ended long before

static const char prelude[] = "import array, asyncio, collections, datetime, functools, heapq, io, itertools, json, math, operator, random, re, struct, sys\n";

extern char __start___sancov_cntrs[], __stop___sancov_cntrs[];

static session_t session = { .fuel = 20000000, .memory = 16 << 20, .output = 1 << 20, .seed = 1, .kept = -1 };

// Puts memory that copies share in the place of whole pages of counters.
static void share_counters(void) {
    uintptr_t page = sysconf(_SC_PAGESIZE);
    uintptr_t from = ((uintptr_t)__start___sancov_cntrs + page - 1) & ~(page - 1), to = (uintptr_t)__stop___sancov_cntrs & ~(page - 1);
    if (mmap((void *)from, to - from, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED) {
        perror("fuzz: sharing the counters");
        exit(2);
    }
}

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc;
    (void)argv;
    ending_t ending = { 0 };
    program_t program = { .name = "<prelude>", .source = prelude, .source_len = sizeof(prelude) - 1 };
    files_mount(NULL, "/", true);
    buffer_add(&session.path, "\0.frozen", 9);
    host_run(&session, &program, &ending);
    if (ending.ended != ENDED_COMPLETED) {
        fprintf(stderr, "fuzz: the prelude failed\n");
        exit(2);
    }
    share_counters();
    return 0;
}

static _Noreturn void run_in_child(const uint8_t *data, size_t size) {
    ending_t ending = { 0 };
    program_t program = { .name = "fuzz.py", .source = (const char *)data, .source_len = size };
    signal(SIGALRM, SIG_DFL);
    alarm(PROGRAM_SECONDS);
    host_run(&session, &program, &ending);
    _exit(0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    int status;
    pid_t pid = fork();
    if (pid < 0) {
        perror("fork");
        exit(2);
    }
    if (pid == 0) {
        run_in_child(data, size);
    }
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (status != 0) { // a report, an assertion, or no end
        fprintf(stderr, "fuzz: the program ended with status 0x%x\n", status);
        abort();
    }
    return 0;
}

#endif
