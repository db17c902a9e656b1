// A guest's files: a tree in memory. A mount is a folder of this machine that is read when it is first looked at, and never
// written; what a program writes stays in memory, and is allowed below writable folders only.

#define MPWASM_NATIVE_HOST
#include "libc.h"
#include "host.h"

#define FDS (128)
#define FIRST_FD (3)
#define FILES_MAX (64u << 20)
#define PATH_LIMIT (1024)

typedef struct _node_t {
    struct _node_t *next, *parent, *children;
    char *name, *source; // source: where its contents are on this machine, until they were read
    bool is_dir, writable, unlinked;
    unsigned ino, opened;
    char *data;
    size_t len;
} node_t;

struct _native_dir_t {
    node_t **entries;
    size_t at, count;
    struct native_dirent entry;
};

typedef struct _open_file_t {
    node_t *node;
    size_t at;
    int flags;
} open_file_t;

static node_t root = { .is_dir = true };
static node_t *cwd = &root;
static open_file_t files[FDS];
static size_t total;
static unsigned last_ino;

static int fail(int error) {
    errno = error;
    return -1;
}

static node_t *add(node_t *parent, const char *name, size_t len, bool is_dir) {
    node_t *node = calloc(1, sizeof(node_t));
    node->name = strndup(name, len);
    node->parent = parent;
    node->is_dir = is_dir;
    node->writable = parent->writable;
    node->ino = ++last_ino;
    node->next = parent->children;
    parent->children = node;
    return node;
}

static void unlink_node(node_t *node) {
    node_t **at = &node->parent->children;
    while (*at != node) {
        at = &(*at)->next;
    }
    *at = node->next;
    node->unlinked = true;
}

// Reads what a node of a mount holds.
static void load_dir(node_t *node) {
    DIR *dir = opendir(node->source);
    struct dirent *entry;
    while (dir != NULL && (entry = readdir(dir)) != NULL) {
        char path[4096];
        struct stat st;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        snprintf(path, sizeof(path), "%s/%s", node->source, entry->d_name);
        if (stat(path, &st) == 0 && (S_ISREG(st.st_mode) || S_ISDIR(st.st_mode))) {
            node_t *child = add(node, entry->d_name, strlen(entry->d_name), S_ISDIR(st.st_mode));
            child->source = strdup(path);
            child->len = S_ISREG(st.st_mode) ? (size_t)st.st_size : 0;
        }
    }
    if (dir != NULL) {
        closedir(dir);
    }
}

static void load_file(node_t *node) {
    node->len = 0;
    FILE *file = fopen(node->source, "rb");
    char chunk[65536];
    size_t n;
    while (file != NULL && (n = fread(chunk, 1, sizeof(chunk), file)) > 0) {
        node->data = realloc(node->data, node->len + n);
        memcpy(node->data + node->len, chunk, n);
        node->len += n;
    }
    if (file != NULL) {
        fclose(file);
    }
}

static void load(node_t *node) {
    if (node->source != NULL) {
        node->is_dir ? load_dir(node) : load_file(node);
        free(node->source);
        node->source = NULL;
    }
}

static node_t *child(node_t *dir, const char *name, size_t len) {
    load(dir);
    for (node_t *node = dir->children; node != NULL; node = node->next) {
        if (strlen(node->name) == len && memcmp(node->name, name, len) == 0) {
            return node;
        }
    }
    return NULL;
}

// Finds a path's node. If only the last part is missing, returns NULL and sets *parent and *last to where it would be.
static node_t *find(const char *path, node_t **parent, const char **last) {
    node_t *node = *path == '/' ? &root : cwd;
    *parent = NULL;
    if (*path == 0 || strlen(path) >= PATH_LIMIT) {
        errno = *path == 0 ? ENOENT : ENAMETOOLONG;
        return NULL;
    }
    while (*path != 0) {
        size_t len = strcspn(path, "/");
        const char *after = path + len + strspn(path + len, "/");
        if (!node->is_dir) {
            errno = ENOTDIR;
            return NULL;
        }
        if (len > 255) {
            errno = ENAMETOOLONG;
            return NULL;
        }
        if (len == 2 && path[0] == '.' && path[1] == '.') {
            node = node->parent != NULL ? node->parent : node;
        } else if (len > 0 && !(len == 1 && path[0] == '.')) {
            node_t *next = child(node, path, len);
            if (next == NULL) {
                errno = ENOENT;
                if (*after == 0) {
                    *parent = node;
                    *last = path;
                }
                return NULL;
            }
            node = next;
        }
        path = after;
    }
    return node;
}

static size_t name_len(const char *last) {
    return strcspn(last, "/");
}

