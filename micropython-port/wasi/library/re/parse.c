// Parses regular expressions, and writes their programs on the way.
//
// The syntax, and the messages and places of errors, are those of CPython 3.13's re (the documentation of re; Lib/re/_parser.py for what
// that leaves open). Nothing is kept of a pattern but its program: a repetition is inserted in front of what it repeats, which is
// possible because all jumps are relative.

#include <stdarg.h>
#include <string.h>

#include "py/cstack.h"
#include "py/objstr.h"
#include "py/runtime.h"

#include "library/re/emit.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

// A sequence of items that is being parsed.
typedef struct _sequence_t {
    re_parser_t *parser;
    re_width_t width;      // of all items
    re_width_t before;     // of all but the last
    re_item_t last;
    size_t place;          // of the last item's code
    size_t run;            // of the first of the OP_CHARs that the code ends with
    bool first;            // nothing of the pattern stands before it
} sequence_t;

// --- Reading ---------------------------------------------------------------------------------------

uint32_t re_take_escaped(re_parser_t *parser) {
    uint32_t c;
    parser->at += re_decode(parser->program->bytes, parser->at, parser->end, &c);
    return c;
}

uint32_t re_take(re_parser_t *parser) {
    const byte *place = parser->at;
    uint32_t c = re_take_escaped(parser);
    if (c == '\\' && parser->at == parser->end) {
        re_raise_at(parser, place, "bad escape (end of pattern)");
    }
    return c;
}

bool re_take_if(re_parser_t *parser, char c) {
    if (!re_is_next(parser, c)) {
        return false;
    }
    parser->at++;
    return true;
}

// --- Items -----------------------------------------------------------------------------------------

// A reference to a group by number, whose first digit has been read. Returns false if it is an octal number.
static bool parse_backref(re_parser_t *parser, const byte *place, uint32_t digit, re_width_t *width) {
    const byte *digits = parser->at - 1;
    if (parser->at < parser->end && unichar_isdigit(*parser->at) && *parser->at < 0x80) {
        parser->at++;
        bool octal = digit < '8' && parser->at[-1] < '8' && parser->at < parser->end && *parser->at >= '0' && *parser->at < '8';
        if (octal) {
            uint32_t value = (digit - '0') * 64 + (parser->at[-1] - '0') * 8 + (*parser->at - '0');
            parser->at++;
            if (value > 0377) {
                re_raise_at(parser, place, "octal escape value %.*s outside of range 0-0o377", (int)(parser->at - place), place);
            }
            re_emit(parser->program, OP_CHAR);
            re_emit(parser->program, value);
            *width = (re_width_t) { 1, 1 };
            return false;
        }
    }
    uint32_t group = re_to_number(digits, parser->at - digits);
    if (group >= parser->program->groups) {
        re_raise_at(parser, digits, "invalid group reference %u", (unsigned)group);
    }
    *width = re_emit_backref(parser, group, place);
    return true;
}

static void emit_char(re_parser_t *parser, uint32_t c) {
    bool ascii = re_is_ascii(parser);
    if (parser->program->flags & RE_IGNORECASE) {
        uint32_t folded = re_fold(c, ascii);
        if (folded != c || (ascii ? folded >= 'a' && folded <= 'z' : unichar_toupper(c) != c)) {
            re_emit(parser->program, OP_CHAR_FOLD);
            re_emit(parser->program, folded | (ascii ? 0x80000000u : 0));
            return;
        }
    }
    re_emit(parser->program, OP_CHAR);
    re_emit(parser->program, c);
}

static re_item_t emit_place(re_parser_t *parser, uint32_t op) {
    re_emit(parser->program, op);
    if (op == OP_WORD_BOUNDARY || op == OP_NOT_WORD_BOUNDARY) {
        re_emit(parser->program, re_is_ascii(parser));
    }
    return RE_ITEM_PLACE;
}

static re_item_t parse_escape(re_parser_t *parser, const byte *place, re_width_t *width) {
    uint32_t c = re_take_escaped(parser);
    switch (c) {
        case 'A':
            return emit_place(parser, OP_BEGIN);
        case 'Z':
            return emit_place(parser, OP_END);
        case 'b':
            return emit_place(parser, OP_WORD_BOUNDARY);
        case 'B':
            return emit_place(parser, OP_NOT_WORD_BOUNDARY);
    }
    *width = (re_width_t) { 1, 1 };
    if (c >= '1' && c <= '9') {
        return parse_backref(parser, place, c, width) ? RE_ITEM_OTHER : RE_ITEM_CHAR;
    }
    if (re_parse_class(parser, c)) {
        return RE_ITEM_OTHER;
    }
    emit_char(parser, re_parse_char(parser, place - parser->text, c, false));
    return RE_ITEM_CHAR;
}

