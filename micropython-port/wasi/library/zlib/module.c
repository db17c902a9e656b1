// The module zlib.

#include <string.h>

#include "py/objexcept.h"
#include "py/objstr.h"
#include "py/runtime.h"

#include "language/buffer/item.h"
#include "language/native.h"
#include "language/text/text.h"
#include "library/binascii/binascii.h"
#include "library/zlib/zlib.h"
#include "memory/safepoint.h"

#if MPWASM_LIBRARY

static MP_DEFINE_CONST_OBJ_TYPE(error_type, MP_QSTR_error, MP_TYPE_FLAG_NONE, make_new, mp_obj_exception_make_new,
    print, mp_obj_exception_print, attr, mp_obj_exception_attr, parent, &mp_type_Exception);

enum { NO_FLUSH, PARTIAL_FLUSH, SYNC_FLUSH, FULL_FLUSH, FINISH };

#define OPTIONAL(name, value) { MP_QSTR_##name, MP_ARG_INT, { .u_int = value } }

// --- Checksums -------------------------------------------------------------------------------------

uint32_t zlib_adler32(uint32_t sum, const byte *data, size_t len) {
    uint32_t a = sum & 0xffff, b = sum >> 16;
    while (len > 0) {
        size_t part = MIN(len, 5552); // more could overflow
        len -= part;
        for (; part > 0; part--) {
            a += *data++;
            b += a;
        }
        a %= 65521;
        b %= 65521;
    }
    return b << 16 | a;
}

static mp_obj_t adler32(size_t n_args, const mp_obj_t *args) {
    uint32_t sum = n_args > 1 ? mp_obj_get_int_truncated(args[1]) : 1;
    mp_buffer_info_t source = item_buffer(args[0]);
    return mp_obj_new_int_from_uint(zlib_adler32(sum, source.buf, source.len));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(adler32_obj, 1, 2, adler32);

// --- Formats ---------------------------------------------------------------------------------------

typedef struct {
    zlib_format_t format;
    unsigned window_bits; // 0: as the head says
} wrapping_t;

// What zlib's wbits means. False if it means nothing.
static bool read_wbits(mp_int_t wbits, bool inflates, wrapping_t *wrapping) {
    wrapping->format = wbits < 0 ? ZLIB_RAW : wbits >= 32 ? ZLIB_AUTO : wbits >= 16 ? ZLIB_GZIP : ZLIB_ZLIB;
    wrapping->window_bits = wbits < 0 ? -wbits : wbits & 15;
    bool from_head = inflates && wrapping->window_bits == 0 && wbits >= 0;
    return wbits > -16 && wbits < (inflates ? 48 : 32) && (from_head || wrapping->window_bits >= (inflates ? 8 : 9));
}

// --- Compression -----------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    deflate_t deflate;
    wrapping_t wrapping;
    bool begun, finished;
    uint32_t check, total;
    vstr_t *head; // what comes first, if there is a dictionary
    size_t history; // bytes of what is kept that are compressed already
    vstr_t kept;
} compress_t;

static const mp_obj_type_t compress_type;

static void start_compress(compress_t *self, mp_int_t level, wrapping_t wrapping, mp_int_t strategy) {
    self->deflate = (deflate_t) { .level = level < 0 ? 6 : level, .strategy = strategy, .window = 1 << wrapping.window_bits };
    self->wrapping = wrapping;
    self->begun = self->finished = false;
    self->check = wrapping.format == ZLIB_ZLIB;
    self->total = 0;
    self->head = NULL;
    self->history = 0;
    vstr_init(&self->kept, 64);
}

static void put_head(compress_t *self, uint32_t dictionary) {
    vstr_t *out = self->deflate.out;
    unsigned level = self->deflate.level;
    if (self->wrapping.format == ZLIB_GZIP) {
        const byte head[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, level == 9 ? 2 : level == 1 ? 4 : 0, 3 };
        vstr_add_strn(out, (const char *)head, sizeof(head));
    } else if (self->wrapping.format == ZLIB_ZLIB) {
        unsigned head = (self->wrapping.window_bits - 8) << 12 | 8 << 8 | (level < 2 ? 0 : level < 6 ? 1 : level == 6 ? 2 : 3) << 6 | (dictionary != 0) << 5;
        head += 31 - head % 31;
        vstr_add_byte(out, head >> 8);
        vstr_add_byte(out, head);
        for (int shift = 24; dictionary != 0 && shift >= 0; shift -= 8) {
            vstr_add_byte(out, dictionary >> shift);
        }
    }
    self->begun = true;
}

