// Short ways in front of methods of datetime's classes, for what programs do most: plain moments, small numbers, the classes themselves. What one
// does not know it gives to the function in Python that it stands in front of, which knows all, errors included.
//
// Instances have their fields in slots, which lie in the order of __slots__. Nothing in them is trusted: a program can set them.

#include <string.h>

#include "py/runtime.h"

#include "language/class/class.h"
#include "library/dates/dates.h"

#if MPWASM_LIBRARY

enum { DELTA, DATE, TIME, DATETIME, SHORTENED, TZINFO = SHORTENED, TIMEZONE, CLASSES };
enum { DAYS, SECONDS, MICROSECONDS };            // slots of a timedelta
enum { ZONE = MICROSECOND + 1, FOLD };           // of a datetime, behind those of its moment; a time begins with HOUR
enum { OFFSET, NAME };                           // of a timezone
#define DAY_US (86400000000LL)
#define DAYS_MOST (50000000)                     // of a timedelta whose microseconds, doubled, are in 64 bits
#define EXACT (1LL << 53)                        // integers up to here are floats

typedef struct _method_t method_t;
typedef mp_obj_t (*short_way_t)(const method_t *self, size_t n_args, const mp_obj_t *args); // MP_OBJ_NULL if it does not know

typedef struct _entry_t {
    uint8_t class, least, most; // arguments
    uint8_t first;              // 'f' if the first is an instance, 'c' if it is a class
    qstr_short_t name;
    short_way_t way;
} entry_t;

typedef struct _dates_t {
    const mp_obj_type_t *classes[CLASSES];
    mp_obj_t utc;
} dates_t;

struct _method_t {
    mp_obj_base_t base;
    const dates_t *dates;
    const entry_t *entry;
    mp_obj_t function;
};

static const uint8_t n_slots[] = { [DELTA] = 4, [DATE] = 3, [TIME] = 6, [DATETIME] = 9, [TIMEZONE] = 2 };

// --- What instances hold, and new ones -------------------------------------------------------------

static const mp_obj_t *slots_of(const method_t *self, mp_obj_t object, int class) {
    const mp_obj_type_t *type = mp_obj_is_obj(object) ? ((mp_obj_base_t *)MP_OBJ_TO_PTR(object))->type : NULL, *wanted = self->dates->classes[class];
    bool is = type != NULL && (type == wanted || ((type->flags & MP_TYPE_FLAG_INSTANCE_TYPE) && ((class_t *)type)->native == NULL
        && ((class_t *)type)->n_parts >= n_slots[class] && mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(type), MP_OBJ_FROM_PTR(wanted))));
    return is ? ((mp_obj_instance_t *)MP_OBJ_TO_PTR(object))->subobj : NULL;
}

static bool is_exact(const method_t *self, mp_obj_t object, int class) {
    return ((mp_obj_base_t *)MP_OBJ_TO_PTR(object))->type == self->dates->classes[class];
}

// The moment of a date or datetime; that of a time is in year 1.
static const mp_obj_t *moment_of(const method_t *self, mp_obj_t object, int class, int *m) {
    const mp_obj_t *slots = slots_of(self, object, class);
    mp_obj_t all[FIELDS] = { MP_OBJ_NEW_SMALL_INT(1), MP_OBJ_NEW_SMALL_INT(1), MP_OBJ_NEW_SMALL_INT(1) };
    if (slots == NULL) {
        return NULL;
    }
    if (class == TIME) {
        memcpy(all + HOUR, slots, (FIELDS - HOUR) * sizeof(mp_obj_t));
        return mpwasm_dates_take(FIELDS, all, m) ? slots - HOUR : NULL;
    }
    return mpwasm_dates_take(class == DATE ? 3 : FIELDS, slots, m) ? slots : NULL;
}

static bool delta_of(const method_t *self, mp_obj_t object, int *parts) {
    const mp_obj_t *slots = slots_of(self, object, DELTA);
    for (int i = DAYS; slots != NULL && i <= MICROSECONDS; i++) {
        if (!mp_obj_is_small_int(slots[i])) {
            return false;
        }
        parts[i] = MP_OBJ_SMALL_INT_VALUE(slots[i]);
    }
    return slots != NULL && parts[DAYS] <= DAYS_MOST && parts[DAYS] >= -DAYS_MOST;
}

