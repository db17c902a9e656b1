// Answers requests: programs come on standard input, what came of each goes to standard output. Each runs in a process of its
// own, a copy of this one, so that none sees another, and what crashes is told apart. What a request with `prelude 1` runs, it runs in
// this process, so that it is there for all that come after it.
//
// A request and an answer are each a length in 4 bytes, the least significant first, and so many bytes: lines of "KEY VALUE",
// an empty line, then texts one after the other, in the order of the lines whose KEY ends in -bytes and tells a text's length.

#define MPWASM_NATIVE_HOST
#include "libc.h"
#include "host.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "host/mpwasm_abi.h"

#define REPORT_MAX (1u << 20)

__attribute__((weak)) int __llvm_profile_write_file(void);

#define MOUNTS (8)
#define PROGRAMS (32)

typedef struct _request_t {
    session_t session;
    unsigned timeout_ms;
    bool prelude, keep; // run here, so that later programs find it done; output is told of what crashes, too
    size_t room;        // bytes of objects beside those of the prelude
    const char *dir;
    struct {
        const char *source, *guest;
        bool writable;
    } mounts[MOUNTS];
    size_t n_mounts;
    program_t programs[PROGRAMS + 1]; // the last one is being read
    size_t n_programs;
} request_t;

static bool read_all(int fd, void *data, size_t len) {
    for (char *p = data; len > 0;) {
        ssize_t n = read(fd, p, len);
        if (n <= 0) {
            return false;
        }
        p += n;
        len -= n;
    }
    return true;
}

static void write_all(int fd, const void *data, size_t len) {
    for (const char *p = data; len > 0;) {
        ssize_t n = write(fd, p, len);
        if (n <= 0) {
            _exit(2);
        }
        p += n;
        len -= n;
    }
}

static void add_line(buffer_t *out, const char *key, long long value) {
    char line[64];
    buffer_add(out, line, snprintf(line, sizeof(line), "%s %lld\n", key, value));
}

// --- Requests --------------------------------------------------------------------------------------

static void mount(request_t *request, char *value, bool writable) {
    char *tab = strchr(value, '\t');
    if (tab != NULL && request->n_mounts < MOUNTS) {
        *tab = 0;
        request->mounts[request->n_mounts].source = *value != 0 ? value : NULL;
        request->mounts[request->n_mounts].guest = tab + 1;
        request->mounts[request->n_mounts++].writable = writable;
    }
}

// Applies a line; returns the length of the text that it announces.
static size_t apply(request_t *request, const char *key, char *value, const char ***text, size_t **text_len) {
    session_t *s = &request->session;
    program_t *program = &request->programs[request->n_programs];
    static const char *unused;
    static size_t unused_len;
    *text = NULL;
    if (strcmp(key, "name") == 0) {
        program->name = value;
    } else if (strcmp(key, "fuel") == 0) {
        s->fuel = strtoull(value, NULL, 0);
    } else if (strcmp(key, "memory") == 0) {
        s->memory = strtoul(value, NULL, 0);
    } else if (strcmp(key, "max-output") == 0) {
        s->output = strtoul(value, NULL, 0);
    } else if (strcmp(key, "seed") == 0) {
        s->seed = strtoull(value, NULL, 0);
    } else if (strcmp(key, "value") == 0) {
        program->value = *value == '1';
    } else if (strcmp(key, "timeout-ms") == 0) {
        request->timeout_ms = strtoul(value, NULL, 0);
    } else if (strcmp(key, "prelude") == 0) {
        request->prelude = *value == '1';
    } else if (strcmp(key, "keep") == 0) {
        request->keep = *value == '1';
    } else if (strcmp(key, "room") == 0) {
        request->room = strtoul(value, NULL, 0);
    } else if (strcmp(key, "chdir") == 0) {
        request->dir = value;
    } else if (strcmp(key, "argv") == 0) {
        buffer_add(&s->argv, value, strlen(value) + 1);
    } else if (strcmp(key, "path") == 0) {
        buffer_add(&s->path, value, strlen(value) + 1);
    } else if (strcmp(key, "mount") == 0 || strcmp(key, "writable") == 0) {
        mount(request, value, *key == 'w');
    } else if (strcmp(key, "source-bytes") == 0) {
        *text = &program->source;
        *text_len = &program->source_len;
        if (request->n_programs < PROGRAMS) {
            request->n_programs++;
            program[1].name = program->name;
        }
    } else if (strcmp(key, "stdin-bytes") == 0) {
        *text = &s->stdin_data;
        *text_len = &s->stdin_len;
    } else if (strlen(key) > 6 && strcmp(key + strlen(key) - 6, "-bytes") == 0) {
        *text = &unused;
        *text_len = &unused_len;
    }
    return *text != NULL ? strtoul(value, NULL, 0) : 0;
}

