// Runs regular expressions: a backtracking matcher, as CPython's is, with a stack of its own on the heap.
//
// What may have to be tried later, and what must be put back before, is pushed onto the stack as entries of ENTRY_WORDS words. On
// failure entries are popped until one says where to go on. No C function recurs, so patterns and texts may be as large as memory
// allows; without memory it is a MemoryError. Each step is a turn of a loop, so fuel bounds it.

#include <string.h>

#include "py/runtime.h"

#include "library/re/program.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

#define ENTRY_WORDS (4)

typedef enum _entry_t {
    ENTRY_GO,        // code, place: go on there
    ENTRY_SLOT,      // slot, value: put back
    ENTRY_REGISTER,  // register, value: put back
    ENTRY_RUN,       // code of the run, least place, place: one item less
    ENTRY_RUN_LAZY,  // code of the run, turns that are left, place: one item more
    ENTRY_LOOP_BODY, // code of the loop, place: a lazy loop's next turn
} entry_t;

typedef struct _matcher_t {
    const re_program_t *program;
    const byte *text, *end; // of the subject
    size_t begin;           // where searching began
    bool full, not_empty;
    int32_t *slots;
    uint32_t *registers;
    uint32_t *stack;
    size_t height, alloc; // words
} matcher_t;

// --- The stack -------------------------------------------------------------------------------------

static void push(matcher_t *m, uint32_t kind, uint32_t a, uint32_t b, uint32_t c) {
    if (m->height + ENTRY_WORDS > m->alloc) {
        size_t alloc = m->alloc * 2 + 64 * ENTRY_WORDS;
        m->stack = mpwasm_realloc(m->stack, alloc * sizeof(uint32_t));
        m->alloc = alloc;
    }
    uint32_t *entry = m->stack + m->height;
    entry[0] = kind;
    entry[1] = a;
    entry[2] = b;
    entry[3] = c;
    m->height += ENTRY_WORDS;
}

static void put_back(matcher_t *m, const uint32_t *entry) {
    if (entry[0] == ENTRY_SLOT) {
        m->slots[entry[1]] = (int32_t)entry[2];
    } else if (entry[0] == ENTRY_REGISTER) {
        m->registers[entry[1]] = entry[2];
    }
}

static void set_slot(matcher_t *m, uint32_t slot, int32_t value) {
    push(m, ENTRY_SLOT, slot, (uint32_t)m->slots[slot], 0);
    m->slots[slot] = value;
}

static void set_register(matcher_t *m, uint32_t reg, uint32_t value) {
    push(m, ENTRY_REGISTER, reg, m->registers[reg], 0);
    m->registers[reg] = value;
}

// Forgets all ways to go on that were pushed above a height. What must be put back stays.
static void cut(matcher_t *m, size_t height) {
    size_t to = height;
    for (size_t from = height; from < m->height; from += ENTRY_WORDS) {
        if (m->stack[from] == ENTRY_SLOT || m->stack[from] == ENTRY_REGISTER) {
            memmove(m->stack + to, m->stack + from, ENTRY_WORDS * sizeof(uint32_t));
            to += ENTRY_WORDS;
        }
    }
    m->height = to;
}

// Puts back all that was changed above a height.
static void undo(matcher_t *m, size_t height) {
    while (m->height > height) {
        m->height -= ENTRY_WORDS;
        put_back(m, m->stack + m->height);
    }
}

// --- Characters and places -------------------------------------------------------------------------

// Matches one item of one character. Returns the place behind it, or NULL.
static inline const byte *match_char(const matcher_t *m, const uint32_t *code, const byte *at) {
    if (at >= m->end) {
        return NULL;
    }
    uint32_t c;
    at += re_decode(m->program->bytes, at, m->end, &c);
    switch (code[0]) {
        case OP_CHAR:
            return c == code[1] ? at : NULL;
        case OP_CHAR_FOLD:
            return re_fold(c, code[1] >> 31) == (code[1] & 0x7fffffff) ? at : NULL;
        case OP_ANY:
            return c != '\n' ? at : NULL;
        case OP_ANY_ALL:
            return at;
        default:
            return re_in_set(code, c) ? at : NULL;
    }
}

static const byte *back(const matcher_t *m, const byte *at) {
    do {
        at--;
    } while (!m->program->bytes && (*at & 0xc0) == 0x80 && at > m->text);
    return at;
}

static bool is_word_at(const matcher_t *m, const byte *at, bool ascii) {
    uint32_t c;
    if (at >= m->end) {
        return false;
    }
    re_decode(m->program->bytes, at, m->end, &c);
    return re_is_word(c, ascii);
}

