# A palette of evenly spaced hues, made lighter and darker.
import colorsys


def to_hex(rgb):
    return "#" + "".join(f"{round(c * 255):02x}" for c in rgb)


print([to_hex(colorsys.hsv_to_rgb(i / 6, 1, 1)) for i in range(6)])
base = (0x33 / 255, 0x66 / 255, 0x99 / 255)
h, l, s = colorsys.rgb_to_hls(*base)
print(f"{h * 360:.0f} {l:.2f} {s:.2f}")
for factor in (0.5, 1, 1.5):
    print(to_hex(colorsys.hls_to_rgb(h, min(1, l * factor), s)))
print(tuple(round(x, 4) for x in colorsys.rgb_to_yiq(*base)), to_hex(colorsys.yiq_to_rgb(*colorsys.rgb_to_yiq(*base))))
print(colorsys.rgb_to_hsv(0.5, 0.5, 0.5), colorsys.rgb_to_hls(1, 1, 1))
complement = colorsys.hsv_to_rgb((colorsys.rgb_to_hsv(*base)[0] + 0.5) % 1, *colorsys.rgb_to_hsv(*base)[1:])
print(to_hex(complement))
worst = max(max(abs(a - b) for a, b in zip(rgb, colorsys.hsv_to_rgb(*colorsys.rgb_to_hsv(*rgb))))
            for rgb in ((r / 4, g / 4, b / 4) for r in range(5) for g in range(5) for b in range(5)))
print(worst < 1e-12)
