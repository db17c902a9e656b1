# with asks the type: a class is a context if its metaclass says so.
import asyncio


class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return True


class Meta(type):
    def __enter__(cls):
        print("enter", cls.__name__)
        return cls

    def __exit__(cls, *error):
        print("exit", cls.__name__, error[0])
        return True


class Registry(Quiet, metaclass=Meta):
    pass


try:
    with Quiet:
        print("inside")
except TypeError as e:
    print(e)
with Registry as found:
    print(found is Registry)
    1 / 0
plain = type("Plain", (), {})()
plain.__enter__ = plain.__exit__ = lambda *args: None
try:
    with plain:
        print("inside")
except TypeError as e:
    print(e)


class Session:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        return False


async def use():
    async with Session:
        print("inside")


try:
    asyncio.run(use())
except TypeError as e:
    print(e)