// Compresses so many bytes of those that are kept, and keeps of them what may be referred to.
static void compress_part(compress_t *self, size_t len, bool last) {
    deflate_part(&self->deflate, (byte *)self->kept.buf, self->history, len, last);
    self->history += len;
    if (self->history > ZLIB_WINDOW) {
        vstr_cut_head_bytes(&self->kept, self->history - ZLIB_WINDOW);
        self->history = ZLIB_WINDOW;
    }
}

static void compress_data(compress_t *self, const byte *data, size_t len, int mode) {
    if (self->finished) {
        mp_raise_msg(&error_type, MP_ERROR_TEXT("Error -2 while compressing data: inconsistent stream state"));
    }
    if (!self->begun) {
        put_head(self, 0);
    }
    self->check = self->wrapping.format == ZLIB_GZIP ? mpwasm_crc32(self->check, data, len) : zlib_adler32(self->check, data, len);
    self->total += len;
    for (;;) {
        size_t part = MIN(len, 2 * DEFLATE_PART);
        vstr_add_strn(&self->kept, (const char *)data, part);
        data += part;
        len -= part;
        while (self->kept.len - self->history > DEFLATE_PART) {
            compress_part(self, DEFLATE_PART, false);
        }
        if (len == 0) {
            break;
        }
    }
    size_t rest = self->kept.len - self->history;
    if (mode == FINISH) {
        compress_part(self, rest, true);
        deflate_align(&self->deflate);
        bool gzip = self->wrapping.format == ZLIB_GZIP;
        for (int i = 0; i < 4 && self->wrapping.format != ZLIB_RAW; i++) {
            vstr_add_byte(self->deflate.out, self->check >> (gzip ? 8 * i : 24 - 8 * i));
        }
        for (int i = 0; i < 4 && gzip; i++) {
            vstr_add_byte(self->deflate.out, self->total >> (8 * i));
        }
        self->finished = true;
    } else if (mode != NO_FLUSH) {
        if (rest > 0) {
            compress_part(self, rest, false);
        }
        deflate_put(&self->deflate, 0, 3); // an empty block ends at a whole byte
        deflate_align(&self->deflate);
        deflate_put(&self->deflate, 0, 16);
        deflate_put(&self->deflate, 0xffff, 16);
        if (mode == FULL_FLUSH) {
            vstr_cut_head_bytes(&self->kept, self->history);
            self->history = 0;
        }
    }
}

// What an object gives out, after the head that says which dictionary it has
static mp_obj_t give(compress_t *self, const byte *data, size_t len, int mode) {
    vstr_t out;
    vstr_init(&out, 64);
    if (self->head != NULL) {
        vstr_add_strn(&out, self->head->buf, self->head->len);
        self->head = NULL;
    }
    self->deflate.out = &out;
    compress_data(self, data, len, mode);
    self->deflate.out = NULL;
    return mp_obj_new_bytes_from_vstr(&out);
}

static mp_obj_t zlib_compress(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = { { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } }, OPTIONAL(level, -1), OPTIONAL(wbits, 15) };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    wrapping_t wrapping;
    if (args[1].u_int < -1 || args[1].u_int > 9) {
        mp_raise_msg(&error_type, MP_ERROR_TEXT("Bad compression level"));
    }
    if (!read_wbits(args[2].u_int, false, &wrapping)) {
        mp_raise_ValueError(MP_ERROR_TEXT("Invalid initialization option"));
    }
    mp_buffer_info_t source = item_buffer(args[0].u_obj);
    compress_t self;
    start_compress(&self, args[1].u_int, wrapping, 0);
    return give(&self, source.buf, source.len, FINISH);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(zlib_compress_obj, 1, zlib_compress);

static compress_t *compress_of(mp_obj_t object) {
    return MP_OBJ_TO_PTR(mpwasm_native_raise(object, &compress_type));
}

