# A thermostat with observers, thresholds and hysteresis.
class Thermostat:
    def __init__(self, target, band=1.0):
        self.target, self.band, self.heating, self._watchers = target, band, False, []

    def watch(self, f):
        self._watchers.append(f)
        return lambda: self._watchers.remove(f)

    def feed(self, temperature):
        before = self.heating
        if temperature < self.target - self.band:
            self.heating = True
        elif temperature > self.target + self.band:
            self.heating = False
        if before is not self.heating:
            for f in list(self._watchers):
                f(temperature, self.heating)


log, count = [], {"on": 0, "off": 0}
t = Thermostat(20)
stop = t.watch(lambda temp, on: log.append(f"{temp:.1f} {'on' if on else 'off'}"))
t.watch(lambda temp, on: count.__setitem__("on" if on else "off", count["on" if on else "off"] + 1))
room = 21.0
for minute in range(40):
    room += 0.4 if t.heating else -0.3
    t.feed(room)
    if minute == 25:
        stop()
print(*log, sep="\n")
print(count, round(room, 2), t.heating)
