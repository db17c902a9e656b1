# Names that programs ask for now and then.
import errno
import os
import platform
import signal
import sys
import time

print(errno.errorcode[2], errno.EPROTO, errno.errorcode[37], errno.ETXTBSY, errno.EOVERFLOW)
print(signal.Signals(15), repr(signal.Signals.SIGINT), signal.SIGXCPU, signal.Signals["SIGCHLD"].value, signal.Handlers.SIG_DFL, signal.Sigmasks(1).name)
print(signal.strsignal(9), signal.strsignal(11), len(signal.valid_signals()))
print(isinstance(platform.uname().system, str), platform.uname()._fields, len(platform.uname()) in (5, 6), platform.system_alias("a", "b", "c"))
print(os.EX_USAGE, os.EX_CONFIG, os.O_DIRECTORY, isinstance(os.getuid(), int), len(os.getrandom(4)))
print(isinstance(sys.executable, str), isinstance(sys.prefix, str), sys.abiflags, sys.platlibdir, sys.pycache_prefix)
print(time.clock_getres(time.CLOCK_MONOTONIC) > 0, time.CLOCK_PROCESS_CPUTIME_ID, time.clock_gettime(time.CLOCK_MONOTONIC) >= 0)
open("/tmp/truncated.txt", "w").write("0123456789")
os.truncate("/tmp/truncated.txt", 4)
print(open("/tmp/truncated.txt").read())
os.remove("/tmp/truncated.txt")
try:
    exit(3)
except SystemExit as e:
    print("exit", e.code)
try:
    quit()
except SystemExit as e:
    print("quit", e.code)
try:
    quit("a message")
except SystemExit as e:
    print("quit", e.code)
