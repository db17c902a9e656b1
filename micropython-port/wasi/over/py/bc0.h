// Upstream's py/bc0.h; in the VM (MPWASM_VM), with one opcode more, one that does less, and short ways (vmcases.h).
//
// The VM is a switch whose cases are written as "case MP_BC_X:". The name of one of them, which stands nowhere else in py/vm.c, becomes
// a case of ours in front of upstream's. The opcode calls a helper (language/helper.h).

#include_next "py/bc0.h"

#if MPWASM_VM && !defined(MPWASM_OVER_BC0_H)
#define MPWASM_OVER_BC0_H

#include "language/errors/vm.h"
#include "language/helper.h"
#include "py/vmcases.h"
#include "py/vmplace.h"
#include "py/vmresume.h"

#define volatile // no variable of the VM has to outlive a setjmp

#undef MP_BC_LOAD_NULL
#define MP_BC_LOAD_NULL \
    MPWASM_SHORT_CASES MPWASM_BC_HELPER: { \
        code_state->ip = opcode; \
        DECODE_UINT; \
        sp = mpwasm_helper(unum, sp, fastn); \
        DISPATCH(); \
    } \
    case (MP_BC_BASE_BYTE_O + 0x03)

// __enter__ is called as any method is (HELPER_WITH), without another VM, so that a thread can wait in it. Its value is on the stack.
#undef MP_BC_SETUP_WITH
#define MP_BC_SETUP_WITH \
    (MP_BC_BASE_JUMP_E + 0x07): { \
        mp_obj_t entered = POP(); \
        PUSH_EXC_BLOCK(1); \
        PUSH(entered); \
        DISPATCH(); \
    } \
    case 0x100 // no byte

#endif
