// The garbage collector: this port's own, in place of upstream's py/gc.c, behind the same py/gc.h.
//
// It collects at safe points only. Upstream's collects inside an allocation, whenever memory is short, and so
// must find every pointer that any C function holds at that moment. In wasm those are in locals, where no
// one can look, and copies of all of them in memory, around all calls, are what makes that sound and slow.
// Here an allocation never collects. It asks (gccollect.c), and the heap grows meanwhile, up to the session's
// limit. The collection happens at the next place where Python code goes on: the VM's hooks, at backward
// jumps and returns. There the VM itself holds nothing but what lies in memory: its frames are in the
// pystack, and what it has in locals points into those or to what they hold. Two kinds of calls in C are safe
// points as well (safepoint.h), because they may run Python code anyway and so pass hooks.
//
// What remains are C functions between two activations of the VM, or above a safe point: a sort that calls a
// key function, a join that drains a generator. What they hold during *those* calls must be in memory, in the
// shadow stack, and it is the builder's business to put it there (builder/README.md). Calls that cannot reach
// the VM need nothing: no collection happens in them. gc.collect() called from Python is such a call from the
// VM like any other.
//
// So memory comes in these layers, each a file:
//
//    gccollect.c  when to collect; the roots; finalisers
//    gcmark.c     marks what can be reached, sweeps the rest
//    gcspans.c    small objects: runs of slots of one size
//    gcpages.c    runs of pages, and where each address belongs
//    gc.c         the allocator's face: picks the layer
//
// Costs. Allocating a small object moves a cursor; taking up a run of slots costs a few operations a slot. Pages are
// found through bitmaps. Nothing is searched, so the time of an allocation does not depend on how much there
// is. Marking takes time by the bytes that live, sweeping by pages; collections are spaced so that garbage
// of about the size of what lives is made in between.
//
// What is retained: an object, if any aligned word of the roots or of a reachable object has its address as
// value, whether that word is meant as a pointer or not. Addresses inside an object do not count, as upstream,
// but in the shadow stack they do: a compiler may keep the address of a member in place of the object's
// (extmod/modre.c goes wrong otherwise; upstream's collector trusts to luck there). All memory that is handed out is filled with zeros, so old contents retain nothing.
//
// Where everything lies depends on the program and what it is given alone: the same run gives the same
// addresses on every host.

#include <string.h>

#include "py/gc.h"
#include "py/mpstate.h"

#include "memory/gccollect.h"
#include "memory/gcheap.h"

// --- Locks -----------------------------------------------------------------------------------------

void gc_lock(void) {
    MP_STATE_THREAD(gc_lock_depth) += 1 << GC_LOCK_DEPTH_SHIFT;
}

void gc_unlock(void) {
    MP_STATE_THREAD(gc_lock_depth) -= 1 << GC_LOCK_DEPTH_SHIFT;
}

bool gc_is_locked(void) {
    return MP_STATE_THREAD(gc_lock_depth) != 0;
}

// --- Allocating ------------------------------------------------------------------------------------

// Takes pages for one object. The caller writes over the first bytes of it, which are not cleared.
static void *alloc_large(size_t bytes, uint8_t flags, size_t written) {
    if (bytes > gc_sizes.limit) {
        return NULL;
    }
    size_t pages = (bytes + PAGE - 1) >> PAGE_SHIFT;
    size_t number = gc_pages_take(pages);
    if (number == 0) {
        return NULL;
    }
    gc_pages_make_part(number, 0, pages);
    gc_page_t *page = gc_page(number);
    memset(page, 0, sizeof(*page));
    page->kind = PAGE_LARGE;
    page->flags = flags;
    page->size = pages << PAGE_SHIFT;
    page->alloc[0] = 1;
    uintptr_t address = number << PAGE_SHIFT;
    gc_pages_clear(address + written, address + page->size);
    gc_account(page->size);
    gc_expect(page->size);
    return (void *)address;
}

