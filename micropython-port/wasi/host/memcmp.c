// memcmp, eight bytes at a time: names, keys and texts that are sorted are compared all the time, and wasi-libc's goes byte by byte, each of
// which takes a unit of fuel.

#ifdef __wasm__

#include <stdint.h>
#include <string.h>

// Where two words differ first, in memory and not in value: wasm is little-endian.
static int order(uint64_t a, uint64_t b) {
    unsigned at = __builtin_ctzll(a ^ b) & ~7u;
    return (int)(a >> at & 255) - (int)(b >> at & 255);
}

static uint64_t load(const unsigned char *at) {
    uint64_t word;
    memcpy(&word, at, sizeof(word));
    return word;
}

int memcmp(const void *left, const void *right, size_t n) {
    const unsigned char *a = left, *b = right;
    if (n >= 8) {
        for (const unsigned char *last = a + n - 8; a < last; a += 8, b += 8) {
            uint64_t x = load(a), y = load(b);
            if (x != y) {
                return order(x, y);
            }
        }
        // The last eight, of which some may be known to be equal.
        size_t back = a - ((const unsigned char *)left + n - 8);
        uint64_t x = load(a - back), y = load(b - back);
        return x == y ? 0 : order(x, y);
    }
    if (n >= 4) {
        uint32_t x, y, x_end, y_end;
        memcpy(&x, a, 4);
        memcpy(&y, b, 4);
        memcpy(&x_end, a + n - 4, 4);
        memcpy(&y_end, b + n - 4, 4);
        return x != y ? order(x, y) : x_end != y_end ? order(x_end, y_end) : 0;
    }
    for (; n > 0; n--, a++, b++) {
        if (*a != *b) {
            return *a - *b;
        }
    }
    return 0;
}

#endif
