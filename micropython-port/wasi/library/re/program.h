// Regular expressions, compiled: what parse.c writes and match.c runs.
//
// A program is an array of words. Jumps are relative to the word that holds them, so that a piece of a program can be moved as a whole.
#ifndef MPWASM_RE_PROGRAM_H
#define MPWASM_RE_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "py/obj.h"

// Flags, with CPython's values.
#define RE_IGNORECASE (2)
#define RE_LOCALE (4)
#define RE_MULTILINE (8)
#define RE_DOTALL (16)
#define RE_UNICODE (32)
#define RE_VERBOSE (64)
#define RE_DEBUG (128)
#define RE_ASCII (256)

#define RE_MAXREPEAT (0xffffffffu)
#define RE_MAXGROUPS (0x3fffffff)

typedef enum _re_op_t {
    OP_MATCH,       // the end
    OP_FAIL,
    // One character
    OP_CHAR,        // c
    OP_CHAR_FOLD,   // c, folded
    OP_ANY,         // any but a newline
    OP_ANY_ALL,
    OP_SET,         // RE_SET_WORDS of header, then ranges
    // Several characters
    OP_STRING,      // bytes, words that hold them...
    OP_BACKREF,     // group
    OP_BACKREF_FOLD, // group
    // Places
    OP_BEGIN,
    OP_BEGIN_LINE,
    OP_END,         // \Z
    OP_END_OR_NEWLINE,
    OP_END_LINE,
    OP_WORD_BOUNDARY, // ascii
    OP_NOT_WORD_BOUNDARY, // ascii
    // Control
    OP_SAVE,        // slot: the place goes into it; an odd slot closes its group
    OP_JUMP,        // offset
    OP_SPLIT,       // offset: goes on, and tries the offset if that fails
    OP_SPLIT_LAZY,  // offset: the other way round
    OP_RUN,         // how, min, max, words of the item; then the item, one character
    OP_LOOP_BEGIN,  // register
    OP_LOOP,        // how, register, min, max, offset of what follows; then the body
    OP_ATOMIC,      // register
    OP_ATOMIC_END,  // register
    OP_LOOK,        // register, characters to go back or RE_AHEAD, offset of what follows if it must fail, or 0
    OP_LOOK_END,    // register
    OP_LOOK_NOT_END, // register
    OP_IF_GROUP,    // group, offset of what to do if it did not match
} re_op_t;

#define RE_AHEAD (0xffffffffu)

typedef enum _re_how_t { RE_GREEDY, RE_LAZY, RE_POSSESSIVE } re_how_t;

// OP_SET: opcode, words in all, flags, bitmap of ASCII (4 words); then pairs of a first and a last character.
#define RE_SET_WORDS (7)
#define RE_SET_NEGATED (1)
#define RE_SET_FOLD (2)
// Classes, of what is not ASCII
#define RE_SET_DIGIT (4)
#define RE_SET_NOT_DIGIT (8)
#define RE_SET_SPACE (16)
#define RE_SET_NOT_SPACE (32)
#define RE_SET_WORD (64)
#define RE_SET_NOT_WORD (128)
#define RE_SET_ASCII_CLASSES (256) // classes hold no character that is not ASCII

typedef struct _re_program_t {
    uint32_t *code;
    size_t len, alloc;  // words
    uint32_t flags;
    uint32_t groups;    // with group 0
    uint32_t registers;
    bool bytes;
    // What a match begins with, for searching: a bitmap of first bytes, if there is no empty match.
    bool has_first;
    uint32_t first[8];
} re_program_t;

// What is searched. Places are offsets in bytes.
typedef struct _re_subject_t {
    const byte *text;
    size_t len;     // what lies behind is as if it were not there
    size_t begin;   // where searching begins
    bool full;      // the match must reach the end
    bool not_empty; // the match must not be empty where searching begins
} re_subject_t;

// --- parse.c ---

// Compiles a pattern. names is a dict that gets the names of groups. Raises re.PatternError.
void re_parse(re_program_t *program, mp_obj_t pattern, const byte *text, size_t len, mp_obj_t names);

// Raises re.PatternError. The place is an offset in bytes, or RE_NO_PLACE.
#define RE_NO_PLACE ((size_t)-1)
MP_NORETURN void re_raise(mp_obj_t pattern, size_t place, const char *message);

// --- classes.c ---

unsigned re_decode(bool bytes, const byte *text, const byte *end, uint32_t *c); // returns the bytes that it has
uint32_t re_fold(uint32_t c, bool ascii);
bool re_is_word(uint32_t c, bool ascii);
bool re_in_set(const uint32_t *set, uint32_t c);

// --- match.c ---

// Matches at the subject's begin, or searches from there. slots has room for two words a group, -1 for what did not match, and one
// for the last group that was closed.
bool re_match(const re_program_t *program, const re_subject_t *subject, bool search, int32_t *slots);

#endif
