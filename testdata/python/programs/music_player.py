# A playlist: iteration, shuffle by seed, repeat modes, search, durations, smart lists.
import random
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True)
class Song:
    title: str
    artist: str
    seconds: int
    tags: frozenset = frozenset()

    def __str__(self):
        return f"{self.title} - {self.artist} [{self.seconds // 60}:{self.seconds % 60:02}]"


@dataclass
class Playlist:
    songs: list = field(default_factory=list)
    at: int = -1
    repeat: str = "none"

    def __len__(self):
        return len(self.songs)

    def __getitem__(self, i):
        return Playlist(self.songs[i]) if isinstance(i, slice) else self.songs[i]

    def __contains__(self, title):
        return any(s.title == title for s in self.songs)

    def __add__(self, other):
        return Playlist(self.songs + [s for s in other.songs if s not in self.songs])

    def next(self):
        if self.repeat != "one" or self.at < 0:
            self.at += 1
        if self.at >= len(self):
            if self.repeat != "all":
                raise StopIteration("end of the list")
            self.at = 0
        return self.songs[self.at]

    def shuffled(self, seed):
        return Playlist(random.Random(seed).sample(self.songs, len(self)))

    def where(self, **want):
        return Playlist([s for s in self.songs if all(v(getattr(s, k)) if callable(v) else getattr(s, k) == v for k, v in want.items())])


p = Playlist([Song("Sun", "Ann", 185, frozenset({"pop"})), Song("Rain", "Bob", 241), Song("Wind", "Ann", 59, frozenset({"pop", "live"})), Song("Snow", "Cy", 600)])
print(*p, sep="\n")
print(len(p), "Rain" in p, p[-1], len(p[1:3]), [s.title for s in p.shuffled(4)], [s.title for s in p.where(artist="Ann", seconds=lambda n: n > 60)], [s.title for s in p.where(tags=lambda t: "live" in t)])
print([f"{t // 60}:{t % 60:02}" for t in accumulate(s.seconds for s in p)], max(p, key=lambda s: s.seconds).title, len(p + p[:2]), len({s.artist for s in p}))
played = []
for mode, n in (("none", 5), ("all", 6), ("one", 3)):
    q = Playlist(p.songs, repeat=mode)
    try:
        played.append([q.next().title for _ in range(n)])
    except StopIteration as e:
        played.append(f"{mode}: {e}")
print(played)
