// Groups of regular expressions, and what is written as they are: looking around, conditions, references, flags.

#include <string.h>

#include "py/objstr.h"
#include "py/runtime.h"

#include "library/re/emit.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

// --- Names -----------------------------------------------------------------------------------------

// Reads up to a terminator, which is taken too.
static void take_name(re_parser_t *parser, char terminator, const char *what, const byte **name, size_t *len) {
    const byte *begin = parser->at;
    const byte *end = memchr(begin, terminator, parser->end - begin);
    if (end == NULL) {
        parser->at = parser->end;
        if (begin == parser->end) {
            re_raise_at(parser, begin, "missing %s", what);
        }
        re_raise_at(parser, begin, "missing %c, unterminated name", terminator);
    }
    if (end == begin) {
        re_raise_at(parser, begin, "missing %s", what);
    }
    *name = begin;
    *len = end - begin;
    parser->at = end + 1;
}

static bool is_identifier(const re_parser_t *parser, const byte *name, size_t len) {
    const byte *end = name + len;
    for (const byte *s = name; s < end;) {
        uint32_t c;
        s += re_decode(parser->program->bytes, s, end, &c);
        bool digit = c < 0x80 ? unichar_isdigit(c) : false;
        if (!re_is_word(c, parser->program->bytes) || (digit && s == name + 1)) {
            return false;
        }
    }
    return len > 0;
}

static bool is_number(const byte *name, size_t len) {
    for (size_t i = 0; i < len; i++) {
        if (name[i] < '0' || name[i] > '9') {
            return false;
        }
    }
    return len > 0;
}

// A number, or RE_MAXGROUPS if it is larger.
uint32_t re_to_number(const byte *digits, size_t len) {
    uint32_t value = 0;
    for (size_t i = 0; i < len && value < RE_MAXGROUPS; i++) {
        value = value < RE_MAXGROUPS / 10 ? value * 10 + digits[i] - '0' : RE_MAXGROUPS;
    }
    return value;
}

static void check_identifier(re_parser_t *parser, const byte *name, size_t len) {
    if (!is_identifier(parser, name, len)) {
        re_raise_at(parser, name, "bad character in group name '%.*s'", (int)len, name);
    }
}

// --- Groups ----------------------------------------------------------------------------------------

re_group_t *re_open_group(re_parser_t *parser) {
    re_program_t *program = parser->program;
    if (program->groups == parser->groups_alloc) {
        size_t alloc = parser->groups_alloc * 2 + 8;
        parser->groups = mpwasm_realloc(parser->groups, alloc * sizeof(re_group_t));
        parser->groups_alloc = alloc;
    }
    re_group_t *group = &parser->groups[program->groups++];
    *group = (re_group_t) { { 0, 0 }, true };
    return group;
}

static void name_group(re_parser_t *parser, const byte *name, size_t len) {
    mp_obj_t key = mp_obj_new_str((const char *)name, len);
    mp_map_elem_t *elem = mp_map_lookup(mp_obj_dict_get_map(parser->names), key, MP_MAP_LOOKUP);
    if (elem != NULL) {
        re_raise_at(parser, name, "redefinition of group name '%.*s' as group %u; was group %u", (int)len, name,
            (unsigned)parser->program->groups, (unsigned)MP_OBJ_SMALL_INT_VALUE(elem->value));
    }
    mp_obj_dict_store(parser->names, key, MP_OBJ_NEW_SMALL_INT(parser->program->groups));
}

static void check_look_behind(re_parser_t *parser, uint32_t group, const byte *place) {
    if (parser->look_behind_groups > 0 && group >= parser->look_behind_groups) {
        re_raise_at(parser, place, "cannot refer to group defined in the same lookbehind subpattern");
    }
}

static void expect_end_of_group(re_parser_t *parser, const byte *place) {
    if (!re_take_if(parser, ')')) {
        re_raise_at(parser, place, "missing ), unterminated subpattern");
    }
}

