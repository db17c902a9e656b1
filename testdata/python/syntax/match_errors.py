# What a match statement raises at run time, and which names it leaves alone.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Odd:
    __match_args__ = ["x"]


class Numbers:
    __match_args__ = (1,)


def check(value, how):
    try:
        match how:
            case 1:
                match value:
                    case Point(1, 2, 3):
                        pass
            case 2:
                match value:
                    case Point(1, x=1):
                        pass
            case 3:
                match value:
                    case Odd(1):
                        pass
            case 4:
                match value:
                    case Numbers(1):
                        pass
            case 5:
                kind = 5
                match value:
                    case kind():
                        pass
            case 6:
                match value:
                    case int(1, 2):
                        pass
    except TypeError as error:
        print(how, error)


check(Point(1, 2), 1)
check(Point(1, 1), 2)
check(Odd(), 3)
check(Numbers(), 4)
check(1, 5)
check(1, 6)

# match, case, type and _ are names everywhere else.
match = [1, 2]
case = {"k": match}
type_of = type(case)
print(match[0], case["k"], type_of)
match, case = case, match
print(match["k"] is case)
_ = 5
match = lambda *args: args
print(match(1, 2), match (3), _)


def nested(data):
    match data:
        case {"user": {"name": str(name), "tags": [first, *_]}}:
            return f"{name}:{first}"
        case {"user": {"name": name}} if name:
            return f"odd {name!r}"
        case [("point", x, y), *rest] if not rest:
            return x + y
        case (1 | 2) as small, *others:
            return small, others
        case [Point(x=0, y=(10 | 20) as y)]:
            return f"y {y}"
        case _:
            return None


print(nested({"user": {"name": "ann", "tags": ["a", "b"]}}))
print(nested({"user": {"name": 5, "tags": []}}))
print(nested([("point", 3, 4)]), nested([2, 3, 4]), nested([Point(0, 20)]), nested([Point(1, 20)]))


def constants(value):
    match value:
        case 0 | None | True:
            return "first"
        case {True: x, None: y} | {"k": x, "l": y}:
            return x, y
        case False | "f" | -1.5 | 1 + 2j:
            return "second"
    return "none"


print([constants(v) for v in (0, None, True, False, {True: 1, None: 2}, {"k": 3, "l": 4}, "f", -1.5, 1 + 2j, 1)])
