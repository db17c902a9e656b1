# A program whose value is an SVG document gets a picture.
from math import cos, pi, sin


def petal(turn, hue):
    x, y = 90 * cos(turn), 90 * sin(turn)
    return (
        '<ellipse cx="{:.1f}" cy="{:.1f}" rx="62" ry="22" fill="hsl({:.0f} 60% 55%)"'
        ' fill-opacity="0.55" transform="rotate({:.1f} {:.1f} {:.1f})"/>'
    ).format(x, y, hue, turn * 180 / pi, x, y)


count = 18
petals = [petal(2 * pi * n / count, 160 + 140 * n / count) for n in range(count)]

"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="-170 -170 340 340" width="340" height="340">
{}
<circle r="26" fill="hsl(45 90% 60%)"/>
</svg>""".format("\n".join(petals))
