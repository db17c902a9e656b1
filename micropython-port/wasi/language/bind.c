// Binding arguments to parameters, in place of py/bc.c.
//
// What a call gives goes to slots of the frame: parameter j lies in slot n_state - 1 - j; the tuple of *args and the dict of **kwargs come
// below them. Messages are CPython 3.13's: they count and name what is missing (Python/ceval.c: initialize_locals is where
// the order of the checks was looked up). A positional-only parameter has a name that begins with a dot, which no keyword has.

#include <string.h>

#include "py/bc.h"
#include "py/bc0.h"
#include "py/cstack.h"
#include "py/gc.h"
#include "py/objfun.h"
#include "py/pystack.h"
#include "py/runtime.h"

#include "language/bind.h"
#include "language/errors/print.h"
#include "language/function.h"

// --- Numbers of variable length --------------------------------------------------------------------

void mp_encode_uint(void *env, mp_encode_uint_allocator_t allocator, mp_uint_t value) {
    size_t length = 1;
    while (length < MP_ENCODE_UINT_MAX_BYTES && value >> 7 * length != 0) {
        length++;
    }
    byte *out = allocator(env, length);
    for (size_t i = 0; out != NULL && i < length; i++) { // the highest seven bits come first
        size_t shift = 7 * (length - 1 - i);
        out[i] = (value >> shift & 0x7f) | (shift != 0 ? 0x80 : 0);
    }
}

mp_uint_t mp_decode_uint(const byte **ip) {
    mp_uint_t value = **ip & 0x7f;
    while (*(*ip)++ & 0x80) {
        value = value << 7 | (**ip & 0x7f);
    }
    return value;
}

mp_uint_t mp_decode_uint_value(const byte *ip) {
    return mp_decode_uint(&ip);
}

const byte *mp_decode_uint_skip(const byte *ip) {
    while (*ip & 0x80) {
        ip++;
    }
    return ip + 1;
}

// --- The call at hand ------------------------------------------------------------------------------

typedef struct {
    const mp_obj_fun_bc_t *fun;
    size_t flags, n_pos, n_kwonly, n_def;
    const byte *names; // of the parameters, as indexes of qstrs
    mp_obj_t *slots;   // parameter j lies in slots[-j]
    const mp_obj_t *defaults;
    mp_map_t *keyword_defaults; // or NULL
} binding_t;

// A closure passes the variables that it shares in front of the arguments; the parameters for them are all named "*".
#define HIDDEN_NAME MP_QSTR__star_

#define MOST_SUGGESTED (64) // parameters that a wrong keyword is compared with

static qstr next_name(const binding_t *binding, const byte **names) {
    qstr name = mp_decode_uint(names);
    #if MICROPY_EMIT_BYTECODE_USES_QSTR_TABLE
    name = binding->fun->context->constants.qstr_table[name];
    #endif
    return name;
}

static size_t hidden_parameters(const binding_t *binding) {
    const byte *names = binding->names;
    size_t hidden = 0;
    while (hidden < binding->n_pos && next_name(binding, &names) == HIDDEN_NAME) {
        hidden++;
    }
    return hidden;
}

// Its name as a program knows it.
static const char *shown_name(qstr name) {
    const char *text = qstr_str(name);
    return text[0] == '.' ? text + 1 : text;
}

// Prints the qualified name of a Python function, as messages about its arguments begin with it.
static void print_function_name(const mp_print_t *print, const mp_obj_fun_bc_t *fun) {
    mp_printf(print, "%q", mpwasm_function_qualified_name(fun));
}

static mp_obj_t str_attribute(mp_obj_t object, qstr name) {
    mp_obj_t found[2];
    mp_load_method_protected(object, name, found, false);
    return found[0] != MP_OBJ_NULL && found[1] == MP_OBJ_NULL && mp_obj_is_str(found[0]) ? found[0] : MP_OBJ_NULL;
}

void mpwasm_print_callee(const mp_print_t *print, mp_obj_t callee) {
    mp_obj_t module = str_attribute(callee, MP_QSTR___module__), name = str_attribute(callee, MP_QSTR___qualname__);
    if (name == MP_OBJ_NULL) {
        name = str_attribute(callee, MP_QSTR___name__);
    }
    if (name == MP_OBJ_NULL) {
        mp_obj_print_helper(print, callee, PRINT_STR);
        return;
    }
    if (module != MP_OBJ_NULL && module != MP_OBJ_NEW_QSTR(MP_QSTR_builtins)) {
        mp_printf(print, "%s.", mp_obj_str_get_str(module));
    }
    mp_printf(print, "%s()", mp_obj_str_get_str(name));
}

