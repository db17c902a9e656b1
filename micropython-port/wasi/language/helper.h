// The opcode that the VM has beside upstream's: it calls helper n with argument a, as n | a << 6 (helper.c).
#ifndef MPWASM_LANGUAGE_HELPER_H
#define MPWASM_LANGUAGE_HELPER_H

#include "py/obj.h"

#define MPWASM_BC_HELPER (0x38) // upstream's tools take opcodes from 0x30 to 0x3f to have one argument
#define HELPER_SHIFT (6)

// The comments show the stack before and after.
enum {
    HELPER_LIST_EXTEND,     // list iterable -> list
    HELPER_SET_UPDATE,      // set iterable -> set
    HELPER_DICT_UPDATE,     // dict mapping -> dict
    HELPER_DICT_MERGE,      // dict mapping -> dict; keys that are there are an error
    HELPER_LIST_TO_TUPLE,   // list -> tuple
    HELPER_STR,             // value -> str, of !s
    HELPER_REPR,            // !r
    HELPER_ASCII,           // !a
    HELPER_FORMAT_SIMPLE,   // value -> str
    HELPER_FORMAT,          // value spec -> str
    HELPER_JOIN,            // a strings -> str
    HELPER_JOIN_LIST,       // list of strings -> str
    HELPER_AWAITABLE,       // value -> iterator, of await
    HELPER_AITER,           // value -> asynchronous iterator
    HELPER_ANEXT,           // iterator -> iterator awaitable
    HELPER_ASYNC_YIELD,     // value -> value, as an asynchronous generator yields it
    HELPER_SET_DOC,         // function doc -> function; if a is 1, the names of *args and **kwargs
    HELPER_SET_ANNOTATIONS, // function dict -> function
    HELPER_SET_TYPE_PARAMS, // object tuple -> object
    HELPER_ANNOTATIONS,     // -> ; the module or class has __annotations__
    HELPER_MATCH_SEQUENCE,  // value -> value bool; a is twice the length, odd if more may come
    HELPER_MATCH_MAPPING,   // value -> value bool; at least a items
    HELPER_MATCH_KEY,       // mapping key -> value bool
    HELPER_MATCH_REST,      // mapping tuple-of-keys -> dict
    HELPER_MATCH_CLASS,     // value class names -> tuple bool; a positional patterns
    HELPER_TYPE_PARAM,      // bound default name -> object; a is the kind
    HELPER_TYPE_ALIAS,      // function params name -> object
    HELPER_GENERIC_BASE,    // tuple of type parameters -> Generic[...]
    HELPER_STAR_BEGIN,      // exception -> state, of except*
    HELPER_STAR_MATCH,      // state types -> state match
    HELPER_STAR_RAISED,     // state exception -> state
    HELPER_STAR_END,        // state -> exception or None
    HELPER_RAISE_FROM,      // exception cause -> exception
    HELPER_FOR_RANGE,       // range a numbers -> iterator in four slots, as GET_ITER_STACK leaves it
    HELPER_FOR_CALL,        // iterable name -> iterator in four slots; it comes of a call of that name, or of an expression (None)
    HELPER_LOOP_LEFT,       // iterator in four slots -> ; by break. An argument: by return, so many words below, and the stack stays
    HELPER_LOCALS,          // tuple of names and slots -> dict, or the list of names if a is 1
    HELPER_GLOBALS,         // -> globals()
    HELPER_WITH,            // manager -> __exit__ manager __enter__ manager, two methods
    HELPER_MATCH_ENDS,      // sequence -> its first (a >> 8) items, None, and its last (a & 255), the first one on top
    HELPER_CLASS_FREE,      // cell name -> value, of a name in a class body that a function around binds
    HELPER_PUT,             // value -> ; it takes the place of the one that lies a below it
    HELPER_COPY,            // -> the value that lies a below the top
    HELPER_AENTER,          // manager -> iterator, of awaiting what its __aenter__ returns
    HELPER_LINE,            // -> ; a statement begins in line a, in what is compiled to be followed (host/trace.c)
    HELPER_WITH_EXIT,       // __exit__ manager, and None, an exception, or what is to be done after -> the last; calls __exit__
};

// A generator's kinds, among the flags of a function (MP_SCOPE_FLAG_*).
#define FLAG_COROUTINE (0x10)
#define FLAG_ASYNC_GENERATOR (0x20)

// Does what the argument says; sp is the top of the stack, the result the new top. Variable n of the function is variables[-n].
mp_obj_t *mpwasm_helper(mp_uint_t argument, mp_obj_t *sp, mp_obj_t *variables);

// Whether iter() would take a value.
bool mpwasm_is_iterable(mp_obj_t value);

#endif
