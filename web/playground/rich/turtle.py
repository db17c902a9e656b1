# Turtle graphics: the commands that learners use, under the names and with the numbers of CPython's module (steps of circle and of the
# animation, Vec2D and headings are computed as its documentation and behaviour say). What is drawn goes to _show in lists of operations,
# which the page draws and times (turtle.ts), or which become a file (outside.py).
import atexit as _atexit
import math as _math

_COLOURS = set("""aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse
chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen
darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray
dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred
indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey
lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon
mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue
mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred
papayawhip peachpuff peru pink plum powderblue purple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue
slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen""".split())

_SHAPES = ("arrow", "blank", "circle", "classic", "square", "triangle", "turtle")

_ABSENT = """RawPen RawTurtle ScrolledCanvas Shape Terminator Tbuffer TurtleScreen addshape begin_poly bgpic end_poly get_poly get_shapepoly getcanvas getshapes
listen mode numinput onclick ondrag onkey onkeypress onkeyrelease onrelease onscreenclick ontimer pen poly register_shape resizemode save setundobuffer
settiltangle setworldcoordinates shapetransform textinput tilt tiltangle undo undobufferentries write_docstringdict""".split()


class TurtleGraphicsError(Exception):
    """What a turtle cannot do."""


class Vec2D(tuple):
    """A place or a direction: two numbers that can be added, scaled and turned."""

    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))

    def __add__(self, other):
        return Vec2D(self[0] + other[0], self[1] + other[1])

    def __sub__(self, other):
        return Vec2D(self[0] - other[0], self[1] - other[1])

    def __mul__(self, other):
        if isinstance(other, Vec2D):
            return self[0] * other[0] + self[1] * other[1]
        return Vec2D(self[0] * other, self[1] * other)

    def __rmul__(self, other):
        return Vec2D(self[0] * other, self[1] * other)

    def __neg__(self):
        return Vec2D(-self[0], -self[1])

    def __abs__(self):
        return _math.hypot(self[0], self[1])

    def rotate(self, angle):
        c, s = _math.cos(_math.radians(angle)), _math.sin(_math.radians(angle))
        return Vec2D(self[0] * c - self[1] * s, self[1] * c + self[0] * s)

    def __repr__(self):
        return "(%.2f,%.2f)" % self


# --- What is sent ----------------------------------------------------------------------------------

_ops = []
_batch = 1  # how many operations are sent at once; whoever draws them says it
_registered = False


def _flush():
    global _batch
    if _ops:
        ops = _ops[:]
        _ops.clear()
        _batch = _show("turtle", ops) or 1


def _at_end():
    global _registered
    _registered = False
    _ops.append(("end",))
    _flush()


def _send(*op):
    global _registered
    _ops.append(op)
    if not _registered:
        _registered = True
        _atexit.register(_at_end)
    if len(_ops) >= max(_batch, _screen._tracer or 2000):
        _flush()


def _missing(name, of):
    if name in _ABSENT:
        raise AttributeError("this turtle has no '%s': it draws, and hears neither keys nor the mouse" % name)
    raise AttributeError("%s has no attribute '%s'" % (of, name))


def _css(args):
    # A colour as CSS writes it, of a name, "#rrggbb", three numbers or a tuple of them.
    value = args[0] if len(args) == 1 else args
    if isinstance(value, str):
        name = value.lower().replace(" ", "")
        digits = name[1:] if name[:1] == "#" else ""
        if name in _COLOURS or len(digits) in (3, 6) and all(c in "0123456789abcdef" for c in digits):
            return name
        if name[:4] in ("gray", "grey") and name[4:].isdigit() and int(name[4:]) <= 100:
            return "#" + "%02x" % int(int(name[4:]) * 2.55 + 0.5) * 3
        raise TurtleGraphicsError("bad color string: %s" % value)
    mode = _screen._colormode
    try:
        r, g, b = value
        if all(0 <= v <= mode for v in (r, g, b)):
            return "#%02x%02x%02x" % tuple(int(round(v * 255 / mode)) for v in (r, g, b))
    except (TypeError, ValueError):
        pass
    raise TurtleGraphicsError("bad color sequence: %s" % str(value))


def _said(args):
    return args[0] if len(args) == 1 else tuple(args)


# --- The screen ------------------------------------------------------------------------------------


