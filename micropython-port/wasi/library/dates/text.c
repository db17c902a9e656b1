// Dates and times as texts, in the plain forms.

#include <stdlib.h>
#include <string.h>

#include "py/runtime.h"

#include "library/dates/dates.h"

#if MPWASM_LIBRARY

static const char letters[] = "YmdHMSf"; // of directives, by field
static const byte widths[] = { 4, 2, 2, 2, 2, 2, 6 };
static const char months[] = "January\0February\0March\0April\0May\0June\0July\0August\0September\0October\0November\0December\0";
static const char days[] = "Sunday\0Monday\0Tuesday\0Wednesday\0Thursday\0Friday\0Saturday\0";

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

// Two digits, a colon if it is to be there, two digits: minutes. What may follow is not read.
static const char *read_offset(const char *at, const char *end, int *minutes) {
    int hour, minute;
    char sign = *at;
    if ((at = read(at + 1, end, 2, 2, 0, 23, &hour)) == NULL) {
        return NULL;
    }
    at = read(at < end && *at == ':' ? at + 1 : at, end, 2, 2, 0, 59, &minute);
    *minutes = (hour * 60 + minute) * (sign == '-' ? -1 : 1);
    return at;
}

// Takes a zone from the end of a text that has a time before it.
static const char *cut_zone(const char *begin, const char *end, int *zone) {
    *zone = DATES_NO_ZONE;
    if (end - begin > 16 && end[-1] == 'Z') {
        *zone = 0;
        return end - 1;
    }
    bool is_zone = end - begin >= 22 && (end[-6] == '+' || end[-6] == '-') && end[-3] == ':';
    return is_zone && read_offset(end - 6, end, zone) == end ? end - 6 : end;
}

int mpwasm_dates_from_iso(mp_obj_t text, int *m, int *zone) {
    static const char form[] = "-- ::";
    if (!mp_obj_is_str(text)) {
        return 0;
    }
    memset(m, 0, FIELDS * sizeof(int));
    size_t len;
    const char *at = mp_obj_str_get_data(text, &len), *end = cut_zone(at, at + len, zone);
    len = end - at;
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

// --- Texts by a format -----------------------------------------------------------------------------

// What is read beside the fields of a moment.
enum { WEEKDAY = FIELDS, HALF, ZONE, READ };

// The number of the name that stands there, whole or its first three letters, in any case. Returns what is behind it, or NULL.
static const char *read_name(const char *at, const char *end, const char *names, bool whole, int *number) {
    for (int i = 0; *names != 0; i++, names += strlen(names) + 1) {
        size_t len = whole ? strlen(names) : 3, same = 0;
        while (same < len && at + same < end && (at[same] | 0x20) == (names[same] | 0x20)) {
            same++;
        }
        if (same == len) {
            *number = i;
            return at + len;
        }
    }
    return NULL;
}

// Which of the fields a directive means. READ if it is not known here.
static int field_of(char directive) {
    static const char directives[] = "YmdHMSfybBIaApz";
    static const byte fields[] = { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, MICROSECOND, YEAR, MONTH, MONTH, HOUR, WEEKDAY, WEEKDAY, HALF, ZONE };
    const char *at = directive == 0 ? NULL : strchr(directives, directive);
    return at == NULL ? READ : fields[at - directives];
}

// Reads what one directive stands for.
static const char *read_field(const char *at, const char *end, char directive, int *value) {
    static const int low[] = { 0, 1, 1, 0, 0, 0 }, high[] = { 9999, 12, 31, 23, 59, 61 };
    int field = field_of(directive);
    switch (directive) {
        case 'y':
            at = read(at, end, 2, 2, 0, 99, value);
            *value += *value < 69 ? 2000 : 1900;
            return at;
        case 'b':
        case 'B':
            at = read_name(at, end, months, directive == 'B', value);
            ++*value;
            return at;
        case 'a':
        case 'A':
            return read_name(at, end, days, directive == 'A', value);
        case 'I':
            return read(at, end, 1, 2, 1, 12, value);
        case 'p':
            *value = at < end && (*at | 0x20) == 'p';
            return end - at >= 2 && (*value || (*at | 0x20) == 'a') && (at[1] | 0x20) == 'm' ? at + 2 : NULL;
        case 'z':
            if (at < end && *at == 'Z') {
                *value = 0;
                return at + 1;
            }
            at = at < end && (*at == '+' || *at == '-') ? read_offset(at, end, value) : NULL;
            return at == end || (at != NULL && *at != ':' && (*at < '0' || *at > '9')) ? at : NULL; // else seconds may follow
        case 'f':
            return read_fraction(at, end, value);
        default:
            return read(at, end, field == YEAR ? 4 : 1, field == YEAR ? 4 : 2, low[field], high[field], value);
    }
}

bool mpwasm_dates_parse(mp_obj_t text, mp_obj_t format, int *m, int *zone) {
    if (!mp_obj_is_str(text) || !mp_obj_is_str(format)) {
        return false;
    }
    int all[READ] = { [YEAR] = -1, [MONTH] = 1, [DAY] = 1, [ZONE] = DATES_NO_ZONE };
    unsigned seen = 0;
    bool halves = false; // hours are those of %I
    size_t text_len, format_len;
    const char *at = mp_obj_str_get_data(text, &text_len), *f = mp_obj_str_get_data(format, &format_len);
    const char *end = at + text_len, *f_end = f + format_len;
    while (f < f_end) {
        char c = *f++;
        if (c == '%') {
            int field = f < f_end ? field_of(*f) : READ;
            if (field == READ || (seen & 1u << field) != 0 || (at = read_field(at, end, *f, &all[field])) == NULL) {
                return false;
            }
            seen |= 1u << field;
            halves = halves || *f == 'I';
            f++;
        } else if (at == end || (signed char)c < 0 || *at != c) {
            return false;
        } else {
            at++;
            for (; c == ' ' && at < end && *at == ' '; at++) {
            }
        }
    }
    if (halves) {
        all[HOUR] = all[HOUR] % 12 + 12 * all[HALF];
    }
    memcpy(m, all, FIELDS * sizeof(int));
    *zone = all[ZONE];
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

mp_obj_t mpwasm_dates_iso(const int *m, int first, int last, char between, int zone) {
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
    if (zone != DATES_NO_ZONE) {
        vstr_add_byte(&out, zone < 0 ? '-' : '+');
        add_number(&out, 2, abs(zone) / 60);
        vstr_add_byte(&out, ':');
        add_number(&out, 2, abs(zone) % 60);
    }
    return mp_obj_new_str_from_utf8_vstr(&out);
}

#endif
