// Moments: seven numbers, as what writes them takes them from programs and texts.
#ifndef MPWASM_DATES_H
#define MPWASM_DATES_H

#include <limits.h>

#include "py/obj.h"

enum { YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, MICROSECOND, FIELDS };

#define DATES_NO_ZONE (INT_MIN) // in the place of minutes east of UTC

// --- module.c ---

// Whether the calendar has it.
bool mpwasm_dates_is_moment(const int *m);

// The first n fields from small ints, the others those of 1 January of year 1; false if that is no moment.
bool mpwasm_dates_take(size_t n, const mp_obj_t *args, int *m);
int mpwasm_dates_day_of_year(const int *m);
int mpwasm_dates_ordinal(const int *m);

// The date of an ordinal, which is at least 1.
void mpwasm_dates_from_ordinal(int n, int *m);

// Since 1970.
int64_t mpwasm_dates_microseconds(const int *m);

// Moves a moment; false if the calendar does not have the other one.
bool mpwasm_dates_shift(int *m, int days, int seconds, int us);

// --- text.c ---

// The moment of YYYY-MM-DD, with any letter and HH:MM[:SS[.mmm[mmm]]] behind it, and Z or +HH:MM behind that. How many fields the text has: 3,
// FIELDS, or 0 if it is another.
int mpwasm_dates_from_iso(mp_obj_t text, int *m, int *zone);

// By a format that has a year and no others than %Y %y %m %b %B %d %H %I %p %M %S %f %z %a %A, spaces and ASCII that stands for itself. False
// if one of the two has more, or if the format has one twice.
bool mpwasm_dates_parse(mp_obj_t text, mp_obj_t format, int *m, int *zone);

// The text by a format, MP_OBJ_NULL if it has directives that are not known here.
mp_obj_t mpwasm_dates_format(mp_obj_t format, const int *m);

// The fields from first to last as YYYY-MM-DD HH:MM:SS[.mmmmmm], with a character of choice between date and time, and a zone behind them.
mp_obj_t mpwasm_dates_iso(const int *m, int first, int last, char between, int zone);

// --- methods.c ---

MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(mpwasm_dates_shorten_obj);

#endif