static bool is_boundary(const matcher_t *m, const byte *at, bool ascii) {
    bool before = at > m->text && is_word_at(m, back(m, at), ascii);
    return before != is_word_at(m, at, ascii);
}

static bool is_at(const matcher_t *m, const uint32_t *code, const byte *at) {
    switch (code[0]) {
        case OP_BEGIN:
            return at == m->text;
        case OP_BEGIN_LINE:
            return at == m->text || at[-1] == '\n';
        case OP_END:
            return at == m->end;
        case OP_END_OR_NEWLINE:
            return at == m->end || (at + 1 == m->end && *at == '\n');
        case OP_END_LINE:
            return at == m->end || *at == '\n';
        case OP_WORD_BOUNDARY:
            return is_boundary(m, at, code[1]);
        default:
            return m->text < m->end && !is_boundary(m, at, code[1]);
    }
}

static const byte *match_backref(const matcher_t *m, const uint32_t *code, const byte *at) {
    int32_t begin = m->slots[2 * code[1]], end = m->slots[2 * code[1] + 1];
    if (begin < 0 || end < begin) {
        return NULL;
    }
    const byte *group = m->text + begin, *group_end = m->text + end;
    if (code[0] == OP_BACKREF) {
        size_t len = end - begin;
        return len <= (size_t)(m->end - at) && memcmp(group, at, len) == 0 ? at + len : NULL;
    }
    bool ascii = m->program->bytes || (m->program->flags & RE_ASCII);
    while (group < group_end) {
        uint32_t a, b;
        if (at >= m->end) {
            return NULL;
        }
        group += re_decode(m->program->bytes, group, group_end, &a);
        at += re_decode(m->program->bytes, at, m->end, &b);
        if (re_fold(a, ascii) != re_fold(b, ascii)) {
            return NULL;
        }
    }
    return at;
}

// --- Runs of one item ------------------------------------------------------------------------------

// The byte that what follows a run must begin with, or -1 if that is not one byte.
static int byte_after(const matcher_t *m, const uint32_t *next) {
    while (next[0] == OP_SAVE) {
        next += 2;
    }
    if (next[0] == OP_STRING) {
        return *(const byte *)(next + 2);
    }
    return next[0] == OP_CHAR && next[1] < 0x80 ? (int)next[1] : -1;
}

static const byte *run_chars(const matcher_t *m, const uint32_t *item, const byte *at, uint32_t most) {
    if (item[0] == OP_ANY_ALL && m->program->bytes) {
        return most < (size_t)(m->end - at) ? at + most : m->end;
    }
    for (uint32_t n = 0; n < most; n++) {
        const byte *next = match_char(m, item, at);
        if (next == NULL) {
            break;
        }
        at = next;
    }
    return at;
}

// From a place, which is not before least, back to the nearest one at which what follows the run may match. NULL if there is none.
static const byte *back_to(const matcher_t *m, const byte *least, const byte *at, int wanted) {
    for (;; at = back(m, at)) {
        if (wanted < 0 || (at < m->end && *at == wanted)) {
            return at;
        }
        if (at <= least) {
            return NULL;
        }
    }
}

static const byte *begin_run(matcher_t *m, const uint32_t *code, const byte *at) {
    uint32_t min = code[2], max = code[3];
    const uint32_t *item = code + 5;
    for (uint32_t n = 0; n < min; n++) {
        if ((at = match_char(m, item, at)) == NULL) {
            return NULL;
        }
    }
    if (max == min) {
        return at;
    }
    if (code[1] == RE_LAZY) {
        push(m, ENTRY_RUN_LAZY, code - m->program->code, max - min, at - m->text);
        return at;
    }
    const byte *least = at;
    at = run_chars(m, item, at, max == RE_MAXREPEAT ? RE_MAXREPEAT : max - min);
    if (code[1] == RE_POSSESSIVE) {
        return at;
    }
    at = back_to(m, least, at, byte_after(m, item + code[4]));
    if (at != NULL && at > least) {
        push(m, ENTRY_RUN, code - m->program->code, least - m->text, at - m->text);
    }
    return at;
}

// One item less than before, or NULL.
static const byte *shorten_run(matcher_t *m, const uint32_t *code, const byte *least, const byte *at) {
    at = back_to(m, least, back(m, at), byte_after(m, code + 5 + code[4]));
    if (at != NULL && at > least) {
        push(m, ENTRY_RUN, code - m->program->code, least - m->text, at - m->text);
    }
    return at;
}

// One item more than before, or NULL.
static const byte *lengthen_run(matcher_t *m, const uint32_t *code, uint32_t left, const byte *at) {
    int wanted = byte_after(m, code + 5 + code[4]);
    do {
        if ((at = match_char(m, code + 5, at)) == NULL) {
            return NULL;
        }
        left -= left != RE_MAXREPEAT && left > 0;
    } while (left > 0 && wanted >= 0 && !(at < m->end && *at == wanted));
    if (left > 0) {
        push(m, ENTRY_RUN_LAZY, code - m->program->code, left, at - m->text);
    }
    return at;
}

