# The numbers of signals. There are none to come, so nothing can be told to wait for them.

SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM = range(1, 16)
SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU = range(17, 23)
SIG_DFL, SIG_IGN = 0, 1
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
NSIG = 65


def _refuse(*args, **kwargs):
    raise NotImplementedError("the sandbox has no signals")


signal = alarm = setitimer = pause = raise_signal = pthread_kill = pthread_sigmask = siginterrupt = set_wakeup_fd = sigwait = _refuse


def getsignal(signalnum, /):
    return SIG_DFL


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt
