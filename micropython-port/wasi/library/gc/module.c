// The module gc: the collector as programs see it. It has one generation, and no list of all objects.

#include "py/gc.h"
#include "py/runtime.h"

#include "memory/gccollect.h"
#include "memory/weak.h"

#if MICROPY_PY_GC

static mp_obj_t module_collect(size_t n_args, const mp_obj_t *pos_args, mp_map_t *kw_args) {
    static const mp_arg_t allowed[] = { { MP_QSTR_generation, MP_ARG_INT, { .u_int = 2 } } };
    mp_arg_val_t parsed[1];
    mp_arg_parse_all(n_args, pos_args, kw_args, 1, allowed, parsed);
    if (parsed[0].u_int < 0 || parsed[0].u_int > 2) {
        mp_raise_ValueError(MP_ERROR_TEXT("invalid generation"));
    }
    mpwasm_clear_stale(pos_args, n_args + 2 * kw_args->used);
    mpwasm_clear_dead_stack();
    gc_collect();
    mpwasm_weak_call_back();
    return MP_OBJ_NEW_SMALL_INT(MP_STATE_MEM(gc_collected));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(collect_obj, 0, module_collect);

static mp_obj_t module_disable(void) {
    MP_STATE_MEM(gc_auto_collect_enabled) = 0;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_0(disable_obj, module_disable);

static mp_obj_t module_enable(void) {
    MP_STATE_MEM(gc_auto_collect_enabled) = 1;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_0(enable_obj, module_enable);

static mp_obj_t module_isenabled(void) {
    return mp_obj_new_bool(MP_STATE_MEM(gc_auto_collect_enabled));
}
static MP_DEFINE_CONST_FUN_OBJ_0(isenabled_obj, module_isenabled);

static mp_obj_t module_mem_free(void) {
    gc_info_t info;
    gc_info(&info);
    return MP_OBJ_NEW_SMALL_INT(info.free);
}
static MP_DEFINE_CONST_FUN_OBJ_0(mem_free_obj, module_mem_free);

static mp_obj_t module_mem_alloc(void) {
    gc_info_t info;
    gc_info(&info);
    return MP_OBJ_NEW_SMALL_INT(info.used);
}
static MP_DEFINE_CONST_FUN_OBJ_0(mem_alloc_obj, module_mem_alloc);

static mp_obj_t module_threshold(size_t n_args, const mp_obj_t *args) {
    size_t *threshold = &MP_STATE_MEM(gc_alloc_threshold);
    if (n_args == 0) {
        return *threshold == (size_t)-1 ? MP_OBJ_NEW_SMALL_INT(-1) : mp_obj_new_int(*threshold * MICROPY_BYTES_PER_GC_BLOCK);
    }
    mp_int_t value = mp_obj_get_int(args[0]);
    *threshold = value < 0 ? (size_t)-1 : (size_t)value / MICROPY_BYTES_PER_GC_BLOCK;
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(threshold_obj, 0, 1, module_threshold);

#if MPWASM_LIBRARY

static mp_obj_t triple(mp_int_t first) {
    mp_obj_t items[] = { MP_OBJ_NEW_SMALL_INT(first), MP_OBJ_NEW_SMALL_INT(0), MP_OBJ_NEW_SMALL_INT(0) };
    return mp_obj_new_tuple(3, items);
}

static mp_obj_t module_get_count(void) {
    return triple(0);
}
static MP_DEFINE_CONST_FUN_OBJ_0(get_count_obj, module_get_count);

// The thresholds are CPython's, for programs that look at them or set them: when to collect is decided by the heap (memory/gc.c).
MP_REGISTER_ROOT_POINTER(mp_obj_t mpwasm_gc_thresholds);

static mp_obj_t module_get_threshold(void) {
    mp_obj_t set = MP_STATE_VM(mpwasm_gc_thresholds);
    if (set != MP_OBJ_NULL) {
        return set;
    }
    mp_obj_t items[] = { MP_OBJ_NEW_SMALL_INT(2000), MP_OBJ_NEW_SMALL_INT(10), MP_OBJ_NEW_SMALL_INT(10) };
    return mp_obj_new_tuple(3, items);
}
static MP_DEFINE_CONST_FUN_OBJ_0(get_threshold_obj, module_get_threshold);

static mp_obj_t module_set_threshold(size_t n_args, const mp_obj_t *args) {
    mp_obj_tuple_t *now = MP_OBJ_TO_PTR(module_get_threshold());
    mp_obj_t items[] = { now->items[0], now->items[1], now->items[2] };
    for (size_t i = 0; i < n_args; i++) {
        items[i] = MP_OBJ_NEW_SMALL_INT(mp_obj_get_int(args[i]));
    }
    MP_STATE_VM(mpwasm_gc_thresholds) = mp_obj_new_tuple(3, items);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(set_threshold_obj, 1, 3, module_set_threshold);

static mp_obj_t module_nothing(void) {
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_0(freeze_obj, module_nothing); // nothing is spared: the whole heap is marked in any case

static mp_obj_t module_get_freeze_count(void) {
    return MP_OBJ_NEW_SMALL_INT(0);
}
static MP_DEFINE_CONST_FUN_OBJ_0(get_freeze_count_obj, module_get_freeze_count);

static mp_obj_t module_is_tracked(mp_obj_t object) {
    return mp_obj_new_bool(mp_obj_is_obj(object) && !mp_obj_is_float(object) && !mp_obj_is_int(object) && !mp_obj_is_str(object) && !mp_obj_is_type(object, &mp_type_bytes) && gc_nbytes(MP_OBJ_TO_PTR(object)) != 0);
}
static MP_DEFINE_CONST_FUN_OBJ_1(is_tracked_obj, module_is_tracked);

static mp_obj_t module_refuse(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    mp_raise_NotImplementedError(MP_ERROR_TEXT("the collector keeps no list of objects"));
}
static MP_DEFINE_CONST_FUN_OBJ_KW(refuse_obj, 0, module_refuse);

#endif

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_gc) },
    { MP_ROM_QSTR(MP_QSTR_collect), MP_ROM_PTR(&collect_obj) },
    { MP_ROM_QSTR(MP_QSTR_disable), MP_ROM_PTR(&disable_obj) },
    { MP_ROM_QSTR(MP_QSTR_enable), MP_ROM_PTR(&enable_obj) },
    { MP_ROM_QSTR(MP_QSTR_isenabled), MP_ROM_PTR(&isenabled_obj) },
    { MP_ROM_QSTR(MP_QSTR_mem_free), MP_ROM_PTR(&mem_free_obj) },
    { MP_ROM_QSTR(MP_QSTR_mem_alloc), MP_ROM_PTR(&mem_alloc_obj) },
    { MP_ROM_QSTR(MP_QSTR_threshold), MP_ROM_PTR(&threshold_obj) },
    #if MPWASM_LIBRARY
    { MP_ROM_QSTR(MP_QSTR_get_count), MP_ROM_PTR(&get_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_freeze), MP_ROM_PTR(&freeze_obj) },
    { MP_ROM_QSTR(MP_QSTR_unfreeze), MP_ROM_PTR(&freeze_obj) },
    { MP_ROM_QSTR(MP_QSTR_get_freeze_count), MP_ROM_PTR(&get_freeze_count_obj) },
    { MP_ROM_QSTR(MP_QSTR_is_tracked), MP_ROM_PTR(&is_tracked_obj) },
    { MP_ROM_QSTR(MP_QSTR_get_threshold), MP_ROM_PTR(&get_threshold_obj) },
    { MP_ROM_QSTR(MP_QSTR_set_threshold), MP_ROM_PTR(&set_threshold_obj) },
    { MP_ROM_QSTR(MP_QSTR_get_debug), MP_ROM_PTR(&get_freeze_count_obj) }, // 0, too
    { MP_ROM_QSTR(MP_QSTR_get_objects), MP_ROM_PTR(&refuse_obj) },
    { MP_ROM_QSTR(MP_QSTR_get_referrers), MP_ROM_PTR(&refuse_obj) },
    { MP_ROM_QSTR(MP_QSTR_get_referents), MP_ROM_PTR(&refuse_obj) },
    #endif
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mp_module_gc = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR_gc, mp_module_gc);

#endif
