// Inside the garbage collector: pages, size classes and marks, shared by gc*.c. gc.c says how they fit.
#ifndef MPWASM_GCHEAP_H
#define MPWASM_GCHEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A build that collects at every opportunity and fills freed memory with MPWASM_GC_POISON, so that what
// uses memory after it was freed is found out.
#ifndef MPWASM_GC_STRESS
#define MPWASM_GC_STRESS (0)
#endif

// As an address it lies beyond any memory, and as an object it is one, so using it traps.
#define MPWASM_GC_POISON (0xf8)

// --- Pages (gcpages.c) -----------------------------------------------------------------------------

#define GRANULE_SHIFT (4)
#define GRANULE ((size_t)1 << GRANULE_SHIFT) // every object begins at a multiple of it
#define PAGE_SHIFT (12)
#define PAGE ((size_t)1 << PAGE_SHIFT)
#define BLOCK_SHIFT (20) // pages are described in blocks, one for each MiB of addresses
#define PAGES_PER_BLOCK ((size_t)1 << (BLOCK_SHIFT - PAGE_SHIFT))
#define BITMAP_WORDS (PAGE / GRANULE / 64)

enum {
    PAGE_FOREIGN = 0, // not the heap's: a page's description begins as zeros
    PAGE_KEPT,        // holds descriptions of pages
    PAGE_FREE,        // first or last page of a free run
    PAGE_SMALL,       // first page of a span of objects of one size
    PAGE_LARGE,       // first page of an object that has its pages to itself
    PAGE_PART,        // a further page of such
};

enum {
    SPAN_LISTED = 1,  // stands in the list of spans with free slots
    SPAN_GREY = 2,    // stands in the list of spans with grey objects
    SPAN_DEL = 4,     // its objects may have a finaliser
    SPAN_DIRTY = 8,   // a slot was freed while objects were taken from the span
    SPAN_PLAIN = 16,  // its one object holds no pointers
};

// gc_page_t describes a page. Bits are numbered by granule, and set for an object's first one only.
//
//    alloc mark    the slot that begins there
//      0    0      is free
//      1    0      holds an object, unmarked (white)
//      1    1      holds an object that is marked (black), or waits on the mark stack
//      0    1      holds an object that is marked and waits in its page (grey)
typedef struct _gc_page_t {
    uint64_t alloc[BITMAP_WORDS];
    union {
        uint64_t mark[BITMAP_WORDS];
        struct {
            uint32_t pages; // of the run; in its first page
            uint32_t next, prev; // runs of about the same size; in its first page
            uint32_t first; // the run's first page; in its last page
        } run; // PAGE_FREE
    };
    uint32_t size; // bytes of each object; of a large one, all its pages
    uint32_t next; // number of the next span in the list that the flags tell
    uint32_t part; // pages since the first of the span or object; what PAGE_FREE left there means nothing
    uint8_t kind;  // PAGE_*
    uint8_t class; // PAGE_SMALL: which size class
    uint8_t flags; // SPAN_*, in the first page
} gc_page_t;

extern gc_page_t *gc_blocks[]; // by address >> BLOCK_SHIFT; NULL where no page is the heap's
extern uintptr_t gc_low, gc_high; // all pages of the heap lie between these addresses

// The description of a page of the heap, by its number: its address >> PAGE_SHIFT.
static inline gc_page_t *gc_page(size_t number) {
    return &gc_blocks[number / PAGES_PER_BLOCK][number % PAGES_PER_BLOCK];
}

// The page that an address lies in, or NULL if that is not the heap's.
static inline gc_page_t *gc_page_at(uintptr_t address) {
    if (address - gc_low >= gc_high - gc_low) {
        return NULL;
    }
    gc_page_t *block = gc_blocks[address >> BLOCK_SHIFT];
    return block == NULL ? NULL : &block[(address >> PAGE_SHIFT) % PAGES_PER_BLOCK];
}

static inline uint64_t gc_bit(uintptr_t address) {
    return (uint64_t)1 << ((address >> GRANULE_SHIFT) & 63);
}

static inline size_t gc_word(uintptr_t address) {
    return (address >> (GRANULE_SHIFT + 6)) % BITMAP_WORDS;
}

