// Functions as objects (function.c), generators (generator.c), type parameters.
#ifndef MPWASM_LANGUAGE_FUNCTION_H
#define MPWASM_LANGUAGE_FUNCTION_H

#include "py/objfun.h"

// Sets what a definition says of a function, or of what a decorator of the compiler's made of it.
void mpwasm_function_set(mp_obj_t function, qstr attribute, mp_obj_t value);

// The qualified name, "A.m"; its last part, "m".
qstr mpwasm_function_qualified_name(const mp_obj_fun_bc_t *fun);
qstr mpwasm_last_name(qstr qualified);

// Defaults that a program set: whether any function has some, and a function's (positional or keyword ones).
extern bool mpwasm_defaults_were_set;
mp_obj_t mpwasm_function_defaults(const mp_obj_fun_bc_t *fun, bool keyword);

// The class of an object as programs see it: several types are one for them.
const mp_obj_type_t *mpwasm_class_of(mp_const_obj_t object);
const mp_obj_type_t *mpwasm_generator_class(mp_const_obj_t generator);
extern const mp_obj_type_t mpwasm_type_coroutine;

// The iterator that a suspended generator or coroutine waits for; None if there is none.
mp_obj_t mpwasm_generator_waits_for(mp_const_obj_t generator);
// The arguments that were made last for the VM's next call with stars. They lie on top of the pystack, where upstream leaves them until the function
// around returns, so a loop of such calls would fill it: the call takes them away (mpwasm_prepare_codestate).
extern const mp_obj_t *mpwasm_prepared_args;

// Whether a function takes self, and is Python.
bool mpwasm_is_method(mp_obj_t function);

// The function and the self of a bound method.
mp_obj_t mpwasm_bound_function(mp_obj_t method, mp_obj_t *self);

// The value of a yield in an asynchronous generator, so that it is told from what an await lets through.
mp_obj_t mpwasm_async_value(mp_obj_t value);

// sys.get_asyncgen_hooks, sys.set_asyncgen_hooks
MP_DECLARE_CONST_FUN_OBJ_0(mpwasm_get_asyncgen_hooks_obj);
MP_DECLARE_CONST_FUN_OBJ_KW(mpwasm_set_asyncgen_hooks_obj);

// sys.getrecursionlimit, sys.setrecursionlimit (pystack.c).
size_t mpwasm_recursion_limit(void);
void mpwasm_set_recursion_limit(size_t most);

// What await takes of a value: its iterator.
mp_obj_t mpwasm_awaitable(mp_obj_t value);

// A loop over what a call gave: sp[0] is the iterable, sp[1] the name that was called or None. The iterator comes to sp[0] and the
// three slots behind it. If a loop is left by break, sp is the last of the four.
mp_obj_t *mpwasm_loop_begin(mp_obj_t *sp);
mp_obj_t *mpwasm_loop_left(mp_obj_t *sp);

// raise X from Y: sp[-1] is X, sp[0] Y.
void mpwasm_set_cause(mp_obj_t *sp);

// The end of a with statement, as upstream's opcode does it; __exit__ gets the traceback, too.
mp_obj_t *mpwasm_with_exit(mp_obj_t *sp);

// The helpers HELPER_STAR_* (helper.h; errors/star.c).
mp_obj_t *mpwasm_star_helper(mp_uint_t which, mp_obj_t *sp);

// The helpers HELPER_TYPE_* (helper.h).
mp_obj_t *mpwasm_type_helper(mp_uint_t which, size_t argument, mp_obj_t *sp);

#endif