// The inside of a group, whose name stands in the names already, and its end.
static re_width_t parse_capture(re_parser_t *parser, const byte *place) {
    re_program_t *program = parser->program;
    uint32_t number = program->groups, flags = program->flags;
    re_open_group(parser);
    re_emit(program, OP_SAVE);
    re_emit(program, number * 2);
    re_width_t width = re_parse_alternatives(parser, false);
    expect_end_of_group(parser, place);
    re_emit(program, OP_SAVE);
    re_emit(program, number * 2 + 1);
    program->flags = flags;
    parser->groups[number] = (re_group_t) { width, false };
    return width;
}

static re_width_t parse_group_inside(re_parser_t *parser, const byte *place, uint32_t flags) {
    uint32_t outside = parser->program->flags;
    parser->program->flags = flags;
    re_width_t width = re_parse_alternatives(parser, false);
    expect_end_of_group(parser, place);
    parser->program->flags = outside;
    return width;
}

re_width_t re_emit_backref(re_parser_t *parser, uint32_t group, const byte *place) {
    if (parser->groups[group].open) {
        re_raise_at(parser, place, "cannot refer to an open group");
    }
    check_look_behind(parser, group, place);
    re_emit(parser->program, parser->program->flags & RE_IGNORECASE ? OP_BACKREF_FOLD : OP_BACKREF);
    re_emit(parser->program, group);
    return parser->groups[group].width;
}

// (?P=name)
static re_width_t parse_named_backref(re_parser_t *parser) {
    const byte *name;
    size_t len;
    take_name(parser, ')', "group name", &name, &len);
    check_identifier(parser, name, len);
    mp_map_elem_t *elem = mp_map_lookup(mp_obj_dict_get_map(parser->names), mp_obj_new_str((const char *)name, len), MP_MAP_LOOKUP);
    if (elem == NULL) {
        re_raise_at(parser, name, "unknown group name '%.*s'", (int)len, name);
    }
    return re_emit_backref(parser, MP_OBJ_SMALL_INT_VALUE(elem->value), name);
}

// (?P...
static re_width_t parse_python_group(re_parser_t *parser, const byte *place) {
    const byte *begin = parser->at - 1;
    if (re_take_if(parser, '<')) {
        const byte *name;
        size_t len;
        take_name(parser, '>', "group name", &name, &len);
        check_identifier(parser, name, len);
        name_group(parser, name, len);
        return parse_capture(parser, place);
    }
    if (re_take_if(parser, '=')) {
        return parse_named_backref(parser);
    }
    if (parser->at == parser->end) {
        re_raise_at(parser, parser->at, "unexpected end of pattern");
    }
    re_take(parser);
    re_raise_at(parser, begin - 1, "unknown extension ?%.*s", (int)(parser->at - begin), begin);
}

// (?=, (?!, (?<=, (?<!
static re_width_t parse_look(re_parser_t *parser, const byte *place, bool negative, bool behind) {
    re_program_t *program = parser->program;
    uint32_t reg = program->registers++, outer = parser->look_behind_groups;
    if (behind && outer == 0) {
        parser->look_behind_groups = program->groups;
    }
    re_emit(program, OP_LOOK);
    re_emit(program, reg);
    size_t back = program->len;
    re_emit(program, RE_AHEAD);
    re_emit(program, 0);
    re_width_t width = parse_group_inside(parser, place, program->flags);
    if (behind) {
        parser->look_behind_groups = outer;
        if (width.min != width.max) {
            re_raise(parser->pattern, RE_NO_PLACE, "look-behind requires fixed-width pattern");
        }
        program->code[back] = width.min;
    }
    re_emit(program, negative ? OP_LOOK_NOT_END : OP_LOOK_END);
    re_emit(program, reg);
    if (negative) {
        program->code[back + 1] = program->len - (back + 1);
    }
    return (re_width_t) { 0, 0 };
}

// (?<...
static re_width_t parse_behind(re_parser_t *parser, const byte *place) {
    const byte *begin = parser->at - 1;
    if (parser->at == parser->end) {
        re_raise_at(parser, parser->at, "unexpected end of pattern");
    }
    bool negative = re_is_next(parser, '!');
    if (!negative && !re_is_next(parser, '=')) {
        re_take(parser);
        re_raise_at(parser, begin - 1, "unknown extension ?%.*s", (int)(parser->at - begin), begin);
    }
    parser->at++;
    return parse_look(parser, place, negative, true);
}

static uint32_t parse_condition(re_parser_t *parser) {
    const byte *name;
    size_t len;
    take_name(parser, ')', "group name", &name, &len);
    if (is_identifier(parser, name, len)) {
        mp_map_elem_t *elem = mp_map_lookup(mp_obj_dict_get_map(parser->names), mp_obj_new_str((const char *)name, len), MP_MAP_LOOKUP);
        if (elem == NULL) {
            re_raise_at(parser, name, "unknown group name '%.*s'", (int)len, name);
        }
        return MP_OBJ_SMALL_INT_VALUE(elem->value);
    }
    if (!is_number(name, len)) {
        re_raise_at(parser, name, "bad character in group name '%.*s'", (int)len, name);
    }
    uint32_t group = re_to_number(name, len);
    if (group == 0) {
        re_raise_at(parser, name, "bad group number");
    }
    if (group >= RE_MAXGROUPS) {
        re_raise_at(parser, name, "invalid group reference %.*s", (int)len, name);
    }
    if (group > parser->last_ref) {
        parser->last_ref = group;
        parser->last_ref_place = name - parser->text;
    }
    check_look_behind(parser, group, name);
    return group;
}

// (?(group)yes|no)
static re_width_t parse_conditional(re_parser_t *parser, const byte *place) {
    re_program_t *program = parser->program;
    re_emit(program, OP_IF_GROUP);
    re_emit(program, parse_condition(parser));
    size_t otherwise = program->len;
    re_emit(program, 0);
    re_width_t yes = re_parse_sequence(parser, false), no = { 0, 0 };
    if (re_take_if(parser, '|')) {
        re_emit(program, OP_JUMP);
        size_t jump = program->len;
        re_emit(program, 0);
        program->code[otherwise] = program->len - otherwise;
        no = re_parse_sequence(parser, false);
        if (re_is_next(parser, '|')) {
            re_raise_at(parser, parser->at, "conditional backref with more than two branches");
        }
        program->code[jump] = program->len - jump;
    } else {
        program->code[otherwise] = program->len - otherwise;
    }
    expect_end_of_group(parser, place);
    return (re_width_t) { MIN(yes.min, no.min), MAX(yes.max, no.max) };
}

// --- Flags -----------------------------------------------------------------------------------------

#define TYPE_FLAGS (RE_ASCII | RE_LOCALE | RE_UNICODE)

static uint32_t flag_of(uint32_t c) {
    static const char letters[] = "iLmsxau";
    static const uint16_t flags[] = { RE_IGNORECASE, RE_LOCALE, RE_MULTILINE, RE_DOTALL, RE_VERBOSE, RE_ASCII, RE_UNICODE };
    const char *letter = c != 0 && c < 0x80 ? strchr(letters, c) : NULL;
    return letter == NULL ? 0 : flags[letter - letters];
}

static uint32_t take_flag(re_parser_t *parser, const char *missing) {
    const byte *place = parser->at;
    if (place == parser->end) {
        re_raise_at(parser, place, missing);
    }
    uint32_t c = re_take(parser), flag = flag_of(c);
    if (flag == 0) {
        re_raise_at(parser, place, c < 0x80 && !unichar_isalpha(c) ? missing : "unknown flag");
    }
    return flag;
}

static uint32_t add_flag(re_parser_t *parser, uint32_t flags, uint32_t flag) {
    bool bytes = parser->program->bytes;
    if (flag == (bytes ? RE_UNICODE : RE_LOCALE)) {
        re_raise_at(parser, parser->at, "bad inline flags: cannot use '%c' flag with a %s pattern", bytes ? 'u' : 'L', bytes ? "bytes" : "str");
    }
    flags |= flag;
    if ((flag & TYPE_FLAGS) && (flags & TYPE_FLAGS) != flag) {
        re_raise_at(parser, parser->at, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
    }
    return flags;
}

static uint32_t parse_removed_flags(re_parser_t *parser) {
    uint32_t flags = 0;
    const char *missing = "missing flag";
    do {
        uint32_t flag = take_flag(parser, missing);
        missing = "missing :";
        if (flag & TYPE_FLAGS) {
            re_raise_at(parser, parser->at, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        }
        flags |= flag;
    } while (!re_take_if(parser, ':'));
    return flags;
}

// (?flags) and (?flags:...). Sets *global for the former, which hold for the rest of the pattern.
static re_width_t parse_flags(re_parser_t *parser, const byte *place, bool first, bool *global) {
    re_program_t *program = parser->program;
    uint32_t added = 0, removed = 0;
    if (!re_is_next(parser, '-')) {
        do {
            added = add_flag(parser, added, take_flag(parser, "missing -, : or )"));
        } while (!re_is_next(parser, ')') && !re_is_next(parser, '-') && !re_is_next(parser, ':'));
    }
    if (re_take_if(parser, ')')) {
        if (!first) {
            re_raise_at(parser, place, "global flags not at the start of the expression");
        }
        if ((added & RE_ASCII) && !program->bytes) {
            program->flags &= ~RE_UNICODE;
        }
        program->flags |= added;
        *global = true;
        return (re_width_t) { 0, 0 };
    }
    if (re_take_if(parser, '-')) {
        removed = parse_removed_flags(parser);
    } else {
        parser->at++; // the colon
    }
    if (added & removed) {
        re_raise_at(parser, parser->at - 1, "bad inline flags: flag turned on and off");
    }
    uint32_t flags = added & TYPE_FLAGS ? program->flags & ~TYPE_FLAGS : program->flags;
    return parse_group_inside(parser, place, (flags | added) & ~removed);
}

// --- All kinds -------------------------------------------------------------------------------------

re_item_t re_parse_group(re_parser_t *parser, const byte *place, bool first, re_width_t *width) {
    if (!re_take_if(parser, '?')) {
        *width = parse_capture(parser, place);
        return RE_ITEM_OTHER;
    }
    if (parser->at == parser->end) {
        re_raise_at(parser, parser->at, "unexpected end of pattern");
    }
    const byte *kind = parser->at;
    uint32_t c = re_take(parser);
    bool global = false;
    switch (c) {
        case 'P':
            *width = parse_python_group(parser, place);
            break;
        case ':':
            *width = parse_group_inside(parser, place, parser->program->flags);
            break;
        case '#': {
            const byte *end = memchr(parser->at, ')', parser->end - parser->at);
            if (end == NULL) {
                re_raise_at(parser, place, "missing ), unterminated comment");
            }
            parser->at = end + 1;
            return RE_ITEM_NONE;
        }
        case '=':
        case '!':
            *width = parse_look(parser, place, c == '!', false);
            break;
        case '<':
            *width = parse_behind(parser, place);
            break;
        case '(':
            *width = parse_conditional(parser, place);
            break;
        case '>': {
            size_t start = parser->program->len;
            *width = parse_group_inside(parser, place, parser->program->flags);
            re_emit_atomic(parser->program, start);
            break;
        }
        default:
            if (c != '-' && flag_of(c) == 0) {
                re_raise_at(parser, kind - 1, "unknown extension ?%.*s", (int)(parser->at - kind), kind);
            }
            parser->at = kind;
            *width = parse_flags(parser, place, first, &global);
            return global ? RE_ITEM_NONE : RE_ITEM_OTHER;
    }
    return RE_ITEM_OTHER;
}

#endif