// One item. A repetition is none.
static re_item_t parse_item(sequence_t *sequence, re_width_t *width) {
    re_parser_t *parser = sequence->parser;
    uint32_t flags = parser->program->flags;
    const byte *place = parser->at;
    uint32_t c = re_take(parser);
    *width = (re_width_t) { 0, 0 };
    switch (c) {
        case '\\':
            return parse_escape(parser, place, width);
        case '[':
            re_parse_set(parser, place - parser->text);
            break;
        case '.':
            re_emit(parser->program, flags & RE_DOTALL ? OP_ANY_ALL : OP_ANY);
            break;
        case '(':
            return re_parse_group(parser, place, sequence->first && sequence->last == RE_ITEM_NONE, width);
        case '^':
            return emit_place(parser, flags & RE_MULTILINE ? OP_BEGIN_LINE : OP_BEGIN);
        case '$':
            return emit_place(parser, flags & RE_MULTILINE ? OP_END_LINE : OP_END_OR_NEWLINE);
        default:
            emit_char(parser, c);
            *width = (re_width_t) { 1, 1 };
            return RE_ITEM_CHAR;
    }
    *width = (re_width_t) { 1, 1 };
    return RE_ITEM_OTHER;
}

// --- Repetitions -----------------------------------------------------------------------------------

static bool take_number(re_parser_t *parser, const byte *place, uint32_t *number) {
    uint64_t value = 0;
    const byte *begin = parser->at;
    for (; parser->at < parser->end && *parser->at >= '0' && *parser->at <= '9'; parser->at++) {
        value = value * 10 + (*parser->at - '0');
        if (value >= RE_MAXREPEAT) {
            mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("the repetition number is too large"));
        }
    }
    if (parser->at == begin) {
        return false;
    }
    *number = (uint32_t)value;
    return true;
}

// {m}, {m,}, {,n}, {m,n}. Returns false if it is none of them, and nothing is taken.
static bool parse_braces(re_parser_t *parser, const byte *place, uint32_t *min, uint32_t *max) {
    const byte *begin = parser->at;
    bool has_min = take_number(parser, place, min), has_max = false;
    if (!has_min) {
        *min = 0;
    }
    bool comma = re_take_if(parser, ',');
    if (comma) {
        has_max = take_number(parser, place, max);
        if (!has_max) {
            *max = RE_MAXREPEAT;
        }
    } else {
        *max = *min;
    }
    if (!re_take_if(parser, '}') || (!has_min && !comma)) {
        parser->at = begin;
        return false;
    }
    if (*max < *min) {
        re_raise_at(parser, begin, "min repeat greater than max repeat");
    }
    return true;
}

// A repetition, if one stands here: its least and most turns.
static bool parse_times(re_parser_t *parser, uint32_t *min, uint32_t *max) {
    const byte *place = parser->at;
    *min = 0;
    *max = RE_MAXREPEAT;
    switch (*place) {
        case '?':
            *max = 1;
            break;
        case '*':
            break;
        case '+':
            *min = 1;
            break;
        case '{':
            if (place + 1 < parser->end && place[1] == '}') {
                return false;
            }
            parser->at++;
            if (parse_braces(parser, place, min, max)) {
                return true;
            }
            parser->at = place;
            return false;
        default:
            return false;
    }
    parser->at++;
    return true;
}

// --- Sequences -------------------------------------------------------------------------------------

// Ends a run of literal characters: they become a string.
static void end_run(sequence_t *sequence) {
    if (sequence->last == RE_ITEM_CHAR) {
        re_emit_string(sequence->parser->program, sequence->run);
    }
}

// Sets the last of a run of literal characters apart, to be repeated.
static void part_last_char(sequence_t *sequence) {
    re_program_t *program = sequence->parser->program;
    if (sequence->last != RE_ITEM_CHAR || program->len - sequence->run <= 2) {
        return;
    }
    uint32_t op = program->code[program->len - 2], c = program->code[program->len - 1];
    program->len -= 2;
    re_emit_string(program, sequence->run);
    sequence->place = program->len;
    re_emit(program, op);
    re_emit(program, c);
}

static void repeat(sequence_t *sequence, const byte *place, uint32_t min, uint32_t max) {
    re_parser_t *parser = sequence->parser;
    if (sequence->last == RE_ITEM_NONE || sequence->last == RE_ITEM_PLACE) {
        re_raise_at(parser, place, "nothing to repeat");
    }
    if (sequence->last == RE_ITEM_REPEAT) {
        re_raise_at(parser, place, "multiple repeat");
    }
    part_last_char(sequence);
    re_how_t how = re_take_if(parser, '?') ? RE_LAZY : re_take_if(parser, '+') ? RE_POSSESSIVE : RE_GREEDY;
    re_emit_repeat(parser->program, sequence->place, how, min, max);
    re_width_t item = { sequence->width.min - sequence->before.min, sequence->width.max - sequence->before.max };
    if (sequence->width.max == RE_MAXREPEAT) {
        item.max = RE_MAXREPEAT;
    }
    sequence->width = re_width_add(sequence->before, re_width_repeat(item, min, max));
    sequence->last = RE_ITEM_REPEAT;
}

