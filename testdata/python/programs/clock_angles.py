# Hands of a clock, alarms and times of day added up.
class Clock:
    def __init__(self, h=0, m=0):
        self.t = (h * 60 + m) % 1440

    @classmethod
    def parse(cls, text):
        h, sep, m = text.partition(":")
        if not (sep and h.isdigit() and m.isdigit() and int(h) < 24 and int(m) < 60):
            raise ValueError(f"no time: {text!r}")
        return cls(int(h), int(m))

    def __add__(self, minutes):
        return Clock(0, self.t + minutes)

    def __sub__(self, other):
        return (self.t - other.t) % 1440 if isinstance(other, Clock) else Clock(0, self.t - other)

    def __eq__(self, other):
        return self.t == other.t

    def __str__(self):
        return f"{self.t // 60:02}:{self.t % 60:02}"

    def angle(self):
        d = abs(self.t % 720 / 2 - self.t % 60 * 6) % 360
        return min(d, 360 - d)


for text in ("12:00", "03:00", "09:45", "23:59", "24:00", "7:5", "x"):
    try:
        c = Clock.parse(text)
        print(c, c.angle(), c + 90, c - 600, (Clock(6) - c))
    except ValueError as e:
        print("ValueError:", e)
print([str(Clock(0, m)) for m in range(720) if Clock(0, m).angle() == 0], Clock(25, 0) == Clock(1), Clock(-1, 0) == Clock(23))