static mp_obj_t zlib_compressobj(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        OPTIONAL(level, -1), OPTIONAL(method, 8), OPTIONAL(wbits, 15), OPTIONAL(memLevel, 8), OPTIONAL(strategy, 0),
        { MP_QSTR_zdict, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } },
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    wrapping_t wrapping;
    if (args[0].u_int < -1 || args[0].u_int > 9 || args[1].u_int != 8 || !read_wbits(args[2].u_int, false, &wrapping)
        || args[3].u_int < 1 || args[3].u_int > 9 || args[4].u_int < 0 || args[4].u_int > 4) {
        mp_raise_ValueError(MP_ERROR_TEXT("Invalid initialization option"));
    }
    compress_t *self = mp_obj_malloc(compress_t, &compress_type);
    start_compress(self, args[0].u_int, wrapping, args[4].u_int);
    if (args[5].u_obj != mp_const_none) {
        mp_buffer_info_t dictionary = item_buffer(args[5].u_obj);
        size_t len = MIN(dictionary.len, ZLIB_WINDOW);
        vstr_add_strn(&self->kept, (const char *)dictionary.buf + dictionary.len - len, len);
        self->history = len;
        vstr_t *head = m_new_obj(vstr_t);
        vstr_init(head, 16);
        self->deflate.out = head;
        put_head(self, zlib_adler32(1, dictionary.buf, dictionary.len));
        self->head = head;
    }
    return MP_OBJ_FROM_PTR(self);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(zlib_compressobj_obj, 0, zlib_compressobj);

static mp_obj_t compress_compress(mp_obj_t self, mp_obj_t data) {
    mp_buffer_info_t source = item_buffer(data);
    return give(compress_of(self), source.buf, source.len, NO_FLUSH);
}
static MP_DEFINE_CONST_FUN_OBJ_2(compress_compress_obj, compress_compress);

