# What pickle says of classes and functions that are not where their name says.
import pickle


class Gone:
    pass


class Other:
    pass


gone, Kept = Gone(), Other
data = pickle.dumps(gone)
del Gone


class Other:
    pass


def outer():
    def inner():
        pass

    class Local:
        pass

    return inner, Local


def foreign():
    pass


foreign.__module__ = "nowhere"
inner, Local = outer()
for action in (
    lambda: pickle.dumps(gone), lambda: pickle.loads(data), lambda: pickle.dumps(Kept()), lambda: pickle.dumps(inner), lambda: pickle.dumps(Local()),
    lambda: pickle.dumps(foreign), lambda: pickle.dumps(lambda: 1), lambda: pickle.loads(b"cmath\nnope\n."), lambda: pickle.loads(b"cnowhere\nf\n."),
    lambda: pickle.dumps(x for x in "ab"),
):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__ + ":", str(e).split(" at 0x")[0].split(" from ")[0])
