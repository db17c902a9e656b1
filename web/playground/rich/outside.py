# What display shows where no page is: text and tables are printed, pictures and HTML become files beside the program, and so does what
# turtles drew, when the program has ended.
import math

count = 0


def save(data, kind):
    global count
    count += 1
    name = "display-%d.%s" % (count, kind)
    try:
        with open(name, "wb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
    except OSError as error:
        print("[%s of %d bytes, which cannot be kept: %s]" % (kind, len(data), error))
    else:
        print("[%s]" % name)


def print_table(columns, rows):
    texts = [columns] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in texts) for i in range(len(columns))]
    numbers = [all(type(row[i]) in (int, float) for row in rows) for i in range(len(columns))]
    for at, row in enumerate(texts):
        print("  ".join(text.rjust(width) if number else text.ljust(width) for text, width, number in zip(row, widths, numbers)).rstrip())
        if at == 0:
            print("  ".join("-" * width for width in widths))


def show(kind, data):
    if kind == "text":
        print(data)
    elif kind == "table":
        print_table(*data)
    elif kind == "turtle":
        return drawing.play(data)
    else:
        save(data, kind)


SHAPES = {
    "arrow": ((10, 0), (-10, 10), (-10, -10)),
    "classic": ((0, 0), (-9, 5), (-7, 0), (-9, -5)),
    "square": ((10, 10), (-10, 10), (-10, -10), (10, -10)),
    "triangle": ((11.55, 0), (-5.77, 10), (-5.77, -10)),
    "circle": tuple((10 * math.cos(i * math.pi / 10), 10 * math.sin(i * math.pi / 10)) for i in range(20)),
    "turtle": ((16, 0), (14, 2), (10, 1.5), (7, 4), (9, 7), (8, 9), (5, 6), (1, 7), (-3, 5.5), (-6, 8), (-8, 6), (-5, 4), (-7, 0), (-5, -4), (-8, -6), (-6, -8), (-3, -5.5), (1, -7), (5, -6), (8, -9), (9, -7), (7, -4), (10, -1.5), (14, -2)),
}


def escape(text):
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


class Turtle:
    shown, shape, begun = False, (), None

    def __init__(self):
        self.x = self.y = self.heading = 0.0

    def figure(self):
        c, s = math.cos(math.radians(self.heading)), math.sin(math.radians(self.heading))
        m11, m12, m21, m22, outline = self.trafo  # of (right, ahead)
        parts = []
        for places, fill, line in self.shape:
            moved = [(m22 * a - m21 * b, m11 * b - m12 * a) for a, b in places]
            points = " ".join("%.1f,%.1f" % (self.x + c * a - s * b, self.y + s * a + c * b) for a, b in moved)
            parts.append('<polygon points="%s" fill="%s" stroke="%s" stroke-width="%s"/>' % (points, fill or self.fill, line or self.pen, outline))
        return "".join(parts)


