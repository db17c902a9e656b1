# The numbers of signals. There are none to come, so nothing can be told to wait for them.

SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM = range(1, 16)
(SIGSTKFLT, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH, SIGIO, SIGPWR,
 SIGSYS) = range(16, 32)
SIGCLD, SIGIOT, SIGPOLL, SIGRTMIN, SIGRTMAX = SIGCHLD, SIGABRT, SIGIO, 34, 64
SIG_DFL, SIG_IGN = 0, 1
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
NSIG = 65


def _refuse(*args, **kwargs):
    raise NotImplementedError("the sandbox has no signals")


signal = alarm = setitimer = pause = raise_signal = pthread_kill = pthread_sigmask = siginterrupt = set_wakeup_fd = sigwait = _refuse


def __getattr__(name):
    # Enumerations of the numbers, of which the numbers of this module are no members.
    start = {"Signals": ("SIG",), "Handlers": ("SIG_DFL", "SIG_IGN"), "Sigmasks": ("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK")}.get(name)
    if start is None:
        raise AttributeError("module 'signal' has no attribute '%s'" % name)
    from enum import IntEnum

    members = [(n, v) for n, v in globals().items() if n.startswith(start) and (len(start) > 1 or n[3] != "_")]
    if name == "Signals":
        members.sort(key=lambda item: (item[1], item[0] in ("SIGCLD", "SIGIOT", "SIGPOLL")))
    cls = IntEnum(name, members, module="signal")
    globals()[name] = cls
    return cls


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
    return SIG_DFL


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt
