// The heap's pages: runs of them, taken from the end of linear memory and never given back to it.
//
// Free runs lie in lists by size, and carry their length at both ends, so that runs that touch become one at
// once. A run of a fitting size is found without searching: lists for 1 to 16 pages hold one size each,
// beyond that there are four lists for each power of two, any run of a higher list fits, and a bitmap tells
// which lists have one. Only when all of those are empty and the heap cannot grow is a list searched.
//
// The pages of one MiB of addresses are described in a block of its own, found through gc_blocks. So an
// address leads to its page in two loads, whoever else takes memory in between. Memory that was never used
// is known by its address, needs no clearing and is not touched before it is.

#include <string.h>

#include "memory/gcheap.h"

#define WASM_PAGE ((size_t)65536)
#define DESCRIPTIONS (sizeof(gc_page_t) * PAGES_PER_BLOCK / PAGE) // pages that hold a block's
_Static_assert(sizeof(gc_page_t) * PAGES_PER_BLOCK % PAGE == 0, "a block fills whole pages");

// The heap grows by a quarter of itself. Hosts may copy all of memory when it grows: so a byte is copied four times on
// average, however large the heap becomes.
#define GROWTH_SHARE (4)

#define LISTS (128)
#define SINGLE_SIZE_LISTS (16)

gc_page_t *gc_blocks[(size_t)1 << (32 - BLOCK_SHIFT)];
uintptr_t gc_low, gc_high;
gc_sizes_t gc_sizes;
bool gc_reserve_is_open, gc_program_runs;
static uintptr_t used; // memory from here on was never used
static uint32_t lists[LISTS]; // first pages of free runs
static uint64_t nonempty[LISTS / 64];

void gc_pages_init(size_t limit) {
    gc_sizes.limit = limit;
}

void gc_pages_clear(uintptr_t begin, uintptr_t end) {
    if (begin < used) {
        memset((void *)begin, 0, (end < used ? end : used) - begin);
    }
    if (end > used) {
        used = end;
    }
}

// --- Free runs -------------------------------------------------------------------------------------

static size_t list_of(size_t pages) {
    if (pages <= SINGLE_SIZE_LISTS) {
        return pages - 1;
    }
    size_t log = 31 - __builtin_clz(pages);
    return SINGLE_SIZE_LISTS + (log - 4) * 4 + ((pages >> (log - 2)) & 3);
}

static void insert(size_t number, size_t pages) {
    gc_page_t *first = gc_page(number), *last = gc_page(number + pages - 1);
    size_t list = list_of(pages);
    gc_sizes.free += pages << PAGE_SHIFT;
    last->kind = PAGE_FREE;
    last->run.first = number;
    first->kind = PAGE_FREE;
    first->run.pages = pages;
    first->run.prev = 0;
    first->run.next = lists[list];
    if (lists[list] != 0) {
        gc_page(lists[list])->run.prev = number;
    }
    lists[list] = number;
    nonempty[list / 64] |= (uint64_t)1 << (list % 64);
}

static void unlink_run(size_t number) {
    gc_page_t *first = gc_page(number);
    size_t list = list_of(first->run.pages);
    gc_sizes.free -= first->run.pages << PAGE_SHIFT;
    if (first->run.next != 0) {
        gc_page(first->run.next)->run.prev = first->run.prev;
    }
    if (first->run.prev != 0) {
        gc_page(first->run.prev)->run.next = first->run.next;
        return;
    }
    lists[list] = first->run.next;
    if (lists[list] == 0) {
        nonempty[list / 64] &= ~((uint64_t)1 << (list % 64));
    }
}

// The kind of a page that need not be the heap's.
static uint8_t kind_of(size_t number) {
    gc_page_t *page = gc_page_at(number << PAGE_SHIFT);
    return page == NULL ? PAGE_FOREIGN : page->kind;
}

// Makes pages a free run, together with the free runs beside them. Returns the number after it.
static size_t add_free(size_t number, size_t pages) {
    size_t after = number + pages;
    if (kind_of(after) == PAGE_FREE) {
        size_t length = gc_page(after)->run.pages;
        unlink_run(after);
        after += length;
    }
    if (kind_of(number - 1) == PAGE_FREE) {
        number = gc_page(number - 1)->run.first;
        unlink_run(number);
    }
    insert(number, after - number);
    return after;
}

