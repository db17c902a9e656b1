// The module _dates: what datetime spends its time in. library/python/datetime.py is the module datetime, and has all of it; here is the
// calendar as functions, and in methods.c the short ways in front of methods.

#include <string.h>

#include "py/runtime.h"

#include "library/dates/dates.h"

#if MPWASM_LIBRARY

static const int16_t days_before[] = { 0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in(int year, int month) {
    return days_before[month + 1] - days_before[month] + (month == 2 && is_leap(year));
}

bool mpwasm_dates_is_moment(const int *m) {
    static const int most[FIELDS] = { 9999, 12, 31, 23, 59, 59, 999999 };
    for (int i = 0; i < FIELDS; i++) {
        if (m[i] < (i <= DAY) || m[i] > most[i]) {
            return false;
        }
    }
    return m[DAY] <= days_in(m[YEAR], m[MONTH]);
}

bool mpwasm_dates_take(size_t n, const mp_obj_t *args, int *m) {
    static const int first[FIELDS] = { 1, 1, 1 };
    memcpy(m, first, sizeof(first));
    for (size_t i = 0; i < n; i++) {
        if (!mp_obj_is_small_int(args[i])) {
            return false;
        }
        m[i] = MP_OBJ_SMALL_INT_VALUE(args[i]);
    }
    return mpwasm_dates_is_moment(m);
}

static void take_valid(size_t n, const mp_obj_t *args, int *m) {
    if (!mpwasm_dates_take(n, args, m)) {
        mp_raise_ValueError(NULL);
    }
}

static mp_obj_t moment(size_t n, const int *m) {
    mp_obj_t items[FIELDS];
    for (size_t i = 0; i < n; i++) {
        items[i] = MP_OBJ_NEW_SMALL_INT(m[i]);
    }
    return mp_obj_new_tuple(n, items);
}

int mpwasm_dates_day_of_year(const int *m) {
    return days_before[m[MONTH]] + (m[MONTH] > 2 && is_leap(m[YEAR])) + m[DAY];
}

int mpwasm_dates_ordinal(const int *m) {
    int y = m[YEAR] - 1;
    return y * 365 + y / 4 - y / 100 + y / 400 + mpwasm_dates_day_of_year(m);
}

// The date of an ordinal, which is at least 1.
void mpwasm_dates_from_ordinal(int n, int *m) {
    n--;
    int n400 = n / 146097, n100 = n % 146097 / 36524;
    n = n % 146097 % 36524;
    int n4 = n / 1461, n1 = n % 1461 / 365;
    n = n % 1461 % 365;
    m[YEAR] = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1;
    m[MONTH] = 12;
    m[DAY] = 31;
    if (n1 == 4 || n100 == 4) {
        m[YEAR]--;
        return;
    }
    m[DAY] = 1;
    while (mpwasm_dates_day_of_year(m) > n + 1) {
        m[MONTH]--;
    }
    m[DAY] += n + 1 - mpwasm_dates_day_of_year(m);
}

// --- Numbers ---------------------------------------------------------------------------------------

static mp_obj_t dates_ordinal(mp_obj_t year, mp_obj_t month, mp_obj_t day) {
    mp_obj_t args[] = { year, month, day };
    int m[FIELDS];
    take_valid(3, args, m);
    return MP_OBJ_NEW_SMALL_INT(mpwasm_dates_ordinal(m));
}
static MP_DEFINE_CONST_FUN_OBJ_3(dates_ordinal_obj, dates_ordinal);

static mp_obj_t dates_from_ordinal(mp_obj_t number) {
    int m[FIELDS], n = mp_obj_get_int(number);
    if (n < 1) {
        mp_raise_ValueError(NULL);
    }
    mpwasm_dates_from_ordinal(n, m);
    return moment(3, m);
}
static MP_DEFINE_CONST_FUN_OBJ_1(dates_from_ordinal_obj, dates_from_ordinal);

// As if the moment were in UTC.
int64_t mpwasm_dates_microseconds(const int *m) {
    return ((mpwasm_dates_ordinal(m) - 719163) * 86400LL + m[HOUR] * 3600 + m[MINUTE] * 60 + m[SECOND]) * 1000000 + m[MICROSECOND];
}

static mp_obj_t dates_microseconds(size_t n, const mp_obj_t *args) {
    int m[FIELDS];
    take_valid(n, args, m);
    return mp_obj_new_int_from_ll(mpwasm_dates_microseconds(m));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dates_microseconds_obj, FIELDS, FIELDS, dates_microseconds);

bool mpwasm_dates_shift(int *m, int delta_days, int delta_seconds, int delta_us) {
    int64_t us = (int64_t)m[MICROSECOND] + delta_us;
    int64_t seconds = m[HOUR] * 3600 + m[MINUTE] * 60 + m[SECOND] + (int64_t)delta_seconds;
    seconds += us / 1000000 - (us % 1000000 < 0);
    int64_t days = mpwasm_dates_ordinal(m) + (int64_t)delta_days + seconds / 86400 - (seconds % 86400 < 0);
    if (days < 1 || days > 3652059) {
        return false;
    }
    int second = (seconds % 86400 + 86400) % 86400;
    mpwasm_dates_from_ordinal(days, m);
    m[HOUR] = second / 3600;
    m[MINUTE] = second / 60 % 60;
    m[SECOND] = second % 60;
    m[MICROSECOND] = (us % 1000000 + 1000000) % 1000000;
    return true;
}

// shift(moment..., days, seconds, microseconds): the moment that much later, None if the calendar does not have it.
static mp_obj_t dates_shift(size_t n, const mp_obj_t *args) {
    (void)n;
    int m[FIELDS];
    take_valid(FIELDS, args, m);
    const mp_obj_t *delta = args + FIELDS;
    return mpwasm_dates_shift(m, mp_obj_get_int(delta[0]), mp_obj_get_int(delta[1]), mp_obj_get_int(delta[2])) ? moment(FIELDS, m) : mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dates_shift_obj, FIELDS + 3, FIELDS + 3, dates_shift);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__dates) },
    { MP_ROM_QSTR(MP_QSTR_ordinal), MP_ROM_PTR(&dates_ordinal_obj) },
    { MP_ROM_QSTR(MP_QSTR_from_ordinal), MP_ROM_PTR(&dates_from_ordinal_obj) },
    { MP_ROM_QSTR(MP_QSTR_microseconds), MP_ROM_PTR(&dates_microseconds_obj) },
    { MP_ROM_QSTR(MP_QSTR_shift), MP_ROM_PTR(&dates_shift_obj) },
    { MP_ROM_QSTR(MP_QSTR_shorten), MP_ROM_PTR(&mpwasm_dates_shorten_obj) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_dates = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR__dates, mpwasm_module_dates);

#endif
