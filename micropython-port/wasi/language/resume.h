// Generators, and what iter(callable, sentinel) calls, as frames of the VM that asks for a value, instead of another run of it (over/py/vmresume.h;
// generator.c, keywords.c).
//
// What waits for such a frame stands one byte behind the opcode FOR_ITER or YIELD_FROM, or behind a call of next() or send(), whose last byte is the
// number of arguments. On top of its stack lies what it asked: the generator, or the iterator that calls. A loop has four words there for its iterator,
// the last of which is free.
#ifndef MPWASM_LANGUAGE_RESUME_H
#define MPWASM_LANGUAGE_RESUME_H

#include "language/errors/errors.h"

// The frame that goes on when a generator is sent a value; NULL if it is not to be resumed in this way: it runs, has ended, or there is something to complain of.
// The caller stands at its opcode, and behind it if there is such a frame. fallback is what next() gives at the end, or MP_OBJ_NULL.
mp_code_state_t *mpwasm_resume(mp_obj_t generator, mp_obj_t sent, mp_obj_t fallback, mp_code_state_t *caller);

// A frame has yielded a value: the frame that goes on with it. NULL if the VM is to be left.
mp_code_state_t *mpwasm_yielded(mp_code_state_t *frame);

// A frame has returned that a caller waits for in another way than by its function. The frame that goes on, or NULL if the VM sees to that.
mp_code_state_t *mpwasm_returned(mp_code_state_t *frame, activation_t *activation);

// A frame is left by an exception. What is raised in its caller; MP_OBJ_NULL if that goes on.
mp_obj_t mpwasm_raised(mp_code_state_t *frame, mp_obj_t exception, activation_t *activation);

// iter(callable, sentinel): the frame of the call, NULL if there is nothing to call or it is not Python. What comes of a result.
extern const mp_obj_type_t mpwasm_type_until;
mp_code_state_t *mpwasm_until_call(mp_obj_t iterator, mp_code_state_t *caller);
mp_obj_t mpwasm_until_result(mp_obj_t iterator, mp_obj_t result);
void mpwasm_until_ended(mp_obj_t iterator);

#endif
