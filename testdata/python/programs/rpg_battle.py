# A fight with classes, abilities, effects over time and a seeded die.
from __future__ import annotations

import random
from abc import ABC, abstractmethod
from dataclasses import dataclass, field


@dataclass
class Effect:
    name: str
    turns: int
    damage: int = 0
    blocks: bool = False


@dataclass
class Fighter(ABC):
    name: str
    hp: int
    power: int
    effects: list[Effect] = field(default_factory=list)

    def __post_init__(self):
        self.full = self.hp

    @property
    def alive(self) -> bool:
        return self.hp > 0

    def hurt(self, n: int) -> str:
        self.hp = max(0, self.hp - n)
        return f"{self.name} -{n} ({self.hp})"

    def begin(self):
        for e in self.effects[:]:
            if e.damage:
                yield f"{e.name}: {self.hurt(e.damage)}"
            e.turns -= 1
            if e.turns == 0:
                self.effects.remove(e)

    @abstractmethod
    def act(self, foe: Fighter, rng: random.Random): ...


class Knight(Fighter):
    def act(self, foe, rng):
        if self.hp < self.full // 3 and not any(e.blocks for e in self.effects):
            self.effects.append(Effect("shield", 2, blocks=True))
            yield f"{self.name} raises a shield"
        else:
            n = self.power + rng.randint(-2, 2)
            if any(e.blocks for e in foe.effects):
                n //= 2
            yield f"{self.name} hits: " + foe.hurt(n)


class Witch(Fighter):
    def act(self, foe, rng):
        match rng.choice(["poison", "drain", "nothing"]):
            case "poison" if not foe.effects:
                foe.effects.append(Effect("poison", 3, damage=self.power // 2))
                yield f"{self.name} poisons {foe.name}"
            case "drain" | "poison":
                n = self.power // 2
                self.hp = min(self.full, self.hp + n)
                yield f"{self.name} drains: {foe.hurt(n)}, has {self.hp}"
            case _:
                yield f"{self.name} waits"


def fight(a, b, seed, log=False):
    rng = random.Random(seed)
    for turn in range(1, 100):
        for me, foe in ((a, b), (b, a)):
            for line in me.begin():
                log and print(f"{turn:>2}   {line}")
            if me.alive:
                for line in me.act(foe, rng):
                    log and print(f"{turn:>2} {line}")
            for f in (me, foe):
                if not f.alive:
                    return turn, (foe if f is me else me).name


print(fight(Knight("Roland", 40, 8), Witch("Morgana", 30, 10), 5, log=True))
wins = [fight(Knight("K", 40, 8), Witch("W", 36, 10), s)[1] for s in range(30)]
print(wins.count("K"), wins.count("W"))
try:
    Fighter("x", 1, 1)
except TypeError as e:
    print("TypeError:", e)
