# A calculator for postfix notation, its operators taken from the module.
import operator

OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv, "%": operator.mod, "^": operator.pow,
       "<": operator.lt, "==": operator.eq, "&": operator.and_, "<<": operator.lshift}


def rpn(text):
    stack = []
    for token in text.split():
        if f := OPS.get(token):
            if len(stack) < 2:
                raise ValueError(f"{token} needs two values, got {stack}")
            b, a = stack.pop(), stack.pop()
            stack.append(f(a, b))
        elif token in ("neg", "abs", "not_"):
            stack.append(getattr(operator, token)(stack.pop()))
        else:
            stack.append(int(token) if token.lstrip("-").isdigit() else float(token))
    if len(stack) != 1:
        raise ValueError(f"{len(stack)} values left: {stack}")
    return stack[0]


for text in ("3 4 + 2 *", "5 1 2 + 4 * + 3 -", "2 10 ^ 1 -", "7 2 /", "7 -2 //", "1 4 <<", "3 neg abs", "1 +", "1 2", "4 0 /", "x 1 +", "1 2 < not_"):
    try:
        print(f"{text:<20} = {rpn(text)}")
    except (ValueError, ZeroDivisionError) as e:
        print(f"{text:<20} ! {e}")
