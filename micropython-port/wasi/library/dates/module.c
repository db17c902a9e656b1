// The module _dates: what datetime spends its time in. library/python/datetime.py is the module datetime; what these do not know
// (they answer False or None) it does itself, errors included. A moment is up to seven numbers: year, month, day, hour, minute, second, microsecond.

#include <string.h>

#include "py/runtime.h"

#if MPWASM_LIBRARY

enum { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, MICROSECOND, FIELDS };

static const char letters[] = "YmdHMSf"; // of directives, by field
static const int16_t days_before[] = { 0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in(int year, int month) {
    return days_before[month + 1] - days_before[month] + (month == 2 && is_leap(year));
}

static bool is_moment(const int *m) {
    static const int most[FIELDS] = { 9999, 12, 31, 23, 59, 59, 999999 };
    for (int i = 0; i < FIELDS; i++) {
        if (m[i] < (i <= DAY) || m[i] > most[i]) {
            return false;
        }
    }
    return m[DAY] <= days_in(m[YEAR], m[MONTH]);
}

static bool take(size_t n, const mp_obj_t *args, int *m) {
    static const int first[FIELDS] = { 1, 1, 1 };
    memcpy(m, first, sizeof(first));
    for (size_t i = 0; i < n; i++) {
        if (!mp_obj_is_small_int(args[i])) {
            return false;
        }
        m[i] = MP_OBJ_SMALL_INT_VALUE(args[i]);
    }
    return is_moment(m);
}

static void take_valid(size_t n, const mp_obj_t *args, int *m) {
    if (!take(n, args, m)) {
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

static int day_of_year(const int *m) {
    return days_before[m[MONTH]] + (m[MONTH] > 2 && is_leap(m[YEAR])) + m[DAY];
}

static int ordinal(const int *m) {
    int y = m[YEAR] - 1;
    return y * 365 + y / 4 - y / 100 + y / 400 + day_of_year(m);
}

// The date of an ordinal, which is at least 1.
static void from_ordinal(int n, int *m) {
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
    while (day_of_year(m) > n + 1) {
        m[MONTH]--;
    }
    m[DAY] += n + 1 - day_of_year(m);
}

// --- Numbers ---------------------------------------------------------------------------------------

static mp_obj_t dates_valid(size_t n, const mp_obj_t *args) {
    int m[FIELDS];
    return mp_obj_new_bool(take(n, args, m));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dates_valid_obj, 3, FIELDS, dates_valid);

static mp_obj_t dates_ordinal(mp_obj_t year, mp_obj_t month, mp_obj_t day) {
    mp_obj_t args[] = { year, month, day };
    int m[FIELDS];
    take_valid(3, args, m);
    return MP_OBJ_NEW_SMALL_INT(ordinal(m));
}
static MP_DEFINE_CONST_FUN_OBJ_3(dates_ordinal_obj, dates_ordinal);

static mp_obj_t dates_from_ordinal(mp_obj_t number) {
    int m[FIELDS], n = mp_obj_get_int(number);
    if (n < 1) {
        mp_raise_ValueError(NULL);
    }
    from_ordinal(n, m);
    return moment(3, m);
}
static MP_DEFINE_CONST_FUN_OBJ_1(dates_from_ordinal_obj, dates_from_ordinal);

// Microseconds since 1970, as if the moment were in UTC.
static mp_obj_t dates_microseconds(size_t n, const mp_obj_t *args) {
    int m[FIELDS];
    take_valid(n, args, m);
    return mp_obj_new_int_from_ll(((ordinal(m) - 719163) * 86400LL + m[HOUR] * 3600 + m[MINUTE] * 60 + m[SECOND]) * 1000000 + m[MICROSECOND]);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dates_microseconds_obj, FIELDS, FIELDS, dates_microseconds);

// shift(moment..., days, seconds, microseconds): the moment that much later, None if the calendar does not have it.
static mp_obj_t dates_shift(size_t n, const mp_obj_t *args) {
    (void)n;
    int m[FIELDS];
    take_valid(FIELDS, args, m);
    int64_t us = (int64_t)m[MICROSECOND] + mp_obj_get_int(args[FIELDS + 2]);
    int64_t seconds = m[HOUR] * 3600 + m[MINUTE] * 60 + m[SECOND] + (int64_t)mp_obj_get_int(args[FIELDS + 1]);
    seconds += us / 1000000 - (us % 1000000 < 0);
    int64_t days = ordinal(m) + (int64_t)mp_obj_get_int(args[FIELDS]) + seconds / 86400 - (seconds % 86400 < 0);
    if (days < 1 || days > 3652059) {
        return mp_const_none;
    }
    int second = (seconds % 86400 + 86400) % 86400;
    from_ordinal(days, m);
    m[HOUR] = second / 3600;
    m[MINUTE] = second / 60 % 60;
    m[SECOND] = second % 60;
    m[MICROSECOND] = (us % 1000000 + 1000000) % 1000000;
    return moment(FIELDS, m);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dates_shift_obj, FIELDS + 3, FIELDS + 3, dates_shift);

// --- Texts -----------------------------------------------------------------------------------------

// Reads from least to most digits, as many as there are and as the range allows. Returns what is behind them, or NULL.
static const char *read(const char *at, const char *end, int least, int most, int low, int high, int *value) {
    const char *found = NULL;
    for (int n = 1, number = 0; n <= most && at < end && *at >= '0' && *at <= '9'; n++) {
        number = number * 10 + *at++ - '0';
        if (n >= least && number >= low && number <= high) {
            *value = number;
            found = at;
        }
    }
    return found;
}

static const char *read_fraction(const char *at, const char *end, int *value) {
    const char *behind = read(at, end, 1, 6, 0, 999999, value);
    for (const char *p = behind; p != NULL && p < at + 6; p++) {
        *value *= 10;
    }
    return behind;
}

// The moment of YYYY-MM-DD, with any letter and HH:MM[:SS[.mmm[mmm]]] behind it; None of any other text.
static mp_obj_t dates_from_iso(mp_obj_t text) {
    static const char form[] = "-- ::";
    int m[FIELDS] = { 0, 0, 0 };
    if (!mp_obj_is_str(text)) {
        return mp_const_none;
    }
    size_t len;
    const char *at = mp_obj_str_get_data(text, &len), *end = at + len;
    if (len != 10 && len != 16 && len != 19 && len != 23 && len != 26) {
        return mp_const_none;
    }
    for (int i = YEAR; i <= SECOND; i++) {
        if (at == end && (i == HOUR || i == SECOND)) {
            break;
        }
        if (i > YEAR && (at == end || (i != HOUR && *at != form[i - 1]) || (signed char)*at++ < 0)) {
            return mp_const_none;
        }
        int digits = i == YEAR ? 4 : 2;
        at = read(at, end, digits, digits, 0, 9999, &m[i]);
        if (at == NULL) {
            return mp_const_none;
        }
    }
    if (at < end && (len < 23 || (*at != '.' && *at != ',') || read_fraction(at + 1, end, &m[MICROSECOND]) != end)) {
        return mp_const_none;
    }
    return is_moment(m) ? moment(len == 10 ? 3 : FIELDS, m) : mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_1(dates_from_iso_obj, dates_from_iso);

// parse(text, format): the moment, if the format has %Y and no others than %m %d %H %M %S %f, spaces and ASCII that stands for itself. Else None.
static mp_obj_t dates_parse(mp_obj_t text, mp_obj_t format) {
    static const int low[] = { 0, 1, 1, 0, 0, 0 }, high[] = { 9999, 12, 31, 23, 59, 61 };
    if (!mp_obj_is_str(text) || !mp_obj_is_str(format)) {
        return mp_const_none;
    }
    int m[FIELDS] = { -1, 1, 1 };
    size_t text_len, format_len;
    const char *at = mp_obj_str_get_data(text, &text_len), *f = mp_obj_str_get_data(format, &format_len);
    const char *end = at + text_len, *f_end = f + format_len;
    while (f < f_end) {
        char c = *f++;
        const char *letter = c == '%' && f < f_end && *f != 0 ? strchr(letters, *f) : NULL;
        if (letter != NULL) {
            int i = letter - letters;
            at = i == MICROSECOND ? read_fraction(at, end, &m[i]) : read(at, end, i == YEAR ? 4 : 1, i == YEAR ? 4 : 2, low[i], high[i], &m[i]);
            f++;
        } else if (at == end || c == '%' || (signed char)c < 0 || *at != c) {
            return mp_const_none;
        } else {
            at++;
            for (; c == ' ' && at < end && *at == ' '; at++) {
            }
        }
        if (at == NULL) {
            return mp_const_none;
        }
    }
    return at == end && m[YEAR] >= 0 ? moment(FIELDS, m) : mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(dates_parse_obj, dates_parse);

static void add(vstr_t *out, const char *names, int index, bool whole) {
    while (index-- > 0) {
        names += strlen(names) + 1;
    }
    vstr_add_strn(out, names, whole ? strlen(names) : 3);
}

static void add_number(vstr_t *out, size_t width, int number) {
    char *digits = vstr_add_len(out, width);
    while (width-- > 0) {
        digits[width] = '0' + number % 10;
        number /= 10;
    }
}

static bool add_directive(vstr_t *out, char directive, const int *m) {
    static const char months[] = "January\0February\0March\0April\0May\0June\0July\0August\0September\0October\0November\0December";
    static const char days[] = "Sunday\0Monday\0Tuesday\0Wednesday\0Thursday\0Friday\0Saturday";
    static const byte widths[] = { 4, 2, 2, 2, 2, 2, 6 };
    const char *letter = directive == 0 ? NULL : strchr(letters, directive);
    if (letter != NULL) {
        int i = letter - letters;
        add_number(out, widths[i], m[i]);
        return true;
    }
    switch (directive) {
        case 'a':
        case 'A':
            add(out, days, ordinal(m) % 7, directive == 'A');
            return true;
        case 'b':
        case 'B':
            add(out, months, m[MONTH] - 1, directive == 'B');
            return true;
        case 'I':
            add_number(out, 2, (m[HOUR] + 11) % 12 + 1);
            return true;
        case 'p':
            vstr_add_str(out, m[HOUR] < 12 ? "AM" : "PM");
            return true;
        case 'j':
            add_number(out, 3, day_of_year(m));
            return true;
        case 'y':
            add_number(out, 2, m[YEAR] % 100);
            return true;
        case '%':
            vstr_add_byte(out, '%');
            return true;
        default:
            return false;
    }
}

// format(format, moment...): the text, None if the format has directives that are not known here.
static mp_obj_t dates_format(size_t n, const mp_obj_t *args) {
    int m[FIELDS];
    if (!mp_obj_is_str(args[0]) || !take(n - 1, args + 1, m)) {
        return mp_const_none;
    }
    size_t len;
    const char *f = mp_obj_str_get_data(args[0], &len), *end = f + len;
    vstr_t out;
    vstr_init(&out, len + 16);
    while (f < end) {
        if (*f != '%') {
            vstr_add_byte(&out, *f++);
        } else if (f + 1 == end || !add_directive(&out, f[1], m)) {
            return mp_const_none;
        } else {
            f += 2;
        }
    }
    return mp_obj_new_str_from_utf8_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(dates_format_obj, 4, FIELDS + 1, dates_format);

static const mp_rom_map_elem_t globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR__dates) },
    { MP_ROM_QSTR(MP_QSTR_valid), MP_ROM_PTR(&dates_valid_obj) },
    { MP_ROM_QSTR(MP_QSTR_ordinal), MP_ROM_PTR(&dates_ordinal_obj) },
    { MP_ROM_QSTR(MP_QSTR_from_ordinal), MP_ROM_PTR(&dates_from_ordinal_obj) },
    { MP_ROM_QSTR(MP_QSTR_microseconds), MP_ROM_PTR(&dates_microseconds_obj) },
    { MP_ROM_QSTR(MP_QSTR_shift), MP_ROM_PTR(&dates_shift_obj) },
    { MP_ROM_QSTR(MP_QSTR_from_iso), MP_ROM_PTR(&dates_from_iso_obj) },
    { MP_ROM_QSTR(MP_QSTR_parse), MP_ROM_PTR(&dates_parse_obj) },
    { MP_ROM_QSTR(MP_QSTR_format), MP_ROM_PTR(&dates_format_obj) },
};
static MP_DEFINE_CONST_DICT(globals, globals_table);

const mp_obj_module_t mpwasm_module_dates = { .base = { &mp_type_module }, .globals = (mp_obj_dict_t *)&globals };
MP_REGISTER_MODULE(MP_QSTR__dates, mpwasm_module_dates);

#endif
