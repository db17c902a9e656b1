// Writes programs of regular expressions: repetitions, literal strings, what a match begins with.

#include <string.h>

#include "py/runtime.h"

#include "library/re/emit.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

void re_emit(re_program_t *program, uint32_t word) {
    if (program->len == program->alloc) {
        size_t alloc = program->alloc * 2 + 16;
        program->code = mpwasm_realloc(program->code, alloc * sizeof(uint32_t));
        program->alloc = alloc;
    }
    program->code[program->len++] = word;
}

void re_insert(re_program_t *program, size_t place, size_t words) {
    for (size_t i = 0; i < words; i++) {
        re_emit(program, 0);
    }
    memmove(program->code + place + words, program->code + place, (program->len - words - place) * sizeof(uint32_t));
}

// --- Widths ----------------------------------------------------------------------------------------

static uint32_t saturate(uint64_t n) {
    return n < RE_MAXREPEAT ? (uint32_t)n : RE_MAXREPEAT;
}

re_width_t re_width_add(re_width_t a, re_width_t b) {
    return (re_width_t) { saturate((uint64_t)a.min + b.min), saturate((uint64_t)a.max + b.max) };
}

re_width_t re_width_repeat(re_width_t width, uint32_t min, uint32_t max) {
    return (re_width_t) { saturate((uint64_t)width.min * min), width.max == 0 ? 0 : saturate((uint64_t)width.max * max) };
}

// --- Repeating -------------------------------------------------------------------------------------

// Whether some code is one operation that matches one character.
static bool is_one_char(const uint32_t *code, size_t len) {
    if (len == 0) {
        return false;
    }
    switch (code[0]) {
        case OP_CHAR:
        case OP_CHAR_FOLD:
            return len == 2;
        case OP_ANY:
        case OP_ANY_ALL:
            return len == 1;
        case OP_SET:
            return len == code[1];
        default:
            return false;
    }
}

void re_emit_atomic(re_program_t *program, size_t place) {
    re_insert(program, place, 2);
    program->code[place] = OP_ATOMIC;
    program->code[place + 1] = program->registers;
    re_emit(program, OP_ATOMIC_END);
    re_emit(program, program->registers++);
}

// LOOP_BEGIN r; LOOP how r min max exit; body; JUMP to the LOOP
static void emit_loop(re_program_t *program, size_t place, re_how_t how, uint32_t min, uint32_t max) {
    size_t body = program->len - place;
    re_insert(program, place, 8);
    uint32_t *code = program->code + place;
    code[0] = OP_LOOP_BEGIN;
    code[1] = program->registers;
    code[2] = OP_LOOP;
    code[3] = how;
    code[4] = program->registers;
    code[5] = min;
    code[6] = max;
    code[7] = body + 3; // past the jump, from here
    program->registers += 2; // the count, and where the last turn began
    re_emit(program, OP_JUMP);
    re_emit(program, (uint32_t)(place + 2 - program->len));
}

void re_emit_repeat(re_program_t *program, size_t place, re_how_t how, uint32_t min, uint32_t max) {
    size_t len = program->len - place;
    if (max == 0) {
        program->len = place;
        return;
    }
    if (len == 0 || (min == 1 && max == 1)) {
        return;
    }
    if (is_one_char(program->code + place, len)) {
        re_insert(program, place, 5);
        const uint32_t head[] = { OP_RUN, how, min, max, len };
        memcpy(program->code + place, head, sizeof(head));
        return;
    }
    if (min == 0 && max == 1) {
        re_insert(program, place, 2);
        program->code[place] = how == RE_LAZY ? OP_SPLIT_LAZY : OP_SPLIT;
        program->code[place + 1] = len + 1;
    } else {
        emit_loop(program, place, how == RE_LAZY ? RE_LAZY : RE_GREEDY, min, max);
    }
    if (how == RE_POSSESSIVE) {
        re_emit_atomic(program, place);
    }
}

// --- Literal strings -------------------------------------------------------------------------------

static unsigned encode(bool bytes, uint32_t c, byte *out) {
    if (bytes || c < 0x80) {
        out[0] = c;
        return 1;
    }
    unsigned len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (unsigned i = len - 1; i > 0; i--, c >>= 6) {
        out[i] = 0x80 | (c & 0x3f);
    }
    out[0] = (0xf00 >> len & 0xff) | c;
    return len;
}

void re_emit_string(re_program_t *program, size_t place) {
    uint32_t *code = program->code;
    size_t chars = (program->len - place) / 2;
    if (chars < 2) {
        return;
    }
    byte *bytes = (byte *)(code + place + 2); // never beyond the character that is being read: four bytes a character of two words
    size_t len = 0;
    uint32_t first = code[place + 1], second = code[place + 3];
    for (size_t i = 0; i < chars; i++) {
        uint32_t c = i == 0 ? first : i == 1 ? second : code[place + 2 * i + 1];
        len += encode(program->bytes, c, bytes + len);
    }
    code[place] = OP_STRING;
    code[place + 1] = len;
    program->len = place + 2 + (len + 3) / 4;
}

// --- What a match begins with ----------------------------------------------------------------------

static void add_byte(re_program_t *program, uint32_t c) {
    program->first[c >> 5] |= (uint32_t)1 << (c & 31);
}

// Adds all bytes that begin a character which is not ASCII.
static void add_high(re_program_t *program) {
    for (size_t i = program->bytes ? 4 : 6; i < 8; i++) {
        program->first[i] = 0xffffffff;
    }
}

static void add_folded(re_program_t *program, uint32_t c) {
    add_high(program); // what folds to it may not be ASCII
    if (c < 0x80) {
        add_byte(program, c);
        add_byte(program, c >= 'a' && c <= 'z' ? c - 32 : c);
    }
}

static void add_set(re_program_t *program, const uint32_t *set) {
    for (size_t i = 0; i < 4; i++) {
        program->first[i] |= set[3 + i];
    }
    add_high(program);
}

// Adds what the code at a place may begin with. Returns false if that is not known.
static bool add_first(re_program_t *program, size_t place) {
    for (;;) {
        const uint32_t *code = program->code + place;
        byte utf8[4];
        switch (code[0]) {
            case OP_CHAR:
                encode(program->bytes, code[1], utf8);
                add_byte(program, utf8[0]);
                return true;
            case OP_CHAR_FOLD:
                add_folded(program, code[1] & 0x7fffffff); // without the mark of ASCII
                return true;
            case OP_STRING:
                add_byte(program, *(const byte *)(code + 2));
                return true;
            case OP_SET:
                add_set(program, code);
                return true;
            case OP_RUN:
                if (code[2] == 0) {
                    return false;
                }
                place += 5;
                break;
            case OP_SAVE:
            case OP_ATOMIC:
            case OP_LOOP_BEGIN:
                place += 2;
                break;
            case OP_LOOP:
                if (code[3] == 0) {
                    return false;
                }
                place += 6;
                break;
            case OP_SPLIT:
                mp_cstack_check();
                if (!add_first(program, place + 2)) {
                    return false;
                }
                place += 1 + code[1];
                break;
            case OP_WORD_BOUNDARY:
                place += 2;
                break;
            case OP_BEGIN_LINE:
                place += 1;
                break;
            default:
                return false;
        }
    }
}

void re_find_first(re_program_t *program, re_width_t width) {
    program->has_first = width.min > 0 && add_first(program, 0);
}

#endif
