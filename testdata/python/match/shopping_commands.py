# Commands of a shop split into words and matched, with amounts checked and carts changed.
def run(cart, line):
    match line.lower().split():
        case ["add", name]:
            return run(cart, f"add 1 {name}")
        case ["add", n, *words] if n.isdigit() and words:
            name = " ".join(words)
            cart[name] = cart.get(name, 0) + int(n)
            return f"{cart[name]} {name}"
        case ["remove" | "drop", *words] if (name := " ".join(words)) in cart:
            return f"removed {cart.pop(name)}"
        case ["remove" | "drop", *words]:
            return f"no {' '.join(words) or 'name'}"
        case ["list"] if not cart:
            return "empty"
        case ["list", *opts]:
            items = sorted(cart.items(), key=lambda kv: -kv[1] if "by-count" in opts else kv[0])
            return ", ".join(f"{k}: {n}" for k, n in items)
        case ["set", name, "to" | "=", ("0" | "none")]:
            cart.pop(name, None)
            return "cleared"
        case ["set", name, "to" | "=", n]:
            cart[name] = int(n)
            return f"{name} is {n}"
        case [("help" | "?") as word]:
            return f"{word}: add, remove, list, set"
        case []:
            return "say something"
        case [first, *rest]:
            return f"unknown {first!r} and {len(rest)} more"


cart = {}
for line in ("", "list", "add apple", "add 3 green pears", "ADD apple", "list", "list by-count", "drop apple", "remove kiwi", "set nuts to 5", "set nuts = none", "?", "dance all night", "remove", "add x y", "list"):
    print(f"{line:<18}> {run(cart, line)}")
