# Input is tried and refused, with exceptions of our own and cleaning up.
class Refused(ValueError):
    def __init__(self, text, why):
        super().__init__(text + ": " + why)
        self.why = why


def parse(text):
    try:
        value = int(text)
    except ValueError as e:
        raise Refused(text, "no number") from e
    if value < 0:
        raise Refused(text, "negative")
    return value


closed = 0
reasons = {}
total = 0
for i in range(6000):
    text = (str(i), "x" + str(i), str(-i - 1), str(i) + ".5")[i % 4]
    try:
        try:
            total += parse(text)
        finally:
            closed += 1
    except Refused as e:
        reasons[e.why] = reasons.get(e.why, 0) + 1
    try:
        reasons["never"]
    except KeyError:
        total += 1
print(closed, total, sorted(reasons.items()))