static mp_obj_t compress_flush(size_t n_args, const mp_obj_t *args) {
    mp_int_t mode = n_args > 1 ? mp_obj_get_int(args[1]) : FINISH;
    if (mode < NO_FLUSH || mode > FINISH) {
        mp_raise_msg(&error_type, MP_ERROR_TEXT("Error -2 while flushing: inconsistent stream state"));
    }
    return mode == NO_FLUSH ? mp_const_empty_bytes : give(compress_of(args[0]), NULL, 0, mode);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(compress_flush_obj, 1, 2, compress_flush);

static mp_obj_t compress_copy(size_t n_args, const mp_obj_t *args) {
    compress_t *self = compress_of(args[0]);
    if (self->finished) {
        mp_raise_ValueError(MP_ERROR_TEXT("Inconsistent stream state"));
    }
    compress_t *copy = mp_obj_malloc(compress_t, &compress_type);
    *copy = *self;
    vstr_init(&copy->kept, self->kept.len + 64);
    vstr_add_strn(&copy->kept, self->kept.buf, self->kept.len);
    return MP_OBJ_FROM_PTR(copy);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(compress_copy_obj, 1, 2, compress_copy);

static const mp_rom_map_elem_t compress_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_compress), MP_ROM_PTR(&compress_compress_obj) },
    { MP_ROM_QSTR(MP_QSTR_flush), MP_ROM_PTR(&compress_flush_obj) },
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&compress_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&compress_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR___deepcopy__), MP_ROM_PTR(&compress_copy_obj) },
};
static MP_DEFINE_CONST_DICT(compress_locals, compress_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(compress_type, MP_QSTR_Compress, MP_TYPE_FLAG_NONE, locals_dict, &compress_locals);

// --- Decompression ---------------------------------------------------------------------------------

typedef struct {
    mp_obj_base_t base;
    inflate_t inflate;
    bool eof;
    mp_obj_t pending; // bytes that begin what has not come in whole
    mp_obj_t unused, tail, dictionary;
} decompress_t;

static const mp_obj_type_t decompress_type;

static void set_dictionary(inflate_t *inflate, mp_obj_t dictionary) {
    mp_buffer_info_t buffer = item_buffer(dictionary);
    inflate_set_dictionary(inflate, buffer.buf, buffer.len);
}

static MP_NORETURN void raise_result(inflate_result_t result, const char *message) {
    if (result == INFLATE_DICTIONARY) {
        mp_raise_msg(&error_type, MP_ERROR_TEXT("Error 2 while decompressing data"));
    }
    if (result == INFLATE_ERROR) {
        mp_raise_msg_varg(&error_type, MP_ERROR_TEXT("Error -3 while decompressing data: %s"), message);
    }
    mp_raise_msg(&error_type, MP_ERROR_TEXT("Error -5 while decompressing data: incomplete or truncated stream"));
}

static mp_obj_t zlib_decompress(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = { { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } }, OPTIONAL(wbits, 15), OPTIONAL(bufsize, 16384) };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    wrapping_t wrapping;
    if (!read_wbits(args[1].u_int, true, &wrapping)) {
        mp_raise_msg(&error_type, MP_ERROR_TEXT("Error -2 while preparing to decompress data: inconsistent stream state"));
    }
    mp_buffer_info_t source = item_buffer(args[0].u_obj);
    inflate_t *inflate = m_new_obj(inflate_t);
    inflate_start(inflate, wrapping.format, wrapping.window_bits);
    vstr_t out;
    vstr_init(&out, 64);
    size_t taken;
    const char *message;
    inflate_result_t result = inflate_run(inflate, source.buf, source.len, &taken, &out, SIZE_MAX, &message);
    if (result != INFLATE_END) {
        raise_result(result, message);
    }
    return mp_obj_new_bytes_from_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(zlib_decompress_obj, 1, zlib_decompress);

static mp_obj_t zlib_decompressobj(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = { OPTIONAL(wbits, 15), { MP_QSTR_zdict, MP_ARG_OBJ, { .u_rom_obj = MP_ROM_NONE } } };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    wrapping_t wrapping;
    if (!read_wbits(args[0].u_int, true, &wrapping)) {
        mp_raise_ValueError(MP_ERROR_TEXT("Invalid initialization option"));
    }
    if (args[1].u_obj != mp_const_none) {
        item_buffer(args[1].u_obj);
    }
    decompress_t *self = mp_obj_malloc(decompress_t, &decompress_type);
    inflate_start(&self->inflate, wrapping.format, wrapping.window_bits);
    self->eof = false;
    self->pending = self->unused = self->tail = mp_const_empty_bytes;
    self->dictionary = args[1].u_obj;
    if (self->dictionary != mp_const_none && wrapping.format == ZLIB_RAW) {
        set_dictionary(&self->inflate, self->dictionary);
    }
    return MP_OBJ_FROM_PTR(self);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(zlib_decompressobj_obj, 0, zlib_decompressobj);

static decompress_t *decompress_of(mp_obj_t object) {
    return MP_OBJ_TO_PTR(mpwasm_native_raise(object, &decompress_type));
}

static mp_obj_t joined(mp_obj_t a, mp_buffer_info_t b) {
    mp_buffer_info_t first = item_buffer(a);
    vstr_t both;
    vstr_init(&both, first.len + b.len + 1);
    vstr_add_strn(&both, first.buf, first.len);
    vstr_add_strn(&both, b.buf, b.len);
    return mp_obj_new_bytes_from_vstr(&both);
}

static mp_obj_t decompress_more(decompress_t *self, mp_obj_t data, size_t most) {
    mp_buffer_info_t source = item_buffer(data);
    if (self->eof) {
        self->unused = joined(self->unused, source);
        return mp_const_empty_bytes;
    }
    if (self->pending != mp_const_empty_bytes) {
        data = joined(self->pending, source);
        source = item_buffer(data);
    }
    vstr_t out;
    vstr_init(&out, 64);
    const byte *at = source.buf;
    size_t len = source.len, taken;
    const char *message;
    inflate_result_t result;
    for (;;) {
        result = inflate_run(&self->inflate, at, len, &taken, &out, most, &message);
        at += taken;
        len -= taken;
        if (result != INFLATE_DICTIONARY || self->dictionary == mp_const_none) {
            break;
        }
        set_dictionary(&self->inflate, self->dictionary);
    }
    if (result == INFLATE_ERROR || result == INFLATE_DICTIONARY) {
        raise_result(result, message);
    }
    mp_obj_t rest = mp_obj_new_bytes(at, len);
    self->eof = result == INFLATE_END;
    self->pending = result == INFLATE_MORE_INPUT ? rest : mp_const_empty_bytes;
    self->tail = result == INFLATE_FULL ? rest : mp_const_empty_bytes;
    if (self->eof) {
        self->unused = rest;
    }
    return mp_obj_new_bytes_from_vstr(&out);
}

static mp_obj_t decompress_decompress(size_t n_args, const mp_obj_t *pos, mp_map_t *kwargs) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } }, { MP_QSTR_, MP_ARG_REQUIRED | MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } }, OPTIONAL(max_length, 0),
    };
    mp_arg_val_t args[MP_ARRAY_SIZE(allowed)];
    mp_arg_parse_all(n_args, pos, kwargs, MP_ARRAY_SIZE(allowed), allowed, args);
    if (args[2].u_int < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("max_length must be non-negative"));
    }
    return decompress_more(decompress_of(args[0].u_obj), args[1].u_obj, args[2].u_int == 0 ? SIZE_MAX : (size_t)args[2].u_int);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(decompress_decompress_obj, 2, decompress_decompress);

static mp_obj_t decompress_flush(size_t n_args, const mp_obj_t *args) {
    decompress_t *self = decompress_of(args[0]);
    if (n_args > 1 && mp_obj_get_int(args[1]) <= 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("length must be greater than zero"));
    }
    return self->eof ? mp_const_empty_bytes : decompress_more(self, self->tail, SIZE_MAX);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(decompress_flush_obj, 1, 2, decompress_flush);

