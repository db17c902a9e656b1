// Cases of the VM's switch in front of upstream's, for what programs do most (bc0.h puts them there).
//
// Upstream has no case for opcodes that hold their operand: they fall through to the default, where comparisons tell them apart, and
// operators go through a second switch. Here each range, and each operator that small integers have, is a case.
#ifndef MPWASM_OVER_VMCASES_H
#define MPWASM_OVER_VMCASES_H

// Most operands take one byte, for which upstream's loop does too much. vm.c defines the name by itself: ours is put back behind that.
#define DECODE_UINT \
    mp_uint_t unum = *ip++; \
    if (__builtin_expect(unum & 0x80, 0)) { \
        unum &= 0x7f; \
        byte more; \
        do { \
            more = *ip++; \
            unum = unum << 7 | (more & 0x7f); \
        } while (more & 0x80); \
    }
#pragma push_macro("DECODE_UINT")
#undef DECODE_UINT

// What a comparison gives, for the jump behind it.
#undef MICROPY_VM_HOOK_INIT
#define MICROPY_VM_HOOK_INIT _Pragma("pop_macro(\"DECODE_UINT\")") MPWASM_BLOCKS_INIT MPWASM_PLACE_INIT bool is_so = false;

#define MPWASM_OPERATOR(name) (MP_BC_BINARY_OP_MULTI + MP_BINARY_OP_##name)

#define MPWASM_CASE_OPERATOR(name) \
    case MPWASM_OPERATOR(name): { \
        mp_obj_t rhs = POP(); \
        mp_obj_t lhs = TOP(); \
        SET_TOP(mp_binary_op(MP_BINARY_OP_##name, lhs, rhs)); \
        DISPATCH(); \
    }

#define MPWASM_CASE_COMPARISON(name, operator) \
    case MPWASM_OPERATOR(name): { \
        mp_obj_t rhs = POP(); \
        mp_obj_t lhs = TOP(); \
        if ((mp_int_t)lhs & (mp_int_t)rhs & 1) { \
            is_so = (mp_int_t)lhs operator (mp_int_t)rhs; \
            goto compared; \
        } \
        SET_TOP(mp_binary_op(MP_BINARY_OP_##name, lhs, rhs)); \
        DISPATCH(); \
    }

// A comparison and the jump that follows are one turn of the loop, and its bool does not come to lie on the stack.
#define MPWASM_SHORT_CASES \
    MP_BC_LOAD_FAST_MULTI ... MP_BC_LOAD_FAST_MULTI + MP_BC_LOAD_FAST_MULTI_NUM - 1: \
        if (fastn[MP_BC_LOAD_FAST_MULTI - (mp_int_t)ip[-1]] == MP_OBJ_NULL) { \
            goto local_name_error; \
        } \
        PUSH(fastn[MP_BC_LOAD_FAST_MULTI - (mp_int_t)ip[-1]]); \
        DISPATCH(); \
    case MP_BC_STORE_FAST_MULTI ... MP_BC_STORE_FAST_MULTI + MP_BC_STORE_FAST_MULTI_NUM - 1: \
        fastn[MP_BC_STORE_FAST_MULTI - (mp_int_t)ip[-1]] = POP(); \
        DISPATCH(); \
    case MP_BC_LOAD_CONST_SMALL_INT_MULTI ... MP_BC_LOAD_CONST_SMALL_INT_MULTI + MP_BC_LOAD_CONST_SMALL_INT_MULTI_NUM - 1: \
        PUSH(MP_OBJ_NEW_SMALL_INT((mp_int_t)ip[-1] - MP_BC_LOAD_CONST_SMALL_INT_MULTI - MP_BC_LOAD_CONST_SMALL_INT_MULTI_EXCESS)); \
        DISPATCH(); \
    MPWASM_CASE_OPERATOR(ADD) \
    MPWASM_CASE_OPERATOR(SUBTRACT) \
    MPWASM_CASE_OPERATOR(MULTIPLY) \
    MPWASM_CASE_OPERATOR(INPLACE_ADD) \
    MPWASM_CASE_OPERATOR(INPLACE_SUBTRACT) \
    MPWASM_CASE_OPERATOR(AND) \
    MPWASM_CASE_OPERATOR(FLOOR_DIVIDE) \
    MPWASM_CASE_OPERATOR(MODULO) \
    MPWASM_CASE_COMPARISON(LESS, <) \
    MPWASM_CASE_COMPARISON(MORE, >) \
    MPWASM_CASE_COMPARISON(LESS_EQUAL, <=) \
    MPWASM_CASE_COMPARISON(MORE_EQUAL, >=) \
    MPWASM_CASE_COMPARISON(EQUAL, ==) \
    MPWASM_CASE_COMPARISON(NOT_EQUAL, !=) \
    case 0: /* no opcode; engines need not subtract from others where they look for them */ \
        __builtin_trap(); \
    compared: { \
        byte next = *ip; \
        if (next != MP_BC_POP_JUMP_IF_FALSE && next != MP_BC_POP_JUMP_IF_TRUE) { \
            SET_TOP(is_so ? mp_const_true : mp_const_false); \
            DISPATCH(); \
        } \
        opcode = ip++; \
        sp--; \
        DECODE_SLABEL; \
        if (is_so == (next == MP_BC_POP_JUMP_IF_TRUE)) { \
            ip += slab; \
        } \
        DISPATCH_WITH_PEND_EXC_CHECK(); \
    } \
    case

#endif