static bool parse(request_t *request, char *data, size_t len) {
    char *end = data + len, *blank = memmem(data, len, "\n\n", 2);
    if (blank == NULL) {
        return false;
    }
    char *body = blank + 2;
    blank[1] = 0;
    for (char *line = data; *line != 0;) {
        char *newline = strchr(line, '\n'), *space = memchr(line, ' ', newline - line);
        *newline = 0;
        const char **text;
        size_t *text_len;
        if (space == NULL) {
            return false;
        }
        *space = 0;
        size_t n = apply(request, line, space + 1, &text, &text_len);
        if (n > (size_t)(end - body)) {
            return false;
        }
        if (text != NULL) {
            *text = body;
            *text_len = n;
            body += n;
        }
        line = newline + 1;
    }
    return true;
}

// --- Answers ---------------------------------------------------------------------------------------

typedef struct _part_t {
    const char *key, *data;
    size_t len;
} part_t;

static void add_answer(buffer_t *out, buffer_t *texts, const ending_t *ending) {
    static const char *const outcomes[] = { "completed", "raised", "exited", "stopped", "trapped" };
    buffer_add(out, "outcome ", 8);
    buffer_add(out, outcomes[ending->ended], strlen(outcomes[ending->ended]));
    buffer_add(out, "\n", 1);
    add_line(out, "status", ending->status);
    add_line(out, "stop", ending->stop);
    add_line(out, "fuel", ending->fuel);
    part_t parts[] = {
        { "merged-bytes", ending->out[0].data, ending->out[0].len },
        { "stdout-bytes", ending->out[1].data, ending->out[1].len },
        { "stderr-bytes", ending->out[2].data, ending->out[2].len },
        { "value-bytes", ending->value, ending->value_len },
        { "error-bytes", ending->error, ending->error_len },
        { "type-bytes", NULL, 0 }, { "message-bytes", NULL, 0 }, { "traceback-bytes", NULL, 0 },
    };
    static const char *const keys[] = { "type", "message", "traceback" };
    for (size_t i = 0; i < 3; i++) {
        size_t len = 0;
        parts[5 + i].data = host_error_text(ending, keys[i], &len);
        parts[5 + i].len = parts[5 + i].data != NULL ? len : 0;
    }
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        add_line(out, parts[i].key, parts[i].len);
    }
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
        buffer_add(texts, parts[i].data, parts[i].len);
    }
}

// Runs the programs, in this process, and writes the answer.
static void run_programs(request_t *request, int out) {
    buffer_t answer = { 0 }, lines = { 0 }, texts = { 0 };
    for (size_t i = 0; i < request->n_mounts; i++) {
        files_mount(request->mounts[i].source, request->mounts[i].guest, request->mounts[i].writable);
    }
    if (request->dir != NULL) {
        native_chdir(request->dir);
    }
    if (request->room > 0) {
        native_heap_room(request->room);
    }
    for (size_t i = 0; i < request->n_programs; i++) {
        ending_t ending = { 0 };
        host_run(&request->session, &request->programs[i], &ending);
        add_answer(&lines, &texts, &ending);
        if (ending.ended == ENDED_TRAPPED) {
            break;
        }
    }
    buffer_add(&lines, "\n", 1);
    uint32_t len = lines.len + texts.len;
    buffer_add(&answer, &len, 4);
    buffer_add(&answer, lines.data, lines.len);
    buffer_add(&answer, texts.data, texts.len);
    if (__llvm_profile_write_file != NULL) {
        __llvm_profile_write_file();
    }
    write_all(out, answer.data, answer.len);
    free(answer.data);
    free(lines.data);
    free(texts.data);
}

static _Noreturn void run_in_child(request_t *request, int out, int report) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(report, STDERR_FILENO);
    int null = open("/dev/null", O_RDWR);
    dup2(null, STDIN_FILENO);
    dup2(null, STDOUT_FILENO);
    run_programs(request, out);
    _exit(0);
}

