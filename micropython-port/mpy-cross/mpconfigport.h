// mpy-cross, as the builder compiles it to freeze modules: upstream's configuration without the
// emitters for machine code, since our guest runs bytecode alone.

#include "mpy-cross/mpconfigport.h"

#undef MICROPY_EMIT_X64
#undef MICROPY_EMIT_X86
#undef MICROPY_EMIT_THUMB
#undef MICROPY_EMIT_INLINE_THUMB
#undef MICROPY_EMIT_ARM
#undef MICROPY_EMIT_XTENSA
#undef MICROPY_EMIT_INLINE_XTENSA
#undef MICROPY_EMIT_XTENSAWIN
#undef MICROPY_EMIT_RV32
#undef MICROPY_EMIT_INLINE_RV32
#undef MICROPY_EMIT_NATIVE_DEBUG

#undef MICROPY_PERSISTENT_CODE_SAVE_FILE
#define MICROPY_PERSISTENT_CODE_SAVE_FILE (1)

// The compiler's errors end mpy-cross; one type is enough for those of indentation.
#define mp_type_TabError mp_type_IndentationError
