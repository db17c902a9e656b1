// Marking what can be reached, and sweeping the rest.
//
// Any aligned word that is the address of an object counts as a pointer to it; on the stack, any address inside
// an object does. Objects that are found wait
// for their own words to be looked at on a stack of fixed size; when that is full, in their pages (grey), and
// the pages in a list. Nothing recurses, and each object is looked at once, whatever the shape of the data.
//
// Sweeping needs no look at the objects: what was allocated and not marked is a matter of a few words for
// each page.

#include <string.h>

#include "memory/gcheap.h"

#define STACK_OBJECTS (1024)

static uintptr_t stack[STACK_OBJECTS];
static size_t depth;
static size_t grey; // first page in the list of those with grey objects

// --- Marking ---------------------------------------------------------------------------------------

// Lets an object wait in its page.
static void wait_in_page(gc_page_t *page, uintptr_t object) {
    page->alloc[gc_word(object)] &= ~gc_bit(object);
    if (!(page->flags & SPAN_GREY)) {
        page->flags |= SPAN_GREY;
        page->next = grey; // the lists of spans with free slots are made anew by the sweep
        grey = object >> PAGE_SHIFT;
    }
}

// Marks what a word points to.
static inline void visit(uintptr_t address) {
    if (address % GRANULE != 0 || address - gc_low >= gc_high - gc_low) {
        return;
    }
    gc_page_t *block = gc_blocks[address >> BLOCK_SHIFT];
    if (block == NULL) {
        return;
    }
    gc_page_t *page = &block[(address >> PAGE_SHIFT) % PAGES_PER_BLOCK];
    size_t word = gc_word(address);
    uint64_t bit = gc_bit(address);
    if (!(page->alloc[word] & bit) || (page->mark[word] & bit)) {
        return;
    }
    page->mark[word] |= bit;
    if (page->flags & SPAN_PLAIN) {
        return;
    }
    if (depth < STACK_OBJECTS) {
        stack[depth++] = address;
    } else {
        wait_in_page(page, address);
    }
}

// The object that an address lies in; 0 if none.
static uintptr_t object_around(uintptr_t address) {
    gc_page_t *page = gc_page_at(address);
    if (page == NULL || page->kind < PAGE_SMALL) {
        return 0;
    }
    size_t number = (address >> PAGE_SHIFT) - (page->kind == PAGE_PART ? page->part : 0);
    gc_page_t *first = gc_page_at(number << PAGE_SHIFT);
    if (first == NULL || (first->kind != PAGE_SMALL && first->kind != PAGE_LARGE)) {
        return 0; // a page inside a free run tells what it was before
    }
    uintptr_t begin = number << PAGE_SHIFT;
    uintptr_t object = begin + (address - begin) / first->size * first->size;
    return first->kind == PAGE_LARGE && object != begin ? 0 : object; // visit tells whether it is allocated
}

static void visit_all(const uintptr_t *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        visit(words[i]);
    }
}

// Puts the grey objects of a page on the stack, which is empty and holds as many as a page does.
_Static_assert(STACK_OBJECTS >= PAGE / GRANULE, "the stack holds a page's objects");
static void take_grey_page(void) {
    uintptr_t base = grey << PAGE_SHIFT;
    gc_page_t *page = gc_page(grey);
    grey = page->next;
    page->flags &= ~SPAN_GREY;
    for (size_t i = 0; i < BITMAP_WORDS; i++) {
        uint64_t waiting = page->mark[i] & ~page->alloc[i];
        page->alloc[i] |= waiting;
        for (; waiting != 0; waiting &= waiting - 1) {
            stack[depth++] = base + (i * 64 + __builtin_ctzll(waiting)) * GRANULE;
        }
    }
}

// Marks what can be reached from the objects on the stack.
static void finish(void) {
    for (;;) {
        while (depth > 0) {
            uintptr_t object = stack[--depth];
            visit_all((const uintptr_t *)object, gc_page(object >> PAGE_SHIFT)->size / sizeof(uintptr_t));
        }
        if (grey == 0) {
            return;
        }
        take_grey_page();
    }
}

void gc_mark_words(const uintptr_t *words, size_t count) {
    visit_all(words, count);
    finish();
}

void gc_mark_stack(const uintptr_t *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        visit(object_around(words[i]));
    }
    finish();
}

bool gc_is_marked(const void *object) {
    uintptr_t address = (uintptr_t)object;
    gc_page_t *page = gc_page_at(address);
    return page == NULL || (page->mark[gc_word(address)] & gc_bit(address)) != 0;
}

// --- Sweeping --------------------------------------------------------------------------------------

static size_t pages_of(const gc_page_t *page) {
    return page->kind == PAGE_LARGE ? page->size >> PAGE_SHIFT : gc_span_pages(page->class);
}

#if MPWASM_GC_STRESS
// Fills the slots that the sweep frees, of a page's 64 granules from base on.
static void poison(uintptr_t base, uint64_t freed, size_t size) {
    for (; freed != 0; freed &= freed - 1) {
        memset((void *)(base + __builtin_ctzll(freed) * GRANULE), MPWASM_GC_POISON, size);
    }
}
#else
#define poison(base, freed, size) (void)0
#endif

// What a sweep counts.
typedef struct _sweep_t {
    size_t freed; // objects
    size_t live;  // bytes
} sweep_t;

// Frees the unmarked objects that begin in a page. Returns how many are left.
static size_t sweep_page(size_t number, sweep_t *sweep) {
    gc_page_t *page = gc_page(number);
    size_t left = 0;
    for (size_t i = 0; i < BITMAP_WORDS; i++) {
        uint64_t dead = page->alloc[i] & ~page->mark[i];
        page->alloc[i] &= page->mark[i];
        page->mark[i] = 0;
        sweep->freed += __builtin_popcountll(dead);
        left += __builtin_popcountll(page->alloc[i]);
        if (page->kind != PAGE_LARGE) { // those are given back as a whole
            poison((number << PAGE_SHIFT) + i * 64 * GRANULE, dead, page->size);
        }
    }
    sweep->live += left * page->size;
    return left;
}

// Frees the unmarked objects of a span, or a large object. Returns the number of the page to go on with.
static size_t sweep_span(size_t number, sweep_t *sweep) {
    gc_page_t *page = gc_page(number);
    size_t left = 0, pages = pages_of(page);
    for (size_t i = 0; i < (page->kind == PAGE_LARGE ? 1 : pages); i++) {
        left += sweep_page(number + i, sweep);
    }
    page->flags &= ~SPAN_LISTED;
    if (left == 0) {
        return gc_pages_give(number, pages);
    }
    if (page->kind == PAGE_SMALL && left < gc_span_slots(page->class)) {
        gc_class_list(number, false);
    }
    return number + pages;
}

size_t gc_sweep(size_t *freed) {
    sweep_t sweep = { 0, 0 };
    for (size_t number = gc_pages_seek(gc_low >> PAGE_SHIFT); number != 0;) {
        number = gc_pages_seek(sweep_span(number, &sweep));
    }
    *freed = sweep.freed;
    return sweep.live;
}

// --- Walking over objects --------------------------------------------------------------------------

static void each_unmarked_in(size_t number, void (*call)(void *object)) {
    for (size_t i = 0; i < BITMAP_WORDS; i++) {
        uint64_t left = ~(uint64_t)0; // the bits are read again each time: a call may free other objects
        for (;;) {
            gc_page_t *page = gc_page(number);
            uint64_t dead = page->alloc[i] & ~page->mark[i] & left;
            if (dead == 0) {
                break;
            }
            size_t bit = __builtin_ctzll(dead);
            left = bit == 63 ? 0 : ~(uint64_t)0 << (bit + 1);
            call((void *)((number << PAGE_SHIFT) + (i * 64 + bit) * GRANULE));
        }
    }
}

void gc_each_unmarked_del(void (*call)(void *object)) {
    for (size_t number = gc_pages_seek(gc_low >> PAGE_SHIFT); number != 0;) {
        gc_page_t *page = gc_page(number);
        size_t pages = pages_of(page);
        if (page->flags & SPAN_DEL) {
            for (size_t i = 0; i < (page->kind == PAGE_LARGE ? 1 : pages); i++) {
                each_unmarked_in(number + i, call);
            }
        }
        number = gc_pages_seek(number + pages);
    }
}

void gc_count(gc_count_t *count) {
    for (size_t number = gc_pages_seek(gc_low >> PAGE_SHIFT); number != 0;) {
        gc_page_t *page = gc_page(number);
        size_t pages = pages_of(page);
        for (size_t i = 0; i < (page->kind == PAGE_LARGE ? 1 : pages); i++) {
            size_t objects = 0;
            for (size_t word = 0; word < BITMAP_WORDS; word++) {
                objects += __builtin_popcountll(gc_page(number + i)->alloc[word]);
            }
            count->bytes += objects * page->size;
            count->one_granule += page->size == GRANULE ? objects : 0;
            count->two_granules += page->size == 2 * GRANULE ? objects : 0;
            count->largest = page->size > count->largest ? page->size : count->largest;
        }
        number = gc_pages_seek(number + pages);
    }
}
