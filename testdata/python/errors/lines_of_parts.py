# The line of an error is that of the part of the statement that failed, also where a statement has several lines.


def line_of(function):
    try:
        function()
    except Exception as error:
        at = error.__traceback__.tb_next
        return at.tb_lineno - function.__code__.co_firstlineno


def argument():
    return print(
        "a",
        1 / 0,
        "b",
    )


def call():
    return int(
        "x"
    )


def operator():
    return (
        1 +
        "a"
    )


def chain():
    return (
        "text"
        .upper()
        .nothing()
    )


def table():
    names = {
        "a": 1,
        "b": missing,
        "c": 3,
    }
    return names


def unpack():
    a, b = (
        1,
        2,
        3,
    )


def with_exit():
    class Manager:
        def __enter__(self):
            pass

        def __exit__(self, *error):
            raise ValueError

    with Manager():
        a = 1
        b = 2


def loop():
    for item in (
        5
    ):
        pass


def second_turn():
    for number in 1, 0:
        value = 1 / number
        last = value


def subscript():
    values = [1]
    return values[
        3
    ]


def raises():
    raise ValueError(
        "a",
        "b",
    )




for function in argument, call, operator, chain, table, unpack, with_exit, loop, second_turn, subscript, raises:
    print(function.__name__, line_of(function))


def decorate(function):
    return function


@decorate
@decorate
def decorated():
    pass


class Class:
    # a comment

    def method(self):
        # another
        return 1


print(decorated.__code__.co_firstlineno, Class.method.__code__.co_firstlineno, (lambda: 1).__code__.co_firstlineno)
