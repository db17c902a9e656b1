// The order in which a class's bases are searched: C3, or what its metaclass's mro() says; and __bases__ that is assigned.

#include <string.h>

#include "py/objlist.h"

#include "language/class/class.h"

// C3: the first head of the bases' orders, and of the bases themselves, that is in no tail. No order has a class twice, so a head's own tail
// is not searched: a long line of classes takes time in its length, not the square of it.
mp_obj_tuple_t *mpwasm_linearize(class_t *class) {
    mp_obj_tuple_t *bases = class->bases;
    size_t n = bases->len + 1;
    mp_obj_tuple_t **orders = m_new(mp_obj_tuple_t *, n);
    size_t *next = m_new0(size_t, n);
    for (size_t i = 0; i < bases->len; i++) {
        orders[i] = mpwasm_mro(MP_OBJ_TO_PTR(bases->items[i]));
    }
    orders[bases->len] = bases;
    mp_obj_t self = MP_OBJ_FROM_PTR(class), mro = mp_obj_new_list(1, &self);
    for (;;) {
        mp_obj_t good = MP_OBJ_NULL;
        bool rest = false;
        for (size_t i = 0; i < n && good == MP_OBJ_NULL; i++) {
            if (next[i] == orders[i]->len) {
                continue;
            }
            rest = true;
            good = orders[i]->items[next[i]];
            for (size_t j = 0; j < n && good != MP_OBJ_NULL; j++) {
                for (size_t k = next[j] + 1; j != i && k < orders[j]->len; k++) {
                    if (orders[j]->items[k] == good) {
                        good = MP_OBJ_NULL;
                        break;
                    }
                }
            }
        }
        if (good == MP_OBJ_NULL) {
            if (!rest) {
                break;
            }
            vstr_t names;
            vstr_init(&names, 32);
            for (size_t i = 0; i < n; i++) {
                if (next[i] < orders[i]->len) {
                    mp_obj_t head = orders[i]->items[next[i]];
                    bool seen = false;
                    for (size_t j = 0; j < i; j++) {
                        seen |= next[j] < orders[j]->len && orders[j]->items[next[j]] == head;
                    }
                    if (!seen) {
                        vstr_printf(&names, "%s%q", names.len == 0 ? "" : ", ", (qstr)((mp_obj_type_t *)MP_OBJ_TO_PTR(head))->name);
                    }
                }
            }
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("Cannot create a consistent method resolution order (MRO) for bases %s"), vstr_null_terminated_str(&names));
        }
        mp_obj_list_append(mro, good);
        for (size_t i = 0; i < n; i++) {
            if (next[i] < orders[i]->len && orders[i]->items[next[i]] == good) {
                next[i]++;
            }
        }
    }
    size_t len;
    mp_obj_t *items;
    mp_obj_list_get(mro, &len, &items);
    return MP_OBJ_TO_PTR(mp_obj_new_tuple(len, items));
}

// --- mro() of a metaclass --------------------------------------------------------------------------

static bool load_own_order(class_t *class, mp_obj_t *call) {
    return class->type.base.type != &mp_type_type && mpwasm_load_special(MP_OBJ_FROM_PTR(class), MP_QSTR_mro, call);
}

bool mpwasm_has_own_order(class_t *class) {
    mp_obj_t call[2];
    return load_own_order(class, call);
}

mp_obj_tuple_t *mpwasm_short_order(class_t *class) {
    mp_obj_t order[] = { MP_OBJ_FROM_PTR(class), MP_OBJ_FROM_PTR(&mp_type_object) };
    return MP_OBJ_TO_PTR(mp_obj_new_tuple(2, order));
}

// Members of the classes in an order reach into instances: those must have what the classes give their own.
static void check_layout(const class_t *class, mp_obj_t item) {
    if (!is_class(item)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("mro() returned a non-class ('%s')"), mp_obj_get_type_str(item));
    }
    const class_t *other = MP_OBJ_TO_PTR(item);
    bool program = is_program_class((const mp_obj_type_t *)other);
    const mp_obj_type_t *native = program ? other->native : item == MP_OBJ_FROM_PTR(&mp_type_object) ? NULL : (const mp_obj_type_t *)other;
    const mp_obj_type_t *solid = program ? other->solid : NULL;
    if ((native != NULL && (class->native == NULL || !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(class->native), MP_OBJ_FROM_PTR(native))))
        || (solid != NULL && solid != class->solid && (class->solid == NULL || !mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(class->solid), MP_OBJ_FROM_PTR(solid))))) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("mro() returned base with unsuitable layout ('%q')"), (qstr)other->type.name);
    }
}

void mpwasm_set_order(class_t *class) {
    mp_obj_t call[2];
    if (!load_own_order(class, call)) {
        class->mro = mpwasm_linearize(class);
        class->has_order = true;
        return;
    }
    mp_obj_t answer = mp_call_method_n_kw(0, 0, call);
    mp_obj_tuple_t *order = MP_OBJ_TO_PTR(MP_OBJ_TYPE_GET_SLOT(&mp_type_tuple, make_new)(&mp_type_tuple, 1, 0, &answer));
    if (order->len == 0) {
        mp_raise_TypeError(MP_ERROR_TEXT("type MRO must not be empty"));
    }
    for (size_t i = 0; i < order->len; i++) {
        check_layout(class, order->items[i]);
    }
    class->mro = order;
    class->has_order = true;
}

// --- __bases__ -------------------------------------------------------------------------------------

void mpwasm_add_to_bases(class_t *class) {
    for (size_t i = 0; i < class->bases->len; i++) {
        class_t *base = MP_OBJ_TO_PTR(class->bases->items[i]);
        if (is_program_class((mp_obj_type_t *)base)) {
            if (base->subclasses == MP_OBJ_NULL) {
                base->subclasses = mp_obj_new_list(0, NULL);
            }
            mp_obj_list_append(base->subclasses, MP_OBJ_FROM_PTR(class));
        }
    }
}

static void take_from_bases(class_t *class, mp_obj_tuple_t *bases) {
    for (size_t i = 0; i < bases->len; i++) {
        class_t *base = MP_OBJ_TO_PTR(bases->items[i]);
        if (is_program_class((mp_obj_type_t *)base) && base->subclasses != MP_OBJ_NULL) {
            mp_obj_list_t *list = MP_OBJ_TO_PTR(base->subclasses);
            for (size_t j = 0; j < list->len; j++) {
                if (list->items[j] == MP_OBJ_FROM_PTR(class)) {
                    memmove(&list->items[j], &list->items[j + 1], (list->len - j - 1) * sizeof(mp_obj_t));
                    list->items[--list->len] = MP_OBJ_NULL;
                    break;
                }
            }
        }
    }
}

// The class and all below it, one after those that it derives from: a class that is reached in several ways is there as often.
static mp_obj_list_t *family_of(class_t *class) {
    mp_obj_t self = MP_OBJ_FROM_PTR(class);
    mp_obj_list_t *family = MP_OBJ_TO_PTR(mp_obj_new_list(1, &self));
    for (size_t i = 0; i < family->len; i++) {
        mp_obj_t subclasses = ((class_t *)MP_OBJ_TO_PTR(family->items[i]))->subclasses;
        for (size_t j = 0; subclasses != MP_OBJ_NULL && j < ((mp_obj_list_t *)MP_OBJ_TO_PTR(subclasses))->len; j++) {
            mp_obj_list_append(MP_OBJ_FROM_PTR(family), ((mp_obj_list_t *)MP_OBJ_TO_PTR(subclasses))->items[j]);
        }
    }
    return family;
}