class _Screen:
    def __init__(self):
        self._tracer, self._delay, self._colormode = 1, 10, 1.0
        self._bg, self._size, self._turtles, self._count = "white", (600, 600), [], 0

    def __getattr__(self, name):
        _missing(name, "the screen")

    def bgcolor(self, *colour):
        if not colour:
            return self._bg
        _send("bg", _css(colour))
        self._bg = _said(colour)

    def title(self, text):
        _send("title", str(text))

    def setup(self, width=0.5, height=0.75, startx=None, starty=None):
        size = [int(v * 1200) if isinstance(v, float) and v <= 1 else int(v) for v in (width, height)]
        if not all(1 <= v <= 4000 for v in size):
            raise TurtleGraphicsError("a screen is 1 to 4000 pixels wide and high, not %d x %d" % tuple(size))
        self._size = tuple(size)
        _send("size", *size)

    def screensize(self, canvwidth=None, canvheight=None, bg=None):
        if canvwidth is None and canvheight is None and bg is None:
            return self._size
        if bg is not None:
            self.bgcolor(bg)
        self.setup(canvwidth or self._size[0], canvheight or self._size[1])

    def window_width(self):
        return self._size[0]

    def window_height(self):
        return self._size[1]

    def colormode(self, cmode=None):
        if cmode is None:
            return self._colormode
        if cmode not in (1.0, 255):
            raise TurtleGraphicsError("a color mode is 1.0 or 255, not %r" % (cmode,))
        self._colormode = 255 if cmode == 255 else 1.0

    def tracer(self, n=None, delay=None):
        if n is None:
            return self._tracer
        self._tracer = int(n)
        self.delay(delay)
        if n:
            _flush()

    def delay(self, delay=None):
        if delay is None:
            return self._delay
        self._delay = int(delay)

    def update(self):
        _flush()

    def done(self):
        _flush()

    mainloop = exitonclick = bye = done

    def turtles(self):
        return list(self._turtles)

    def clear(self):
        global _pen
        _pen = None
        self._turtles.clear()
        self._tracer, self._delay, self._bg = 1, 10, "white"
        _send("new")

    def reset(self):
        for turtle in self._turtles:
            turtle.reset()

    clearscreen, resetscreen = clear, reset


_screen = _Screen()


def Screen():
    """The screen, of which there is one."""
    return _screen


# --- Turtles ---------------------------------------------------------------------------------------

_SPEEDS = {"fastest": 0, "fast": 10, "normal": 6, "slow": 3, "slowest": 1}


