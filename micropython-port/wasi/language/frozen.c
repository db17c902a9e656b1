// Frozen modules. Upstream has them as C data: structs that point to bytecode, to each other and to objects, most of which is addresses, which no
// compressor makes smaller. Here modules lie packed (builder/freeze/pack.go): opcodes of all modules one after the other, then their
// arguments, by kind, and so on, without an address, names as texts. An import takes its module out of these streams and makes on
// the heap what upstream would have in place: bytecode, line tables and tables of names in a block without pointers, constants and raw code in
// another. A module's context holds both by their beginnings. Texts of names and of constants stay where they are.
//
// The streams were made when the artifact was, so nothing is checked. Functions in functions are as deep as the library's sources have them.

#include <string.h>

#include "py/bc0.h"
#include "py/emitglue.h"
#include "py/frozenmod.h"
#include "py/objstr.h"
#include "py/parsenum.h"
#include "py/runtime.h"

#include "language/frozen.h"
#include "language/names.h"
#include "memory/gccollect.h"

#if MICROPY_MODULE_FROZEN_MPY

// As in builder/freeze/pack.go.
enum {
    OPS, ARGS, JUMPS, INTS, STRINGS, ATTRS, VARIABLES, PARAMETERS, SIGNATURES, LINES, NAMES, TEXTS, OBJECTS, STR, BYTES, STREAMS,
};
enum { GROUP = 16 }; // modules
enum { OP_END, OP_NEXT_LINE, OP_LINES };
enum { NAME_PLAIN, NAME_MEMBER, NAME_LOCAL };
enum { TEXT_FOLLOWS = 0, LONG_TEXT_FOLLOWS = 0xff };
enum { KIND_NONE = 1, KIND_FALSE, KIND_TRUE, KIND_ELLIPSIS, KIND_STR, KIND_BYTES, KIND_INT, KIND_FLOAT, KIND_COMPLEX, KIND_TUPLE };

typedef struct {
    const byte *at[STREAMS];
    qstr_short_t *names;
    size_t seen; // names that are in the table
    byte *out; // where the next function's bytecode goes
    mp_raw_code_t *codes; // the next
    mp_raw_code_t **children; // the next
    byte *info; // room for a function's names and lines,
    byte *code; // and for its instructions, until it is known how long the first are
    size_t next_object;
} reader_t;

static size_t read_uint(const byte **at) {
    size_t n = 0;
    byte b;
    do {
        b = *(*at)++;
        n = n << 7 | (b & 0x7f);
    } while (b & 0x80);
    return n;
}

static size_t number(reader_t *r, size_t stream) {
    return read_uint(&r->at[stream]);
}

static size_t near_number(reader_t *r, size_t expected) {
    size_t n = number(r, ARGS);
    return expected + (n >> 1 ^ -(n & 1));
}

static byte *put_uint(byte *to, size_t n) {
    for (size_t shift = n < 1 << 7 ? 0 : n < 1 << 14 ? 7 : 14; shift > 0; shift -= 7) {
        *to++ = 0x80 | n >> shift;
    }
    *to++ = n & 0x7f;
    return to;
}

// --- Names -----------------------------------------------------------------------------------------

static const char *text(reader_t *r, size_t len) {
    const char *begin = (const char *)r->at[TEXTS];
    r->at[TEXTS] += len + 1;
    return begin;
}

static void new_name(reader_t *r) {
    size_t kind = *r->at[NAMES]++;
    qstr name;
    if (kind == TEXT_FOLLOWS) {
        name = mpwasm_intern_next((const char **)&r->at[TEXTS]);
    } else if (kind == LONG_TEXT_FOLLOWS) {
        size_t len = number(r, NAMES);
        name = mpwasm_intern_in_place(text(r, len), len);
    } else {
        name = (kind - 1) << 8 | *r->at[NAMES]++;
    }
    r->names[r->seen++] = name;
}

// A name's place in the module's table.
static inline size_t name_place(reader_t *r, size_t stream) {
    const byte *at = r->at[stream];
    size_t n = *at;
    if (n - 1 < 0x7f) { // most are
        r->at[stream] = at + 1;
        return n - 1;
    }
    n = number(r, stream);
    if (n > 0) {
        return n - 1;
    }
    new_name(r);
    return r->seen - 1;
}

