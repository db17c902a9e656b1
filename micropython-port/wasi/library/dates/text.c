// Dates and times as texts, in the plain forms.

#include <string.h>

#include "py/runtime.h"

#include "library/dates/dates.h"

#if MPWASM_LIBRARY

static const char letters[] = "YmdHMSf"; // of directives, by field
static const byte widths[] = { 4, 2, 2, 2, 2, 2, 6 };

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

int mpwasm_dates_from_iso(mp_obj_t text, int *m) {
    static const char form[] = "-- ::";
    if (!mp_obj_is_str(text)) {
        return 0;
    }
    memset(m, 0, FIELDS * sizeof(int));
    size_t len;
    const char *at = mp_obj_str_get_data(text, &len), *end = at + len;
    if (len != 10 && len != 16 && len != 19 && len != 23 && len != 26) {
        return 0;
    }
    for (int i = YEAR; i <= SECOND; i++) {
        if (at == end && (i == HOUR || i == SECOND)) {
            break;
        }
        if (i > YEAR && (at == end || (i != HOUR && *at != form[i - 1]) || (signed char)*at++ < 0)) {
            return 0;
        }
        int digits = i == YEAR ? 4 : 2;
        at = read(at, end, digits, digits, 0, 9999, &m[i]);
        if (at == NULL) {
            return 0;
        }
    }
    if (at < end && (len < 23 || (*at != '.' && *at != ',') || read_fraction(at + 1, end, &m[MICROSECOND]) != end)) {
        return 0;
    }
    return !mpwasm_dates_is_moment(m) ? 0 : len == 10 ? 3 : FIELDS;
}

bool mpwasm_dates_parse(mp_obj_t text, mp_obj_t format, int *m) {
    static const int low[] = { 0, 1, 1, 0, 0, 0 }, high[] = { 9999, 12, 31, 23, 59, 61 };
    if (!mp_obj_is_str(text) || !mp_obj_is_str(format)) {
        return false;
    }
    static const int first[FIELDS] = { -1, 1, 1 };
    memcpy(m, first, sizeof(first));
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
            return false;
        } else {
            at++;
            for (; c == ' ' && at < end && *at == ' '; at++) {
            }
        }
        if (at == NULL) {
            return false;
        }
    }
    return at == end && m[YEAR] >= 0 && mpwasm_dates_is_moment(m);
}

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
    const char *letter = directive == 0 ? NULL : strchr(letters, directive);
    if (letter != NULL) {
        int i = letter - letters;
        add_number(out, widths[i], m[i]);
        return true;
    }
    switch (directive) {
        case 'a':
        case 'A':
            add(out, days, mpwasm_dates_ordinal(m) % 7, directive == 'A');
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
            add_number(out, 3, mpwasm_dates_day_of_year(m));
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

mp_obj_t mpwasm_dates_format(mp_obj_t format, const int *m) {
    if (!mp_obj_is_str(format)) {
        return MP_OBJ_NULL;
    }
    size_t len;
    const char *f = mp_obj_str_get_data(format, &len), *end = f + len;
    vstr_t out;
    vstr_init(&out, len + 16);
    while (f < end) {
        if (*f != '%') {
            vstr_add_byte(&out, *f++);
        } else if (f + 1 == end || !add_directive(&out, f[1], m)) {
            return MP_OBJ_NULL;
        } else {
            f += 2;
        }
    }
    return mp_obj_new_str_from_utf8_vstr(&out);
}

mp_obj_t mpwasm_dates_iso(const int *m, int first, int last, char between) {
    static const char form[] = "-- ::.";
    vstr_t out;
    vstr_init(&out, 26);
    if (last == MICROSECOND && m[MICROSECOND] == 0) {
        last = SECOND;
    }
    for (int i = first; i <= last; i++) {
        if (i > first) {
            vstr_add_byte(&out, i == HOUR ? between : form[i - 1]);
        }
        add_number(&out, widths[i], m[i]);
    }
    return mp_obj_new_str_from_utf8_vstr(&out);
}

#endif
