# The numbers of signals. There are none to come, so nothing can be told to wait for them.

import sys

_signals = (
    "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF "
    "WINCH IO PWR SYS"
)
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
NSIG = 65


def _refuse(*args, **kwargs):
    raise NotImplementedError("the sandbox has no signals")


signal = alarm = setitimer = pause = raise_signal = pthread_kill = pthread_sigmask = siginterrupt = set_wakeup_fd = sigwait = _refuse


def __getattr__(name):
    # The numbers are members of enumerations, which are made when the first is asked for.
    if "Signals" in globals() or not name.startswith(("SIG", "Sig", "Handlers")):
        raise AttributeError("module 'signal' has no attribute '%s'" % name)
    from enum import IntEnum

    signals = [("SIG" + n, i + 1) for i, n in enumerate(_signals.split())]
    signals += [("SIGRTMIN", 34), ("SIGRTMAX", 64), ("SIGCLD", 17), ("SIGIOT", 6), ("SIGPOLL", 29)]
    for kind, members in (
        ("Signals", signals), ("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)]),
        ("Sigmasks", [("SIG_BLOCK", 0), ("SIG_UNBLOCK", 1), ("SIG_SETMASK", 2)]),
    ):
        cls = globals()[kind] = IntEnum(kind, members, module="signal")
        globals().update(cls.__members__)
    if name in globals():
        return globals()[name]
    raise AttributeError("module 'signal' has no attribute '%s'" % name)


def __dir__():
    sys.modules[__name__].Signals
    return sorted(globals())


def valid_signals():
    return {*range(1, 32), *range(34, 65)}


def strsignal(signalnum, /):
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")
    return _words.split(";")[signalnum - 1] if signalnum < 32 else "Real-time signal %d" % (signalnum - 34)


_words = (
    "Hangup;Interrupt;Quit;Illegal instruction;Trace/breakpoint trap;Aborted;Bus error;Floating point exception;Killed;User defined signal 1;"
    "Segmentation fault;User defined signal 2;Broken pipe;Alarm clock;Terminated;Stack fault;Child exited;Continued;Stopped (signal);Stopped;"
    "Stopped (tty input);Stopped (tty output);Urgent I/O condition;CPU time limit exceeded;File size limit exceeded;Virtual timer expired;"
    "Profiling timer expired;Window changed;I/O possible;Power failure;Bad system call"
)


def getsignal(signalnum, /):
    return sys.modules[__name__].SIG_DFL


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt
