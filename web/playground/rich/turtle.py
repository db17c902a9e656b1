# Turtle graphics: the commands that learners use, under the names and with the numbers of CPython's module (steps of circle and of the
# animation, Vec2D and headings are computed as its documentation and behaviour say). What is drawn goes to _show in lists of operations,
# which the page draws and times (turtle.ts), or which become a file (outside.py).
import atexit as _atexit
import math as _math
import time as _time

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

_ABSENT = "ScrolledCanvas Tbuffer TurtleScreen getcanvas listen onclick ondrag onkey onkeypress onkeyrelease onrelease onscreenclick write_docstringdict".split()


class TurtleGraphicsError(Exception):
    """What a turtle cannot do."""


class Terminator(Exception):
    """In CPython, what is drawn when the window has been closed; here no window is."""


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
        self._tracer, self._delay, self._colormode, self._mode = 1, 10, 1.0, "standard"
        self._bg, self._size, self._turtles, self._count = "white", (600, 600), [], 0
        self._scale = self._origin = None  # of the program's coordinates; None where these are pixels
        self._shapes, self._timers, self._skew = {}, [], 0

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

    def mode(self, mode=None):
        """standard: the turtle looks east at first, and headings go against the clock; logo: it looks north, and they go with it."""
        if mode is None:
            return self._mode
        mode = mode.lower()
        if mode not in ("standard", "logo", "world"):
            raise TurtleGraphicsError("No turtle-graphics-mode %s" % mode)
        self._mode = mode
        if mode != "world":
            self._scale = None
        for turtle in self._turtles:
            turtle._set_mode()
        self.reset()

    def setworldcoordinates(self, llx, lly, urx, ury):
        """The corners of the screen, lower left and upper right, in the coordinates of the program."""
        if self._scale:
            raise TurtleGraphicsError("setworldcoordinates is there once, before something is drawn: what is drawn stays as it is")
        if urx == llx or ury == lly:
            raise TurtleGraphicsError("a screen is wider and higher than 0")
        if self._mode != "world":
            self.mode("world")
        self._scale = (self._size[0] - 20) / (urx - llx), (self._size[1] - 20) / (ury - lly)
        self._origin = (llx + urx) / 2, (lly + ury) / 2
        for turtle in self._turtles:
            turtle._at()

    def _pixels(self, place):
        x, y = float(place[0]), float(place[1])
        if self._scale:
            x, y = (x - self._origin[0]) * self._scale[0], (y - self._origin[1]) * self._scale[1]
        if not (abs(x) < 1e9 and abs(y) < 1e9):
            raise TurtleGraphicsError("a turtle cannot go as far as %s" % Vec2D(*place))
        return round(x, 2), round(y, 2)

    def bgpic(self, picname=None):
        if picname not in (None, "nopic"):
            raise TurtleGraphicsError("the page draws no picture behind turtles: bgcolor gives a colour")
        return "nopic" if picname is None else None

    def register_shape(self, name, shape=None):
        """Gives turtles another shape, of a name: a polygon, or a Shape."""
        if isinstance(shape, tuple):
            shape = Shape("polygon", shape)
        if not isinstance(shape, Shape):
            raise TurtleGraphicsError("a shape is a tuple of places or a Shape; files of pictures are none here")
        parts = [(shape._data, None, None)] if shape._type == "polygon" else shape._data
        _send("give_shape", name, [[[(float(y), -float(x)) for x, y in poly], fill and _css((fill,)), line and _css((line,))] for poly, fill, line in parts])
        self._shapes[name] = shape

    addshape = register_shape

    def getshapes(self):
        return sorted({*_SHAPES, *self._shapes})

    def textinput(self, title, prompt):
        """Asks for a text; None where there is no answer."""
        _flush()
        try:
            return input("%s: %s " % (title, prompt))
        except EOFError:
            return None

    def numinput(self, title, prompt, default=None, minval=None, maxval=None):
        """Asks for a number, again until it is one."""
        while True:
            text = self.textinput(title, prompt if default is None else "%s [%s]" % (prompt, default))
            if text is None:
                return None
            try:
                number = float(default if default is not None and not text.strip() else text)
            except ValueError:
                print("Not a number: %r" % text)
                continue
            if minval is not None and number < minval:
                print("The least number is %s" % minval)
            elif maxval is not None and number > maxval:
                print("The greatest number is %s" % maxval)
            else:
                return number

    def ontimer(self, fun, t=0):
        """Calls a function after t milliseconds, from mainloop() or done()."""
        self._timers.append((self._now() + t / 1000, fun))

    def _now(self):
        return _time.monotonic() + self._skew

    def mainloop(self):
        """Draws what is to be drawn, and calls what ontimer was told of, until there is none left."""
        _flush()
        while self._timers:
            due, fun = self._timers.pop(min(range(len(self._timers)), key=lambda i: self._timers[i][0]))
            left = due - self._now()
            if left > 0:
                _send("wait", 0, int(left * 1000))
                _flush()
                self._skew += max(0, due - self._now())  # where the clock stands still
            fun()
            _flush()

    done = exitonclick = mainloop

    def bye(self):
        """Ends mainloop()."""
        self._timers.clear()
        _flush()

    def turtles(self):
        return list(self._turtles)

    def clear(self):
        global _pen
        _pen = None
        self._turtles.clear()
        self._tracer, self._delay, self._colormode, self._bg = 1, 10, 1.0, "white"
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

