# A small discrete Fourier transform, forth and back.
import cmath


def dft(xs, sign=-1):
    n = len(xs)
    return [sum(x * cmath.exp(sign * 2j * cmath.pi * k * i / n) for i, x in enumerate(xs)) for k in range(n)]


signal = [1, 2, 0, -1, -2, 0, 1, 3]
spectrum = dft(signal)
print([round(abs(c), 6) for c in spectrum])
back = [c / len(signal) for c in dft(spectrum, 1)]
print([round(c.real, 6) + 0.0 for c in back], max(abs(c.imag) for c in back) < 1e-12)


def fft(xs):
    n = len(xs)
    if n == 1:
        return list(map(complex, xs))
    even, odd = fft(xs[::2]), fft(xs[1::2])
    t = [cmath.exp(-2j * cmath.pi * k / n) * odd[k] for k in range(n // 2)]
    return [e + o for e, o in zip(even, t)] + [e - o for e, o in zip(even, t)]


print(all(cmath.isclose(a, b, abs_tol=1e-9) for a, b in zip(fft(signal), spectrum)))
power = [abs(c) ** 2 for c in spectrum]
print(round(sum(power) / len(signal), 6), sum(x * x for x in signal))
print(sorted(range(8), key=lambda k: -round(power[k], 6))[:3])