void files_mount(const char *source, const char *guest, bool writable) {
    node_t *parent, *node = &root;
    const char *last;
    char path[PATH_LIMIT];
    for (const char *part = guest; *part != 0;) { // makes the folders on the way
        part += strspn(part, "/");
        part += strcspn(part, "/");
        snprintf(path, sizeof(path), "%.*s", (int)(part - guest), guest);
        node = find(path[0] != 0 ? path : "/", &parent, &last);
        if (node == NULL && parent != NULL) {
            node = add(parent, last, name_len(last), true);
        }
    }
    if (node != NULL) {
        node->source = source != NULL ? strdup(source) : NULL;
        node->writable = writable;
    }
}

static bool check_writable(node_t *dir) {
    if (!dir->writable) {
        errno = EROFS;
    } else if (dir->unlinked) {
        errno = ENOENT;
    }
    return dir->writable && !dir->unlinked;
}

int native_open(const char *path, int flags, ...) {
    node_t *parent;
    const char *last;
    node_t *node = find(path, &parent, &last);
    bool writes = (flags & O_ACCMODE) != O_RDONLY;
    if (node == NULL) {
        if (parent == NULL || !(flags & O_CREAT)) {
            return -1;
        }
        if (!check_writable(parent)) {
            return -1;
        }
        node = add(parent, last, name_len(last), false);
    } else if (flags & O_EXCL) {
        return fail(EEXIST);
    }
    if (node->is_dir) {
        return fail(EISDIR);
    }
    if (writes && !node->writable) {
        return fail(EROFS);
    }
    load(node);
    if (flags & O_TRUNC) {
        total -= node->len;
        node->len = 0;
    }
    for (int i = 0; i < FDS; i++) {
        if (files[i].node == NULL) {
            files[i] = (open_file_t) { node, 0, flags };
            node->opened++;
            return i + FIRST_FD;
        }
    }
    return fail(EMFILE);
}

static open_file_t *file_of(int fd) {
    if (fd < FIRST_FD || fd >= FDS + FIRST_FD || files[fd - FIRST_FD].node == NULL) {
        errno = EBADF;
        return NULL;
    }
    return &files[fd - FIRST_FD];
}

int native_close(int fd) {
    open_file_t *file = file_of(fd);
    if (file == NULL) {
        return -1;
    }
    file->node = NULL;
    return 0;
}

ssize_t native_read(int fd, void *data, size_t len) {
    open_file_t *file = file_of(fd);
    if (file == NULL) {
        return -1;
    }
    if ((file->flags & O_ACCMODE) == O_WRONLY) {
        return fail(EBADF);
    }
    size_t left = file->at < file->node->len ? file->node->len - file->at : 0;
    size_t n = len < left ? len : left;
    memcpy(data, n > 0 ? file->node->data + file->at : "", n);
    file->at += n;
    return n;
}

ssize_t native_write(int fd, const void *data, size_t len) {
    open_file_t *file = file_of(fd);
    if (file == NULL) {
        return -1;
    }
    if ((file->flags & O_ACCMODE) == O_RDONLY) {
        return fail(EBADF);
    }
    node_t *node = file->node;
    if (file->flags & O_APPEND) {
        file->at = node->len;
    }
    if (len > FILES_MAX || file->at > FILES_MAX || file->at + len > FILES_MAX) {
        return fail(EFBIG);
    }
    size_t end = file->at + len;
    if (end > node->len) {
        if (total + end - node->len > FILES_MAX) {
            return fail(ENOSPC);
        }
        total += end - node->len;
        node->data = realloc(node->data, end);
        memset(node->data + node->len, 0, end - node->len);
        node->len = end;
    }
    memcpy(node->data + file->at, data, len);
    file->at = end;
    return len;
}

off_t native_lseek(int fd, off_t offset, int whence) {
    open_file_t *file = file_of(fd);
    if (file == NULL) {
        return -1;
    }
    off_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (off_t)file->at : (off_t)file->node->len;
    off_t at;
    if (__builtin_add_overflow(base, offset, &at) || at < 0 || at > INT32_MAX) {
        return fail(EINVAL);
    }
    file->at = at;
    return at;
}

int native_fsync(int fd) {
    return file_of(fd) == NULL ? -1 : 0;
}

int native_isatty(int fd) {
    (void)fd;
    return 0;
}

int native_poll(struct pollfd *fds, nfds_t n, int timeout) {
    (void)timeout;
    for (nfds_t i = 0; i < n; i++) {
        fds[i].revents = file_of(fds[i].fd) == NULL ? POLLNVAL : fds[i].events & (POLLIN | POLLOUT);
    }
    return n;
}

int native_stat(const char *path, struct native_stat *st) {
    node_t *parent;
    const char *last;
    node_t *node = find(path, &parent, &last);
    if (node == NULL) {
        return -1;
    }
    memset(st, 0, sizeof(*st));
    st->st_mode = node->is_dir ? S_IFDIR : S_IFREG;
    st->st_size = node->len;
    st->st_ino = 1;
    st->st_nlink = 1;
    return 0;
}

