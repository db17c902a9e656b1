# Exit codes of programs explained by the names of signals.
import signal

SHELL = {0: "success", 1: "general error", 2: "misuse", 126: "cannot execute", 127: "not found"}


def explain(code):
    if code in SHELL:
        return SHELL[code]
    n = code - 128 if code > 128 else -code if code < 0 else None
    if n is not None:
        try:
            s = signal.Signals(n)
        except ValueError:
            return f"unknown signal {n}"
        return f"{s.name}: {signal.strsignal(n)}"
    return f"exit {code}"


for code in (0, 1, 127, 130, 137, 143, -11, 3, 128 + 120):
    print(code, explain(code))
print(signal.SIGKILL == 9, signal.SIGINT < signal.SIGTERM, signal.Signals.SIGHUP.name, len(signal.Signals) > 10, signal.SIGTERM in signal.valid_signals(), sorted(int(s) for s in (signal.SIGUSR1, signal.SIGALRM)))
