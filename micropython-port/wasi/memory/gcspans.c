// Small objects: spans of slots of one size, and for each size the place where the next object comes from.
//
// Sizes are multiples of 16 bytes: all of them up to 256, then in steps that waste a quarter at most. A span
// is one page, or three for two sizes that would leave much of one page unused. Larger objects have pages
// to themselves.
//
// A class hands out a run of free slots that lie side by side: an allocation moves a cursor. The slots are
// cleared, and marked as allocated, all at once when the run is taken up, so nothing is left to do for each.

#include <string.h>

#include "memory/gccollect.h"
#include "memory/gcheap.h"

static const uint16_t sizes[CLASSES] = {
    16, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256,
    320, 384, 448, 512, 576, 672, 816, 1024, 1360, 2048, 3072, 6144,
};
enum { CLASS_3072 = CLASSES - 2, CLASS_6144 = CLASSES - 1, WIDE_SPAN = 3 };

const uint8_t gc_class_by_granules[SMALL_MAX / GRANULE + 1] = {
    0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    [17 ... 20] = 16, [21 ... 24] = 17, [25 ... 28] = 18, [29 ... 32] = 19, [33 ... 36] = 20,
    [37 ... 42] = 21, [43 ... 51] = 22, [52 ... 64] = 23, [65 ... 85] = 24, [86 ... 128] = 25,
};

gc_class_t gc_classes[2 * CLASSES];

size_t gc_class_of(size_t bytes) {
    if (bytes <= SMALL_MAX) {
        return gc_class_by_granules[(bytes + GRANULE - 1) / GRANULE];
    }
    if (bytes <= sizes[CLASS_3072]) {
        return CLASS_3072;
    }
    return bytes > PAGE && bytes <= sizes[CLASS_6144] ? CLASS_6144 : CLASSES;
}

size_t gc_span_pages(size_t class) {
    return class >= CLASS_3072 ? WIDE_SPAN : 1;
}

size_t gc_span_slots(size_t class) {
    return gc_span_pages(class) * PAGE / sizes[class];
}

static size_t class_number(const gc_class_t *class) {
    return (class - gc_classes) % CLASSES;
}

static bool may_have_del(const gc_class_t *class) {
    return class >= &gc_classes[CLASSES];
}

gc_class_t *gc_class_of_span(const gc_page_t *first) {
    return &gc_classes[first->class + ((first->flags & SPAN_DEL) != 0 ? CLASSES : 0)];
}

// --- Spans -----------------------------------------------------------------------------------------

void gc_class_list(size_t number, bool at_front) {
    gc_page_t *page = gc_page(number);
    gc_class_t *class = gc_class_of_span(page);
    page->flags |= SPAN_LISTED;
    page->next = 0;
    if (class->first == 0) {
        class->first = class->last = number;
    } else if (at_front) {
        page->next = class->first;
        class->first = number;
    } else {
        gc_page(class->last)->next = number;
        class->last = number;
    }
}

// Makes free pages a span of the class.
static bool new_span(gc_class_t *class) {
    size_t number = class_number(class), pages = gc_span_pages(number);
    size_t span = gc_pages_take(pages);
    if (span == 0) {
        return false;
    }
    for (size_t i = 0; i < pages; i++) {
        gc_page_t *page = gc_page(span + i);
        memset(page, 0, sizeof(*page));
        page->kind = i == 0 ? PAGE_SMALL : PAGE_PART;
        page->part = i;
        page->class = number;
        page->size = sizes[number];
        page->flags = may_have_del(class) ? SPAN_DEL : 0;
    }
    class->span = span;
    return true;
}

// Makes another span the one that objects are taken from.
static bool next_span(gc_class_t *class) {
    if (class->span != 0 && (gc_page(class->span)->flags & SPAN_DIRTY)) {
        gc_page(class->span)->flags &= ~SPAN_DIRTY;
        gc_class_list(class->span, false);
    }
    class->span = class->first;
    if (class->span != 0) {
        gc_page_t *page = gc_page(class->span);
        page->flags &= ~SPAN_LISTED;
        class->first = page->next;
    } else if (!new_span(class)) {
        class->cursor = class->end = class->resume = class->stop = 0;
        return false;
    }
    class->resume = class->span << PAGE_SHIFT;
    class->stop = class->resume + gc_span_slots(class_number(class)) * class->size;
    return true;
}

// --- Runs of slots ---------------------------------------------------------------------------------

static uint64_t *alloc_word(uintptr_t address) {
    return &gc_page(address >> PAGE_SHIFT)->alloc[gc_word(address)];
}

// Takes up the next run of free slots in the span.
static bool next_run(gc_class_t *class) {
    uintptr_t slot = class->resume;
    while (slot < class->stop && (*alloc_word(slot) & gc_bit(slot))) {
        slot += class->size;
    }
    class->cursor = slot;
    while (slot < class->stop) {
        uint64_t *word = alloc_word(slot);
        if (*word & gc_bit(slot)) {
            break;
        }
        *word |= gc_bit(slot);
        slot += class->size;
    }
    class->end = class->resume = slot;
    return class->cursor != class->end;
}

bool gc_class_refill(gc_class_t *class) {
    class->size = sizes[class_number(class)];
    while (class->span == 0 || !next_run(class)) {
        if (!next_span(class)) {
            return false;
        }
    }
    gc_pages_clear(class->cursor, class->end);
    gc_account(class->end - class->cursor);
    return true;
}

void gc_classes_flush(void) {
    for (gc_class_t *class = gc_classes; class < gc_classes + 2 * CLASSES; class++) {
        for (uintptr_t slot = class->cursor; slot < class->end; slot += class->size) {
            *alloc_word(slot) &= ~gc_bit(slot);
        }
        if (class->span != 0) {
            gc_page(class->span)->flags &= ~SPAN_DIRTY;
        }
        class->cursor = class->end = class->resume = class->stop = 0;
        class->span = class->first = class->last = 0;
    }
}
