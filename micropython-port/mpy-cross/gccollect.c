// mpy-cross compiles one module and ends, so it never collects: the builder gives it a heap that is
// large enough for any module. That spares it the pass that makes pointers visible to the collector.

#include "py/gc.h"

void gc_collect(void) {
}