static void add_item(sequence_t *sequence) {
    re_program_t *program = sequence->parser->program;
    size_t place = program->len;
    re_width_t width;
    bool joins = sequence->last == RE_ITEM_CHAR; // a run of literal characters, if this is one, too
    re_item_t item = parse_item(sequence, &width);
    if (item == RE_ITEM_NONE) {
        return; // a comment, or flags
    }
    if (item == RE_ITEM_CHAR && program->code[place] != OP_CHAR) {
        item = RE_ITEM_OTHER;
    }
    if (joins && item != RE_ITEM_CHAR) {
        size_t words = program->len - place, run = sequence->run;
        uint32_t *code = program->code;
        program->len = place;
        re_emit_string(program, run); // takes no more room than before
        memmove(code + program->len, code + place, words * sizeof(uint32_t));
        place = program->len;
        program->len += words;
    } else if (!joins) {
        sequence->run = place;
    }
    sequence->before = sequence->width;
    sequence->width = re_width_add(sequence->width, width);
    sequence->place = place;
    sequence->last = item;
}

static void skip_verbose(re_parser_t *parser) {
    while (parser->at < parser->end) {
        byte c = *parser->at;
        if (c == '#') {
            const byte *end = memchr(parser->at, '\n', parser->end - parser->at);
            parser->at = end == NULL ? parser->end : end + 1;
        } else if (c == ' ' || (c >= 9 && c <= 13)) {
            parser->at++;
        } else {
            return;
        }
    }
}

re_width_t re_parse_sequence(re_parser_t *parser, bool first) {
    sequence_t sequence = { .parser = parser, .last = RE_ITEM_NONE, .first = first };
    for (;;) {
        if (parser->program->flags & RE_VERBOSE) {
            skip_verbose(parser);
        }
        if (parser->at == parser->end || *parser->at == '|' || *parser->at == ')') {
            break;
        }
        const byte *place = parser->at;
        uint32_t min, max;
        if (parse_times(parser, &min, &max)) {
            repeat(&sequence, place, min, max);
        } else {
            add_item(&sequence);
        }
    }
    end_run(&sequence);
    return sequence.width;
}

re_width_t re_parse_alternatives(re_parser_t *parser, bool first) {
    mp_cstack_check();
    re_program_t *program = parser->program;
    size_t start = program->len, last_jump = 0;
    re_width_t width = re_parse_sequence(parser, first);
    while (re_take_if(parser, '|')) {
        re_insert(program, start, 2);
        re_emit(program, OP_JUMP);
        re_emit(program, last_jump);
        last_jump = program->len - 1;
        program->code[start] = OP_SPLIT;
        program->code[start + 1] = program->len - (start + 1);
        start = program->len;
        re_width_t other = re_parse_sequence(parser, false);
        width = (re_width_t) { MIN(width.min, other.min), MAX(width.max, other.max) };
    }
    while (last_jump != 0) {
        size_t jump = last_jump;
        last_jump = program->code[jump];
        program->code[jump] = program->len - jump;
    }
    return width;
}

// --- Patterns --------------------------------------------------------------------------------------

static void check_flags(re_program_t *program) {
    if (program->bytes) {
        if (program->flags & RE_UNICODE) {
            mp_raise_ValueError(MP_ERROR_TEXT("cannot use UNICODE flag with a bytes pattern"));
        }
        if ((program->flags & RE_LOCALE) && (program->flags & RE_ASCII)) {
            mp_raise_ValueError(MP_ERROR_TEXT("ASCII and LOCALE flags are incompatible"));
        }
        return;
    }
    if (program->flags & RE_LOCALE) {
        mp_raise_ValueError(MP_ERROR_TEXT("cannot use LOCALE flag with a str pattern"));
    }
    if ((program->flags & RE_ASCII) && (program->flags & RE_UNICODE)) {
        mp_raise_ValueError(MP_ERROR_TEXT("ASCII and UNICODE flags are incompatible"));
    }
    if (!(program->flags & RE_ASCII)) {
        program->flags |= RE_UNICODE;
    }
}

void re_parse(re_program_t *program, mp_obj_t pattern, const byte *text, size_t len, mp_obj_t names) {
    re_parser_t parser = { .program = program, .pattern = pattern, .names = names, .text = text, .at = text, .end = text + len };
    check_flags(program);
    re_open_group(&parser);
    re_width_t width = re_parse_alternatives(&parser, true);
    if (parser.at < parser.end) {
        re_raise_at(&parser, parser.at, "unbalanced parenthesis");
    }
    if (parser.last_ref >= program->groups) {
        re_raise_at(&parser, text + parser.last_ref_place, "invalid group reference %u", (unsigned)parser.last_ref);
    }
    re_emit(program, OP_MATCH);
    re_find_first(program, width);
}

void re_raise_at(re_parser_t *parser, const byte *place, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vstr_t message;
    vstr_init(&message, 64);
    vstr_vprintf(&message, format, args);
    va_end(args);
    re_raise(parser->pattern, place - parser->text, vstr_null_terminated_str(&message));
}

#endif
