# The template method pattern, with concrete code in an abstract class, static and class methods.
import abc


class Report(abc.ABC):
    def render(self):
        parts = [self.header(), *self.lines(), self.footer()]
        return "\n".join(p for p in parts if p)

    def header(self):
        return f"== {type(self).title()} =="

    @classmethod
    @abc.abstractmethod
    def title(cls):
        raise NotImplementedError

    @abc.abstractmethod
    def lines(self):
        yield "common line"

    @staticmethod
    def footer():
        return "-" * 12


class Sales(Report):
    def __init__(self, **sold):
        self.sold = sold

    @classmethod
    def title(cls):
        return cls.__name__.upper()

    def lines(self):
        yield from super().lines()
        for k, v in self.sold.items():
            yield f"{k:<6}{v:>6}"


class Empty(Sales):
    def lines(self):
        return []

    def footer(self):
        return None


print(Sales(apples=3, pears=12).render())
print(Empty().render())
for cls in (Report, Sales, Empty):
    print(cls.__name__, abc.ABC in cls.__bases__, bool(getattr(cls, "__abstractmethods__", ())))
try:
    Report()
except TypeError as e:
    print(e)
