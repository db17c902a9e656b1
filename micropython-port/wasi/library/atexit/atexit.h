// Functions to be called when a program has ended.
#ifndef MPWASM_ATEXIT_H
#define MPWASM_ATEXIT_H

// Calls them, the last first, and forgets them. What one raises is printed. Does not return if a limit ends the program.
void mpwasm_atexit_run(void);

#endif