// Makes an empty heap that takes at most limit bytes of memory.
void gc_pages_init(size_t limit);

// Takes a run of pages, growing the heap if need be. Returns the first page's number; 0 if the limit or the
// host forbids. The caller describes the pages.
size_t gc_pages_take(size_t pages);

// Tells whether there is, or can be, a run of free pages for so many bytes.
bool gc_pages_fit(size_t bytes);

// Takes the pages that follow a run, if they are free or can be had by growing.
bool gc_pages_extend(size_t number, size_t pages, size_t more);

// What the first allocation that fails leaves: enough to deal with the MemoryError and to report it, not to go on as
// before. The next allocations may take it.
#define RESERVE ((size_t)24 << 10)
extern bool gc_reserve_is_open;

// What no program gets: enough to compile a small one, which may drop what the heap is full of, and to report how it
// ended.
#define RUN_RESERVE ((size_t)16 << 10)
extern bool gc_program_runs;

void gc_reserve_close_if_filled(void);

// Describes pages as further ones of a span or object.
void gc_pages_make_part(size_t number, size_t first_part, size_t pages);

// Begins to look for the most bytes in use anew.
void gc_pages_reset_peak(void);

// Gives back pages whose alloc bits are all 0. Returns the number after the free run that they are in now.
size_t gc_pages_give(size_t number, size_t pages);

// Fills with zeros what may have been used before, of pages taken.
void gc_pages_clear(uintptr_t begin, uintptr_t end);

// The first page in use from number on, skipping free and foreign ones; 0 at the heap's end.
size_t gc_pages_seek(size_t number);

// Bytes of memory: the limit; held now; in use at the most; holding descriptions of pages; in
// free pages. In use is what is held and not free: pages with objects, and descriptions.
typedef struct _gc_sizes_t {
    size_t limit, held, peak, kept, free;
} gc_sizes_t;
extern gc_sizes_t gc_sizes;

// --- Objects (gcspans.c) ---------------------------------------------------------------------------

#define SMALL_MAX (2048) // up to here an allocation looks its class up by its size in granules
#define CLASSES (28)

// gc_class_t is where objects of one size come from: a run of free slots, then the next in the same span,
// then spans with free slots, then a new span. The slots of the run count as allocated already.
typedef struct _gc_class_t {
    uintptr_t cursor, end; // the run; filled with zeros
    uintptr_t resume, stop; // where to look for the next run, in the span
    size_t span; // its number, 0 if there is none
    size_t first, last; // spans with free slots, the ones after the first linked by their pages
    uint32_t size; // of a slot
} gc_class_t;

extern gc_class_t gc_classes[2 * CLASSES]; // the second half: objects that may have a finaliser
extern const uint8_t gc_class_by_granules[SMALL_MAX / 16 + 1];

// The class of objects of a size, CLASSES if they are large.
size_t gc_class_of(size_t bytes);

// The class of a span, by its first page.
gc_class_t *gc_class_of_span(const gc_page_t *first);

// The pages of a class's span, and its slots.
size_t gc_span_pages(size_t class);
size_t gc_span_slots(size_t class);

// Finds the next run of free slots. False if there is no memory for any.
bool gc_class_refill(gc_class_t *class);

// Lists a span among those with free slots.
void gc_class_list(size_t number, bool at_front);

// Unclaims the slots that no object was put into, and forgets all lists: a collection makes them anew.
void gc_classes_flush(void);

// --- Marks (gcmark.c) ------------------------------------------------------------------------------

// Marks all objects that can be reached from words of memory that hold their addresses.
void gc_mark_words(const uintptr_t *words, size_t count);

// The same, from words that may also hold addresses inside objects: those of a stack.
void gc_mark_stack(const uintptr_t *words, size_t count);

// Frees all unmarked objects, and unmarks the others. Returns the bytes of those, and how many were freed.
size_t gc_sweep(size_t *freed);

// Calls a function with every object that is not marked and may have a finaliser.
void gc_each_unmarked_del(void (*call)(void *object));

// What is allocated, with the slots that wait to be handed out.
typedef struct _gc_count_t {
    size_t bytes, largest; // bytes
    size_t one_granule, two_granules; // objects
} gc_count_t;
void gc_count(gc_count_t *count);

#endif
