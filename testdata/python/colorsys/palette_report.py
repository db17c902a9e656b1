# Palettes: shades, complements, contrast, names of the nearest colours.
import colorsys

NAMED = {"red": "ff0000", "green": "008000", "blue": "0000ff", "orange": "ffa500", "teal": "008080", "white": "ffffff", "black": "000000", "grey": "808080"}


def rgb(text):
    return tuple(int(text[i:i + 2], 16) / 255 for i in (0, 2, 4))


def hexa(c):
    return "".join(f"{round(max(0, min(1, x)) * 255):02x}" for x in c)


def turn(c, degrees):
    h, l, s = colorsys.rgb_to_hls(*c)
    return colorsys.hls_to_rgb((h + degrees / 360) % 1, l, s)


def shades(c, n=5):
    h, _, s = colorsys.rgb_to_hls(*c)
    return [hexa(colorsys.hls_to_rgb(h, (i + 1) / (n + 1), s)) for i in range(n)]


def luminance(c):
    return sum(w * (x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4) for w, x in zip((0.2126, 0.7152, 0.0722), c))


def contrast(a, b):
    x, y = sorted((luminance(a), luminance(b)))
    return (y + 0.05) / (x + 0.05)


def nearest(c):
    return min(NAMED, key=lambda n: sum((a - b) ** 2 for a, b in zip(colorsys.rgb_to_yiq(*c), colorsys.rgb_to_yiq(*rgb(NAMED[n])))))


for name, text in NAMED.items():
    c = rgb(text)
    h, s, v = colorsys.rgb_to_hsv(*c)
    print(f"{name:<7} hsv {h * 360:>3.0f} {s:.2f} {v:.2f}  opposite {hexa(turn(c, 180))}  on white {contrast(c, (1, 1, 1)):>5.2f}")
print(shades(rgb("4080c0")), [hexa(turn(rgb("4080c0"), d)) for d in (0, 120, 240)])
print([nearest(rgb(t)) for t in ("fe1010", "7a7b7c", "0a7070", "ffb020", "f0f0ff")])
rainbow = [hexa(colorsys.hsv_to_rgb(i / 8, 1, 1)) for i in range(8)]
print(rainbow, all(hexa(colorsys.yiq_to_rgb(*colorsys.rgb_to_yiq(*rgb(t)))) == t for t in rainbow))
grey = colorsys.rgb_to_hls(0.5, 0.5, 0.5)
print(grey, colorsys.hsv_to_rgb(0.3, 0, 0.7), [round(x, 4) for x in colorsys.rgb_to_yiq(1, 0, 0)])