// --- Loops -----------------------------------------------------------------------------------------

static const uint32_t *begin_turn(matcher_t *m, const uint32_t *code, const byte *at) {
    uint32_t reg = code[2];
    set_register(m, reg, m->registers[reg] + 1);
    set_register(m, reg + 1, at - m->text);
    return code + 6;
}

// At OP_LOOP: another turn, or what follows.
static const uint32_t *loop(matcher_t *m, const uint32_t *code, const byte *at) {
    uint32_t count = m->registers[code[2]], last = m->registers[code[2] + 1];
    const uint32_t *exit = code + 5 + (int32_t)code[5];
    if (count < code[3]) {
        return begin_turn(m, code, at);
    }
    if (count >= code[4] || last == (uint32_t)(at - m->text)) { // a turn that took nothing is not repeated
        return exit;
    }
    if (code[1] == RE_LAZY) {
        push(m, ENTRY_LOOP_BODY, code - m->program->code, at - m->text, 0);
        return exit;
    }
    push(m, ENTRY_GO, exit - m->program->code, at - m->text, 0);
    return begin_turn(m, code, at);
}

// --- Looking around --------------------------------------------------------------------------------

// At OP_LOOK. Returns where to go on, or NULL; moves *at to where the inside begins.
static const uint32_t *begin_look(matcher_t *m, const uint32_t *code, const byte **at) {
    const byte *from = *at;
    bool enough = true;
    if (code[2] != RE_AHEAD) {
        for (uint32_t n = code[2]; n > 0 && enough; n--) {
            enough = from > m->text;
            from = enough ? back(m, from) : from;
        }
    }
    const uint32_t *otherwise = code[3] == 0 ? NULL : code + 3 + code[3];
    if (!enough) {
        return otherwise;
    }
    m->registers[code[1]] = m->height;
    // The entry keeps the place. What must not match goes on from there when it fails, and what must match fails.
    push(m, ENTRY_GO, otherwise == NULL ? 0 : otherwise - m->program->code, *at - m->text, otherwise == NULL);
    *at = from;
    return code + 4;
}

// --- The matcher -----------------------------------------------------------------------------------

// Fails: goes back to the last choice. Returns the code to go on with, or NULL if there is no choice left.
static const uint32_t *fail(matcher_t *m, const byte **at) {
    while (m->height > 0) {
        m->height -= ENTRY_WORDS;
        const uint32_t *entry = m->stack + m->height, *code = m->program->code + entry[1];
        const byte *place;
        switch (entry[0]) {
            case ENTRY_GO:
                if (entry[3]) {
                    continue; // a look that had to match did not
                }
                *at = m->text + entry[2];
                return code;
            case ENTRY_RUN:
                place = shorten_run(m, code, m->text + entry[2], m->text + entry[3]);
                break;
            case ENTRY_RUN_LAZY:
                place = lengthen_run(m, code, entry[2], m->text + entry[3]);
                break;
            case ENTRY_LOOP_BODY:
                *at = m->text + entry[2];
                return begin_turn(m, code, *at);
            default:
                put_back(m, entry);
                continue;
        }
        if (place != NULL) {
            *at = place;
            return code + 5 + code[4];
        }
    }
    return NULL;
}

// Whether a branch cannot match, by its first byte.
static bool is_hopeless(const matcher_t *m, const uint32_t *code, const byte *at) {
    return code[0] == OP_STRING ? at >= m->end || *at != *(const byte *)(code + 2)
           : code[0] == OP_CHAR && code[1] < 0x80 && (at >= m->end || *at != code[1]);
}

static bool is_match_end(const matcher_t *m, const byte *at) {
    return !(m->full && at != m->end) && !(m->not_empty && at == m->text + m->begin && m->slots[0] == (int32_t)m->begin);
}

