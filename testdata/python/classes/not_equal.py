# What != asks, and in which order.
log = []


class Both:
    def __eq__(self, other):
        log.append("eq")
        return NotImplemented

    def __ne__(self, other):
        log.append("ne")
        return NotImplemented


class Eq:
    def __eq__(self, other):
        log.append("Eq.eq")
        return NotImplemented


class Sub(Both):
    def __ne__(self, other):
        log.append("Sub.ne")
        return "sub"


class Text(str):
    def __ne__(self, other):
        log.append("Text.ne")
        return NotImplemented


class Always:
    def __ne__(self, other):
        return "always"


def show(label, result):
    print(label, result, log)
    log.clear()


b = Both()
show("both", b != Both())
show("same", b != b)
show("equal", b == Both())
show("other", b != Eq())
show("reflected", Eq() != b)
show("sub", b != Sub())
show("sub first", Sub() != b)
show("int", b != 1)
show("int first", 1 != b)
show("eq alone", Eq() != Eq())
show("text", Text("a") != "a")
show("text other", Text("a") != "b")
show("text first", "a" != Text("a"))
show("always", Always() != 1)
show("always first", 1 != Always())
show("list", [b] != [b])
show("in", b in [Both(), b])
