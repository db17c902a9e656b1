// Checksums, for zlib as well.
#ifndef MPWASM_BINASCII_H
#define MPWASM_BINASCII_H

#include "py/obj.h"

// The CRC of RFC 1952, continued from crc (0 at first).
uint32_t mpwasm_crc32(uint32_t crc, const byte *data, size_t len);

#endif