size_t gc_pages_give(size_t number, size_t pages) {
    #if MPWASM_GC_STRESS
    uintptr_t begin = number << PAGE_SHIFT, end = begin + (pages << PAGE_SHIFT);
    end = end < used ? end : used; // the slots of a span need not fill its last page, and what was never used is not cleared before it is
    memset((void *)begin, MPWASM_GC_POISON, begin < end ? end - begin : 0);
    #endif
    return add_free(number, pages);
}

// Takes the first pages of a free run.
static size_t cut(size_t number, size_t pages) {
    size_t length = gc_page(number)->run.pages;
    unlink_run(number);
    if (length > pages) {
        insert(number + pages, length - pages);
    }
    return number;
}

// The first list from a given one on that holds a run.
static size_t next_nonempty(size_t list) {
    for (; list < LISTS; list = (list | 63) + 1) {
        uint64_t left = nonempty[list / 64] >> (list % 64);
        if (left != 0) {
            return list + __builtin_ctzll(left);
        }
    }
    return LISTS;
}

// A free run that fits, found at once; 0 if there is none, or none that is found so.
static size_t find(size_t pages) {
    size_t list = list_of(pages);
    if (lists[list] != 0 && gc_page(lists[list])->run.pages >= pages) {
        return lists[list];
    }
    list = next_nonempty(list + 1);
    return list == LISTS ? 0 : lists[list];
}

// A free run that fits, among those of about the size.
static size_t search(size_t pages) {
    size_t number = lists[list_of(pages)];
    while (number != 0 && gc_page(number)->run.pages < pages) {
        number = gc_page(number)->run.next;
    }
    return number;
}

// --- Growing ---------------------------------------------------------------------------------------

static size_t round_up(size_t n, size_t unit) {
    return (n + unit - 1) / unit * unit;
}

// Blocks that are still to be described if the heap comes to hold these addresses.
static size_t blocks_missing(uintptr_t begin, uintptr_t end) {
    size_t missing = 0;
    for (size_t i = begin >> BLOCK_SHIFT; i <= (end - 1) >> BLOCK_SHIFT; i++) {
        missing += gc_blocks[i] == NULL;
    }
    return missing;
}

// Gives every block of these addresses its descriptions. They lie in free pages where there are some, else in
// the first of the new pages. Returns where the rest of those begins.
static uintptr_t describe(uintptr_t begin, uintptr_t end) {
    uintptr_t rest = begin;
    size_t last = (end - 1) >> BLOCK_SHIFT;
    for (size_t i = begin >> BLOCK_SHIFT; i <= last; i++) {
        if (gc_blocks[i] != NULL) {
            continue;
        }
        size_t run = find(DESCRIPTIONS);
        uintptr_t home = run != 0 ? cut(run, DESCRIPTIONS) << PAGE_SHIFT : rest;
        if (run == 0) {
            rest += DESCRIPTIONS << PAGE_SHIFT;
        }
        gc_pages_clear(home, home + (DESCRIPTIONS << PAGE_SHIFT));
        gc_blocks[i] = (gc_page_t *)home;
        gc_sizes.kept += DESCRIPTIONS << PAGE_SHIFT;
        if (run != 0) {
            for (size_t j = 0; j < DESCRIPTIONS; j++) {
                gc_page((home >> PAGE_SHIFT) + j)->kind = PAGE_KEPT;
            }
        }
    }
    for (uintptr_t kept = begin; kept < rest; kept += PAGE) {
        gc_page(kept >> PAGE_SHIFT)->kind = PAGE_KEPT;
    }
    return rest;
}

// Pages of the free run at the end of memory, if memory grows from there on.
static size_t pages_at_end(uintptr_t end) {
    if (end != gc_high || kind_of((end >> PAGE_SHIFT) - 1) != PAGE_FREE) {
        return 0;
    }
    return gc_page(gc_page((end >> PAGE_SHIFT) - 1)->run.first)->run.pages;
}

static size_t left_to_grow(void) {
    return (gc_sizes.limit - gc_sizes.held) / WASM_PAGE * WASM_PAGE;
}

// Bytes by which memory must grow for a run of so many pages, their descriptions not counted.
static size_t growth_for(size_t pages) {
    size_t at_end = pages_at_end(__builtin_wasm_memory_size(0) * WASM_PAGE);
    return pages > at_end ? (pages - at_end) << PAGE_SHIFT : PAGE;
}

