// Replacing what a regular expression matches: templates, functions.

#include <stdarg.h>
#include <string.h>

#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "library/re/object.h"

#if MPWASM_LIBRARY

// --- Templates -------------------------------------------------------------------------------------

typedef struct _template_t {
    re_pattern_t *pattern;
    mp_obj_t template;
    const byte *text, *at, *end;
    vstr_t literal;
    mp_obj_t parts; // list: strings and groups by turns
    bool bytes;
} template_t;

static MP_NORETURN void raise_template(template_t *t, const byte *place, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vstr_t message;
    vstr_init(&message, 64);
    vstr_vprintf(&message, format, args);
    va_end(args);
    re_raise(t->template, place - t->text, vstr_null_terminated_str(&message));
}

static void end_literal(template_t *t) {
    mp_obj_list_append(t->parts, mp_obj_new_bytes((const byte *)t->literal.buf, t->literal.len));
    t->literal.len = 0;
}

static void add_group(template_t *t, const byte *place, mp_int_t group) {
    if ((mp_uint_t)group >= t->pattern->program.groups) {
        raise_template(t, place, "invalid group reference %d", (int)group);
    }
    end_literal(t);
    mp_obj_list_append(t->parts, MP_OBJ_NEW_SMALL_INT(group));
}

static void add_char(template_t *t, uint32_t c) {
    if (t->bytes) {
        vstr_add_byte(&t->literal, c);
    } else {
        vstr_add_char(&t->literal, c);
    }
}

static bool is_digit(const template_t *t, byte limit) {
    return t->at < t->end && *t->at >= '0' && *t->at < limit;
}

// \g<name> or \g<number>, after the g
static void parse_name(template_t *t) {
    if (t->at == t->end || *t->at != '<') {
        raise_template(t, t->at, "missing <");
    }
    const byte *name = ++t->at;
    const byte *end = memchr(name, '>', t->end - name);
    if (end == name || name == t->end) {
        raise_template(t, name, "missing group name");
    }
    if (end == NULL) {
        raise_template(t, name, "missing >, unterminated name");
    }
    t->at = end + 1;
    mp_int_t number = 0;
    const byte *s = name;
    for (; s < end && *s >= '0' && *s <= '9'; s++) {
        number = number < RE_MAXGROUPS / 10 ? number * 10 + *s - '0' : RE_MAXGROUPS;
    }
    if (s == end) {
        add_group(t, name, number);
        return;
    }
    for (s = name; s < end;) {
        uint32_t c;
        s += re_decode(t->bytes, s, end, &c);
        if (!re_is_word(c, t->bytes) || (*name >= '0' && *name <= '9')) {
            raise_template(t, name, "bad character in group name '%.*s'", (int)(end - name), name);
        }
    }
    mp_map_t *names = mp_obj_dict_get_map(t->pattern->group_index);
    mp_map_elem_t *elem = mp_map_lookup(names, mp_obj_new_str((const char *)name, end - name), MP_MAP_LOOKUP);
    if (elem == NULL) {
        mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("unknown group name '%.*s'"), (int)(end - name), name);
    }
    add_group(t, name, MP_OBJ_SMALL_INT_VALUE(elem->value));
}

// \0, \01, \012: a character; \1, \12: a group; \123: a character
static void parse_number(template_t *t, const byte *place, byte first) {
    uint32_t value = first - '0';
    if (first == '0') {
        for (int i = 0; i < 2 && is_digit(t, '8'); i++) {
            value = value * 8 + *t->at++ - '0';
        }
        add_char(t, value & 0xff);
        return;
    }
    if (is_digit(t, '9' + 1)) {
        byte second = *t->at++;
        if (first < '8' && second < '8' && is_digit(t, '8')) {
            value = value * 64 + (second - '0') * 8 + *t->at++ - '0';
            if (value > 0377) {
                raise_template(t, place, "octal escape value %.*s outside of range 0-0o377", (int)(t->at - place), place);
            }
            add_char(t, value);
            return;
        }
        value = value * 10 + second - '0';
    }
    add_group(t, place + 1, value);
}

static void parse_backslash(template_t *t, const byte *place) {
    static const char letters[] = "abfnrtv\\", values[] = "\a\b\f\n\r\t\v\\";
    if (t->at == t->end) {
        raise_template(t, place, "bad escape (end of pattern)");
    }
    byte c = *t->at++;
    const char *letter = c != 0 ? strchr(letters, c) : NULL;
    if (c == 'g') {
        parse_name(t);
    } else if (c >= '0' && c <= '9') {
        parse_number(t, place, c);
    } else if (letter != NULL) {
        vstr_add_byte(&t->literal, values[letter - letters]);
    } else if (c < 0x80 && unichar_isalpha(c)) {
        raise_template(t, place, "bad escape \\%c", c);
    } else {
        vstr_add_byte(&t->literal, '\\');
        vstr_add_byte(&t->literal, c); // the rest of a longer character follows as it is
    }
}

