// CPython's words for upstream's texts of errors. The compiler compares the literals, so nothing of this is left in the code but the words.
#ifndef MPWASM_ERRORS_TEXTS_H
#define MPWASM_ERRORS_TEXTS_H

// X(upstream's text, CPython's). Both take the same arguments in the same order.
#define MPWASM_TEXTS(X) \
    X("'%s' object isn't callable", "'%s' object is not callable") \
    X("'%s' object isn't iterable", "'%s' object is not iterable") \
    X("'%s' object isn't subscriptable", "'%s' object is not subscriptable") \
    X("'%s' object isn't an iterator", "'%s' object is not an iterator") \
    X("'%s' object doesn't support item assignment", "'%s' object does not support item assignment") \
    X("'%s' object doesn't support item deletion", "'%s' object doesn't support item deletion") \
    X("name '%q' isn't defined", "name '%q' is not defined") \
    X("name not defined", "name is not defined") \
    X("divide by zero", "division by zero") \
    X("arg is an empty sequence", "iterable argument is empty") \
    X("bad compile mode", "compile() mode must be 'exec', 'eval' or 'single'") \
    X("can't import name %q", "cannot import name '%q'")

static inline __attribute__((always_inline)) const char *mpwasm_text(const char *text) {
    #define MPWASM_TEXT_IS(upstream, ours) if (__builtin_strcmp(text, upstream) == 0) { return ours; }
    MPWASM_TEXTS(MPWASM_TEXT_IS)
    #undef MPWASM_TEXT_IS
    return text;
}

#undef MP_ERROR_TEXT
#define MP_ERROR_TEXT(text) ((mp_rom_error_text_t)mpwasm_text(text))

#endif
