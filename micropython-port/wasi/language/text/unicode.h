// What is known of characters (unicode.c).
#ifndef MPWASM_UNICODE_H
#define MPWASM_UNICODE_H

#include "py/misc.h"

// Flags of a character: what str's methods of these names ask for, and what case mapping needs.
#define CHAR_ALPHA (1 << 0)
#define CHAR_DECIMAL (1 << 1)
#define CHAR_DIGIT (1 << 2)
#define CHAR_NUMERIC (1 << 3)
#define CHAR_LOWER (1 << 4)
#define CHAR_UPPER (1 << 5)
#define CHAR_TITLE (1 << 6)
#define CHAR_PRINTABLE (1 << 7)
#define CHAR_SPACE (1 << 8)
#define CHAR_XID_START (1 << 9)
#define CHAR_XID_CONTINUE (1 << 10)
#define CHAR_IGNORABLE (1 << 11) // case mapping looks past it
#define CHAR_CASED (CHAR_LOWER | CHAR_UPPER | CHAR_TITLE)

unsigned char_flags(unichar c);

// What the compiler asks of a character that is not ASCII.
enum { IDENTIFIER_START = 1, IDENTIFIER_CONTINUE = 2, IDENTIFIER_PRINTABLE = 4 };
unsigned mpwasm_identifier_kind(unichar c);

// The value of a decimal digit of any script, or -1.
int char_decimal(unichar c);

// Mappings of a character to up to three. Each returns how many.
typedef size_t (*char_map_t)(unichar c, unichar *to);
size_t char_upper(unichar c, unichar *to);
size_t char_lower(unichar c, unichar *to);
size_t char_title(unichar c, unichar *to);
size_t char_fold(unichar c, unichar *to);

// The length of what is UTF-8 at the start of data. Lone surrogates, as three bytes, may be let pass.
size_t utf8_valid(const byte *data, size_t len, bool surrogates);

// What is wrong with data, which does not begin with UTF-8: how many bytes, and why.
typedef struct {
    size_t len;
    const char *reason;
} utf8_error_t;

utf8_error_t utf8_error(const byte *data, size_t len);

// The character of a name, in letters of either case, or -1 if it is not known (names.c).
int mpwasm_unicode_from_name(const char *name, size_t length);

// Writes the name of a character into a place of so many bytes. Its length, or 0 if it has none that is known.
size_t mpwasm_unicode_name(uint32_t c, char *name, size_t most);

#endif