class Shape:
    """A shape for turtles: a polygon, or a compound of coloured ones."""

    def __init__(self, type_, data=None):
        if type_ == "image":
            raise TurtleGraphicsError("files of pictures are no shapes here")
        if type_ not in ("polygon", "compound"):
            raise TurtleGraphicsError("There is no shape type %s" % type_)
        self._type, self._data = type_, [] if type_ == "compound" else tuple(data)

    def addcomponent(self, poly, fill, outline=None):
        if self._type != "compound":
            raise TurtleGraphicsError("Cannot add component to %s Shape" % self._type)
        self._data.append([poly, fill, fill if outline is None else outline])


_STATE = {"shown": "_shown", "pendown": "_down", "pencolor": "_pen", "fillcolor": "_fill", "pensize": "_width", "speed": "_speed", "resizemode": "_resize",
          "stretchfactor": "_stretch", "shearfactor": "_shear", "outline": "_outline", "tilt": "_tilt"}
_SPEEDS = {"fastest": 0, "fast": 10, "normal": 6, "slow": 3, "slowest": 1}


class RawTurtle:
    """A turtle on a screen."""

    def __init__(self, canvas=None, shape="classic", undobuffersize=1000, visible=True):
        if canvas is not _screen:
            raise TurtleGraphicsError("bad canvas argument %s" % (canvas,))
        _screen._count += 1
        self._id, self._full, self._shape, self._resize = _screen._count, 360.0, shape, "noresize"
        self._known(shape)
        _screen._turtles.append(self)
        self._set_mode()
        self._undos, self._sequence = [], None
        self._undo_first = undobuffersize
        self.setundobuffer(undobuffersize)
        self._begin(visible)

    def _known(self, shape):
        if shape not in _SHAPES and shape not in _screen._shapes:
            raise TurtleGraphicsError("There is no shape named %s" % shape)

    def _set_mode(self):
        logo = _screen._mode == "logo"
        self._sense, self._offset = (-1, self._full / 4.0) if logo else (1, 0)

    def __getattr__(self, name):
        _missing(name, "a turtle")

    def _begin(self, visible=True):
        self._place, self._orient = Vec2D(0.0, 0.0), Vec2D(0.0, 1.0) if _screen._mode == "logo" else Vec2D(1.0, 0.0)
        self._down, self._width, self._speed = True, 1, 3
        self._pen = self._fill = self._ink = self._paint = "black"  # as it was said, and as it is sent
        self._shown, self._stretch, self._shear, self._tilt, self._outline, self._points = visible, (1.0, 1.0), 0.0, 0.0, 1, None
        self._shapetrafo = (1.0, 0.0, 0.0, 1.0)
        self._poly, self._poly_open = None, False
        self._at()

    def _at(self):
        _send("at", self._id, *_screen._pixels(self._place), round(_math.degrees(_math.atan2(self._orient[1], self._orient[0])), 4))
        self._look()

    def _trafo(self):
        # What its shape is multiplied with, and how wide its outline is.
        shape = _screen._shapes.get(self._shape)
        if self._resize == "user" or shape is not None and shape._type == "compound":
            return self._shapetrafo, self._outline
        if self._resize == "auto":
            wide = max(1, self._width / 5.0)
            return (wide, 0, 0, wide), self._width
        return (1, 0, 0, 1), 1

    def _look(self):
        trafo, outline = self._trafo()
        _send("look", self._id, self._shape, self._shown, self._ink, self._paint, *trafo, outline)

    def _did(self, *entry):
        # Keeps how something is undone.
        if self._undo_size:
            entries = self._undos if self._sequence is None else self._sequence
            entries.append(entry)
            del entries[: -self._undo_size]

    def _change(self, **state):
        # Changes what pen() gives, by its names.
        ink = _css((state["pencolor"],)) if "pencolor" in state else self._ink
        paint = _css((state["fillcolor"],)) if "fillcolor" in state else self._paint
        self._did("pen", {key: getattr(self, _STATE[key]) for key in state}, self._ink, self._paint)
        self._set(state, ink, paint)

    def _set(self, state, ink, paint):
        self._ink, self._paint = ink, paint
        for key, value in state.items():
            setattr(self, _STATE[key], value)
        if not state.keys().isdisjoint(("stretchfactor", "shearfactor", "tilt")):
            (across, along), shear, s, c = self._stretch, self._shear, _math.sin(self._tilt), _math.cos(self._tilt)
            self._shapetrafo = across * c, along * (shear * c + s), -across * s, along * (c - shear * s)
        if state.keys() - {"pendown", "speed"}:
            self._look()

    def _ms(self, steps):
        # As long as CPython's animation takes: a delay for each step.
        return int(_screen._delay * (1 + int(steps))) if self._speed and _screen._tracer == 1 else 0

    # Moves.

    def _goto(self, place, jump=False):
        at, was = _screen._pixels(place), _screen._pixels(self._place)
        speed = self._speed or 1
        ms = 0 if jump else self._ms(_math.hypot(at[0] - was[0], at[1] - was[1]) / (3 * 1.1**speed * speed))
        draws = self._down and not jump
        self._did("go", self._place, draws, self._points is not None)
        self._place = Vec2D(*place)
        if self._points is not None:
            self._points.append(at)
        if self._poly_open:
            self._poly.append(self._place)
        _send("go", self._id, *at, self._ink if draws else "", self._width, ms)

    def _rotate(self, angle, jump=False):
        degrees = angle * (360.0 / self._full)
        self._did("turn", degrees)
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
        self._rotate(((to_angle - self.heading()) * self._sense + half) % self._full - half)

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
        before = self._begin_sequence()
        self._rotate(0.5 * turn, True)
        for _ in range(steps):
            self.forward(side)
            self._rotate(turn, True)
        self._rotate(-0.5 * turn, True)
        self._end_sequence(before)

    def _begin_sequence(self):
        before, self._sequence = self._sequence, []
        return before

    def _end_sequence(self, before):
        done, self._sequence = self._sequence, before
        self._did("sequence", done)

    def speed(self, speed=None):
        """How fast the turtle moves: 1 (slowest) to 10 (fast); 0 without showing how."""
        if speed is None:
            return self._speed
        speed = _SPEEDS.get(speed, speed) if isinstance(speed, str) else speed
        if isinstance(speed, str):
            raise TurtleGraphicsError("a speed is 0 to 10 or one of %s, not %r" % (", ".join(_SPEEDS), speed))
        self._change(speed=int(round(speed)) if 0.5 < speed < 10.5 else 0)

    # Where it is.

    def position(self):
        return self._place

    def xcor(self):
        return self._place[0]

    def ycor(self):
        return self._place[1]

    def _angle(self, x, y):
        return (self._offset + self._sense * (round(_math.degrees(_math.atan2(y, x)), 10) % 360.0 / (360.0 / self._full))) % self._full

    def heading(self):
        return self._angle(*self._orient)

    def _other(self, x, y):
        return Vec2D(x, y) if y is not None else x.position() if isinstance(x, RawTurtle) else Vec2D(*x)

    def towards(self, x, y=None):
        return self._angle(*(self._other(x, y) - self._place))

    def distance(self, x, y=None):
        return abs(self._other(x, y) - self._place)

    def degrees(self, fullcircle=360.0):
        self._full = fullcircle * 1.0
        self._offset = 0 if _screen._mode == "standard" else self._full / 4.0  # also in mode world, as in CPython

    def radians(self):
        self.degrees(2 * _math.pi)

    # The pen.

    def pendown(self):
        """From here on, the turtle draws when it moves."""
        if not self._down:
            self._change(pendown=True)

    def penup(self):
        """From here on, the turtle draws nothing when it moves."""
        if self._down:
            self._change(pendown=False)

    def isdown(self):
        return self._down

    def pensize(self, width=None):
        if width is None:
            return self._width
        if not 0 < width < 1e4:
            raise TurtleGraphicsError("a pen is wider than 0, not %r" % (width,))
        self._change(pensize=width)

    def pencolor(self, *colour):
        if not colour:
            return self._pen
        self._change(pencolor=_said(colour))

    def fillcolor(self, *colour):
        if not colour:
            return self._fill
        self._change(fillcolor=_said(colour))

    def color(self, *colours):
        """Sets the colour of the pen and of what is filled, or of both: color("red"), color("red", "yellow"), color(1, 0, 0)."""
        if not colours:
            return self._pen, self._fill
        pen, fill = [(c,) for c in colours] if len(colours) == 2 else (colours, colours)
        self._change(pencolor=_said(pen), fillcolor=_said(fill))

    def pen(self, pen=None, **pendict):
        """Gives how the pen and the turtle are, as a dictionary, or sets what one says, or keywords say."""
        if not (pen or pendict):
            return {key: getattr(self, name) for key, name in _STATE.items()}
        state = {**(pen or {}), **pendict}
        unknown = state.keys() - _STATE.keys()
        if unknown:
            raise KeyError(unknown.pop())
        if isinstance(state.get("stretchfactor"), (int, float)):
            state["stretchfactor"] = (state["stretchfactor"],) * 2
        self._change(**state)

    def begin_fill(self):
        """What is drawn from here to end_fill() is filled."""
        self._did("begin", self._points)
        self._points = [_screen._pixels(self._place)]
        _send("begin", self._id)

    def end_fill(self):
        if self._points is not None and len(self._points) > 2:
            _send("fill", self._id, self._points, self._paint)
            self._did("mark")
        self._points = None

    def filling(self):
        return self._points is not None

    def dot(self, size=None, *colour):
        """Draws a round dot."""
        if size is not None and not isinstance(size, (int, float)):
            size, colour = None, (size,) + colour
        size = max(self._width + 4, 2 * self._width) if size is None else size
        _send("dot", self._id, size, _css(colour) if colour else self._ink)
        self._did("mark")

    def begin_poly(self):
        """Where the turtle goes from here to end_poly() are the corners that get_poly() gives."""
        self._poly, self._poly_open = [self._place], True

    def end_poly(self):
        self._poly_open = False

    def get_poly(self):
        return None if self._poly is None else tuple(self._poly)

    def write(self, arg, move=False, align="left", font=("Arial", 8, "normal")):
        """Writes a text where the turtle is."""
        if move:
            raise TurtleGraphicsError("write(move=True) is not there: the program is not told how wide a text is")
        if align.lower() not in ("left", "center", "right"):
            raise TurtleGraphicsError("texts are aligned left, center or right, not %r" % align)
        name, size, style = (tuple(font) + ("Arial", 8, "normal")[len(font):])[:3] if isinstance(font, (tuple, list)) else (font, 8, "normal")
        _send("text", self._id, str(arg), align.lower(), str(name), float(size), str(style), self._ink)
        self._did("mark")

    def clear(self):
        """Takes away what this turtle drew; it stays as it is."""
        _send("clear", self._id)
        self.setundobuffer(self._undo_first)
        self._stamps = []

    def reset(self):
        self.clear()
        self._begin()

    # How it looks.

    def showturtle(self):
        self._change(shown=True)

    def hideturtle(self):
        """Hides the turtle itself; it draws as before."""
        self._change(shown=False)

    def isvisible(self):
        return self._shown

    def shape(self, name=None):
        if name is None:
            return self._shape
        self._known(name)
        self._shape = name
        self._look()

    def shapesize(self, stretch_wid=None, stretch_len=None, outline=None):
        if stretch_wid is stretch_len is outline is None:
            return self._stretch + (self._outline,)
        wid = self._stretch[0] if stretch_wid is None else stretch_wid
        length = (self._stretch[1] if stretch_wid is None else wid) if stretch_len is None else stretch_len
        if not (wid and length):
            raise TurtleGraphicsError("stretch_wid/stretch_len must not be zero")
        self._change(resizemode="user", stretchfactor=(wid, length), outline=self._outline if outline is None else outline)

    def resizemode(self, rmode=None):
        """auto: as large as the pen is wide; user: as shapesize() says; noresize."""
        if rmode is None:
            return self._resize
        if rmode.lower() in ("auto", "user", "noresize"):
            self._change(resizemode=rmode.lower())

    def shearfactor(self, shear=None):
        if shear is None:
            return self._shear
        self._change(resizemode="user", shearfactor=shear)

    def tiltangle(self, angle=None):
        """The angle of the turtle's shape to its heading."""
        degrees = 360.0 / self._full
        if angle is None:
            return -_math.degrees(self._tilt) * self._sense / degrees % self._full
        self._change(resizemode="user", tilt=_math.radians(-angle * degrees * self._sense) % _math.tau)

    def tilt(self, angle):
        """Turns the turtle's shape, and not its heading."""
        self.tiltangle(angle + self.tiltangle())

    def shapetransform(self, t11=None, t12=None, t21=None, t22=None):
        if t11 is t12 is t21 is t22 is None:
            return self._shapetrafo
        new = tuple(old if value is None else value for value, old in zip((t11, t12, t21, t22), self._shapetrafo))
        if new[0] * new[3] - new[1] * new[2] == 0:
            raise TurtleGraphicsError("Bad shape transform matrix: must not be singular")
        angle = _math.atan2(-new[2], new[0]) % _math.tau
        s, c = _math.sin(angle), _math.cos(angle)
        across, along = c * new[0] - s * new[2], s * new[1] + c * new[3]
        self._change(resizemode="user", stretchfactor=(across, along), shearfactor=(c * new[1] - s * new[3]) / along, tilt=angle)
        self._shapetrafo = new
        self._look()

    def get_shapepoly(self):
        shape = _screen._shapes.get(self._shape)
        if shape is None:
            raise TurtleGraphicsError("the corners of the shape %s are not known here: register_shape() makes one whose are" % self._shape)
        if shape._type == "polygon":
            a, b, c, d = self._trafo()[0]
            return shape._data if self._resize == "noresize" else tuple((a * x + b * y, c * x + d * y) for x, y in shape._data)

    # Back.

    def setundobuffer(self, size):
        """How many actions can be undone."""
        self._undo_size = size if size and size > 0 else 0
        self._undos.clear()

    def undobufferentries(self):
        return len(self._undos)

    def undo(self):
        """Undoes what the turtle did last."""
        if self._undos:
            entry, size = self._undos.pop(), self._undo_size
            self._undo_size = 0  # what is done now is not kept
            self._undo(*entry)
            self._undo_size = size

    def _undo(self, kind, *data):
        if kind == "sequence":
            for entry in reversed(data[0]):
                self._undo(*entry)
        elif kind == "turn":
            self._rotate(-data[0] * self._full / 360.0)
        elif kind == "go":
            self._place, drew, filled = data
            if self._poly_open and self._poly:
                self._poly.pop()
            if filled and self._points:
                self._points.pop()
            if drew:
                _send("undo", self._id, "line")
            self._at()
        elif kind == "pen":
            self._set(*data)
        elif kind == "stamp":
            self.clearstamp(data[0])
        elif kind == "begin":
            self._points = data[0]
        else:
            _send("undo", self._id, "mark")

    def stamp(self):
        """Leaves a copy of the turtle's shape, and gives its number."""
        _screen._count += 1
        _send("stamp", self._id, _screen._count)
        self._stamps = getattr(self, "_stamps", None) or []
        self._stamps.append(_screen._count)
        self._did("stamp", _screen._count)
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
        twin._id, twin._points, twin._stamps, twin._undos, twin._poly, twin._poly_open = _screen._count, None, [], [], None, False
        _screen._turtles.append(twin)
        twin._at()
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


class Turtle(RawTurtle):
    """A turtle that draws: forward, left, color, begin_fill and so on."""

    def __init__(self, shape="classic", undobuffersize=1000, visible=True):
        RawTurtle.__init__(self, _screen, shape, undobuffersize, visible)


RawPen, Pen = RawTurtle, Turtle

# --- Functions: those of a first turtle, and of the screen ------------------------------------------

_pen = None


def _first():
    global _pen
    if _pen is None:
        _pen = Turtle()
    return _pen


def _function(method, of):
    return lambda *args, **kwargs: method(of(), *args, **kwargs)


__all__ = ["Pen", "RawPen", "RawTurtle", "Screen", "Shape", "Terminator", "Turtle", "TurtleGraphicsError", "Vec2D"]
for _class, _of in ((_Screen, Screen), (RawTurtle, _first)):
    for _name in _class.__dict__:
        if _name[0] != "_" and not (_class is _Screen and _name in ("clear", "reset")):
            globals()[_name] = _function(_class.__dict__[_name], _of)
            __all__.append(_name)


def __getattr__(name):
    _missing(name, "module 'turtle'")
