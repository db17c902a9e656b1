// Patterns and matches as objects. Shared by module.c, match_object.c and replace.c.
#ifndef MPWASM_RE_OBJECT_H
#define MPWASM_RE_OBJECT_H

#include "library/re/program.h"

typedef struct _re_pattern_t {
    mp_obj_base_t base;
    mp_obj_t pattern;     // str or bytes
    mp_obj_t group_index; // dict
    re_program_t program;
} re_pattern_t;

// What is searched by one call: places are offsets in bytes.
typedef struct _re_scan_t {
    re_pattern_t *pattern;
    mp_obj_t string; // as it was given
    mp_obj_t source; // str or bytes that hold the text
    const byte *text;
    size_t pos, len; // len: up to endpos
    size_t known_byte, known_char; // that the one is the place of the other
    size_t at;       // where the next match is looked for
    bool not_empty;
    bool over;
} re_scan_t;

typedef struct _re_match_t {
    mp_obj_base_t base;
    re_scan_t scan;
    int32_t slots[]; // two a group; the group closed last
} re_match_t;

extern const mp_obj_type_t re_type_pattern, re_type_match;

// Begins to search a string. pos and endpos are characters, or MP_OBJ_NULL.
void re_scan_begin(re_scan_t *scan, re_pattern_t *pattern, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos);

// The next match, or NULL.
re_match_t *re_scan_next(re_scan_t *scan, bool search, bool full);

// A part of the source.
mp_obj_t re_slice(const re_scan_t *scan, size_t begin, size_t end);

// What a group matched, or otherwise.
mp_obj_t re_match_group(const re_match_t *match, size_t group, mp_obj_t otherwise);

// --- replace.c ---

// A template for replacements, taken apart: a tuple of strings and groups by turns, or the template itself if it has no groups.
mp_obj_t re_template(re_pattern_t *pattern, mp_obj_t template);
void re_expand(vstr_t *out, const re_match_t *match, mp_obj_t template);
mp_obj_t re_replace(re_pattern_t *pattern, mp_obj_t replacement, mp_obj_t string, mp_int_t count, size_t *made);

#endif