static bool delta_us(const method_t *self, mp_obj_t object, int64_t *us) {
    int parts[3];
    if (!delta_of(self, object, parts)) {
        return false;
    }
    *us = parts[DAYS] * DAY_US + parts[SECONDS] * 1000000LL + parts[MICROSECONDS];
    return true;
}

// How far a fixed zone lies from UTC.
static bool zone_us(const method_t *self, mp_obj_t zone, int64_t *us) {
    if (zone == MP_OBJ_NULL || mp_obj_get_type(zone) != self->dates->classes[TIMEZONE]) {
        return false;
    }
    mp_obj_t offset = ((mp_obj_instance_t *)MP_OBJ_TO_PTR(zone))->subobj[OFFSET];
    return offset != MP_OBJ_NULL && delta_us(self, offset, us) && *us < DAY_US && *us > -DAY_US;
}

static mp_obj_t *new_instance(const mp_obj_type_t *type, mp_obj_t *object) {
    *object = mpwasm_begin_instance((const class_t *)type);
    return ((mp_obj_instance_t *)MP_OBJ_TO_PTR(*object))->subobj;
}

static void fill(mp_obj_t *slots, const int *m, int first, int end) {
    for (int i = first; i < end; i++) {
        slots[i] = MP_OBJ_NEW_SMALL_INT(m[i]);
    }
}

static mp_obj_t new_delta(const mp_obj_type_t *type, int64_t us) {
    mp_obj_t object, *slots = new_instance(type, &object);
    int64_t days = us / DAY_US - (us % DAY_US < 0);
    us -= days * DAY_US;
    int parts[] = { days, us / 1000000, us % 1000000 };
    fill(slots, parts, 0, 3);
    return object;
}

static mp_obj_t new_zone(const method_t *self, int minutes) {
    if (minutes == DATES_NO_ZONE) {
        return mp_const_none;
    }
    if (minutes == 0) {
        return self->dates->utc;
    }
    mp_obj_t offset = new_delta(self->dates->classes[DELTA], minutes * 60000000LL), zone, *slots = new_instance(self->dates->classes[TIMEZONE], &zone);
    slots[OFFSET] = offset;
    slots[NAME] = mp_const_none;
    return zone;
}

static mp_obj_t new_moment(const mp_obj_type_t *type, int class, const int *m, mp_obj_t zone) {
    mp_obj_t object, *slots = new_instance(type, &object) - (class == TIME ? HOUR : 0);
    fill(slots, m, class == TIME ? HOUR : 0, class == DATE ? HOUR : FIELDS);
    if (class != DATE) {
        slots[ZONE] = zone;
        slots[FOLD] = MP_OBJ_NEW_SMALL_INT(0);
    }
    return object;
}

// --- Differences of time ---------------------------------------------------------------------------

// timedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks) of small ints, by place.
static mp_obj_t delta_new(const method_t *self, size_t n_args, const mp_obj_t *args) {
    static const int64_t units[] = { DAY_US, 1000000, 1, 1000, 60000000, 3600000000, 7 * DAY_US };
    int64_t us = 0;
    for (size_t i = 1; i < n_args; i++) {
        int value = mp_obj_is_small_int(args[i]) ? MP_OBJ_SMALL_INT_VALUE(args[i]) : INT32_MAX;
        if (value > 7000000 || value < -7000000) { // weeks of which are in DAYS_MOST
            return MP_OBJ_NULL;
        }
        us += value * units[i - 1];
    }
    return new_delta(MP_OBJ_TO_PTR(args[0]), us);
}

