# An inventory with commands from a script, read through input().
import io
import shlex
import sys


class Inventory:
    def __init__(self):
        self.items = {}

    def do_add(self, name, qty, price):
        n, old = int(qty), self.items.get(name, (0, 0))
        if n <= 0:
            raise ValueError("quantity must be positive")
        self.items[name] = (old[0] + n, float(price))
        return f"{name}: {self.items[name][0]}"

    def do_remove(self, name, qty="1"):
        have, price = self.items[name]
        if int(qty) > have:
            raise ValueError(f"only {have} of {name}")
        self.items[name] = (have - int(qty), price)
        if have == int(qty):
            del self.items[name]
        return "ok"

    def do_list(self):
        return "\n".join(f"{k:<10}{q:>4} x {p:>7.2f} = {q * p:>9.2f}" for k, (q, p) in sorted(self.items.items())) or "(empty)"

    def run(self):
        while True:
            try:
                line = input("> ")
            except EOFError:
                print("bye")
                return
            print(line)
            match shlex.split(line):
                case []:
                    continue
                case ["quit"]:
                    return
                case [cmd, *args]:
                    try:
                        print(getattr(self, "do_" + cmd)(*args))
                    except AttributeError:
                        print(f"unknown command {cmd}")
                    except KeyError as e:
                        print("no item", e)
                    except (ValueError, TypeError) as e:
                        print("error:", e)


sys.stdin = io.StringIO("list\nadd pen 10 1.5\nadd 'big box' 2 20\nadd pen 5 1.6\nremove pen 20\nremove cup\nadd pen\nadd pen x 1\n\nfly\nremove 'big box' 2\nlist\n")
Inventory().run()
