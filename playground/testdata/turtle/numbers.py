# Where a turtle is, and looks to, in CPython's numbers: its navigation was run without a screen for the golden.
import turtle

t = turtle.Turtle()


def show():
    print(t.pos(), t.pos()[0], t.pos()[1], t.heading())


for step in """forward(100) left(33) forward(12.5) circle(50) circle(-30,120) circle(20,77,5) setheading(200) goto(3,4) back(7) setx(5) sety(-9)
home() right(45) fd(10) radians() left(1) circle(10,2) degrees(400) right(100)""".split():
    eval("t." + step)
    print(step, end=" ")
    show()
print(t.towards(10, -3), t.towards((5, 5)), t.distance(0, 0))