static mp_obj_t delta_binary(const method_t *self, size_t n_args, const mp_obj_t *args) {
    int64_t a, b = 0;
    if (!delta_us(self, args[0], &a) || (n_args == 2 && !delta_us(self, args[1], &b))) {
        return MP_OBJ_NULL;
    }
    switch (self->entry->name) {
        case MP_QSTR___add__:
            return new_delta(self->dates->classes[DELTA], a + b);
        case MP_QSTR___sub__:
            return new_delta(self->dates->classes[DELTA], a - b);
        case MP_QSTR___neg__:
            return new_delta(self->dates->classes[DELTA], -a);
        case MP_QSTR___abs__:
            return new_delta(self->dates->classes[DELTA], a < 0 ? -a : a);
        case MP_QSTR___bool__:
            return mp_obj_new_bool(a != 0);
        case MP_QSTR_total_seconds:
            return a < EXACT && a > -EXACT ? mp_obj_new_float(a / 1e6) : MP_OBJ_NULL;
        default: // __truediv__
            return b != 0 && a < EXACT && a > -EXACT && b < EXACT && b > -EXACT ? mp_obj_new_float((double)a / (double)b) : MP_OBJ_NULL;
    }
}

static mp_obj_t delta_times(const method_t *self, size_t n_args, const mp_obj_t *args) {
    int64_t us;
    if (!mp_obj_is_small_int(args[1]) || !delta_us(self, args[0], &us) || __builtin_mul_overflow(us, (int64_t)MP_OBJ_SMALL_INT_VALUE(args[1]), &us)) {
        return MP_OBJ_NULL;
    }
    return new_delta(self->dates->classes[DELTA], us);
}

// --- Comparisons and hashes ------------------------------------------------------------------------

// What is compared of an object: false if that is not all there is to it.
static bool order_of(const method_t *self, mp_obj_t object, int64_t *us, mp_obj_t *zone) {
    int class = self->entry->class, m[FIELDS];
    if (class == DELTA) {
        return delta_us(self, object, us);
    }
    const mp_obj_t *slots = moment_of(self, object, class, m);
    if (slots == NULL || (class == DATE && slots_of(self, object, DATETIME) != NULL)) {
        return false;
    }
    *us = mpwasm_dates_microseconds(m);
    *zone = class == DATE ? mp_const_none : slots[ZONE];
    int64_t offset;
    if (class == DATETIME && zone_us(self, *zone, &offset)) { // all that have fixed zones are compared in UTC
        *us -= offset;
        *zone = self->dates->utc;
    }
    return true;
}

static mp_obj_t compared(const method_t *self, size_t n_args, const mp_obj_t *args) {
    int64_t a, b;
    mp_obj_t zone_a = mp_const_none, zone_b = mp_const_none;
    if (!order_of(self, args[0], &a, &zone_a) || !order_of(self, args[1], &b, &zone_b) || zone_a != zone_b || (self->entry->class == TIME && zone_a != mp_const_none)) {
        return MP_OBJ_NULL;
    }
    bool result;
    switch (self->entry->name) {
        case MP_QSTR___eq__:
            result = a == b;
            break;
        case MP_QSTR___lt__:
            result = a < b;
            break;
        case MP_QSTR___le__:
            result = a <= b;
            break;
        case MP_QSTR___gt__:
            result = a > b;
            break;
        default:
            result = a >= b;
    }
    return mp_obj_new_bool(result);
}

// That of the three fields as a tuple, that of the microseconds.
static mp_obj_t hashed(const method_t *self, size_t n_args, const mp_obj_t *args) {
    int m[FIELDS];
    const mp_obj_t *slots;
    if (self->entry->class == DELTA) {
        return delta_of(self, args[0], m) ? mp_unary_op(MP_UNARY_OP_HASH, mp_obj_new_tuple(3, slots_of(self, args[0], DELTA))) : MP_OBJ_NULL;
    }
    if ((slots = moment_of(self, args[0], self->entry->class, m)) == NULL) {
        return MP_OBJ_NULL;
    }
    if (self->entry->class == DATE) {
        return mp_unary_op(MP_UNARY_OP_HASH, mp_obj_new_tuple(3, slots));
    }
    int64_t us = mpwasm_dates_microseconds(m);
    if (self->entry->class == TIME) {
        us = (us % DAY_US + DAY_US) % DAY_US;
    }
    int64_t offset = 0;
    bool in_utc = self->entry->class == DATETIME && zone_us(self, slots[ZONE], &offset);
    return in_utc || slots[ZONE] == mp_const_none ? mp_unary_op(MP_UNARY_OP_HASH, mp_obj_new_int_from_ll(us - offset)) : MP_OBJ_NULL;
}

