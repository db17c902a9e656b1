class Greeter:
    @staticmethod
    def __call__(name):
        return "hi " + name


class Maker:
    __call__ = dict


class Add:
    def __call__(self, x):
        return x + 1


class Wrapper:
    __call__ = Add()


print(Greeter()("bob"), Maker()(a=1), Wrapper()(4))
