# Filters over a tiny picture: grey, saturation, hue shift.
from colorsys import hls_to_rgb, hsv_to_rgb, rgb_to_hls, rgb_to_hsv, rgb_to_yiq

PICTURE = [[(255, 0, 0), (255, 165, 0), (10, 10, 10)], [(0, 128, 128), (240, 240, 255), (75, 0, 130)]]


def apply(f, picture):
    return [[tuple(round(c * 255) for c in f(*(v / 255 for v in px))) for px in row] for row in picture]


def grey(r, g, b):
    y = rgb_to_yiq(r, g, b)[0]
    return y, y, y


def shift(degrees):
    def f(r, g, b):
        h, s, v = rgb_to_hsv(r, g, b)
        return hsv_to_rgb((h + degrees / 360) % 1, s, v)
    return f


def desaturate(r, g, b):
    h, l, s = rgb_to_hls(r, g, b)
    return hls_to_rgb(h, l, s / 2)


for name, f in (("grey", grey), ("shift", shift(120)), ("half", desaturate)):
    print(name)
    for row in apply(f, PICTURE):
        print("  ", *("#%02x%02x%02x" % px for px in row))
by_hue = sorted((px for row in PICTURE for px in row), key=lambda px: rgb_to_hsv(*px))
print(by_hue)