static bool match_here(matcher_t *m, const byte *at) {
    const uint32_t *code = m->program->code;
    m->height = 0;
    m->slots[0] = at - m->text;
    for (;;) {
        const byte *next;
        switch (code[0]) {
            case OP_MATCH:
                if (is_match_end(m, at)) {
                    m->slots[1] = at - m->text;
                    return true;
                }
                goto failed;
            case OP_FAIL:
                goto failed;
            case OP_CHAR:
            case OP_CHAR_FOLD:
                if ((next = match_char(m, code, at)) == NULL) {
                    goto failed;
                }
                at = next;
                code += 2;
                break;
            case OP_ANY:
            case OP_ANY_ALL:
                if ((next = match_char(m, code, at)) == NULL) {
                    goto failed;
                }
                at = next;
                code += 1;
                break;
            case OP_SET:
                if ((next = match_char(m, code, at)) == NULL) {
                    goto failed;
                }
                at = next;
                code += code[1];
                break;
            case OP_STRING:
                if (code[1] > (size_t)(m->end - at) || memcmp(at, code + 2, code[1]) != 0) {
                    goto failed;
                }
                at += code[1];
                code += 2 + (code[1] + 3) / 4;
                break;
            case OP_BACKREF:
            case OP_BACKREF_FOLD:
                if ((next = match_backref(m, code, at)) == NULL) {
                    goto failed;
                }
                at = next;
                code += 2;
                break;
            case OP_BEGIN:
            case OP_BEGIN_LINE:
            case OP_END:
            case OP_END_OR_NEWLINE:
            case OP_END_LINE:
            case OP_WORD_BOUNDARY:
            case OP_NOT_WORD_BOUNDARY:
                if (!is_at(m, code, at)) {
                    goto failed;
                }
                code += code[0] >= OP_WORD_BOUNDARY ? 2 : 1;
                break;
            case OP_SAVE:
                set_slot(m, code[1], at - m->text);
                if (code[1] & 1) {
                    set_slot(m, m->program->groups * 2, code[1] / 2);
                }
                code += 2;
                break;
            case OP_JUMP:
                code += 1 + (int32_t)code[1];
                break;
            case OP_SPLIT:
                if (is_hopeless(m, code + 2, at)) {
                    code += 1 + code[1];
                    break;
                }
                push(m, ENTRY_GO, code + 1 + code[1] - m->program->code, at - m->text, 0);
                code += 2;
                break;
            case OP_SPLIT_LAZY:
                push(m, ENTRY_GO, code + 2 - m->program->code, at - m->text, 0);
                code += 1 + code[1];
                break;
            case OP_RUN:
                if ((next = begin_run(m, code, at)) == NULL) {
                    goto failed;
                }
                at = next;
                code += 5 + code[4];
                break;
            case OP_LOOP_BEGIN:
                set_register(m, code[1], 0);
                set_register(m, code[1] + 1, UINT32_MAX);
                code += 2;
                break;
            case OP_LOOP:
                code = loop(m, code, at);
                break;
            case OP_ATOMIC:
                m->registers[code[1]] = m->height;
                code += 2;
                break;
            case OP_ATOMIC_END:
                cut(m, m->registers[code[1]]);
                code += 2;
                break;
            case OP_LOOK:
                if ((code = begin_look(m, code, &at)) == NULL) {
                    goto failed;
                }
                break;
            case OP_LOOK_END: {
                size_t height = m->registers[code[1]];
                at = m->text + m->stack[height + 2];
                cut(m, height);
                code += 2;
                break;
            }
            case OP_LOOK_NOT_END:
                undo(m, m->registers[code[1]]);
                goto failed;
            default: // OP_IF_GROUP
                code += m->slots[2 * code[1] + 1] >= 0 ? 3 : 2 + (int32_t)code[2];
                break;
        }
        continue;
    failed:
        if ((code = fail(m, &at)) == NULL) {
            return false;
        }
    }
}

static void clear(matcher_t *m) {
    for (size_t i = 0; i <= m->program->groups * 2; i++) {
        m->slots[i] = -1;
    }
}

static bool search_from(matcher_t *m, const byte *at) {
    const uint32_t *first = m->program->has_first ? m->program->first : NULL;
    for (;;) {
        if (first != NULL) {
            while (at < m->end && !(first[*at >> 5] >> (*at & 31) & 1)) {
                at++;
            }
            if (at == m->end) {
                return false;
            }
        }
        if (match_here(m, at)) {
            return true;
        }
        if (at >= m->end || m->program->code[0] == OP_BEGIN) {
            return false;
        }
        uint32_t c;
        at += re_decode(m->program->bytes, at, m->end, &c);
    }
}

bool re_match(const re_program_t *program, const re_subject_t *subject, bool search, int32_t *slots) {
    matcher_t m = {
        .program = program, .text = subject->text, .end = subject->text + subject->len, .begin = subject->begin,
        .full = subject->full, .not_empty = subject->not_empty, .slots = slots,
    };
    if (subject->begin > subject->len) {
        return false;
    }
    m.registers = mpwasm_malloc((program->registers + 1) * sizeof(uint32_t));
    clear(&m);
    const byte *at = m.text + subject->begin;
    bool matched = search ? search_from(&m, at) : match_here(&m, at);
    m_free(m.stack);
    m_free(m.registers);
    return matched;
}

#endif