// Reads the answer until the process is done or its time is over. Returns false if there is none that is whole.
static bool collect(int in, unsigned timeout_ms, buffer_t *answer, bool *late) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    uint64_t deadline = now.tv_sec * 1000ull + now.tv_nsec / 1000000 + timeout_ms;
    char chunk[65536];
    for (;;) {
        clock_gettime(CLOCK_MONOTONIC, &now);
        uint64_t at = now.tv_sec * 1000ull + now.tv_nsec / 1000000;
        struct pollfd fd = { .fd = in, .events = POLLIN };
        if (at >= deadline || poll(&fd, 1, deadline - at) == 0) {
            *late = true;
            return false;
        }
        ssize_t n = read(in, chunk, sizeof(chunk));
        if (n <= 0) {
            break;
        }
        buffer_add(answer, chunk, n);
    }
    uint32_t len;
    if (answer->len < 4) {
        return false;
    }
    memcpy(&len, answer->data, 4);
    return answer->len == len + 4;
}

// Adds what a file holds, at most REPORT_MAX of its end, and its line.
static void add_file(buffer_t *lines, buffer_t *texts, const char *key, int fd) {
    off_t size = lseek(fd, 0, SEEK_END);
    size_t len = size > (off_t)REPORT_MAX ? REPORT_MAX : (size_t)size;
    char *text = malloc(len + 1);
    ssize_t n = pread(fd, text, len, size - len);
    len = n > 0 ? n : 0;
    add_line(lines, key, len);
    buffer_add(texts, text, len);
    free(text);
}

static void add_crash(buffer_t *out, bool late, int status, int report, int kept) {
    uint32_t total = 0;
    buffer_t texts = { 0 };
    buffer_add(out, &total, 4);
    const char *outcome = late ? "outcome timeout\n" : "outcome crashed\n";
    buffer_add(out, outcome, strlen(outcome));
    add_line(out, "wait-status", status);
    add_file(out, &texts, "report-bytes", report);
    if (kept >= 0) {
        add_file(out, &texts, "merged-bytes", kept);
    }
    buffer_add(out, "\n", 1);
    buffer_add(out, texts.data, texts.len);
    total = out->len - 4;
    memcpy(out->data, &total, 4);
    free(texts.data);
}

static void answer_request(request_t *request) {
    int pipes[2], report = memfd_create("report", MFD_CLOEXEC);
    int kept = request->session.kept = request->keep ? memfd_create("output", MFD_CLOEXEC) : -1;
    if (report < 0 || pipe(pipes) != 0) {
        perror("serve");
        exit(2);
    }
    pid_t pid = fork();
    if (pid < 0) {
        perror("fork");
        exit(2);
    }
    if (pid == 0) {
        close(pipes[0]);
        run_in_child(request, pipes[1], report);
    }
    close(pipes[1]);
    buffer_t answer = { 0 };
    bool late = false;
    bool whole = collect(pipes[0], request->timeout_ms, &answer, &late);
    close(pipes[0]);
    int status;
    if (late) {
        kill(pid, SIGKILL);
    }
    waitpid(pid, &status, 0);
    if (!whole || status != 0 || lseek(report, 0, SEEK_END) > 0) { // UndefinedBehaviorSanitizer reports and goes on
        answer.len = 0;
        add_crash(&answer, late, status, report, kept);
    }
    close(report);
    if (kept >= 0) {
        close(kept);
    }
    write_all(STDOUT_FILENO, answer.data, answer.len);
    free(answer.data);
}

int serve(const session_t *defaults) {
    uint32_t len;
    signal(SIGPIPE, SIG_DFL);
    while (read_all(STDIN_FILENO, &len, 4)) {
        char *data = malloc((size_t)len + 1);
        if (data == NULL || !read_all(STDIN_FILENO, data, len)) {
            fprintf(stderr, "serve: a request of %u bytes ends early\n", len);
            return 2;
        }
        request_t request = { .session = *defaults, .timeout_ms = 30000 };
        request.session.echo = false;
        request.session.kept = -1;
        request.programs[0].name = "<string>";
        if (!parse(&request, data, len)) {
            fprintf(stderr, "serve: malformed request\n");
            return 2;
        }
        if (request.session.path.len == 0) {
            buffer_add(&request.session.path, "\0.frozen", 9);
        }
        if (request.prelude) { // the guest may go on with what it was given
            run_programs(&request, STDOUT_FILENO);
            continue;
        }
        answer_request(&request);
        free(request.session.argv.data);
        free(request.session.path.data);
        free(data);
    }
    return 0;
}
