// Upstream's py/objstrunicode.c, with indexes, slices and lengths of our own (index.c).

#include "py/objstr.h"

#include "language/text/text.h"

#define str_subscr(...) upstream_str_subscr(__VA_ARGS__)
#define uni_unary_op(...) upstream_uni_unary_op(__VA_ARGS__)

static mp_obj_t (str_subscr)(mp_obj_t self, mp_obj_t index, mp_obj_t value) {
    return mpwasm_str_subscr(self, index, value);
}

static mp_obj_t (uni_unary_op)(mp_unary_op_t op, mp_obj_t self) {
    return mpwasm_str_unary_op(op, self);
}

#include "py/objstrunicode.c"
