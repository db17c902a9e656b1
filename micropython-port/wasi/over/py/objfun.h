// Upstream's py/objfun.h; a Python function has room for its attributes: a dict, or NULL (language/function.c).

#define extra_args attributes, extra_args
#include_next "py/objfun.h"
#undef extra_args
