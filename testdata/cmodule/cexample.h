// Found through the module's own CFLAGS_USERMOD.
#define CEXAMPLE_ANSWER (42)
