# Four turtles draw at once, each a petal at a time in its own colour.
# What turns by 80 degrees nine times is where it began.
import turtle

screen = turtle.Screen()
screen.title("A rosette of circles")
turtles = []
for number, colour in enumerate(["crimson", "darkorange", "seagreen", "royalblue"]):
    t = turtle.Turtle("turtle")
    t.color(colour)
    t.pensize(2)
    t.speed(0)  # the pauses below are slow enough
    t.setheading(90 * number)
    turtles.append(t)

for petal in range(9):
    for t in turtles:
        t.circle(40 + 12 * petal, 180)
        t.circle(40 + 12 * petal, 180)
        t.left(80)

for t in turtles:
    print(t.pencolor(), "looks to", round(t.heading()), "at", round(abs(t.pos()), 6))
    t.penup()
    t.forward(250)
    t.stamp()
screen.mainloop()
