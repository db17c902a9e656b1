# A library that lends books, with dates, fines and errors of its own.
from dataclasses import dataclass, field
from datetime import date, timedelta


class LibraryError(Exception):
    """Base of what can go wrong."""


class NotAvailable(LibraryError):
    def __init__(self, title, until):
        super().__init__(f"{title!r} is lent until {until:%d %b}")
        self.until = until


class LimitReached(LibraryError):
    pass


@dataclass
class Member:
    name: str
    loans: dict[str, date] = field(default_factory=dict)
    fines: int = 0


class Library:
    PERIOD, LIMIT, FINE = timedelta(days=14), 2, 25

    def __init__(self, *titles):
        self.shelf, self.lent = set(titles), {}

    def lend(self, title, member, today):
        if title in self.lent:
            raise NotAvailable(title, self.lent[title].loans[title])
        if title not in self.shelf:
            raise LibraryError(f"no book {title!r}")
        if len(member.loans) >= self.LIMIT:
            raise LimitReached(f"{member.name} has {len(member.loans)} books")
        self.shelf.remove(title)
        member.loans[title] = today + self.PERIOD
        self.lent[title] = member

    def give_back(self, title, today):
        member = self.lent.pop(title)
        late = max((today - member.loans.pop(title)).days, 0)
        member.fines += late * self.FINE
        self.shelf.add(title)
        return late


lib = Library("Dune", "Emma", "Ulysses", "It")
ann, bob = Member("Ann"), Member("Bob")
day = date(2024, 2, 20)
for title, m in (("Dune", ann), ("Emma", ann), ("It", ann), ("Dune", bob), ("Moby", bob), ("It", bob)):
    try:
        lib.lend(title, m, day)
        print(f"{m.name} takes {title}, due {m.loans[title]}")
    except NotAvailable as e:
        print("wait:", e, (e.until - day).days)
    except LibraryError as e:
        print(type(e).__name__, e)
print(lib.give_back("Dune", date(2024, 3, 10)), lib.give_back("Emma", day), ann, sorted(lib.shelf))
try:
    lib.give_back("Dune", day)
except KeyError as e:
    print("KeyError", e)
