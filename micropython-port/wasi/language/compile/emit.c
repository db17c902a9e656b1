// Upstream's emitter of bytecode, with what it lacks: an opcode that calls a helper (language/helper.c), names of positional-only parameters.

#include "py/emit.h"
#include "py/runtime0.h"

// All flags of a function stand in its prelude, of which upstream's macro takes four.
#undef MP_SCOPE_FLAG_ALL_SIG
#define MP_SCOPE_FLAG_ALL_SIG (0x7f)

#include "py/emitbc.c"

#include "language/compile/gen.h"

static void swap_positional_only(scope_t *scope) {
    scope_info_t *info = info_of(scope);
    for (size_t i = 0; i < info->positional_only_count; i++) {
        qstr name = scope->id_info[i].qst;
        scope->id_info[i].qst = info->positional_only[i];
        info->positional_only[i] = name;
    }
}

void emit_begin_pass(emit_t *emit, pass_kind_t pass, scope_t *scope) {
    swap_positional_only(scope);
    mp_emit_bc_start_pass(emit, pass, scope);
    swap_positional_only(scope);
}

void emit_helper(emit_t *emit, size_t argument, int stack_change) {
    emit_write_bytecode_byte_uint(emit, stack_change, MPWASM_BC_HELPER, argument);
}

size_t emit_stack_size(const emit_t *emit) {
    return emit->stack_size;
}