// Takes more of linear memory, so that a run of so many pages is free, if it can.
static void grow(size_t pages) {
    uintptr_t begin = __builtin_wasm_memory_size(0) * WASM_PAGE;
    size_t left = left_to_grow(), need = growth_for(pages);
    if (need > left) {
        return;
    }
    need += (blocks_missing(begin, begin + need) + 1) * (DESCRIPTIONS << PAGE_SHIFT);
    size_t share = gc_sizes.held / GROWTH_SHARE;
    size_t bytes = round_up(need, WASM_PAGE);
    if (bytes < share) {
        bytes = round_up(share, WASM_PAGE);
    }
    if (bytes > left) {
        bytes = left;
    }
    // Memory ends below 4 GiB, so that no address overflows.
    if (begin + bytes < begin || __builtin_wasm_memory_grow(0, bytes / WASM_PAGE) == (size_t)-1) {
        return;
    }
    if (gc_low == 0) {
        gc_low = begin;
    }
    gc_high = begin + bytes;
    gc_sizes.held += bytes;
    if (used < begin) {
        used = begin;
    }
    uintptr_t rest = describe(begin, begin + bytes);
    if (rest < begin + bytes) {
        add_free(rest >> PAGE_SHIFT, (begin + bytes - rest) >> PAGE_SHIFT);
    }
}

// --- Taking ----------------------------------------------------------------------------------------

static size_t available(void) {
    return gc_sizes.free + gc_sizes.limit - gc_sizes.held;
}

// Tells whether so many bytes may be taken without touching what is reserved.
static bool leaves_reserve(size_t bytes) {
    size_t reserved = (gc_reserve_is_open ? 0 : RESERVE) + (gc_program_runs ? RUN_RESERVE : 0);
    return available() >= bytes + reserved;
}

bool gc_pages_fit(size_t bytes) {
    size_t pages = (bytes + PAGE - 1) >> PAGE_SHIFT;
    return available() >= bytes + RESERVE + RUN_RESERVE && (growth_for(pages) <= left_to_grow() || find(pages) != 0 || search(pages) != 0);
}

void gc_reserve_close_if_filled(void) {
    gc_reserve_is_open = gc_reserve_is_open && available() < 2 * (RESERVE + RUN_RESERVE);
}

void gc_pages_make_part(size_t number, size_t first_part, size_t pages) {
    for (size_t i = 0; i < pages; i++) {
        gc_page_t *page = gc_page(number + i);
        page->kind = PAGE_PART;
        page->part = first_part + i;
    }
}

static size_t in_use(void) {
    return gc_sizes.held - gc_sizes.free;
}

void gc_pages_reset_peak(void) {
    gc_sizes.peak = in_use();
}

// Takes the first pages of a free run for objects.
static size_t take(size_t number, size_t pages) {
    cut(number, pages);
    if (in_use() > gc_sizes.peak) {
        gc_sizes.peak = in_use();
    }
    return number;
}

size_t gc_pages_take(size_t pages) {
    if (!leaves_reserve(pages << PAGE_SHIFT)) {
        return 0;
    }
    size_t number = find(pages);
    if (number == 0) {
        grow(pages);
        number = find(pages);
    }
    if (number == 0) {
        number = search(pages);
    }
    return number == 0 ? 0 : take(number, pages);
}

bool gc_pages_extend(size_t number, size_t pages, size_t more) {
    if (!leaves_reserve(more << PAGE_SHIFT)) {
        return false;
    }
    size_t after = number + pages;
    uint8_t kind = kind_of(after);
    size_t there = kind == PAGE_FREE ? gc_page(after)->run.pages : 0;
    uintptr_t end = (after + there) << PAGE_SHIFT;
    if (there < more && end == gc_high && end == __builtin_wasm_memory_size(0) * WASM_PAGE) {
        grow(more);
        there = kind_of(after) == PAGE_FREE ? gc_page(after)->run.pages : 0;
    }
    if (there < more) {
        return false;
    }
    take(after, more);
    return true;
}

size_t gc_pages_seek(size_t number) {
    while (number << PAGE_SHIFT < gc_high) {
        gc_page_t *page = gc_page_at(number << PAGE_SHIFT);
        if (page == NULL) {
            number = (number | (PAGES_PER_BLOCK - 1)) + 1;
        } else if (page->kind == PAGE_FREE) {
            number += page->run.pages;
        } else if (page->kind == PAGE_SMALL || page->kind == PAGE_LARGE) {
            return number;
        } else {
            number++;
        }
    }
    return 0;
}
