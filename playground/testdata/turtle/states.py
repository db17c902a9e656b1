# What turtles are in, undo, and how they look: CPython's turtle printed the golden, with tkinter feigned (its screen of 600 x 600 pixels too).
import turtle as T
t = T.Turtle()
def show(*a): print(*a, t.pos(), round(t.heading(), 6), t.undobufferentries())
for step in """forward(50) left(30) undo() undo() circle(20) undo() color('red','blue') undo() penup() forward(3) undo() undo() begin_poly() forward(10) left(90) forward(10) end_poly() get_poly() pen()
tilt(30) tiltangle() shapesize(2,3,4) shapesize() shearfactor(0.5) shapetransform() resizemode() shapetransform(1,2,0,2) pen() stamp() undo() dot(10) undo() begin_fill() forward(10) left(90) forward(10) end_fill() undo() undo()
setundobuffer(2) forward(1) forward(1) forward(1) undobufferentries() reset() pen() degrees(400) heading() left(100)""".split():
    show(step, eval("t." + step) if "stamp()" not in step else bool(eval("t." + step)))
T.mode("logo"); show("logo")
for step in "forward(50) right(30) setheading(100) towards(10,10) home() left(90) tilt(20) tiltangle() circle(10,90)".split():
    show(step, eval("t." + step))
s = T.Shape("compound"); s.addcomponent(((0,0),(10,0),(0,20)), "red", "blue")
T.register_shape("mine", s); T.addshape("poly", ((0,0),(10,0),(0,20)))
print(T.getshapes()); t.shape("poly"); print(t.get_shapepoly()); t.shapesize(2); print(t.get_shapepoly()); t.resizemode("auto"); t.pensize(20); print(t.get_shapepoly())
T.setworldcoordinates(-1, -1, 11, 21); show("world", T.mode()); t.goto(5, 5); show("w"); t.setheading(90); show("w")
print(T.bgpic(), isinstance(t, T.RawTurtle))