class Turtle:
    """A turtle that draws: forward, left, color, begin_fill and so on."""

    def __init__(self, shape="classic", undobuffersize=1000, visible=True):
        _screen._count += 1
        self._id, self._full, self._shape = _screen._count, 360.0, shape
        _screen._turtles.append(self)
        if shape not in _SHAPES:
            raise TurtleGraphicsError("There is no shape named %s" % shape)
        self._begin(visible)

    def __getattr__(self, name):
        _missing(name, "a turtle")

    def _begin(self, visible=True):
        self._place, self._orient = Vec2D(0.0, 0.0), Vec2D(1.0, 0.0)
        self._down, self._width, self._speed = True, 1, 3
        self._pen = self._fill = self._ink = self._paint = "black"  # as it was said, and as it is sent
        self._shown, self._stretch, self._points = visible, (1.0, 1.0, 1), None
        _send("at", self._id, 0, 0, 0)
        self._look()

    def _look(self):
        _send("look", self._id, self._shape, self._shown, self._ink, self._paint, *self._stretch)

    def _ms(self, steps):
        # As long as CPython's animation takes: a delay for each step.
        return int(_screen._delay * (1 + int(steps))) if self._speed and _screen._tracer == 1 else 0

    # Moves.

    def _goto(self, place, jump=False):
        dx, dy = place[0] - self._place[0], place[1] - self._place[1]
        speed = self._speed or 1
        ms = 0 if jump else self._ms(_math.hypot(dx, dy) / (3 * 1.1**speed * speed))
        x, y = float(place[0]), float(place[1])
        if not (abs(x) < 1e9 and abs(y) < 1e9):
            raise TurtleGraphicsError("a turtle cannot go as far as %s" % Vec2D(x, y))
        self._place = Vec2D(*place)
        if self._points is not None:
            self._points.append((round(x, 2), round(y, 2)))
        _send("go", self._id, round(x, 2), round(y, 2), self._ink if self._down and not jump else "", self._width, ms)

    def _rotate(self, angle, jump=False):
        degrees = angle * (360.0 / self._full)
        self._orient = self._orient.rotate(degrees)
        _send("turn", self._id, round(degrees, 4), 0 if jump else self._ms(abs(degrees) / (3.0 * (self._speed or 1))))

    def forward(self, distance):
        """Moves the turtle forward."""
        self._goto(self._place + self._orient * distance)

    def back(self, distance):
        """Moves the turtle backward, without turning it."""
        self._goto(self._place + self._orient * -distance)

    def right(self, angle):
        """Turns the turtle right."""
        self._rotate(-angle)

    def left(self, angle):
        """Turns the turtle left."""
        self._rotate(angle)

    def goto(self, x, y=None):
        """Moves the turtle to a place; it keeps its heading."""
        self._goto(Vec2D(*x) if y is None else Vec2D(x, y))

    def teleport(self, x=None, y=None, *, fill_gap=False):
        down, self._down = self._down, self._down and fill_gap
        self._goto(Vec2D(self._place[0] if x is None else x, self._place[1] if y is None else y), True)
        self._down = down

    def setx(self, x):
        self._goto(Vec2D(x, self._place[1]))

    def sety(self, y):
        self._goto(Vec2D(self._place[0], y))

    def setheading(self, to_angle):
        """Turns the turtle to an angle: 0 is east, 90 north."""
        half = self._full / 2.0
        self._rotate((to_angle - self.heading() + half) % self._full - half)

    def home(self):
        self.goto(0, 0)
        self.setheading(0)

    def circle(self, radius, extent=None, steps=None):
        """Draws a circle, whose centre is radius left of the turtle, or a part of one."""
        extent = self._full if extent is None else extent
        if steps is None:
            steps = 1 + int(min(11 + abs(radius) / 6.0, 59.0) * abs(extent) / self._full)
        turn = 1.0 * extent / steps
        side = 2.0 * radius * _math.sin(_math.radians(0.5 * turn) * (360.0 / self._full))
        if radius < 0:
            side, turn = -side, -turn
        self._rotate(0.5 * turn, True)
        for _ in range(steps):
            self.forward(side)
            self._rotate(turn, True)
        self._rotate(-0.5 * turn, True)

    def speed(self, speed=None):
        """How fast the turtle moves: 1 (slowest) to 10 (fast); 0 without showing how."""
        if speed is None:
            return self._speed
        speed = _SPEEDS.get(speed, speed) if isinstance(speed, str) else speed
        if isinstance(speed, str):
            raise TurtleGraphicsError("a speed is 0 to 10 or one of %s, not %r" % (", ".join(_SPEEDS), speed))
        self._speed = int(round(speed)) if 0.5 < speed < 10.5 else 0

    # Where it is.

    def position(self):
        return self._place

    def xcor(self):
        return self._place[0]

    def ycor(self):
        return self._place[1]

    def _angle(self, x, y):
        return round(_math.degrees(_math.atan2(y, x)), 10) % 360.0 / (360.0 / self._full) % self._full

    def heading(self):
        return self._angle(*self._orient)

    def _other(self, x, y):
        return Vec2D(x, y) if y is not None else x.position() if isinstance(x, Turtle) else Vec2D(*x)

    def towards(self, x, y=None):
        return self._angle(*(self._other(x, y) - self._place))

    def distance(self, x, y=None):
        return abs(self._other(x, y) - self._place)

    def degrees(self, fullcircle=360.0):
        self._full = fullcircle * 1.0

    def radians(self):
        self._full = 2 * _math.pi

    # The pen.

    def pendown(self):
        """From here on, the turtle draws when it moves."""
        self._down = True

    def penup(self):
        """From here on, the turtle draws nothing when it moves."""
        self._down = False

    def isdown(self):
        return self._down

    def pensize(self, width=None):
        if width is None:
            return self._width
        if not 0 < width < 1e4:
            raise TurtleGraphicsError("a pen is wider than 0, not %r" % (width,))
        self._width = width

    def pencolor(self, *colour):
        if not colour:
            return self._pen
        self._ink, self._pen = _css(colour), _said(colour)
        self._look()

    def fillcolor(self, *colour):
        if not colour:
            return self._fill
        self._paint, self._fill = _css(colour), _said(colour)
        self._look()

    def color(self, *colours):
        """Sets the colour of the pen and of what is filled, or of both: color("red"), color("red", "yellow"), color(1, 0, 0)."""
        if not colours:
            return self._pen, self._fill
        pen, fill = [(c,) for c in colours] if len(colours) == 2 else (colours, colours)
        self._ink, self._paint = _css(pen), _css(fill)
        self._pen, self._fill = _said(pen), _said(fill)
        self._look()

    def begin_fill(self):
        """What is drawn from here to end_fill() is filled."""
        self._points = [tuple(round(float(v), 2) for v in self._place)]
        _send("begin", self._id)

    def end_fill(self):
        if self._points is not None and len(self._points) > 2:
            _send("fill", self._id, self._points, self._paint)
        self._points = None

    def filling(self):
        return self._points is not None

    def dot(self, size=None, *colour):
        """Draws a round dot."""
        if size is not None and not isinstance(size, (int, float)):
            size, colour = None, (size,) + colour
        size = max(self._width + 4, 2 * self._width) if size is None else size
        _send("dot", self._id, size, _css(colour) if colour else self._ink)

    def write(self, arg, move=False, align="left", font=("Arial", 8, "normal")):
        """Writes a text where the turtle is."""
        if move:
            raise TurtleGraphicsError("write(move=True) is not there: the program is not told how wide a text is")
        if align.lower() not in ("left", "center", "right"):
            raise TurtleGraphicsError("texts are aligned left, center or right, not %r" % align)
        name, size, style = (tuple(font) + ("Arial", 8, "normal")[len(font):])[:3] if isinstance(font, (tuple, list)) else (font, 8, "normal")
        _send("text", self._id, str(arg), align.lower(), str(name), float(size), str(style), self._ink)

    def clear(self):
        """Takes away what this turtle drew; it stays as it is."""
        _send("clear", self._id)

    def reset(self):
        self.clear()
        self._full = 360.0
        self._begin()

    # How it looks.

    def showturtle(self):
        self._shown = True
        self._look()

    def hideturtle(self):
        """Hides the turtle itself; it draws as before."""
        self._shown = False
        self._look()

    def isvisible(self):
        return self._shown

    def shape(self, name=None):
        if name is None:
            return self._shape
        if name not in _SHAPES:
            raise TurtleGraphicsError("There is no shape named %s" % name)
        self._shape = name
        self._look()

    def shapesize(self, stretch_wid=None, stretch_len=None, outline=None):
        if stretch_wid is stretch_len is outline is None:
            return self._stretch
        wid = self._stretch[0] if stretch_wid is None else stretch_wid
        length = (self._stretch[1] if stretch_wid is None else wid) if stretch_len is None else stretch_len
        if not (wid and length):
            raise TurtleGraphicsError("stretch_wid/stretch_len must not be zero")
        self._stretch = (wid, length, self._stretch[2] if outline is None else outline)
        self._look()

    def stamp(self):
        """Leaves a copy of the turtle's shape, and gives its number."""
        _screen._count += 1
        _send("stamp", self._id, _screen._count)
        self._stamps = getattr(self, "_stamps", None) or []
        self._stamps.append(_screen._count)
        return _screen._count

    def clearstamp(self, stampid):
        _send("unstamp", self._id, stampid)

    def clearstamps(self, n=None):
        stamps = getattr(self, "_stamps", None) or []
        gone = stamps if n is None else stamps[:n] if n >= 0 else stamps[n:]
        for stamp in gone[:]:
            stamps.remove(stamp)
            self.clearstamp(stamp)

    def clone(self):
        twin = type(self).__new__(type(self))
        twin.__dict__.update(self.__dict__)
        _screen._count += 1
        twin._id, twin._points, twin._stamps = _screen._count, None, []
        _screen._turtles.append(twin)
        _send("at", twin._id, round(float(self._place[0]), 2), round(float(self._place[1]), 2), round(_math.degrees(_math.atan2(self._orient[1], self._orient[0])), 4))
        twin._look()
        return twin

    def getscreen(self):
        return _screen

    def getturtle(self):
        return self

    fd, bk, backward, rt, lt = forward, back, back, right, left
    setpos = setposition = goto
    seth, pos, getpen = setheading, position, getturtle
    pd = down = pendown
    pu = up = penup
    width, ht, st, turtlesize = pensize, hideturtle, showturtle, shapesize


Pen = Turtle

# --- Functions: those of a first turtle, and of the screen ------------------------------------------

_pen = None


def _first():
    global _pen
    if _pen is None:
        _pen = Turtle()
    return _pen


def _function(method, of):
    return lambda *args, **kwargs: method(of(), *args, **kwargs)


__all__ = ["Pen", "Screen", "Turtle", "TurtleGraphicsError", "Vec2D"]
for _class, _of in ((_Screen, Screen), (Turtle, _first)):
    for _name in _class.__dict__:
        if _name[0] != "_" and not (_class is _Screen and _name in ("clear", "reset")):
            globals()[_name] = _function(_class.__dict__[_name], _of)
            __all__.append(_name)


def __getattr__(name):
    _missing(name, "module 'turtle'")
