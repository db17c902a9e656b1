# input() where there is nothing to read.
import io
import sys

try:
    input()
except EOFError as e:
    print(repr(e))
try:
    input("name? ")
except EOFError as e:
    print("\nend:", e)
sys.stdin = io.StringIO("one\ntwo")
print(input(), input())
try:
    input()
except EOFError as e:
    print(repr(e))
