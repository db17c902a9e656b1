# Format specs of floats.
values = [0.0, -0.0, 1.0, 3.14159, -2.5, 1234567.891, 1e10, 1e16, 1e-5, 123456789012345680.0, 0.5, 2.5, 1e100, 5e-324, float("inf"), float("-inf"), float("nan")]
for spec in ["", "f", ".0f", ".2f", ",.2f", "e", ".0e", ".3E", "g", ".3g", "G", "%", ".1%", "+.1f", " .1f", "08.2f", "012,.1f", ">12.3f", "^12.1f", "#.0f", "#g", "n", ".10", ".3", "_.2f", "+", "z.0f", "*<10", "=+10.1f"]:
    print(spec, *[format(v, spec) for v in values], sep=" | ")
print(f"{1/3:.20f} {2/3:.3%} {1e22:f} {0.1:.30f} {123.456:10.1f}| {1e15:.0f} {1e-10:.2g}")
print("%.50f" % (1 / 3), "%.25e" % 0.1, "%.400g" % 1e-300 == "1.0000000000000000250590918352086759", len("%.300f" % 1e-300))
for spec in ["d", "x", "s", "c", ",n", ".f", "1.2.3"]:
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print(repr(spec), e)
