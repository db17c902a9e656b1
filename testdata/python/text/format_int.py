# Format specs of integers.
for spec in ["", "d", "5", "<5", "^7", "05", "+", " ", "+05", "=+7", "*=7", "x", "X", "#x", "#X", "#010x", "o", "#o", "b", "#b", "_b", "_x", ",", "_", "010,", "015_", "c", "n", "e", ".2f", "%", "^+10,"]:
    print(spec, "[" + format(42, spec) + "]", "[" + format(123456, spec) + "]")
for n in (0, -1, -255, 2**64, -(10**30)):
    print(f"{n} {n:,} {n:_x} {n:#b} {n:>40,} {n:+d} {n:e}")
print(f"{True:d} {True} {False:5} {True:>6}", format(65, "c"), format(0x1F600, "c"), "{:04,}|{:05,}|{:06,}|{:08,}".format(123, 1234, 12345, 123456))
for spec in [".2d", ".3", ",x", "_c", "s", "+c", "#c", "z", "1.", ",_", ",,", "99999999999999999999"]:
    try:
        print(format(5, spec))
    except ValueError as e:
        print(repr(spec), e)
try:
    format(-1, "c")
except OverflowError as e:
    print(e)