static const char local[] = ".<locals>."; // of which a member's name has the first

static size_t function_name(reader_t *r, qstr outer) {
    size_t how = *r->at[SIGNATURES]++;
    if (how == NAME_PLAIN) {
        return name_place(r, PARAMETERS);
    }
    char full[2 * UINT8_MAX + sizeof(local)];
    size_t len, last_len, n = number(r, PARAMETERS);
    const byte *last = n > 0 ? qstr_data(r->names[n - 1], &last_len) : r->at[TEXTS];
    if (n == 0) {
        last_len = strlen((const char *)last);
        text(r, last_len);
    }
    const byte *first = qstr_data(outer, &len);
    size_t between = how == NAME_MEMBER ? 1 : sizeof(local) - 1;
    memcpy(full, first, len);
    memcpy(full + len, local, between);
    memcpy(full + len + between, last, last_len);
    r->names[r->seen++] = qstr_from_strn(full, len + between + last_len);
    return r->seen - 1;
}

// --- Functions -------------------------------------------------------------------------------------

// Entries of a line table: so many bytes on, so many lines up (mp_bytecode_decode_lineinfo). Lines go up with the last of the bytes.
static byte *put_lines(byte *to, size_t bytes, size_t lines) {
    if (bytes <= 31 && lines <= 3) { // as most
        *to++ = bytes | lines << 5;
        return to;
    }
    while (lines > 6 ? bytes > 15 : bytes > 31) {
        size_t skip = MIN(bytes, 31);
        *to++ = skip;
        bytes -= skip;
    }
    while (lines > 6) {
        size_t up = MIN(lines, 0x7ff);
        *to++ = 0x80 | bytes | (up >> 4 & 0x70);
        *to++ = up;
        bytes = 0;
        lines -= up;
    }
    while (bytes + lines > 0) {
        size_t up = MIN(lines, 3);
        *to++ = bytes | up << 5;
        bytes = 0;
        lines -= up;
    }
    return to;
}

static byte *copy(byte *to, const byte *from, size_t count) {
    memcpy(to, from, count);
    return to + count;
}

static byte *definition(reader_t *r, byte op, byte *to, size_t *next_child) {
    size_t child = near_number(r, *next_child);
    *next_child = child + 1;
    to = put_uint(to, child);
    if ((op & MP_BC_MASK_EXTRA_BYTE) == 0) {
        *to++ = *r->at[ARGS]++;
    }
    return to;
}

static byte *constant(reader_t *r, byte *to) {
    size_t object = near_number(r, r->next_object);
    r->next_object = object + 1;
    return put_uint(to, object);
}

static byte *distance(reader_t *r, byte op, byte *to) {
    const byte *at = r->at[JUMPS];
    size_t count = 1 + (*at >> 7) + ((op & MP_BC_MASK_EXTRA_BYTE) == 0);
    r->at[JUMPS] = at + count;
    do {
        *to++ = *at++;
    } while (--count > 0);
    return to;
}

static byte *copy_uint(const byte **at, byte *to) {
    const byte *from = *at;
    do {
        *to++ = *from;
    } while (*from++ & 0x80);
    *at = from;
    return to;
}

// Where the names of opcodes come from that have one.
static inline size_t name_stream(byte op) {
    switch (op) {
        case MP_BC_LOAD_CONST_STRING:
            return STRINGS;
        case MP_BC_LOAD_ATTR:
        case MP_BC_LOAD_METHOD:
        case MP_BC_LOAD_SUPER_METHOD:
        case MP_BC_STORE_ATTR:
            return ATTRS;
        default:
            return VARIABLES;
    }
}