// Takes a slot from a class, or a larger one if there is no memory for that.
static void *alloc_small(size_t class_number, bool may_have_del) {
    for (; class_number < CLASSES; class_number++) {
        gc_class_t *class = &gc_classes[class_number + (may_have_del ? CLASSES : 0)];
        if (class->cursor != class->end || gc_class_refill(class)) {
            void *object = (void *)class->cursor;
            class->cursor += class->size;
            return object;
        }
    }
    return NULL;
}

static void *alloc(size_t bytes, unsigned flags, size_t written) {
    bool may_have_del = flags & GC_ALLOC_FLAG_HAS_FINALISER;
    if (may_have_del) {
        gc_dels = true;
    }
    size_t class = gc_class_of(bytes);
    void *object = class == CLASSES ? NULL : alloc_small(class, may_have_del);
    if (object == NULL) {
        object = alloc_large(bytes, may_have_del ? SPAN_DEL : 0, written);
    }
    if (object == NULL) {
        gc_failed(bytes);
    }
    return object;
}

void *gc_alloc(size_t bytes, unsigned flags) {
    if (MP_STATE_THREAD(gc_lock_depth) != 0 || bytes == 0) {
        return NULL;
    }
    #if MPWASM_GC_STRESS
    gc_stress();
    #else
    if (bytes <= SMALL_MAX && flags == 0) {
        gc_class_t *class = &gc_classes[gc_class_by_granules[(bytes + GRANULE - 1) >> GRANULE_SHIFT]];
        uintptr_t object = class->cursor;
        if (object != class->end) {
            class->cursor = object + class->size;
            return (void *)object;
        }
    }
    #endif
    return alloc(bytes, flags, 0);
}

// --- Freeing ---------------------------------------------------------------------------------------

static void free_large(gc_page_t *page, size_t number) {
    page->alloc[0] = 0;
    gc_unaccount(page->size);
    gc_pages_give(number, page->size >> PAGE_SHIFT);
}

static void free_small(gc_page_t *page, uintptr_t address) {
    size_t span = (address >> PAGE_SHIFT) - page->part;
    gc_page_t *first = gc_page(span);
    gc_class_t *class = gc_class_of_span(first);
    if (address + page->size == class->cursor) { // the last that was handed out: goes back into the run
        memset((void *)address, 0, page->size);
        class->cursor = address;
        return;
    }
    #if MPWASM_GC_STRESS
    memset((void *)address, MPWASM_GC_POISON, page->size);
    #endif
    page->alloc[gc_word(address)] &= ~gc_bit(address);
    page->mark[gc_word(address)] &= ~gc_bit(address);
    gc_unaccount(page->size);
    if (MP_STATE_THREAD(gc_lock_depth) & GC_COLLECT_FLAG) {
        return; // in a finaliser; the sweep that follows makes all lists anew
    }
    if (span == class->span) {
        first->flags |= SPAN_DIRTY;
    } else if (!(first->flags & SPAN_LISTED)) {
        gc_class_list(span, true);
    }
}

void gc_free(void *ptr) {
    // While the heap is locked memory stays as it is, but finalisers may free.
    if (ptr == NULL || (MP_STATE_THREAD(gc_lock_depth) & ~GC_COLLECT_FLAG)) {
        return;
    }
    uintptr_t address = (uintptr_t)ptr;
    gc_page_t *page = gc_page(address >> PAGE_SHIFT);
    if (page->kind == PAGE_LARGE) {
        free_large(page, address >> PAGE_SHIFT);
    } else {
        free_small(page, address);
    }
}

// --- Resizing --------------------------------------------------------------------------------------

void mpwasm_heap_plain(const void *object) {
    gc_page_t *page = gc_page_at((uintptr_t)object);
    if (page != NULL && page->kind == PAGE_LARGE) {
        page->flags |= SPAN_PLAIN;
    }
}

size_t gc_nbytes(const void *ptr) {
    uintptr_t address = (uintptr_t)ptr;
    gc_page_t *page = gc_page_at(address);
    if (page == NULL || address % GRANULE != 0 || !(page->alloc[gc_word(address)] & gc_bit(address))) {
        return 0;
    }
    return page->size;
}