// --- Errors ----------------------------------------------------------------------------------------

static void begin_message(const binding_t *binding, vstr_t *message, mp_print_t *print) {
    if (gc_is_locked()) {
        mp_raise_TypeError(MP_ERROR_TEXT("arguments do not match the parameters"));
    }
    vstr_init_print(message, 64, print);
    print_function_name(print, binding->fun);
}

static MP_NORETURN void raise_message(vstr_t *message) {
    nlr_raise(mp_obj_new_exception_arg1(&mp_type_TypeError, mp_obj_new_str_from_utf8_vstr(message)));
}

static MP_NORETURN void raise_about_keyword(const binding_t *binding, const char *problem, mp_obj_t keyword) {
    vstr_t message;
    mp_print_t print;
    begin_message(binding, &message, &print);
    const char *wrong = mp_obj_str_get_str(keyword);
    mp_printf(&print, "() got %s '%s'", problem, wrong);
    uint16_t likely[MOST_SUGGESTED];
    size_t count = 0, all = problem[0] == 'a' ? MIN(binding->n_pos + binding->n_kwonly, MOST_SUGGESTED) : 0; // "an unexpected keyword argument"
    for (const byte *names = binding->names; all-- > 0;) {
        qstr name = next_name(binding, &names);
        likely[count] = name;
        count += name != HIDDEN_NAME && qstr_str(name)[0] != '.';
    }
    qstr like = mpwasm_most_like(wrong, count, likely, 1);
    if (like != MP_QSTRnull) {
        mp_printf(&print, ". Did you mean '%q'?", like);
    }
    raise_message(&message);
}

static const char *plural(size_t number) {
    return number == 1 ? "" : "s";
}

static MP_NORETURN void raise_too_many(const binding_t *binding, size_t given) {
    vstr_t message;
    mp_print_t print;
    begin_message(binding, &message, &print);
    size_t hidden = hidden_parameters(binding), takes = binding->n_pos - hidden, keyword_only = 0;
    given -= hidden;
    for (size_t i = 0; i < binding->n_kwonly; i++) {
        keyword_only += binding->slots[-(mp_int_t)(binding->n_pos + i)] != MP_OBJ_NULL;
    }
    mp_print_str(&print, "() takes ");
    if (binding->n_def != 0) {
        mp_printf(&print, "from %u ", (unsigned)(takes - binding->n_def));
        mp_print_str(&print, "to ");
    }
    mp_printf(&print, "%u positional argument%s but %u", (unsigned)takes,
        binding->n_def != 0 ? "s" : plural(takes), (unsigned)given);
    if (keyword_only != 0) {
        mp_printf(&print, " positional argument%s (and %u keyword-only argument%s)", plural(given), (unsigned)keyword_only, plural(keyword_only));
    }
    mp_print_str(&print, given == 1 && keyword_only == 0 ? " was given" : " were given");
    raise_message(&message);
}

// Names the parameters from first up to end that have no value.
static MP_NORETURN void raise_missing(const binding_t *binding, const char *kind, size_t first, size_t end) {
    vstr_t message;
    mp_print_t print;
    begin_message(binding, &message, &print);
    size_t missing = 0;
    for (size_t j = first; j < end; j++) {
        missing += binding->slots[-(mp_int_t)j] == MP_OBJ_NULL;
    }
    mp_printf(&print, "() missing %u required %s argument%s: ", (unsigned)missing, kind, plural(missing));
    const byte *names = binding->names;
    for (size_t j = 0, shown = 0; j < end; j++) {
        qstr name = next_name(binding, &names);
        if (j < first || binding->slots[-(mp_int_t)j] != MP_OBJ_NULL) {
            continue;
        }
        if (shown != 0) {
            mp_print_str(&print, shown + 1 < missing ? ", " : missing == 2 ? " and " : ", and ");
        }
        mp_printf(&print, "'%s'", shown_name(name));
        shown++;
    }
    raise_message(&message);
}

// --- Keywords --------------------------------------------------------------------------------------

static bool is_name_of(qstr name, mp_obj_t keyword) {
    return name != HIDDEN_NAME && (MP_OBJ_NEW_QSTR(name) == keyword || (!mp_obj_is_qstr(keyword) && mp_obj_equal(MP_OBJ_NEW_QSTR(name), keyword)));
}