class Drawing:
    # Marks are (turtle, stamp, text of SVG, number); lines are [turtle, (colour, width), places], and go on as long as these are the same.

    def __init__(self):
        self.new()
        self.across, self.name, self.made, self.shapes = (600, 600), "Drawing", 0, {name: [(places, None, None)] for name, places in SHAPES.items()}

    def new(self, *_):
        self.marks, self.turtles, self.colour = [], {}, "white"

    def play(self, ops):
        for name, *args in ops:
            if name in ("end", "new", "bg", "size", "title", "wait", "give_shape"):
                getattr(self, name)(*args)
            else:
                number = args[0]
                if number not in self.turtles:
                    self.turtles[number] = Turtle()
                getattr(self, name)(number, self.turtles[number], *args[1:])
        return 500

    def bg(self, colour):
        self.colour = colour

    def size(self, *size):
        self.across = size

    def title(self, text):
        self.name = text

    def wait(self, *_):
        pass

    def give_shape(self, name, parts):
        self.shapes[name] = parts

    def end(self):
        save(self.svg(), "svg")

    def at(self, number, turtle, x, y, heading):
        turtle.x, turtle.y, turtle.heading = x, y, heading

    def look(self, number, turtle, shape, shown, pen, fill, *trafo):
        turtle.shape, turtle.shown, turtle.pen, turtle.fill, turtle.trafo = self.shapes.get(shape, ()), shown, pen, fill, trafo

    def turn(self, number, turtle, degrees, ms):
        turtle.heading += degrees

    def go(self, number, turtle, x, y, colour, width, ms):
        if colour:
            last = self.marks[-1] if self.marks else None
            if type(last) is list and last[:2] == [number, (colour, width)] and last[2][-1] == (turtle.x, turtle.y) and turtle.begun != len(self.marks):
                last[2].append((x, y))
            else:
                self.marks.append([number, (colour, width), [(turtle.x, turtle.y), (x, y)]])
        turtle.x, turtle.y = x, y

    def begin(self, number, turtle):
        turtle.begun = len(self.marks)

    def fill(self, number, turtle, points, colour):
        self.made += 1
        self.marks.insert(turtle.begun, (number, None, '<polygon points="%s" fill="%s" fill-rule="evenodd"/>' % (" ".join("%s,%s" % tuple(p) for p in points), colour), self.made))
        turtle.begun = None

    def dot(self, number, turtle, size, colour):
        self.mark(number, None, '<circle cx="%s" cy="%s" r="%s" fill="%s"/>' % (turtle.x, turtle.y, size / 2, colour))

    def mark(self, number, stamp, text):
        self.made += 1
        self.marks.append((number, stamp, text, self.made))

    def text(self, number, turtle, words, align, family, points, style, colour):
        anchor = {"left": "start", "center": "middle"}.get(align, "end")
        weight = ' font-weight="bold"' * ("bold" in style) + ' font-style="italic"' * ("italic" in style)
        size = points * 1.33
        lines, texts = words.split("\n"), []
        for i, line in enumerate(lines):
            dy = (i + 1 - len(lines)) * size * 1.2 - size * 0.2
            texts.append('<text transform="translate(%s %s) scale(1 -1)" y="%.1f" text-anchor="%s" font-family="%s" font-size="%.1f"%s fill="%s">%s</text>' % (
                turtle.x, turtle.y, dy, anchor, escape(family), size, weight, colour, escape(line)))
        self.mark(number, None, "".join(texts))

    def stamp(self, number, turtle, stamp):
        self.mark(number, stamp, turtle.figure())

    def undo(self, number, turtle, what):
        if what == "line":
            line = [mark for mark in self.marks if type(mark) is list and mark[0] == number][-1]
            line[2].pop()
            self.keep(lambda mark: mark is not line or len(line[2]) > 1)
        else:
            last = max(mark[3] for mark in self.marks if type(mark) is tuple and mark[:2] == (number, None))
            self.keep(lambda mark: type(mark) is list or mark[3] != last)

    def keep(self, keeps):
        self.marks = [mark for mark in self.marks if keeps(mark)]
        for turtle in self.turtles.values():
            turtle.begun = None if turtle.begun is None else min(turtle.begun, len(self.marks))

    def unstamp(self, number, turtle, stamp):
        self.keep(lambda mark: type(mark) is list or mark[:2] != (number, stamp))

    def clear(self, number, turtle):
        self.keep(lambda mark: mark[0] != number)

    def svg(self):
        width, height = self.across
        parts = [mark[2] if type(mark) is tuple else '<polyline points="%s" fill="none" stroke="%s" stroke-width="%s" stroke-linecap="round" stroke-linejoin="round"/>' % (
            " ".join("%s,%s" % p for p in mark[2]), mark[1][0], mark[1][1]) for mark in self.marks]
        parts += [turtle.figure() for turtle in self.turtles.values() if turtle.shown]
        return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s" width="%s" height="%s"><title>%s</title><rect x="%s" y="%s" width="100%%" height="100%%" fill="%s"/><g transform="scale(1 -1)">%s</g></svg>' % (
            -width / 2, -height / 2, width, height, width, height, escape(self.name), -width / 2, -height / 2, self.colour, "\n".join(parts))


drawing = Drawing()
