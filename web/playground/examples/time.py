# This never ends. Press Stop, or wait until its time runs out (the
# Limits tab says when). What it set so far is still there afterwards:
# try `n` in the prompt below the output.
n = 0
while True:
    n += 1