// --- Dates, times and both -------------------------------------------------------------------------

static mp_obj_t moment_new(const method_t *self, size_t n_args, const mp_obj_t *args) {
    int m[FIELDS], class = self->entry->class;
    mp_obj_t all[FIELDS] = { MP_OBJ_NEW_SMALL_INT(1), MP_OBJ_NEW_SMALL_INT(1), MP_OBJ_NEW_SMALL_INT(1) };
    const mp_obj_t *numbers = args + 1;
    size_t n = n_args - 1;
    if (class == TIME) {
        memcpy(all + HOUR, numbers, n * sizeof(mp_obj_t));
        numbers = all;
        n += HOUR;
    }
    return mpwasm_dates_take(n, numbers, m) ? new_moment(MP_OBJ_TO_PTR(args[0]), class, m, mp_const_none) : MP_OBJ_NULL;
}

static mp_obj_t day_number(const method_t *self, size_t n_args, const mp_obj_t *args) {
    int m[FIELDS];
    if (moment_of(self, args[0], DATE, m) == NULL) {
        return MP_OBJ_NULL;
    }
    int n = mpwasm_dates_ordinal(m);
    return MP_OBJ_NEW_SMALL_INT(self->entry->name == MP_QSTR_toordinal ? n : (n + 6) % 7 + (self->entry->name == MP_QSTR_isoweekday));
}

// The sum with a timedelta, or the difference to one: of the class itself, since what a subclass makes is its own matter.
static mp_obj_t moved(const method_t *self, mp_obj_t object, mp_obj_t by, int sign) {
    int m[FIELDS], delta[3], class = self->entry->class;
    const mp_obj_t *slots = moment_of(self, object, class, m);
    if (slots == NULL || !is_exact(self, object, class) || !delta_of(self, by, delta)) {
        return MP_OBJ_NULL;
    }
    bool whole = class == DATETIME; // a date does not look at seconds
    return mpwasm_dates_shift(m, sign * delta[DAYS], whole ? sign * delta[SECONDS] : 0, whole ? sign * delta[MICROSECONDS] : 0)
        ? new_moment(self->dates->classes[class], class, m, whole ? slots[ZONE] : MP_OBJ_NULL) : MP_OBJ_NULL;
}

static mp_obj_t moment_add(const method_t *self, size_t n_args, const mp_obj_t *args) {
    return moved(self, args[0], args[1], 1);
}

static mp_obj_t moment_sub(const method_t *self, size_t n_args, const mp_obj_t *args) {
    int64_t a, b;
    mp_obj_t zone_a, zone_b;
    if (!order_of(self, args[0], &a, &zone_a) || !order_of(self, args[1], &b, &zone_b)) {
        return moved(self, args[0], args[1], -1);
    }
    return zone_a == zone_b ? new_delta(self->dates->classes[DELTA], a - b) : MP_OBJ_NULL;
}

static mp_obj_t moment_iso(const method_t *self, size_t n_args, const mp_obj_t *args) {
    int m[FIELDS], class = self->entry->class;
    const mp_obj_t *slots = moment_of(self, args[0], class, m);
    bool str = self->entry->name == MP_QSTR___str__; // of subclasses it is what their isoformat says
    if (slots == NULL || (str && !is_exact(self, args[0], class))) {
        return MP_OBJ_NULL;
    }
    int zone = DATES_NO_ZONE;
    if (class != DATE && slots[ZONE] != mp_const_none) {
        int64_t us;
        if (!zone_us(self, slots[ZONE], &us) || us % 60000000 != 0) {
            return MP_OBJ_NULL;
        }
        zone = us / 60000000;
    }
    return mpwasm_dates_iso(m, class == TIME ? HOUR : YEAR, class == DATE ? DAY : MICROSECOND, str ? ' ' : 'T', zone);
}

static mp_obj_t moment_strftime(const method_t *self, size_t n_args, const mp_obj_t *args) {
    int m[FIELDS];
    return moment_of(self, args[0], self->entry->class, m) != NULL && m[YEAR] > 999 ? mpwasm_dates_format(args[1], m) : MP_OBJ_NULL;
}

