// The command: runs programs of files, one process each, or answers requests (serve.c). libFuzzer has a main of its own (fuzz.c).

#define MPWASM_NATIVE_HOST
#include "libc.h"
#include "host.h"

#include <sys/wait.h>

#include "host/mpwasm_abi.h"

#if !MPWASM_FUZZER

static const char usage[] =
    "usage: %s [OPTION...] FILE...   run programs, each in a process of its own\n"
    "       %s [OPTION...] -c CODE\n"
    "       %s [OPTION...] --serve   answer requests from standard input\n"
    "  --fuel N  --memory BYTES  --max-output BYTES  --timeout SECONDS  --seed N  --stdin FILE\n"
    "  --mount DIR:PATH  --writable DIR:PATH  (changes stay in memory; an empty DIR is an empty folder)\n"
    "  --chdir PATH\n";

static session_t session = {
    .fuel = 1000000000, .memory = 32 << 20, .output = 16 << 20, .seed = 1, .echo = true,
};
static unsigned timeout_s = 60;
static const char *directory;

static char *read_file(const char *path, size_t *len) {
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    buffer_t buffer = { 0 };
    char chunk[65536];
    size_t n;
    while ((n = fread(chunk, 1, sizeof(chunk), file)) > 0) {
        buffer_add(&buffer, chunk, n);
    }
    *len = buffer.len;
    return buffer.data;
}

static void mount(const char *spec, bool writable) {
    char *copy = strdup(spec), *colon = strrchr(copy, ':');
    if (colon == NULL || colon[1] != '/') {
        fprintf(stderr, "%s: expected DIR:/PATH\n", spec);
        exit(2);
    }
    *colon = 0;
    files_mount(*copy != 0 ? copy : NULL, colon + 1, writable);
}

static void option(const char *name, const char *value) {
    if (value == NULL) {
        fprintf(stderr, "%s: expected a value\n", name);
        exit(2);
    }
    if (strcmp(name, "--fuel") == 0) {
        session.fuel = strtoull(value, NULL, 0);
    } else if (strcmp(name, "--memory") == 0) {
        session.memory = strtoul(value, NULL, 0);
    } else if (strcmp(name, "--max-output") == 0) {
        session.output = strtoul(value, NULL, 0);
    } else if (strcmp(name, "--timeout") == 0) {
        timeout_s = strtoul(value, NULL, 0);
    } else if (strcmp(name, "--seed") == 0) {
        session.seed = strtoull(value, NULL, 0);
    } else if (strcmp(name, "--stdin") == 0) {
        session.stdin_data = read_file(value, &session.stdin_len);
    } else if (strcmp(name, "--mount") == 0) {
        mount(value, false);
    } else if (strcmp(name, "--writable") == 0) {
        mount(value, true);
    } else if (strcmp(name, "--chdir") == 0) {
        directory = value;
    } else {
        fprintf(stderr, usage, name, name, name);
        exit(2);
    }
}

// The status that `mpwasm run` ends with.
static int status_of(const ending_t *ending) {
    switch (ending->ended) {
        case ENDED_COMPLETED:
            return 0;
        case ENDED_RAISED:
            return 1;
        case ENDED_EXITED:
            return ending->status & 0xff;
        default:
            return ending->stop == MPWASM_STOP_FUEL ? 10 : ending->stop == MPWASM_STOP_OUTPUT ? 13 : 12;
    }
}

static int run(const char *name, const char *source, size_t len) {
    ending_t ending = { 0 };
    program_t program = { .name = name, .source = source, .source_len = len };
    buffer_add(&session.argv, name, strlen(name) + 1);
    const char *slash = strrchr(name, '/');
    buffer_add(&session.path, name, slash == NULL ? 0 : slash - name);
    buffer_add(&session.path, "\0.frozen", 9);
    if (directory != NULL && native_chdir(directory) != 0) {
        perror(directory);
        exit(2);
    }
    alarm(timeout_s);
    host_run(&session, &program, &ending);
    size_t text_len;
    const char *text = host_error_text(&ending, "traceback", &text_len);
    if (text != NULL) {
        fwrite(text, 1, text_len, stderr);
    }
    if (ending.ended == ENDED_STOPPED || ending.ended == ENDED_TRAPPED) {
        fprintf(stderr, "%s: %s (stop %d)\n", name, ending.ended == ENDED_STOPPED ? "stopped" : "trapped", ending.stop);
    }
    return status_of(&ending);
}

static int run_file(const char *path) {
    size_t len;
    char *source = read_file(path, &len);
    return run(path, source, len);
}

// Runs each file in a process of its own. What ends with a report is told; the status is how many did.
static int run_files(char **files, int n) {
    int bad = 0;
    for (int i = 0; i < n; i++) {
        pid_t pid = fork();
        if (pid == 0) {
            exit(run_file(files[i]));
        }
        int status;
        waitpid(pid, &status, 0);
        if (WIFSIGNALED(status) || WEXITSTATUS(status) == 99) {
            fprintf(stderr, "%s: REPORT (status 0x%x)\n", files[i], status);
            bad++;
        }
    }
    return bad > 0;
}

int main(int argc, char **argv) {
    int i = 1;
    for (; i < argc && strncmp(argv[i], "--", 2) == 0; i += 2) {
        if (strcmp(argv[i], "--serve") == 0) {
            return serve(&session);
        }
        option(argv[i], argv[i + 1]);
    }
    if (i + 1 < argc && strcmp(argv[i], "-c") == 0) {
        return run("<string>", argv[i + 1], strlen(argv[i + 1]));
    }
    if (i >= argc) {
        fprintf(stderr, usage, argv[0], argv[0], argv[0]);
        return 2;
    }
    return i + 1 == argc ? run_file(argv[i]) : run_files(argv + i, argc - i);
}

#endif

// --- Sanitizers ------------------------------------------------------------------------------------

const char *__asan_default_options(void);
const char *__asan_default_options(void) {
    return "exitcode=99:detect_leaks=0:allocator_may_return_null=1:handle_abort=1:quarantine_size_mb=32:malloc_context_size=12";
}

const char *__ubsan_default_options(void);
const char *__ubsan_default_options(void) {
    #if MPWASM_FUZZER
    return "exitcode=99:print_stacktrace=1:halt_on_error=1";
    #else
    return "exitcode=99:print_stacktrace=1";
    #endif
}
