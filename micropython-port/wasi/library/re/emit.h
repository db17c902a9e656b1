// Writing programs of regular expressions. Shared by parse*.c.
#ifndef MPWASM_RE_EMIT_H
#define MPWASM_RE_EMIT_H

#include "library/re/program.h"

// How many characters something matches.
typedef struct _re_width_t {
    uint32_t min, max; // RE_MAXREPEAT: any number
} re_width_t;

typedef struct _re_group_t {
    re_width_t width;
    bool open;
} re_group_t;

typedef struct _re_parser_t {
    re_program_t *program;
    mp_obj_t pattern, names;
    const byte *text, *at, *end;
    re_group_t *groups;
    size_t groups_alloc;
    uint32_t look_behind_groups; // how many there were where the outermost look-behind began; 0 outside
    uint32_t last_ref;           // the largest group that a condition asks for, checked in the end
    size_t last_ref_place;
} re_parser_t;

void re_emit(re_program_t *program, uint32_t word);
void re_insert(re_program_t *program, size_t place, size_t words); // makes room

re_width_t re_width_add(re_width_t a, re_width_t b);
re_width_t re_width_repeat(re_width_t width, uint32_t min, uint32_t max);

// Repeats what stands from place on.
void re_emit_repeat(re_program_t *program, size_t place, re_how_t how, uint32_t min, uint32_t max);

// Wraps what stands from place on in OP_ATOMIC.
void re_emit_atomic(re_program_t *program, size_t place);

// Turns OP_CHARs, which stand from place to the end, into one OP_STRING.
void re_emit_string(re_program_t *program, size_t place);

// Notes what matches of the program begin with.
void re_find_first(re_program_t *program, re_width_t width);

// --- parse.c ---

// What an item is, for the repetition that may follow it.
typedef enum _re_item_t { RE_ITEM_NONE, RE_ITEM_PLACE, RE_ITEM_REPEAT, RE_ITEM_CHAR, RE_ITEM_OTHER } re_item_t;

// What stands between parentheses, and between bars. first: nothing of the pattern stands before it.
re_width_t re_parse_alternatives(re_parser_t *parser, bool first);
re_width_t re_parse_sequence(re_parser_t *parser, bool first);

// --- parse_group.c ---

re_group_t *re_open_group(re_parser_t *parser);

// A group, after its parenthesis, whose place is given. Returns what it is.
re_item_t re_parse_group(re_parser_t *parser, const byte *place, bool first, re_width_t *width);

// A reference to a group that exists.
re_width_t re_emit_backref(re_parser_t *parser, uint32_t group, const byte *place);

// Digits as a number, or RE_MAXGROUPS if it is larger.
uint32_t re_to_number(const byte *digits, size_t len);

// --- parse_set.c, parse_escape.c ---

static inline bool re_is_ascii(const re_parser_t *parser) {
    return parser->program->bytes || (parser->program->flags & RE_ASCII);
}

static inline bool re_is_next(const re_parser_t *parser, char c) {
    return parser->at < parser->end && *parser->at == c;
}

// The next character, which is taken. The pattern must not be at its end.
uint32_t re_take(re_parser_t *parser);
uint32_t re_take_escaped(re_parser_t *parser); // the one behind a backslash, which may be another
bool re_take_if(re_parser_t *parser, char c);

// A set, after its bracket. place is that of the bracket.
void re_parse_set(re_parser_t *parser, size_t place);

// A class such as \d, as a set. Returns whether c is one.
bool re_parse_class(re_parser_t *parser, uint32_t c);

// What stands behind a backslash, inside a set or outside, if it is one character. place is that of the backslash.
uint32_t re_parse_char(re_parser_t *parser, size_t place, uint32_t c, bool in_set);

MP_NORETURN void re_raise_at(re_parser_t *parser, const byte *place, const char *format, ...);

#endif