int native_mkdir(const char *path, mode_t mode) {
    (void)mode;
    node_t *parent;
    const char *last;
    if (find(path, &parent, &last) != NULL) {
        return fail(EEXIST);
    }
    if (parent == NULL || !check_writable(parent)) {
        return -1;
    }
    add(parent, last, name_len(last), true);
    return 0;
}

int native_rmdir(const char *path) {
    node_t *parent;
    const char *last;
    node_t *node = find(path, &parent, &last);
    if (node == NULL) {
        return -1;
    }
    if (!node->is_dir) {
        return fail(ENOTDIR);
    }
    if (node->parent == NULL) {
        return fail(EBUSY);
    }
    load(node);
    if (node->children != NULL) {
        return fail(ENOTEMPTY);
    }
    if (!check_writable(node->parent)) {
        return -1;
    }
    unlink_node(node);
    return 0;
}

int native_unlink(const char *path) {
    node_t *parent;
    const char *last;
    node_t *node = find(path, &parent, &last);
    if (node == NULL) {
        return -1;
    }
    if (node->is_dir) {
        return fail(EISDIR);
    }
    if (!check_writable(node->parent)) {
        return -1;
    }
    load(node);
    unlink_node(node);
    return 0;
}

int native_rename(const char *from, const char *to) {
    node_t *parent, *to_parent;
    const char *last, *to_last;
    node_t *node = find(from, &parent, &last);
    if (node == NULL) {
        return -1;
    }
    node_t *old = find(to, &to_parent, &to_last);
    if (old == node) {
        return 0;
    }
    if (old == NULL && to_parent == NULL) {
        return -1;
    }
    node_t *target = old != NULL ? old->parent : to_parent;
    if (node->parent == NULL || target == NULL) {
        return fail(EBUSY);
    }
    for (node_t *up = target; up != NULL; up = up->parent) {
        if (up == node) {
            return fail(EINVAL);
        }
    }
    if (!check_writable(node->parent) || !check_writable(target)) {
        return -1;
    }
    if (old != NULL) {
        if (old->is_dir != node->is_dir) {
            return fail(old->is_dir ? EISDIR : ENOTDIR);
        }
        load(old);
        if (old->children != NULL) {
            return fail(ENOTEMPTY);
        }
    }
    char *name = old != NULL ? strdup(old->name) : strndup(to_last, name_len(to_last));
    if (old != NULL) {
        unlink_node(old);
    }
    unlink_node(node);
    node->unlinked = false;
    node->name = name;
    node->parent = target;
    node->next = target->children;
    target->children = node;
    return 0;
}

int native_chdir(const char *path) {
    node_t *parent;
    const char *last;
    node_t *node = find(path, &parent, &last);
    if (node == NULL) {
        return -1;
    }
    if (!node->is_dir) {
        return fail(ENOTDIR);
    }
    cwd = node;
    return 0;
}

char *native_getcwd(char *buf, size_t size) {
    char path[PATH_LIMIT * 2];
    size_t at = sizeof(path) - 1;
    path[at] = 0;
    for (node_t *node = cwd; node->parent != NULL; node = node->parent) {
        size_t len = strlen(node->name);
        if (len + 1 > at) {
            errno = ERANGE;
            return NULL;
        }
        at -= len;
        memcpy(path + at, node->name, len);
        path[--at] = '/';
    }
    if (path[at] == 0) {
        path[--at] = '/';
    }
    if (sizeof(path) - at > size) {
        errno = ERANGE;
        return NULL;
    }
    return memcpy(buf, path + at, sizeof(path) - at);
}

static int by_name(const void *a, const void *b) {
    return strcmp((*(node_t *const *)a)->name, (*(node_t *const *)b)->name);
}

native_dir_t *native_opendir(const char *path) {
    node_t *parent;
    const char *last;
    node_t *node = find(path, &parent, &last);
    if (node == NULL) {
        return NULL;
    }
    if (!node->is_dir) {
        errno = ENOTDIR;
        return NULL;
    }
    load(node);
    native_dir_t *dir = calloc(1, sizeof(*dir));
    for (node_t *entry = node->children; entry != NULL; entry = entry->next) {
        dir->entries = realloc(dir->entries, (dir->count + 1) * sizeof(node_t *));
        dir->entries[dir->count++] = entry;
    }
    qsort(dir->entries, dir->count, sizeof(node_t *), by_name);
    return dir;
}

struct native_dirent *native_readdir(native_dir_t *dir) {
    if (dir->at == dir->count) {
        return NULL;
    }
    node_t *node = dir->entries[dir->at++];
    dir->entry.d_ino = node->ino;
    dir->entry.d_type = node->is_dir ? DT_DIR : DT_REG;
    snprintf(dir->entry.d_name, sizeof(dir->entry.d_name), "%s", node->name);
    return &dir->entry;
}

int native_closedir(native_dir_t *dir) {
    free(dir->entries);
    free(dir);
    return 0;
}
