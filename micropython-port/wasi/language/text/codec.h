// Encodings of str (codec.c), and the errors that tell what could not be encoded or decoded (codec_error.c).
#ifndef MPWASM_TEXT_CODEC_H
#define MPWASM_TEXT_CODEC_H

#include "py/obj.h"

typedef enum { CODEC_UTF8, CODEC_UTF8_SIG, CODEC_ASCII, CODEC_LATIN1, CODEC_UTF16, CODEC_UTF16_LE, CODEC_UTF16_BE, CODEC_UTF32, CODEC_UTF32_LE, CODEC_UTF32_BE, CODEC_ESCAPE, CODEC_RAW_ESCAPE, CODEC_OTHER } codec_t;

typedef enum { ON_ERROR_STRICT, ON_ERROR_IGNORE, ON_ERROR_REPLACE, ON_ERROR_BACKSLASH, ON_ERROR_XML, ON_ERROR_ESCAPE, ON_ERROR_PASS, ON_ERROR_CALL } on_error_t;

// The name of a codec, as messages have it.
const char *codec_name(codec_t codec);

extern const mp_obj_type_t mpwasm_type_UnicodeDecodeError, mpwasm_type_UnicodeEncodeError, mpwasm_type_UnicodeTranslateError;

// Makes, and raises, a UnicodeDecodeError or UnicodeEncodeError.
mp_obj_t codec_error(const mp_obj_type_t *type, codec_t codec, mp_obj_t object, size_t start, size_t end, const char *reason);
MP_NORETURN void codec_raise(const mp_obj_type_t *type, codec_t codec, mp_obj_t object, size_t start, size_t end, const char *reason);

#endif
