// Upstream's emitter of bytecode, with what it lacks: an opcode that calls a helper (language/helper.c), names of positional-only parameters.

#include "py/emit.h"
#include "py/runtime0.h"

// All flags of a function stand in its prelude, of which upstream's macro takes four.
#undef MP_SCOPE_FLAG_ALL_SIG
#define MP_SCOPE_FLAG_ALL_SIG (0x7f)

#define mp_emit_bc_label_assign upstream_label_assign
static void upstream_label_assign(emit_t *emit, mp_uint_t label);
#include "py/emitbc.c"
#undef mp_emit_bc_label_assign

#include "language/compile/gen.h"
#if !MICROPY_PERSISTENT_CODE_SAVE
#include "host/trace.h"
#endif

static void swap_positional_only(scope_t *scope) {
    scope_info_t *info = info_of(scope);
    for (size_t i = 0; i < info->positional_only_count; i++) {
        qstr name = scope->id_info[i].qst;
        scope->id_info[i].qst = info->positional_only[i];
        info->positional_only[i] = name;
    }
}

// --- Labels ----------------------------------------------------------------------------------------
//
// A jump takes two or three bytes, by how far away its label stood in the pass before. As code before a jump becomes shorter in a pass, labels
// behind it seem to move away, and upstream needs a pass for each 64 bytes (py/emitbc.c:228 of 1.26.1): quadratic in the length of a
// function. So a label that is made is moved by what the code has shrunk until there. Labels still never move back.

// Behind the places of the labels stands for each how far it was moved, and last how much the code has shrunk so far.
void emit_set_labels(emit_t *emit, size_t labels) {
    emit_bc_set_max_num_labels(emit, 2 * labels + 1);
}

static size_t *moved(emit_t *emit, size_t label) {
    return &emit->label_offsets[emit->max_num_labels / 2 + label];
}

static size_t *shrunk(emit_t *emit) {
    return &emit->label_offsets[emit->max_num_labels - 1];
}

void emit_new_label(emit_t *emit, size_t label) {
    if (emit->pass > MP_PASS_STACK_SIZE) {
        *moved(emit, label) = *shrunk(emit);
        emit->label_offsets[label] -= *shrunk(emit);
    }
}

void mp_emit_bc_label_assign(emit_t *emit, mp_uint_t label) {
    size_t before = emit->pass > MP_PASS_STACK_SIZE ? emit->label_offsets[label] : 0;
    upstream_label_assign(emit, label);
    if (emit->pass > MP_PASS_STACK_SIZE) {
        *shrunk(emit) = *moved(emit, label) + before - emit->label_offsets[label];
    }
}

// --- Passes ----------------------------------------------------------------------------------------

void emit_begin_pass(emit_t *emit, pass_kind_t pass, scope_t *scope) {
    if (pass > MP_PASS_STACK_SIZE) {
        *shrunk(emit) = 0;
    }
    swap_positional_only(scope);
    mp_emit_bc_start_pass(emit, pass, scope);
    swap_positional_only(scope);
}

#if MICROPY_PERSISTENT_CODE_SAVE

void emit_line(emit_t *emit, size_t line) {
    mp_emit_bc_set_source_line(emit, line);
}

void emit_first_line(emit_t *emit, size_t line) {
    mp_emit_bc_set_source_line(emit, line);
}

#else

// Lines also go back: behind a byte 0, which upstream does not write, stands how many (mpwasm_line_at reads it).
static void emit_back(emit_t *emit, size_t lines) {
    if (emit->bytecode_offset > emit->last_source_line_offset) {
        emit_write_code_info_bytes_lines(emit, emit->bytecode_offset - emit->last_source_line_offset, 0);
    }
    emit_write_code_info_byte(emit, 0);
    mp_encode_uint(emit, emit_get_cur_to_write_code_info, lines);
    emit->last_source_line_offset = emit->bytecode_offset;
    emit->last_source_line -= lines;
}

void emit_line(emit_t *emit, size_t line) {
    if (emit->suppress) {
        return;
    }
    if (line < emit->last_source_line) {
        emit_back(emit, emit->last_source_line - line);
    } else {
        mp_emit_bc_set_source_line(emit, line);
    }
}

// The line where a function is defined is the one in front of the first byte 0.
void emit_first_line(emit_t *emit, size_t line) {
    mp_emit_bc_set_source_line(emit, line);
    emit_back(emit, 0);
}

#endif

void emit_helper(emit_t *emit, size_t argument, int stack_change) {
    emit_write_bytecode_byte_uint(emit, stack_change, MPWASM_BC_HELPER, argument);
}

#if MICROPY_PERSISTENT_CODE_SAVE

bool emit_is_followed(void) {
    return false;
}

void emit_begin(emit_t *emit, size_t line) {
    (void)emit, (void)line;
}

bool emit_end_pass(emit_t *emit) {
    return mp_emit_bc_end_pass(emit);
}

#else

bool emit_is_followed(void) {
    return mpwasm_trace.on;
}

void emit_begin(emit_t *emit, size_t line) {
    if (mpwasm_trace.on) {
        emit_helper(emit, HELPER_LINE | line << HELPER_SHIFT, 0);
    }
}

static qstr local_name(const scope_t *scope, size_t number) {
    for (size_t i = 0; i < scope->id_info_len; i++) {
        const id_info_t *id = &scope->id_info[i];
        bool is_local = id->kind == ID_INFO_KIND_LOCAL || id->kind == ID_INFO_KIND_CELL || id->kind == ID_INFO_KIND_FREE;
        if (is_local && id->local_num == number) {
            return id->qst;
        }
    }
    return MP_QSTR_;
}

// Behind the lines stand the names of a function's variables, in their order, and last a byte: how many bytes these names take
// (language/errors/frame.c). What is frozen has neither.
bool emit_end_pass(emit_t *emit) {
    if (emit->pass != MP_PASS_SCOPE) {
        size_t begin = emit->code_info_offset, count = SCOPE_IS_FUNC_LIKE(emit->scope->kind) ? emit->scope->num_locals : 0;
        for (size_t i = 0; i < count && count < 128; i++) {
            emit_write_code_info_qstr(emit, local_name(emit->scope, i));
        }
        if (emit->code_info_offset - begin > UINT8_MAX) {
            emit->code_info_offset = begin;
        }
        emit_write_code_info_byte(emit, emit->code_info_offset - begin);
    }
    return mp_emit_bc_end_pass(emit);
}

#endif

// In place of mp_emit_bc_with_cleanup; leaves room for three arguments.
void emit_with_exit(emit_t *emit, size_t label) {
    mp_emit_bc_load_const_tok(emit, MP_TOKEN_KW_NONE);
    mp_emit_bc_label_assign(emit, label);
    emit_helper(emit, HELPER_WITH_EXIT, 2);
    mp_emit_bc_adjust_stack_size(emit, -4);
}

size_t emit_place(const emit_t *emit) {
    return emit->code_info_size + emit->bytecode_offset;
}

const byte *emit_code(const emit_t *emit, size_t *length) {
    *length = emit->code_info_size + emit->bytecode_size;
    return emit->code_base;
}

size_t emit_stack_size(const emit_t *emit) {
    return emit->stack_size;
}