static mp_obj_t moment_read(const method_t *self, size_t n_args, const mp_obj_t *args) {
    int m[FIELDS], zone, class = self->entry->class;
    bool read = args[0] == MP_OBJ_FROM_PTR(self->dates->classes[class]);
    if (self->entry->name == MP_QSTR_strptime) {
        read = read && mpwasm_dates_parse(args[1], args[2], m, &zone);
    } else {
        int fields = read ? mpwasm_dates_from_iso(args[1], m, &zone) : 0;
        read = fields == 3 || (fields != 0 && class == DATETIME);
    }
    return read ? new_moment(self->dates->classes[class], class, m, class == DATETIME ? new_zone(self, zone) : MP_OBJ_NULL) : MP_OBJ_NULL;
}

// datetime.date and datetime.time.
static mp_obj_t moment_part(const method_t *self, size_t n_args, const mp_obj_t *args) {
    int m[FIELDS], class = self->entry->name == MP_QSTR_date ? DATE : TIME;
    const mp_obj_t *slots = moment_of(self, args[0], DATETIME, m);
    bool plain = slots != NULL && (class == DATE || slots[FOLD] == MP_OBJ_NEW_SMALL_INT(0));
    return plain ? new_moment(self->dates->classes[class], class, m, mp_const_none) : MP_OBJ_NULL;
}

// --- The methods -----------------------------------------------------------------------------------

#define COMPARISONS(class) \
    { class, 2, 2, 'f', MP_QSTR___eq__, compared }, { class, 2, 2, 'f', MP_QSTR___lt__, compared }, { class, 2, 2, 'f', MP_QSTR___le__, compared }, \
    { class, 2, 2, 'f', MP_QSTR___gt__, compared }, { class, 2, 2, 'f', MP_QSTR___ge__, compared }, { class, 1, 1, 'f', MP_QSTR___hash__, hashed }
#define MOVES(class) { class, 2, 2, 'f', MP_QSTR___add__, moment_add }, { class, 2, 2, 'f', MP_QSTR___sub__, moment_sub }
#define TEXTS(class) \
    { class, 1, 1, 'f', MP_QSTR_isoformat, moment_iso }, { class, 1, 1, 'f', MP_QSTR___str__, moment_iso }, { class, 2, 2, 'f', MP_QSTR_strftime, moment_strftime }

static const entry_t entries[] = {
    { DELTA, 1, 8, 'c', MP_QSTR___new__, delta_new },
    COMPARISONS(DELTA),
    { DELTA, 2, 2, 'f', MP_QSTR___add__, delta_binary },
    { DELTA, 2, 2, 'f', MP_QSTR___sub__, delta_binary },
    { DELTA, 2, 2, 'f', MP_QSTR___truediv__, delta_binary },
    { DELTA, 1, 1, 'f', MP_QSTR___neg__, delta_binary },
    { DELTA, 1, 1, 'f', MP_QSTR___abs__, delta_binary },
    { DELTA, 1, 1, 'f', MP_QSTR___bool__, delta_binary },
    { DELTA, 1, 1, 'f', MP_QSTR_total_seconds, delta_binary },
    { DELTA, 2, 2, 'f', MP_QSTR___mul__, delta_times },
    { DELTA, 2, 2, 'f', MP_QSTR___rmul__, delta_times },
    { DATE, 4, 4, 'c', MP_QSTR___new__, moment_new },
    COMPARISONS(DATE),
    MOVES(DATE),
    TEXTS(DATE),
    { DATE, 1, 1, 'f', MP_QSTR_weekday, day_number },
    { DATE, 1, 1, 'f', MP_QSTR_isoweekday, day_number },
    { DATE, 1, 1, 'f', MP_QSTR_toordinal, day_number },
    { DATE, 2, 2, 'c', MP_QSTR_fromisoformat, moment_read },
    { TIME, 1, 5, 'c', MP_QSTR___new__, moment_new },
    COMPARISONS(TIME),
    { TIME, 1, 1, 'f', MP_QSTR_isoformat, moment_iso },
    { DATETIME, 4, 8, 'c', MP_QSTR___new__, moment_new },
    COMPARISONS(DATETIME),
    MOVES(DATETIME),
    TEXTS(DATETIME),
    { DATETIME, 2, 2, 'c', MP_QSTR_fromisoformat, moment_read },
    { DATETIME, 3, 3, 'c', MP_QSTR_strptime, moment_read },
    { DATETIME, 1, 1, 'f', MP_QSTR_date, moment_part },
    { DATETIME, 1, 1, 'f', MP_QSTR_time, moment_part },
};

