# Complex numbers in formats.
for z in (1 + 2j, 2j, complex(-1, -2.5), 1e20 + 1e-20j, complex(float("inf"), float("nan"))):
    print(f"{z} {z:.2f} {z:>20.1f}| {z:e} {z:+.3g} {z:.3}")
for spec in ["05", "=10", "d", "s", "%"]:
    try:
        print(format(1 + 2j, spec))
    except ValueError as e:
        print(repr(spec), e)