static mp_obj_t decompress_copy(size_t n_args, const mp_obj_t *args) {
    decompress_t *self = decompress_of(args[0]), *copy = mp_obj_malloc(decompress_t, &decompress_type);
    *copy = *self;
    copy->inflate.window = memcpy(mpwasm_malloc(ZLIB_WINDOW), self->inflate.window, ZLIB_WINDOW);
    return MP_OBJ_FROM_PTR(copy);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(decompress_copy_obj, 1, 2, decompress_copy);

static void decompress_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    const decompress_t *self = decompress_of(self_in);
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    if (attr == MP_QSTR_unused_data) {
        dest[0] = self->unused;
    } else if (attr == MP_QSTR_unconsumed_tail) {
        dest[0] = self->tail;
    } else if (attr == MP_QSTR_eof) {
        dest[0] = mp_obj_new_bool(self->eof);
    } else {
        dest[1] = MP_OBJ_SENTINEL;
    }
}

static const mp_rom_map_elem_t decompress_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_decompress), MP_ROM_PTR(&decompress_decompress_obj) },
    { MP_ROM_QSTR(MP_QSTR_flush), MP_ROM_PTR(&decompress_flush_obj) },
    { MP_ROM_QSTR(MP_QSTR_copy), MP_ROM_PTR(&decompress_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&decompress_copy_obj) },
    { MP_ROM_QSTR(MP_QSTR___deepcopy__), MP_ROM_PTR(&decompress_copy_obj) },
};
static MP_DEFINE_CONST_DICT(decompress_locals, decompress_locals_table);

static MP_DEFINE_CONST_OBJ_TYPE(decompress_type, MP_QSTR_Decompress, MP_TYPE_FLAG_NONE, attr, decompress_attr, locals_dict, &decompress_locals);

// --- The module ------------------------------------------------------------------------------------

MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(mpwasm_crc32_obj);
static const MP_DEFINE_STR_OBJ(version_obj, "1.3.1");

#define NUMBER(name, value) { MP_ROM_QSTR(MP_QSTR_##name), MP_ROM_INT(value) },

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_zlib) },
    { MP_ROM_QSTR(MP_QSTR_error), MP_ROM_PTR(&error_type) },
    { MP_ROM_QSTR(MP_QSTR_adler32), MP_ROM_PTR(&adler32_obj) },
    { MP_ROM_QSTR(MP_QSTR_crc32), MP_ROM_PTR(&mpwasm_crc32_obj) },
    { MP_ROM_QSTR(MP_QSTR_compress), MP_ROM_PTR(&zlib_compress_obj) },
    { MP_ROM_QSTR(MP_QSTR_compressobj), MP_ROM_PTR(&zlib_compressobj_obj) },
    { MP_ROM_QSTR(MP_QSTR_decompress), MP_ROM_PTR(&zlib_decompress_obj) },
    { MP_ROM_QSTR(MP_QSTR_decompressobj), MP_ROM_PTR(&zlib_decompressobj_obj) },
    { MP_ROM_QSTR(MP_QSTR_ZLIB_VERSION), MP_ROM_PTR(&version_obj) },
    { MP_ROM_QSTR(MP_QSTR_ZLIB_RUNTIME_VERSION), MP_ROM_PTR(&version_obj) },
    NUMBER(DEFLATED, 8) NUMBER(DEF_BUF_SIZE, 16384) NUMBER(DEF_MEM_LEVEL, 8) NUMBER(MAX_WBITS, 15)
    NUMBER(Z_NO_COMPRESSION, 0) NUMBER(Z_BEST_SPEED, 1) NUMBER(Z_BEST_COMPRESSION, 9) NUMBER(Z_DEFAULT_COMPRESSION, -1)
    NUMBER(Z_DEFAULT_STRATEGY, 0) NUMBER(Z_FILTERED, 1) NUMBER(Z_HUFFMAN_ONLY, 2) NUMBER(Z_RLE, 3) NUMBER(Z_FIXED, 4)
    NUMBER(Z_NO_FLUSH, NO_FLUSH) NUMBER(Z_PARTIAL_FLUSH, PARTIAL_FLUSH) NUMBER(Z_SYNC_FLUSH, SYNC_FLUSH) NUMBER(Z_FULL_FLUSH, FULL_FLUSH) NUMBER(Z_FINISH, FINISH)
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_zlib = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR_zlib, mpwasm_module_zlib);

#endif
