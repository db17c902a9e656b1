# Signals have numbers and names; a program here gets none.
import signal

print(signal.SIGINT, int(signal.SIGTERM), signal.Signals(9).name, signal.Signals.SIGINT.value, signal.Signals["SIGTERM"] == 15)
print(isinstance(signal.SIGINT, int), signal.SIGINT in (2, 3), signal.Signals.SIGINT == signal.SIGINT)
names = [s.name for s in sorted(signal.Signals) if s.name in ("SIGHUP", "SIGINT", "SIGKILL", "SIGTERM")]
print(names)
try:
    signal.Signals(999)
except ValueError as e:
    print("ValueError:", e)
EXIT = {0: "ok", 1: "error"} | {128 + s: signal.Signals(s).name for s in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)}
for code in (0, 1, 130, 137, 143, 77):
    print(code, EXIT.get(code, "unknown"))