// Instructions, and the lines that they are on, behind the names in r->info. Returns the end of the instructions.
static byte *instructions(reader_t *r, byte **info_end) {
    const byte *ops = r->at[OPS];
    byte *code = r->code, *line_begin = code;
    size_t next_child = 0;
    for (;;) {
        byte op;
        while ((op = *ops++) >= MP_BC_BASE_BYTE_O) { // most have no argument
            *code++ = op;
        }
        if (op > OP_LINES) {
            *code++ = op;
        }
        switch (op) {
            case OP_END:
                r->at[OPS] = ops;
                return code;
            case OP_NEXT_LINE:
            case OP_LINES:
                *info_end = put_lines(*info_end, code - line_begin, op == OP_NEXT_LINE ? 1 : number(r, LINES));
                line_begin = code;
                break;
            case MP_BC_MAKE_FUNCTION:
            case MP_BC_MAKE_FUNCTION_DEFARGS:
            case MP_BC_MAKE_CLOSURE:
            case MP_BC_MAKE_CLOSURE_DEFARGS:
                code = definition(r, op, code, &next_child);
                break;
            case MP_BC_LOAD_CONST_OBJ:
                code = constant(r, code);
                break;
            case MP_BC_LOAD_CONST_SMALL_INT:
                code = copy_uint(&r->at[INTS], code);
                break;
            default:
                if (op >= MP_BC_BASE_JUMP_E) {
                    code = distance(r, op, code);
                } else if (op >= MP_BC_BASE_VINT_E) {
                    do {
                        *code++ = *ops;
                    } while (*ops++ & 0x80);
                } else {
                    size_t place = name_place(r, name_stream(op));
                    if (place < 0x80) {
                        *code++ = place;
                    } else {
                        code = put_uint(code, place);
                    }
                }
        }
    }
}

static const void *function(reader_t *r, qstr outer) {
    byte *begin = r->out;
    const byte *signature = r->at[SIGNATURES];
    MP_BC_PRELUDE_SIG_DECODE(signature);
    byte *out = copy(begin, r->at[SIGNATURES], signature - r->at[SIGNATURES]);
    r->at[SIGNATURES] = signature;
    size_t name = function_name(r, outer);
    byte *info = put_uint(r->info, name);
    for (size_t i = 0; i < n_pos_args + n_kwonly_args; i++) {
        info = put_uint(info, name_place(r, PARAMETERS));
    }
    size_t n_cells = number(r, ARGS);
    const byte *cells = r->at[SIGNATURES];
    r->at[SIGNATURES] += n_cells;
    byte *code = instructions(r, &info);
    size_t info_left = info - r->info, cells_left = n_cells;
    do { // xIIIIIIC
        byte size = (info_left & 0x3f) << 1 | (cells_left & 1);
        info_left >>= 6;
        cells_left >>= 1;
        *out++ = size | (info_left + cells_left > 0) << 7;
    } while (info_left + cells_left > 0);
    out = copy(out, r->info, info - r->info);
    out = copy(out, cells, n_cells);
    r->out = copy(out, r->code, code - r->code);
    size_t n_children = number(r, ARGS);
    if (n_children == 0) {
        return begin;
    }
    mp_raw_code_t *raw_code = r->codes++;
    mp_raw_code_t **children = r->children;
    r->children += n_children;
    memset(raw_code, 0, sizeof(*raw_code));
    mp_emit_glue_assign_bytecode(raw_code, begin, children, scope_flags);
    for (size_t i = 0; i < n_children; i++) {
        children[i] = (mp_raw_code_t *)function(r, r->names[name]);
    }
    return raw_code;
}

// --- Constants -------------------------------------------------------------------------------------

static mp_obj_t text_in_place(const mp_obj_type_t *type, const byte *data, size_t len) {
    mp_obj_str_t *o = mp_obj_malloc(mp_obj_str_t, type);
    o->len = len;
    o->hash = qstr_compute_hash(data, len);
    o->data = data;
    return MP_OBJ_FROM_PTR(o);
}

static mp_obj_t object(reader_t *r) {
    byte kind = *r->at[OBJECTS]++;
    switch (kind) {
        case KIND_NONE:
            return mp_const_none;
        case KIND_FALSE:
            return mp_const_false;
        case KIND_TRUE:
            return mp_const_true;
        case KIND_ELLIPSIS:
            return MP_OBJ_FROM_PTR(&mp_const_ellipsis_obj);
    }
    size_t len = number(r, OBJECTS);
    if (kind == KIND_TUPLE) {
        mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(len, NULL));
        for (size_t i = 0; i < len; i++) {
            tuple->items[i] = object(r);
        }
        return MP_OBJ_FROM_PTR(tuple);
    }
    size_t stream = kind == KIND_STR ? STR : BYTES;
    const byte *data = r->at[stream];
    r->at[stream] += len + 1;
    switch (kind) {
        case KIND_STR:
            return text_in_place(&mp_type_str, data, len);
        case KIND_BYTES:
            return len == 0 ? mp_const_empty_bytes : text_in_place(&mp_type_bytes, data, len);
        case KIND_INT:
            return mp_parse_num_integer((const char *)data, len, 10, NULL);
        default:
            return mp_parse_num_float((const char *)data, len, kind == KIND_COMPLEX, NULL);
    }
}