// If keywords name positional-only parameters, and nothing takes other keywords, that is the error, and all are named.
static void check_positional_only(const binding_t *binding, size_t n_kw, const mp_obj_t *keywords) {
    vstr_t message;
    mp_print_t print;
    size_t found = 0;
    const byte *names = binding->names;
    for (size_t j = 0; j < binding->n_pos; j++) {
        const char *name = qstr_str(next_name(binding, &names));
        for (size_t i = 0; name[0] == '.' && i < n_kw; i++) {
            if (strcmp(name + 1, mp_obj_str_get_str(keywords[2 * i])) != 0) {
                continue;
            }
            if (found++ == 0) {
                begin_message(binding, &message, &print);
                mp_print_str(&print, "() got some positional-only arguments passed as keyword arguments: '");
            } else {
                mp_print_str(&print, ", ");
            }
            mp_print_str(&print, name + 1);
        }
    }
    if (found != 0) {
        mp_print_str(&print, "'");
        raise_message(&message);
    }
}

static void bind_keywords(const binding_t *binding, size_t n_kw, const mp_obj_t *keywords, mp_obj_t others) {
    for (size_t i = 0; i < n_kw; i++) {
        mp_obj_t keyword = keywords[2 * i];
        const byte *names = binding->names;
        size_t j = 0, end = binding->n_pos + binding->n_kwonly;
        while (j < end && !is_name_of(next_name(binding, &names), keyword)) {
            j++;
        }
        if (j < end) {
            mp_obj_t *slot = &binding->slots[-(mp_int_t)j];
            if (*slot != MP_OBJ_NULL) {
                raise_about_keyword(binding, "multiple values for argument", keyword);
            }
            *slot = keywords[2 * i + 1];
            continue;
        }
        if (others == MP_OBJ_NULL) {
            check_positional_only(binding, n_kw, keywords);
            raise_about_keyword(binding, "an unexpected keyword argument", keyword);
        }
        mp_map_elem_t *element = mp_map_lookup(mp_obj_dict_get_map(others), keyword, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
        if (element->value != MP_OBJ_NULL) {
            raise_about_keyword(binding, "multiple values for keyword argument", keyword);
        }
        element->value = keywords[2 * i + 1];
    }
}

// --- Defaults --------------------------------------------------------------------------------------

static void bind_defaults(const binding_t *binding, size_t given) {
    size_t required = binding->n_pos - binding->n_def;
    for (size_t j = given; j < required; j++) {
        if (binding->slots[-(mp_int_t)j] == MP_OBJ_NULL) {
            raise_missing(binding, "positional", 0, required);
        }
    }
    for (size_t j = required; j < binding->n_pos; j++) {
        if (binding->slots[-(mp_int_t)j] == MP_OBJ_NULL) {
            binding->slots[-(mp_int_t)j] = binding->defaults[j - required];
        }
    }
}

static void bind_keyword_defaults(const binding_t *binding) {
    mp_map_t *defaults = binding->keyword_defaults;
    size_t end = binding->n_pos + binding->n_kwonly, missing = 0;
    const byte *names = binding->names;
    for (size_t j = 0; j < end; j++) {
        qstr name = next_name(binding, &names);
        mp_obj_t *slot = &binding->slots[-(mp_int_t)j];
        if (j < binding->n_pos || *slot != MP_OBJ_NULL) {
            continue;
        }
        mp_map_elem_t *element = defaults != NULL ? mp_map_lookup(defaults, MP_OBJ_NEW_QSTR(name), MP_MAP_LOOKUP) : NULL;
        if (element != NULL) {
            *slot = element->value;
        } else {
            missing++;
        }
    }
    if (missing != 0) {
        raise_missing(binding, "keyword-only", binding->n_pos, end);
    }
}

// Defaults that a program put in place of those in the definition.
static MP_NOINLINE void take_set_defaults(binding_t *binding) {
    mp_obj_t positional = mpwasm_function_defaults(binding->fun, false), keyword = mpwasm_function_defaults(binding->fun, true);
    if (positional != MP_OBJ_NULL) {
        size_t count = 0, most = binding->n_pos - hidden_parameters(binding);
        mp_obj_t *items = NULL;
        if (positional != mp_const_none) {
            mp_obj_tuple_get(positional, &count, &items);
        }
        size_t extra = count > most ? count - most : 0; // the last ones count
        binding->defaults = items + extra;
        binding->n_def = count - extra;
    }
    if (keyword != MP_OBJ_NULL) {
        binding->keyword_defaults = keyword == mp_const_none ? NULL : mp_obj_dict_get_map(keyword);
    }
}

// --- All of it -------------------------------------------------------------------------------------

// Takes what the call gives. rest is where the tuple of *args goes, and below it the dict of **kwargs.
static void bind(const binding_t *binding, mp_obj_t *rest, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    size_t taken = MIN(n_args, binding->n_pos);
    for (size_t j = 0; j < taken; j++) {
        binding->slots[-(mp_int_t)j] = args[j];
    }
    if (binding->flags & MP_SCOPE_FLAG_VARARGS) {
        *rest-- = mp_obj_new_tuple(n_args - taken, args + taken);
    }
    mp_obj_t others = MP_OBJ_NULL;
    if (binding->flags & MP_SCOPE_FLAG_VARKEYWORDS) {
        *rest = others = mp_obj_new_dict(n_kw);
    }
    if (n_kw != 0) {
        bind_keywords(binding, n_kw, args + n_args, others);
    }
    if (n_args > taken && !(binding->flags & MP_SCOPE_FLAG_VARARGS)) {
        raise_too_many(binding, n_args);
    }
    if (taken < binding->n_pos) {
        bind_defaults(binding, taken);
    }
    if (binding->n_kwonly != 0) {
        bind_keyword_defaults(binding);
    }
}

// A frame has some ten words: a call of memset would take longer.
typedef uint64_t __attribute__((may_alias, aligned(4))) pair_t;

static inline void clear(void *words, size_t n) {
    pair_t *pairs = words;
    for (; n >= 4; n -= 4, pairs += 2) {
        pairs[0] = 0;
        __asm__ volatile ("" ::: "memory"); // or it becomes memset after all
        pairs[1] = 0;
    }
    if (n & 2) {
        *pairs++ = 0;
    }
    if (n & 1) {
        *(mp_obj_t *)pairs = MP_OBJ_NULL;
    }
}

static inline __attribute__((always_inline)) void set_up(mp_code_state_t *state, const byte *ip, size_t n_state, size_t n_exc_stack, size_t scope_flags, size_t n_pos_args,
    size_t n_kwonly_args, size_t n_def_pos_args, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    MP_BC_PRELUDE_SIZE_DECODE(ip);
    state->sp = &state->state[0] - 1;
    state->exc_sp_idx = 0;
    #if MICROPY_STACKLESS
    state->prev = NULL;
    #endif
    // The stack of exception handlers, too: what an earlier frame left there would keep objects alive.
    clear(state->state, n_state + n_exc_stack * (sizeof(mp_exc_stack_t) / sizeof(mp_obj_t)));

    mp_obj_t *slots = &state->state[n_state - 1];
    if (n_args == n_pos_args && n_kw == 0 && n_kwonly_args == 0 && !(scope_flags & (MP_SCOPE_FLAG_VARARGS | MP_SCOPE_FLAG_VARKEYWORDS))) {
        for (size_t j = 0; j < n_args; j++) {
            slots[-(mp_int_t)j] = args[j];
        }
    } else {
        binding_t binding = { state->fun_bc, scope_flags, n_pos_args, n_kwonly_args, n_def_pos_args, mp_decode_uint_skip(ip), slots, state->fun_bc->extra_args, NULL };
        if (scope_flags & MP_SCOPE_FLAG_DEFKWARGS) {
            binding.keyword_defaults = mp_obj_dict_get_map(state->fun_bc->extra_args[n_def_pos_args]);
        }
        if (mpwasm_defaults_were_set && state->fun_bc->attributes != MP_OBJ_NULL) {
            take_set_defaults(&binding);
        }
        bind(&binding, slots - n_pos_args - n_kwonly_args, n_args, n_kw, args);
    }

    ip += n_info; // names and line numbers; then come the variables that closures share
    for (; n_cell != 0; n_cell--) {
        mp_obj_t *slot = &slots[-(mp_int_t)*ip++];
        *slot = mp_obj_new_cell(*slot);
    }
    state->ip = ip;
}

void mp_setup_code_state(mp_code_state_t *state, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    const byte *ip = state->fun_bc->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    set_up(state, ip, state->n_state, n_exc_stack, scope_flags, n_pos_args, n_kwonly_args, n_def_pos_args, n_args, n_kw, args);
}

mp_code_state_t *mpwasm_new_code_state(const mp_obj_fun_bc_t *fun, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    mp_cstack_check();
    const byte *ip = fun->bytecode;
    MP_BC_PRELUDE_SIG_DECODE(ip);
    mp_code_state_t *state = mp_pystack_alloc(sizeof(*state) + n_state * sizeof(mp_obj_t) + n_exc_stack * sizeof(mp_exc_stack_t));
    state->fun_bc = (mp_obj_fun_bc_t *)fun;
    state->n_state = n_state;
    set_up(state, ip, n_state, n_exc_stack, scope_flags, n_pos_args, n_kwonly_args, n_def_pos_args, n_args, n_kw, args);
    state->old_globals = mp_globals_get();
    mp_globals_set(fun->context->module.globals);
    return state;
}
