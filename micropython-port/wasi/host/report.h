// Exceptions as the host gets them (report.c).
#ifndef MPWASM_REPORT_H
#define MPWASM_REPORT_H

#include "py/obj.h"

// Appends the CBOR map {type, message, traceback, line} that describes an exception. The line is the
// innermost one in the named program, or 0. The scratch buffer is written over. May run Python code
// (__str__), which may raise.
void mpwasm_report_exception(vstr_t *out, vstr_t *scratch, mp_obj_t exception, qstr program);

// Appends the same map with the type alone, in at most MPWASM_REPORT_TYPE_BYTES: for exceptions that
// cannot be described.
#define MPWASM_REPORT_TYPE_BYTES (192)
void mpwasm_report_type(vstr_t *out, mp_obj_t exception);

// What a process would end with after SystemExit. A value that is no status is written to stderr, as
// CPython does.
int mpwasm_exit_status(mp_obj_t system_exit);

#endif
