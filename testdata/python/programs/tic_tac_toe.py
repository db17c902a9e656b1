# Noughts and crosses, with input() from a script and a computer that never loses.
import io
import sys

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(b):
    return next((b[i] for i, j, k in LINES if b[i] != " " and b[i] == b[j] == b[k]), None)


def minimax(b, player, memo={}):
    key = (tuple(b), player)
    if key in memo:
        return memo[key]
    if w := winner(b):
        return (1 if w == "O" else -1), None
    free = [i for i, c in enumerate(b) if c == " "]
    if not free:
        return 0, None
    best = None
    for i in free:
        b[i] = player
        score = minimax(b, "X" if player == "O" else "O")[0]
        b[i] = " "
        if best is None or (score > best[0] if player == "O" else score < best[0]):
            best = score, i
    memo[key] = best
    return best


def show(b):
    print("\n-+-+-\n".join("|".join(b[r:r + 3]) for r in (0, 3, 6)))


sys.stdin = io.StringIO("4\nx\n4\n9\n1\n6\n5\n3\n2\n7\n")
board = list("O X" + "   " + "  X")
while not winner(board) and " " in board:
    text = input("your move: ")
    try:
        i = int(text)
        if not (0 <= i < 9 and board[i] == " "):
            raise ValueError("not free")
    except ValueError as e:
        print("bad move:", e)
        continue
    board[i] = "X"
    if " " in board and not winner(board):
        board[minimax(board, "O")[1]] = "O"
    print()
    show(board)
print("winner:", winner(board) or "nobody")
