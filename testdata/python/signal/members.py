# Numbers of signals are members of enumerations.
import signal
from signal import SIGTERM, Signals

print(repr(signal.SIGINT), signal.SIGINT.name, int(SIGTERM), Signals(9), signal.SIGKILL == 9)
print(signal.Signals["SIGHUP"].value, isinstance(SIGTERM, Signals), signal.SIG_DFL.name, repr(signal.SIG_BLOCK))
print(signal.strsignal(SIGTERM), "SIGALRM" in dir(signal), signal.SIGCLD is signal.SIGCHLD)
