# A menu at the terminal: deposits, withdrawals and wrong entries read with input().
import io
import sys

sys.stdin = io.StringIO("1\n100\n2\n30\n2\n500\n1\nabc\n1\n-5\n9\n3\n4\n")


class InsufficientFunds(Exception):
    def __init__(self, have, want):
        super().__init__(f"you have {have:.2f}, not {want:.2f}")


balance, history = 0.0, []


def ask_amount():
    text = input("Amount: ")
    print(text)
    amount = float(text)
    if amount <= 0:
        raise ValueError("amount must be positive")
    return amount


while True:
    choice = input("1) deposit 2) withdraw 3) history 4) quit: ")
    print(choice)
    try:
        match choice:
            case "1":
                balance += (a := ask_amount())
                history.append(("deposit", a))
            case "2":
                a = ask_amount()
                if a > balance:
                    raise InsufficientFunds(balance, a)
                balance -= a
                history.append(("withdraw", -a))
            case "3":
                for kind, a in history:
                    print(f"  {kind:<10}{a:>+10.2f}")
            case "4":
                break
            case other:
                print(f"no such choice: {other}")
    except (ValueError, InsufficientFunds) as e:
        print("!", e)
print(f"Balance: {balance:.2f}")
