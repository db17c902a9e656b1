# Koch's snowflake: each side is replaced by four shorter ones, and so on.
# The turtle takes its time while "Real time" is on; speed(0) is at once.
from turtle import *


def side(length, depth):
    if depth == 0:
        forward(length)
        return 1
    lines = 0
    for angle in (60, -120, 60, 0):
        lines += side(length / 3, depth - 1)
        left(angle)
    return lines


bgcolor("midnightblue")
color("white", "lightskyblue")
speed(10)
penup()
goto(-200, 115)
pendown()
begin_fill()
lines = 0
for _ in range(3):
    lines += side(400, 3)
    right(120)
end_fill()
hideturtle()
print("drawn with", lines, "lines; home again:", distance(-200, 115) < 0.001)
