// How CBOR (RFC 8949) is written: the parts of it that values take (value.c, value_decode.c).
//
//   None, True, False   simple values null, true, false
//   int                 integer, or a bignum (tags 2 and 3) beyond 64 bits
//   float               64-bit float; every NaN is the same
//   str, bytes          text string, byte string
//   list                array
//   tuple               tag 4000 around an array
//   dict                map, in the dict's order, with keys of any kind
//   anything else       tag 4002 around its number where the host holds objects (handle.h): to the host, around the list of that and the name of its
//                       type; or tag 4001 around its repr, so that a host can at least show it, from guest to host alone
//
// 4000 to 4002 lie in the range that IANA assigns first come, first served, and are not assigned. Lengths are definite.
// A str is what MicroPython takes for UTF-8: sequences of the right shape, lone surrogates among them.
#ifndef MPWASM_CBOR_H
#define MPWASM_CBOR_H

#define CBOR_UINT (0 << 5)
#define CBOR_NINT (1 << 5)
#define CBOR_BYTES (2 << 5)
#define CBOR_TEXT (3 << 5)
#define CBOR_ARRAY (4 << 5)
#define CBOR_MAP (5 << 5)
#define CBOR_TAG (6 << 5)
#define CBOR_FALSE (0xf4)
#define CBOR_TRUE (0xf5)
#define CBOR_NULL (0xf6)
#define CBOR_FLOAT64 (0xfb)

#define CBOR_MAJOR (7 << 5) // mask of an item's first byte; the rest says how long the argument is

#define TAG_BIGNUM (2)
#define TAG_NEGATIVE_BIGNUM (3)
#define TAG_TUPLE (4000)
#define TAG_REPR (4001)
#define TAG_HANDLE (4002)
#define TAG_OBJECT (4003)

#define CBOR_NAN (0x7ff8000000000000)

#endif
