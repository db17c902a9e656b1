// Where the place in the bytecode is stored (code_state->ip): by opcodes that may raise, call, collect garbage or wait, and when they do. Whoever asks
// where a frame is finds the opcode that runs, as if each had stored it.
//
// Upstream's VM stores it before each opcode, or (SELECTIVE_EXC_IP) one byte behind it in opcodes that it lists, which leave out some. Here it is
// noted in a variable before each opcode, which costs nothing where it is not used, and stored from there. vm.c defines the names for both by itself:
// ours are put back behind that.
#ifndef MPWASM_OVER_VMPLACE_H
#define MPWASM_OVER_VMPLACE_H

#define MARK_EXC_IP_GLOBAL() opcode = ip;
#define MARK_EXC_IP_SELECTIVE() code_state->ip = opcode;
#pragma push_macro("MARK_EXC_IP_GLOBAL")
#pragma push_macro("MARK_EXC_IP_SELECTIVE")
#undef MARK_EXC_IP_GLOBAL
#undef MARK_EXC_IP_SELECTIVE

#define MPWASM_PLACE_INIT \
    _Pragma("pop_macro(\"MARK_EXC_IP_GLOBAL\")") \
    _Pragma("pop_macro(\"MARK_EXC_IP_SELECTIVE\")") \
    const byte *opcode = ip;

// What upstream's opcodes call without having stored it.

static inline mp_obj_t mpwasm_vm_unary_op(mp_unary_op_t op, mp_obj_t arg) {
    return mp_unary_op(op, arg);
}

static inline mp_obj_t mpwasm_vm_make_function(mp_proto_fun_t code, const mp_module_context_t *context, const mp_obj_t *defaults) {
    return mp_make_function_from_proto_fun(code, context, defaults);
}

static inline mp_obj_t mpwasm_vm_make_closure(mp_proto_fun_t code, const mp_module_context_t *context, mp_uint_t count, const mp_obj_t *closed) {
    return mp_make_closure_from_proto_fun(code, context, count, closed);
}

#undef mp_unary_op
#undef mp_binary_op
#undef mp_obj_is_true
#define mp_unary_op(op, arg) (code_state->ip = opcode, mpwasm_vm_unary_op(op, arg))
#define mp_binary_op(op, lhs, rhs) mpwasm_vm_binary_op(op, lhs, rhs, &code_state->ip, opcode)
#define mp_obj_is_true(value) mpwasm_vm_is_true(value, &code_state->ip, opcode)
#define mp_make_function_from_proto_fun(code, context, defaults) (code_state->ip = opcode, mpwasm_vm_make_function(code, context, defaults))
#define mp_make_closure_from_proto_fun(code, context, count, closed) (code_state->ip = opcode, mpwasm_vm_make_closure(code, context, count, closed))

#endif
