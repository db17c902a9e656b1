// malloc and free, for the host's buffers and for the C library's files. wasi-libc's are made for programs that have nothing else, and take
// 12 KB; here a few blocks live at a time, and the heap of Python's objects is another (memory/gc.c).
//
// Free blocks lie in a list by address, the first that is large enough is cut at its end, and neighbours are joined when they are freed.

#ifdef __wasm__

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define UNIT (16) // sizes are multiples of it; it has room for a block_t
#define WASM_PAGE (65536)

typedef struct _block_t {
    size_t size; // with this
    struct _block_t *next; // if it is free
} block_t;

extern char __heap_base, __heap_end; // wasm-ld: what data leave of the memory that there is from the start

static block_t *first;
static bool begun;

static void join(block_t *block) {
    block_t *next = block->next;
    if ((char *)block + block->size == (char *)next) {
        block->size += next->size;
        block->next = next->next;
    }
}

static void give(void *begin, size_t size) {
    block_t *block = begin, *before = NULL, *after = first;
    while (after != NULL && after < block) {
        before = after;
        after = after->next;
    }
    block->size = size;
    block->next = after;
    *(before != NULL ? &before->next : &first) = block;
    join(block);
    if (before != NULL) {
        join(before);
    }
}

static block_t *take(size_t size) {
    for (block_t **at = &first; *at != NULL; at = &(*at)->next) {
        block_t *block = *at;
        if (block->size == size) {
            *at = block->next;
            return block;
        }
        if (block->size > size) {
            block->size -= size;
            block = (block_t *)((char *)block + block->size);
            block->size = size;
            return block;
        }
    }
    return NULL;
}

static bool grow(size_t size) {
    size_t pages = (size + WASM_PAGE - 1) / WASM_PAGE, end = __builtin_wasm_memory_grow(0, pages);
    if (end == SIZE_MAX) {
        return false;
    }
    give((void *)(end * WASM_PAGE), pages * WASM_PAGE);
    return true;
}

void *malloc(size_t size) {
    if (!begun) {
        begun = true;
        char *begin = (char *)(((uintptr_t)&__heap_base + UNIT - 1) & -UNIT);
        if (&__heap_end > begin) {
            give(begin, &__heap_end - begin);
        }
    }
    if (size < SIZE_MAX - 2 * WASM_PAGE) {
        size = (size + UNIT + UNIT - 1) & -UNIT;
        block_t *block = take(size);
        if (block != NULL || (grow(size) && (block = take(size)) != NULL)) {
            return (char *)block + UNIT;
        }
    }
    errno = ENOMEM;
    return NULL;
}

void free(void *object) {
    if (object != NULL) {
        block_t *block = (block_t *)((char *)object - UNIT);
        give(block, block->size);
    }
}

void *calloc(size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        bytes = SIZE_MAX;
    }
    void *object = malloc(bytes);
    return object == NULL ? NULL : memset(object, 0, bytes);
}

void *realloc(void *old, size_t size) {
    void *object = malloc(size);
    if (object != NULL && old != NULL) {
        size_t old_size = ((block_t *)((char *)old - UNIT))->size - UNIT;
        memcpy(object, old, old_size < size ? old_size : size);
        free(old);
    }
    return object;
}

#endif
