// Matches of regular expressions as objects.

#include "py/objstr.h"
#include "py/objtuple.h"
#include "py/runtime.h"

#include "library/re/object.h"

#if MPWASM_LIBRARY

mp_obj_t re_slice(const re_scan_t *scan, size_t begin, size_t end) {
    const char *text = (const char *)scan->text + begin;
    if (scan->pattern->program.bytes) {
        return mp_obj_new_bytes((const byte *)text, end - begin);
    }
    return mp_obj_new_str(text, end - begin);
}

mp_obj_t re_match_group(const re_match_t *match, size_t group, mp_obj_t otherwise) {
    int32_t begin = match->slots[2 * group], end = match->slots[2 * group + 1];
    return begin < 0 || end < begin ? otherwise : re_slice(&match->scan, begin, end);
}

// The number of a group that is given by number or by name.
static size_t group_number(const re_match_t *match, mp_obj_t group) {
    mp_obj_t index = mp_obj_is_int(group) ? group : MP_OBJ_NULL;
    if (index == MP_OBJ_NULL && mp_obj_is_str(group)) {
        mp_map_elem_t *elem = mp_map_lookup(mp_obj_dict_get_map(match->scan.pattern->group_index), group, MP_MAP_LOOKUP);
        index = elem == NULL ? MP_OBJ_NULL : elem->value;
    } else if (index == MP_OBJ_NULL) {
        index = mp_unary_op(MP_UNARY_OP_INT_MAYBE, group);
    }
    if (index != MP_OBJ_NULL && mp_obj_is_small_int(index)) {
        mp_int_t number = MP_OBJ_SMALL_INT_VALUE(index);
        if (number >= 0 && (mp_uint_t)number < match->scan.pattern->program.groups) {
            return number;
        }
    }
    mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("no such group"));
}

static mp_obj_t match_group(size_t n_args, const mp_obj_t *args) {
    const re_match_t *self = MP_OBJ_TO_PTR(args[0]);
    if (n_args <= 2) {
        return re_match_group(self, n_args == 1 ? 0 : group_number(self, args[1]), mp_const_none);
    }
    mp_obj_tuple_t *groups = MP_OBJ_TO_PTR(mp_obj_new_tuple(n_args - 1, NULL));
    for (size_t i = 1; i < n_args; i++) {
        groups->items[i - 1] = mp_const_none;
    }
    for (size_t i = 1; i < n_args; i++) {
        groups->items[i - 1] = re_match_group(self, group_number(self, args[i]), mp_const_none);
    }
    return MP_OBJ_FROM_PTR(groups);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_group_obj, 1, 1000, match_group);

static mp_obj_t parse_default(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = { { MP_QSTR_default, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } } };
    mp_arg_val_t parsed[1];
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, 1, allowed, parsed);
    return parsed[0].u_obj;
}

static mp_obj_t match_groups(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    mp_obj_t otherwise = parse_default(n_args, args, kw_args);
    const re_match_t *self = MP_OBJ_TO_PTR(args[0]);
    size_t count = self->scan.pattern->program.groups - 1;
    mp_obj_tuple_t *groups = MP_OBJ_TO_PTR(mp_obj_new_tuple(count, NULL));
    for (size_t i = 0; i < count; i++) {
        groups->items[i] = mp_const_none;
    }
    for (size_t i = 0; i < count; i++) {
        groups->items[i] = re_match_group(self, i + 1, otherwise);
    }
    return MP_OBJ_FROM_PTR(groups);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(match_groups_obj, 1, match_groups);

static mp_obj_t match_groupdict(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    mp_obj_t otherwise = parse_default(n_args, args, kw_args);
    const re_match_t *self = MP_OBJ_TO_PTR(args[0]);
    mp_map_t *names = mp_obj_dict_get_map(self->scan.pattern->group_index);
    mp_obj_t dict = mp_obj_new_dict(names->used);
    for (size_t i = 0; i < names->alloc; i++) {
        if (mp_map_slot_is_filled(names, i)) {
            mp_obj_dict_store(dict, names->table[i].key, re_match_group(self, MP_OBJ_SMALL_INT_VALUE(names->table[i].value), otherwise));
        }
    }
    return dict;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(match_groupdict_obj, 1, match_groupdict);

// --- Places ----------------------------------------------------------------------------------------

// The place in characters of an offset in bytes.
static mp_int_t place_of(const re_match_t *match, mp_int_t offset) {
    const re_scan_t *scan = &match->scan;
    if (offset < 0 || scan->pattern->program.bytes) {
        return offset;
    }
    bool behind = (size_t)offset >= scan->known_byte;
    size_t from = behind ? scan->known_byte : 0;
    return (behind ? scan->known_char : 0) + utf8_charlen(scan->text + from, offset - from);
}

static mp_obj_t match_place(size_t n_args, const mp_obj_t *args, bool end) {
    const re_match_t *self = MP_OBJ_TO_PTR(args[0]);
    size_t group = n_args == 1 ? 0 : group_number(self, args[1]);
    return mp_obj_new_int(place_of(self, self->slots[2 * group + end]));
}

static mp_obj_t match_start(size_t n_args, const mp_obj_t *args) {
    return match_place(n_args, args, false);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_start_obj, 1, 2, match_start);

static mp_obj_t match_end(size_t n_args, const mp_obj_t *args) {
    return match_place(n_args, args, true);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_end_obj, 1, 2, match_end);

static mp_obj_t span_of(const re_match_t *match, size_t group) {
    mp_obj_t items[] = { mp_obj_new_int(place_of(match, match->slots[2 * group])), mp_obj_new_int(place_of(match, match->slots[2 * group + 1])) };
    return mp_obj_new_tuple(2, items);
}

static mp_obj_t match_span(size_t n_args, const mp_obj_t *args) {
    const re_match_t *self = MP_OBJ_TO_PTR(args[0]);
    return span_of(self, n_args == 1 ? 0 : group_number(self, args[1]));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_span_obj, 1, 2, match_span);

static mp_obj_t match_regs(const re_match_t *match) {
    size_t count = match->scan.pattern->program.groups;
    mp_obj_tuple_t *regs = MP_OBJ_TO_PTR(mp_obj_new_tuple(count, NULL));
    for (size_t i = 0; i < count; i++) {
        regs->items[i] = mp_const_none;
    }
    for (size_t i = 0; i < count; i++) {
        regs->items[i] = span_of(match, i);
    }
    return MP_OBJ_FROM_PTR(regs);
}

// --- The rest --------------------------------------------------------------------------------------

static mp_obj_t match_expand(mp_obj_t self_in, mp_obj_t template) {
    const re_match_t *self = MP_OBJ_TO_PTR(self_in);
    vstr_t out;
    vstr_init(&out, 16);
    re_expand(&out, self, re_template(self->scan.pattern, template));
    return self->scan.pattern->program.bytes ? mp_obj_new_bytes_from_vstr(&out) : mp_obj_new_str_from_utf8_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_2(match_expand_obj, match_expand);

static mp_obj_t match_copy(size_t n_args, const mp_obj_t *args) {
    return args[0]; // matches do not change
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_copy_obj, 1, 2, match_copy);

static mp_obj_t match_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    const re_match_t *self = MP_OBJ_TO_PTR(self_in);
    return re_match_group(self, group_number(self, index), mp_const_none);
}

static void match_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    const re_match_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<re.Match object; span=(%d, %d), match=", (int)place_of(self, self->slots[0]), (int)place_of(self, self->slots[1]));
    mp_obj_print_helper(print, re_match_group(self, 0, mp_const_none), PRINT_REPR);
    mp_print_str(print, ">");
}

static mp_obj_t last_index(const re_match_t *match) {
    int32_t last = match->slots[2 * match->scan.pattern->program.groups];
    return last < 0 ? mp_const_none : MP_OBJ_NEW_SMALL_INT(last);
}

static mp_obj_t last_group(const re_match_t *match) {
    mp_map_t *names = mp_obj_dict_get_map(match->scan.pattern->group_index);
    mp_obj_t last = last_index(match);
    for (size_t i = 0; i < names->alloc; i++) {
        if (mp_map_slot_is_filled(names, i) && names->table[i].value == last) {
            return names->table[i].key;
        }
    }
    return mp_const_none;
}

static void match_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const re_match_t *self = MP_OBJ_TO_PTR(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    switch (attr) {
        case MP_QSTR_string:
            dest[0] = self->scan.string;
            break;
        case MP_QSTR_re:
            dest[0] = MP_OBJ_FROM_PTR(self->scan.pattern);
            break;
        case MP_QSTR_pos:
            dest[0] = mp_obj_new_int(place_of(self, self->scan.pos));
            break;
        case MP_QSTR_endpos:
            dest[0] = mp_obj_new_int(place_of(self, self->scan.len));
            break;
        case MP_QSTR_lastindex:
            dest[0] = last_index(self);
            break;
        case MP_QSTR_lastgroup:
            dest[0] = last_group(self);
            break;
        case MP_QSTR_regs:
            dest[0] = match_regs(self);
            break;
        default:
            dest[1] = MP_OBJ_SENTINEL; // a method
    }
}

static const mp_rom_map_elem_t match_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_group), MP_ROM_PTR(&match_group_obj) },
    { MP_ROM_QSTR(MP_QSTR_groups), MP_ROM_PTR(&match_groups_obj) },
    { MP_ROM_QSTR(MP_QSTR_groupdict), MP_ROM_PTR(&match_groupdict_obj) },
    { MP_ROM_QSTR(MP_QSTR_start), MP_ROM_PTR(&match_start_obj) },
    { MP_ROM_QSTR(MP_QSTR_end), MP_ROM_PTR(&match_end_obj) },
    { MP_ROM_QSTR(MP_QSTR_span), MP_ROM_PTR(&match_span_obj) },
    { MP_ROM_QSTR(MP_QSTR_expand), MP_ROM_PTR(&match_expand_obj) },
    { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&match_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR___deepcopy__), MP_ROM_PTR(&match_copy_obj) },
};
static MP_DEFINE_CONST_DICT(match_locals, match_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    re_type_match, MP_QSTR_Match, MP_TYPE_FLAG_NONE,
    print, match_print, attr, match_attr, subscr, match_subscr, locals_dict, &match_locals
    );

#endif