static bool is_class_of(const method_t *self, mp_obj_t object) {
    return is_class(object) && mp_obj_is_subclass_fast(object, MP_OBJ_FROM_PTR(self->dates->classes[self->entry->class])) && ((class_t *)MP_OBJ_TO_PTR(object))->native == NULL;
}

// datetime(..., tzinfo=zone).
static mp_obj_t moment_in_zone(const method_t *self, size_t n_args, const mp_obj_t *args) {
    mp_obj_t zone = args[n_args + 1], moment;
    bool is = args[n_args] == MP_OBJ_NEW_QSTR(MP_QSTR_tzinfo) && mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(zone)), MP_OBJ_FROM_PTR(self->dates->classes[TZINFO]));
    if (!is || (moment = moment_new(self, n_args, args)) == MP_OBJ_NULL) {
        return MP_OBJ_NULL;
    }
    ((mp_obj_instance_t *)MP_OBJ_TO_PTR(moment))->subobj[ZONE] = zone;
    return moment;
}

// The keywords of timedelta() as the arguments in their places.
static mp_obj_t delta_by_keywords(const method_t *self, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    static const qstr_short_t names[] = { MP_QSTR_days, MP_QSTR_seconds, MP_QSTR_microseconds, MP_QSTR_milliseconds, MP_QSTR_minutes, MP_QSTR_hours, MP_QSTR_weeks };
    mp_obj_t all[8] = { args[0] };
    for (size_t i = 1; i < MP_ARRAY_SIZE(all); i++) {
        all[i] = i < n_args ? args[i] : MP_OBJ_NEW_SMALL_INT(0);
    }
    for (size_t i = 0; i < n_kw; i++) {
        size_t place = 0;
        while (place < MP_ARRAY_SIZE(names) && args[n_args + 2 * i] != MP_OBJ_NEW_QSTR(names[place])) {
            place++;
        }
        if (place + 1 < n_args || place == MP_ARRAY_SIZE(names)) {
            return MP_OBJ_NULL;
        }
        all[place + 1] = args[n_args + 2 * i + 1];
    }
    return delta_new(self, MP_ARRAY_SIZE(all), all);
}

static mp_obj_t short_method_call(mp_obj_t self_in, size_t n_args, size_t n_kw, const mp_obj_t *args) {
    method_t *self = MP_OBJ_TO_PTR(self_in);
    const entry_t *entry = self->entry;
    mp_obj_t result = MP_OBJ_NULL;
    if (entry->first == 'f' && n_args != 0 && slots_of(self, args[0], entry->class) == NULL) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("descriptor '%q' for '%q' objects doesn't apply to a '%s' object"), (qstr)entry->name,
            (qstr)self->dates->classes[entry->class]->name, mp_obj_get_type_str(args[0]));
    }
    if (n_args >= entry->least && n_args <= entry->most && (entry->first == 'f' || is_class_of(self, args[0]))) {
        if (n_kw == 0) {
            result = entry->way(self, n_args, args);
        } else if (entry->way == delta_new) {
            result = delta_by_keywords(self, n_args, n_kw, args);
        } else if (entry->way == moment_new && entry->class == DATETIME && n_kw == 1) {
            result = moment_in_zone(self, n_args, args);
        }
    }
    return result != MP_OBJ_NULL ? result : mp_call_function_n_kw(self->function, n_args, n_kw, args);
}

static void short_method_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    method_t *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<method '%q' of '%q' objects>", (qstr)self->entry->name, (qstr)self->dates->classes[self->entry->class]->name);
}

// All that functions have, such as names.
static void short_method_attr(mp_obj_t self_in, qstr name, mp_obj_t *dest) {
    if (dest[0] == MP_OBJ_NULL) {
        mp_load_method_protected(((method_t *)MP_OBJ_TO_PTR(self_in))->function, name, dest, false);
    }
}