static void check_type(const re_pattern_t *pattern, mp_obj_t template) {
    bool is_str = mp_obj_is_str(template);
    if (is_str == pattern->program.bytes) {
        mp_raise_msg_varg(&mp_type_TypeError, is_str ? MP_ERROR_TEXT("expected a bytes-like object, %s found") : MP_ERROR_TEXT("expected str instance, %s found"),
            mp_obj_get_type_str(template));
    }
}

mp_obj_t re_template(re_pattern_t *pattern, mp_obj_t template) {
    mp_buffer_info_t buffer;
    check_type(pattern, template);
    mp_get_buffer_raise(template, &buffer, MP_BUFFER_READ);
    if (memchr(buffer.buf, '\\', buffer.len) == NULL) {
        mp_obj_t literal = mp_obj_new_bytes(buffer.buf, buffer.len);
        return mp_obj_new_tuple(1, &literal);
    }
    template_t t = {
        .pattern = pattern, .template = template, .text = buffer.buf, .at = buffer.buf, .end = (const byte *)buffer.buf + buffer.len,
        .parts = mp_obj_new_list(0, NULL), .bytes = pattern->program.bytes,
    };
    vstr_init(&t.literal, 16);
    while (t.at < t.end) {
        const byte *place = t.at++;
        if (*place == '\\') {
            parse_backslash(&t, place);
        } else {
            vstr_add_byte(&t.literal, *place);
        }
    }
    end_literal(&t);
    size_t count;
    mp_obj_t *parts;
    mp_obj_get_array(t.parts, &count, &parts);
    return mp_obj_new_tuple(count, parts);
}

void re_expand(vstr_t *out, const re_match_t *match, mp_obj_t template) {
    size_t count;
    mp_obj_t *parts;
    mp_obj_get_array(template, &count, &parts);
    for (size_t i = 0; i < count; i++) {
        if (mp_obj_is_small_int(parts[i])) {
            size_t group = MP_OBJ_SMALL_INT_VALUE(parts[i]);
            int32_t begin = match->slots[2 * group], end = match->slots[2 * group + 1];
            if (begin >= 0 && end >= begin) {
                vstr_add_strn(out, (const char *)match->scan.text + begin, end - begin);
            }
        } else {
            size_t len;
            const char *literal = mp_obj_str_get_data(parts[i], &len);
            vstr_add_strn(out, literal, len);
        }
    }
}

// --- Replacing -------------------------------------------------------------------------------------

static void add_result(vstr_t *out, const re_pattern_t *pattern, mp_obj_t result) {
    if (result == mp_const_none) {
        return; // as CPython has it
    }
    check_type(pattern, result);
    mp_buffer_info_t buffer;
    mp_get_buffer_raise(result, &buffer, MP_BUFFER_READ);
    vstr_add_strn(out, buffer.buf, buffer.len);
}

mp_obj_t re_replace(re_pattern_t *pattern, mp_obj_t replacement, mp_obj_t string, mp_int_t count, size_t *made) {
    re_scan_t scan;
    re_scan_begin(&scan, pattern, string, MP_OBJ_NULL, MP_OBJ_NULL);
    bool is_function = mp_obj_is_callable(replacement);
    mp_obj_t template = is_function ? MP_OBJ_NULL : re_template(pattern, replacement);
    vstr_t out;
    vstr_init(&out, 16);
    size_t copied = 0;
    *made = 0;
    while (count <= 0 || *made < (size_t)count) {
        re_match_t *match = re_scan_next(&scan, true, false);
        if (match == NULL) {
            break;
        }
        size_t begin = match->slots[0];
        vstr_add_strn(&out, (const char *)scan.text + copied, begin - copied);
        copied = match->slots[1];
        if (is_function) {
            add_result(&out, pattern, mp_call_function_1(replacement, MP_OBJ_FROM_PTR(match)));
        } else {
            re_expand(&out, match, template);
        }
        ++*made;
    }
    if (*made == 0) {
        return scan.source;
    }
    vstr_add_strn(&out, (const char *)scan.text + copied, scan.len - copied);
    return pattern->program.bytes ? mp_obj_new_bytes_from_vstr(&out) : mp_obj_new_str_from_utf8_vstr(&out);
}

#endif