// Whether a class is among bases, or theirs. Those of classes whose order is being made have not heard of them yet.
static bool is_behind(class_t *class, mp_obj_tuple_t *bases) {
    mp_obj_t known = mp_obj_new_dict(0), list = mp_obj_new_list(bases->len, bases->items);
    mp_obj_list_t *all = MP_OBJ_TO_PTR(list);
    for (size_t i = 0; i < all->len; i++) {
        mp_obj_t base = all->items[i];
        if (base == MP_OBJ_FROM_PTR(class)) {
            return true;
        }
        mp_map_elem_t *place = mp_map_lookup(mp_obj_dict_get_map(known), mp_obj_id(base), MP_MAP_LOOKUP_ADD_IF_NOT_FOUND);
        if (place->value == MP_OBJ_NULL && is_program_class(MP_OBJ_TO_PTR(base))) {
            mp_obj_tuple_t *more = ((class_t *)MP_OBJ_TO_PTR(base))->bases;
            for (size_t j = 0; j < more->len; j++) {
                mp_obj_list_append(list, more->items[j]);
            }
        }
        place->value = mp_const_true;
    }
    return false;
}

static void check_new_bases(class_t *class, mp_obj_t value) {
    qstr name = class->type.name;
    if (!mp_obj_is_type(value, &mp_type_tuple)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only assign tuple to %q.__bases__, not %s"), name, mp_obj_get_type_str(value));
    }
    mp_obj_tuple_t *bases = MP_OBJ_TO_PTR(value);
    if (bases->len == 0) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("can only assign non-empty tuple to %q.__bases__, not ()"), name);
    }
    for (size_t i = 0; i < bases->len; i++) {
        if (!is_class(bases->items[i])) {
            mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%q.__bases__ must be tuple of classes, not '%s'"), name, mp_obj_get_type_str(bases->items[i]));
        }
    }
    if (is_behind(class, bases)) {
        mp_raise_TypeError(MP_ERROR_TEXT("a __bases__ item causes an inheritance cycle"));
    }
    class_t before, after; // what instances are laid out by
    memset(&before, 0, sizeof(before));
    memset(&after, 0, sizeof(after));
    bool had_dict = false, has_dict = false;
    mpwasm_check_bases(&before, class->bases, &had_dict);
    mpwasm_check_bases(&after, bases, &has_dict);
    bool other_layout = before.solid != after.solid || before.n_parts != after.n_parts;
    if (other_layout || before.native != after.native || had_dict != has_dict) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("__bases__ assignment: '%q' %s differs from '%q'"), (qstr)((mp_obj_type_t *)MP_OBJ_TO_PTR(bases->items[0]))->name,
            other_layout && before.native == after.native ? "object layout" : "deallocator", (qstr)((mp_obj_type_t *)MP_OBJ_TO_PTR(class->bases->items[0]))->name);
    }
}

void mpwasm_set_bases(class_t *class, mp_obj_t value) {
    if (value == MP_OBJ_NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("cannot delete '__bases__' attribute of immutable type '%q'"), (qstr)class->type.name);
    }
    mp_obj_list_t *family = family_of(class);
    check_new_bases(class, value);
    mp_obj_tuple_t *old = class->bases, *volatile orders = MP_OBJ_TO_PTR(mp_obj_new_tuple(family->len, NULL));
    volatile size_t done = 0;
    class->bases = MP_OBJ_TO_PTR(value);
    nlr_buf_t nlr;
    if (nlr_push(&nlr) != 0) { // all is as it was
        for (size_t i = done; i-- > 0;) {
            ((class_t *)MP_OBJ_TO_PTR(family->items[i]))->mro = MP_OBJ_TO_PTR(orders->items[i]);
        }
        if (class->bases == MP_OBJ_TO_PTR(value)) {
            class->bases = old;
        }
        nlr_jump(nlr.ret_val);
    }
    for (; done < family->len; done++) {
        class_t *each = MP_OBJ_TO_PTR(family->items[done]);
        orders->items[done] = MP_OBJ_FROM_PTR(each->mro);
        mpwasm_set_order(each);
    }
    nlr_pop();
    if (class->bases == MP_OBJ_TO_PTR(value)) { // no mro() assigned others
        take_from_bases(class, old);
        mpwasm_add_to_bases(class);
    }
    mpwasm_class_refresh(class);
}