static MP_DEFINE_CONST_OBJ_TYPE(
    type_method,
    MP_QSTR_method_descriptor,
    MP_TYPE_FLAG_BINDS_SELF,
    print, short_method_print,
    attr, short_method_attr,
    call, short_method_call
    );

static mp_obj_t shortened(const entry_t *entry, const dates_t *dates, mp_obj_t member) {
    const mp_obj_type_t *kind = mp_obj_get_type(member);
    bool wrapped = kind == &mp_type_staticmethod || kind == &mp_type_classmethod;
    method_t *method = mp_obj_malloc(method_t, &type_method);
    method->dates = dates;
    method->entry = entry;
    method->function = wrapped ? ((mp_obj_static_class_method_t *)MP_OBJ_TO_PTR(member))->fun : member;
    return wrapped ? mp_call_function_1(MP_OBJ_FROM_PTR(kind), MP_OBJ_FROM_PTR(method)) : MP_OBJ_FROM_PTR(method);
}

// Which slots programs read, under names without the underscore, and cannot set.
static const struct { uint8_t class, part; qstr_short_t name; } fields[] = {
    { DELTA, DAYS, MP_QSTR_days }, { DELTA, SECONDS, MP_QSTR_seconds }, { DELTA, MICROSECONDS, MP_QSTR_microseconds },
    { DATE, YEAR, MP_QSTR_year }, { DATE, MONTH, MP_QSTR_month }, { DATE, DAY, MP_QSTR_day },
    { TIME, HOUR, MP_QSTR_hour }, { TIME, MINUTE, MP_QSTR_minute }, { TIME, SECOND, MP_QSTR_second },
    { TIME, MICROSECOND, MP_QSTR_microsecond }, { TIME, ZONE, MP_QSTR_tzinfo }, { TIME, FOLD, MP_QSTR_fold },
};

static mp_map_elem_t *member_of(const mp_obj_type_t *class, qstr name, mp_map_lookup_kind_t kind) {
    mp_map_elem_t *place = mp_map_lookup(&MP_OBJ_TYPE_GET_SLOT(class, locals_dict)->map, MP_OBJ_NEW_QSTR(name), kind);
    if (place == NULL) {
        mp_raise_TypeError(NULL);
    }
    return place;
}

static void publish(const mp_obj_type_t *class, qstr name, size_t part) {
    member_of(class, name, MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)->value = mpwasm_new_member(class, name, part, true);
}

// shorten(timedelta, date, time, datetime, tzinfo, timezone, utc): puts the short ways in front of their methods, and the fields into the classes.
static mp_obj_t dates_shorten(size_t n_args, const mp_obj_t *args) {
    dates_t *dates = m_new(dates_t, 1);
    const mp_obj_type_t **classes = dates->classes;
    dates->utc = args[CLASSES];
    for (size_t i = 0; i < CLASSES; i++) {
        classes[i] = MP_OBJ_TO_PTR(args[i]);
        if (!is_class(args[i]) || !is_program_class(classes[i]) || (i != TZINFO && ((class_t *)classes[i])->n_parts != n_slots[i]) || ((class_t *)classes[i])->native != NULL) {
            mp_raise_TypeError(NULL);
        }
    }
    for (size_t i = 0; i < MP_ARRAY_SIZE(entries); i++) {
        mp_map_elem_t *place = member_of(classes[entries[i].class], entries[i].name, MP_MAP_LOOKUP);
        place->value = shortened(&entries[i], dates, place->value);
    }
    for (size_t i = 0; i < MP_ARRAY_SIZE(fields); i++) {
        bool time = fields[i].class == TIME;
        publish(classes[fields[i].class], fields[i].name, fields[i].part - (time ? HOUR : 0));
        if (time) {
            publish(classes[DATETIME], fields[i].name, fields[i].part);
        }
    }
    for (size_t i = 0; i < SHORTENED; i++) {
        mpwasm_class_refresh((class_t *)classes[i]);
    }
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(mpwasm_dates_shorten_obj, CLASSES + 1, CLASSES + 1, dates_shorten);

#endif
