// Hash functions: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), SHA-3 and SHAKE (FIPS 202), BLAKE2 (RFC 7693).
#ifndef MPWASM_HASH_H
#define MPWASM_HASH_H

#include "py/obj.h"

typedef enum { HASH_MD5, HASH_SHA1, HASH_SHA2_32, HASH_SHA2_64, HASH_SHA3, HASH_SHAKE, HASH_BLAKE2B, HASH_BLAKE2S } hash_kind_t;

typedef struct {
    uint16_t name; // a qstr
    uint8_t kind;
    uint8_t block, digest; // sizes in bytes; a SHAKE's digest is as long as one wants
    uint8_t second; // starts from the second set of initial values
} hash_algorithm_t;

#define HASH_MAX_BLOCK (168)
#define HASH_MAX_DIGEST (64)

typedef struct {
    const hash_algorithm_t *algorithm;
    uint64_t length; // of what was hashed
    uint8_t filled; // bytes in buffer, or the place in a sponge
    uint8_t digest; // size of the digest
    bool last_node; // BLAKE2's flag
    union {
        uint32_t words[8];
        uint64_t longs[25];
        byte bytes[200];
    } state;
    byte buffer[128];
} hash_t;

// What BLAKE2 can be told beyond the text. Each size has been checked.
typedef struct {
    byte digest, key, fanout, depth, node_depth, inner;
    uint32_t leaf;
    uint64_t offset;
    const byte *salt, *person, *key_bytes;
    byte salt_len, person_len;
    bool last_node;
} hash_blake2_t;

void hash_start(hash_t *hash, const hash_algorithm_t *algorithm);
void hash_start_blake2(hash_t *hash, const hash_algorithm_t *algorithm, const hash_blake2_t *parameters);
void hash_update(hash_t *hash, const byte *data, size_t len);

// Writes the digest of what was hashed so far; len is the digest's size but for SHAKE. The hash is used up.
void hash_finish(hash_t *hash, byte *digest, size_t len);

#endif