static void *move(void *ptr, size_t old_bytes, size_t bytes) {
    size_t number = (uintptr_t)ptr >> PAGE_SHIFT;
    bool may_have_del = gc_page(number - gc_page(number)->part)->flags & SPAN_DEL;
    size_t kept = old_bytes < bytes ? old_bytes : bytes;
    void *copy = alloc(bytes, may_have_del ? GC_ALLOC_FLAG_HAS_FINALISER : 0, kept);
    if (copy != NULL) {
        memcpy(copy, ptr, kept);
        gc_free(ptr);
    }
    return copy;
}

// Gives back the pages that a large object does not need any more.
static void shrink_large(gc_page_t *page, size_t number, size_t pages) {
    size_t old_pages = page->size >> PAGE_SHIFT;
    page->size = pages << PAGE_SHIFT;
    gc_unaccount((old_pages - pages) << PAGE_SHIFT);
    gc_pages_give(number + pages, old_pages - pages);
}

// Takes more pages for a large object, if those behind it can be had.
static bool grow_large(gc_page_t *page, size_t number, size_t pages) {
    size_t old_pages = page->size >> PAGE_SHIFT;
    if (!gc_pages_extend(number, old_pages, pages - old_pages)) {
        return false;
    }
    gc_pages_make_part(number + old_pages, old_pages, pages - old_pages);
    page->size = pages << PAGE_SHIFT;
    gc_pages_clear((number + old_pages) << PAGE_SHIFT, (number + pages) << PAGE_SHIFT);
    gc_account((pages - old_pages) << PAGE_SHIFT);
    return true;
}

void *gc_realloc(void *ptr, size_t bytes, bool allow_move) {
    if (ptr == NULL) {
        return gc_alloc(bytes, 0);
    }
    if (bytes == 0) {
        gc_free(ptr);
        return NULL;
    }
    if (MP_STATE_THREAD(gc_lock_depth) != 0 || bytes > gc_sizes.limit) {
        return NULL;
    }
    #if MPWASM_GC_STRESS
    gc_stress();
    #endif
    size_t number = (uintptr_t)ptr >> PAGE_SHIFT;
    gc_page_t *page = gc_page(number);
    size_t old_bytes = page->size;
    if (bytes <= old_bytes) {
        // A slot of at most half the size is worth copying for; where it cannot be had, nothing changes.
        void *copy = allow_move && bytes <= old_bytes / 2 && gc_class_of(bytes) != CLASSES ? move(ptr, old_bytes, bytes) : NULL;
        if (copy != NULL) {
            return copy;
        }
        size_t pages = (bytes + PAGE - 1) >> PAGE_SHIFT;
        if (page->kind == PAGE_LARGE && pages < old_bytes >> PAGE_SHIFT) {
            shrink_large(page, number, pages);
        }
        return ptr;
    }
    if (page->kind == PAGE_LARGE && grow_large(page, number, (bytes + PAGE - 1) >> PAGE_SHIFT)) {
        return ptr;
    }
    return allow_move ? move(ptr, old_bytes, bytes) : NULL;
}

// --- Telling ---------------------------------------------------------------------------------------

void gc_info(gc_info_t *info) {
    gc_count_t count = { 0 };
    gc_count(&count);
    for (gc_class_t *class = gc_classes; class < gc_classes + 2 * CLASSES; class++) {
        count.bytes -= class->end - class->cursor; // counts as allocated, and is not
    }
    info->total = gc_sizes.held;
    info->used = count.bytes;
    info->free = gc_sizes.limit - gc_sizes.kept - count.bytes; // what the heap may grow by included
    info->max_free = (gc_sizes.limit - gc_sizes.held) / GRANULE;
    info->num_1block = count.one_granule;
    info->num_2block = count.two_granules;
    info->max_block = count.largest / GRANULE;
}
