// Upstream's py/objtype.h, with the flags of our classes (language/class/class.h).

#include_next "py/objtype.h"

#ifndef MPWASM_OVER_OBJTYPE_H
#define MPWASM_OVER_OBJTYPE_H

#define MPWASM_TYPE_FLAG_METACLASS (0x0800) // instances are classes
#define MPWASM_TYPE_FLAG_PLAIN (0x1000)     // an instance's dict comes first
#define MPWASM_TYPE_FLAG_WRAPS (0x2000)     // calls another function, with arguments in front: bound methods, closures

// The VM looks into the dict of an instance before all else: only if that is what comes first.
#if MPWASM_VM
#undef mp_obj_is_instance_type
#define mp_obj_is_instance_type(type) ((type)->flags & MPWASM_TYPE_FLAG_PLAIN)
#endif

#endif
