# Names and numbers of signals.
import signal

print(signal.SIGINT, int(signal.SIGTERM), signal.Signals(9).name, signal.SIGKILL == 9, signal.Signals["SIGHUP"].value)
print(signal.SIG_DFL, signal.SIG_IGN, isinstance(signal.SIGINT, int))
names = {s.value: s.name for s in signal.Signals if s.value in (1, 2, 3, 6, 9, 11, 13, 15)}
print(sorted(names.items()))
try:
    signal.Signals(999)
except ValueError as e:
    print(e)
