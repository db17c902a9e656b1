// Sets of characters in regular expressions.

#include "py/runtime.h"

#include "library/re/emit.h"

#if MPWASM_LIBRARY

typedef struct _set_t {
    re_parser_t *parser;
    size_t place; // of its code
} set_t;

static set_t begin(re_parser_t *parser) {
    re_program_t *program = parser->program;
    size_t place = program->len;
    re_emit(program, OP_SET);
    for (size_t i = 1; i < RE_SET_WORDS; i++) {
        re_emit(program, 0);
    }
    program->code[place + 2] = (program->flags & RE_IGNORECASE ? RE_SET_FOLD : 0) | (re_is_ascii(parser) ? RE_SET_ASCII_CLASSES : 0);
    return (set_t) { parser, place };
}

static void add_range(set_t *set, uint32_t low, uint32_t high) {
    re_program_t *program = set->parser->program;
    for (uint32_t c = low; c <= high && c < 0x80; c++) {
        program->code[set->place + 3 + (c >> 5)] |= (uint32_t)1 << (c & 31);
    }
    if (high >= 0x80) {
        re_emit(program, low < 0x80 ? 0x80 : low);
        re_emit(program, high);
    }
}

static bool in_class(uint32_t class, uint32_t c) {
    switch (class) {
        case 'd':
            return c >= '0' && c <= '9';
        case 's':
            return c == ' ' || (c >= 9 && c <= 13);
        default:
            return re_is_word(c, true);
    }
}

static void add_class(set_t *set, uint32_t class) {
    static const struct { char class; uint16_t flag; } flags[] = {
        { 'd', RE_SET_DIGIT }, { 'D', RE_SET_NOT_DIGIT }, { 's', RE_SET_SPACE }, { 'S', RE_SET_NOT_SPACE },
        { 'w', RE_SET_WORD }, { 'W', RE_SET_NOT_WORD },
    };
    uint32_t *code = set->parser->program->code + set->place;
    bool unicode = !re_is_ascii(set->parser);
    for (uint32_t c = 0; c < 0x80; c++) {
        bool in = in_class(class | 32, c) || (unicode && (class | 32) == 's' && c >= 0x1c && c <= 0x1f);
        if (in != (class < 'a')) {
            code[3 + (c >> 5)] |= (uint32_t)1 << (c & 31);
        }
    }
    for (size_t i = 0; i < MP_ARRAY_SIZE(flags); i++) {
        if ((uint32_t)flags[i].class == class) {
            code[2] |= flags[i].flag;
        }
    }
}

// Whether a character that is not ASCII is in the set, before it is negated.
static bool holds(const uint32_t *code, uint32_t c) {
    return re_in_set(code, c) != (code[2] & RE_SET_NEGATED);
}

// Adds the ASCII characters that are in the set without regard to case.
static void fold_ascii(uint32_t *code, bool ascii) {
    static const struct { char c; uint16_t others[2]; } others[] = { { 'i', { 0x130, 0x131 } }, { 'k', { 0x212a, 0x212a } }, { 's', { 0x17f, 0x17f } } };
    for (uint32_t c = 'a'; c <= 'z'; c++) {
        uint32_t upper = 1u << (c & 31), bit = upper; // both cases have the same place in their word
        bool in = (code[3 + 2] & upper) || (code[3 + 3] & bit);
        for (size_t i = 0; !ascii && i < MP_ARRAY_SIZE(others); i++) {
            in = in || ((uint32_t)others[i].c == c && (holds(code, others[i].others[0]) || holds(code, others[i].others[1])));
        }
        if (in) {
            code[3 + 2] |= upper;
            code[3 + 3] |= bit;
        }
    }
}

static void finish(set_t *set, bool negated) {
    re_program_t *program = set->parser->program;
    uint32_t *code = program->code + set->place;
    code[1] = program->len - set->place;
    if (code[2] & RE_SET_FOLD) {
        fold_ascii(code, re_is_ascii(set->parser));
    }
    if (negated) {
        code[2] |= RE_SET_NEGATED;
        for (size_t i = 3; i < RE_SET_WORDS; i++) {
            code[i] = ~code[i];
        }
    }
}

static bool is_class(uint32_t c) {
    uint32_t lower = c | 32;
    return lower == 'd' || lower == 's' || lower == 'w';
}

bool re_parse_class(re_parser_t *parser, uint32_t c) {
    if (!is_class(c)) {
        return false;
    }
    set_t set = begin(parser);
    add_class(&set, c);
    finish(&set, false);
    return true;
}

// An element of a set: a character, or a class, which is added at once. Returns whether it is a character.
static bool parse_element(set_t *set, const byte *bracket, uint32_t *c) {
    re_parser_t *parser = set->parser;
    if (parser->at == parser->end) {
        re_raise_at(parser, bracket, "unterminated character set");
    }
    const byte *place = parser->at;
    *c = re_take(parser);
    if (*c != '\\') {
        return true;
    }
    uint32_t escaped = re_take_escaped(parser); // a backslash is never the last
    if (is_class(escaped)) {
        *c = escaped;
        return false;
    }
    *c = re_parse_char(parser, place - parser->text, escaped, true);
    return true;
}

// A range, whose first character has been read, and its dash. Returns whether the set ends with the dash.
static bool parse_range(set_t *set, const byte *bracket, const byte *place, bool is_char, uint32_t low) {
    re_parser_t *parser = set->parser;
    if (parser->at == parser->end) {
        re_raise_at(parser, bracket, "unterminated character set");
    }
    if (re_take_if(parser, ']')) {
        add_range(set, '-', '-');
        return true;
    }
    uint32_t high;
    if (!parse_element(set, bracket, &high) || !is_char || high < low) {
        re_raise_at(parser, place, "bad character range %.*s", (int)(parser->at - place), place);
    }
    add_range(set, low, high);
    return false;
}

void re_parse_set(re_parser_t *parser, size_t place) {
    const byte *bracket = parser->text + place;
    set_t set = begin(parser);
    bool negated = re_take_if(parser, '^');
    for (bool first = true;; first = false) {
        const byte *element = parser->at;
        if (!first && re_take_if(parser, ']')) {
            break;
        }
        uint32_t c;
        bool is_char = parse_element(&set, bracket, &c);
        if (!is_char) {
            add_class(&set, c);
        }
        if (!re_take_if(parser, '-')) {
            if (is_char) {
                add_range(&set, c, c);
            }
            continue;
        }
        if (is_char && parser->at < parser->end && *parser->at == ']') {
            add_range(&set, c, c);
        }
        if (parse_range(&set, bracket, element, is_char, c)) {
            break;
        }
    }
    finish(&set, negated);
}

#endif