// --- Modules ---------------------------------------------------------------------------------------

// Where a module's share of each stream begins. They begin with a mark; the length of their index; the index; the streams. The index has where each stream
// begins, and then, for GROUP modules at a time, the length of what it says of them, how much all before them have of each stream, and how
// much each of them has but the last.
static void find_streams(reader_t *r, size_t before) {
    const byte *at = mpwasm_frozen_library + sizeof(MPWASM_FROZEN_MARK) - 1;
    size_t index_len = read_uint(&at);
    const byte *streams = at + index_len;
    for (size_t i = 0; i < STREAMS; i++) {
        r->at[i] = streams + read_uint(&at);
    }
    size_t group_len = read_uint(&at);
    for (; before >= GROUP; before -= GROUP) {
        at += group_len;
        group_len = read_uint(&at);
    }
    for (size_t i = 0; i < (1 + before) * STREAMS; i++) {
        r->at[i % STREAMS] += read_uint(&at);
    }
}

// Finds a module by its file, or a folder of modules. Upstream measures each name of the list (py/frozenmod.c:68 of 1.26.1); their lengths are known.
mp_import_stat_t mp_find_frozen_module(const char *path, int *kind, void **data) {
    if (kind != NULL) {
        *kind = MP_FROZEN_NONE;
    }
    size_t length = strlen(path);
    const char *name = mp_frozen_names;
    for (const byte *of_name = mpwasm_frozen_lengths; *of_name != 0; name += *of_name++ + 1) {
        if (*of_name < length || name[0] != path[0] || memcmp(name, path, length) != 0) {
            continue;
        }
        if (name[length] == '/') {
            return MP_IMPORT_STAT_DIR;
        }
        if (name[length] == '\0') {
            if (kind != NULL) {
                *kind = MP_FROZEN_MPY;
                *data = (void *)mp_frozen_mpy_content[of_name - mpwasm_frozen_lengths];
            }
            return MP_IMPORT_STAT_FILE;
        }
    }
    return MP_IMPORT_STAT_NO_EXIST;
}

const mp_frozen_module_t *mpwasm_frozen_load(const void *data) {
    reader_t r = { .seen = 0 };
    find_streams(&r, (uintptr_t)data - 1);
    size_t n_names = number(&r, OBJECTS), declared = number(&r, OBJECTS), n_objects = number(&r, OBJECTS), bytes = number(&r, OBJECTS);
    size_t n_codes = number(&r, OBJECTS), n_children = number(&r, OBJECTS), info = number(&r, OBJECTS), code = number(&r, OBJECTS);
    r.names = m_malloc(n_names * sizeof(qstr_short_t) + bytes);
    r.out = (byte *)(r.names + n_names);
    mp_obj_t *objects = m_malloc0(n_objects * sizeof(mp_obj_t) + n_codes * sizeof(mp_raw_code_t) + n_children * sizeof(mp_raw_code_t *));
    r.codes = (mp_raw_code_t *)(objects + n_objects);
    r.children = (mp_raw_code_t **)(r.codes + n_codes);
    r.info = m_malloc(info + code);
    r.code = r.info + info;
    byte *room = r.info;
    while (r.seen < declared) {
        new_name(&r);
    }
    for (size_t i = 0; i < n_objects; i++) {
        objects[i] = object(&r);
    }
    mp_frozen_module_t module = {
        .constants = { .qstr_table = r.names, .obj_table = objects },
        .proto_fun = function(&r, MP_QSTR_),
    };
    m_free(room);
    mpwasm_heap_plain(r.names);
    mpwasm_heap_settled(r.names);
    mpwasm_heap_settled(objects);
    return memcpy(m_malloc(sizeof(module)), &module, sizeof(module));
}

#endif
