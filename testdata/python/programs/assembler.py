# An assembler in two passes, a disassembler and a machine for its code.
import struct

OPS = {"push": 1, "add": 2, "sub": 3, "mul": 4, "dup": 5, "swap": 6, "jmp": 7, "jz": 8, "out": 9, "pop": 10, "call": 11, "ret": 12, "halt": 0}
NAMES = {v: k for k, v in OPS.items()}
WITH_ARG = {"push", "jmp", "jz", "call"}


def assemble(source):
    labels, code, at = {}, [], 0
    for n, line in enumerate(source.splitlines(), 1):
        line = line.partition(";")[0].strip()
        if line.endswith(":"):
            labels[line[:-1]] = at
        elif line:
            op, *args = line.split()
            if op not in OPS:
                raise SyntaxError(f"line {n}: unknown {op}")
            if len(args) != (op in WITH_ARG):
                raise SyntaxError(f"line {n}: {op} takes {int(op in WITH_ARG)} operands")
            code.append((n, op, args))
            at += 3 if args else 1
    out = bytearray()
    for n, op, args in code:
        out.append(OPS[op])
        for a in args:
            try:
                out += struct.pack("<h", labels[a] if a in labels else int(a))
            except (ValueError, struct.error):
                raise SyntaxError(f"line {n}: bad operand {a}") from None
    return bytes(out)


def disassemble(code):
    at = 0
    while at < len(code):
        op = NAMES[code[at]]
        if op in WITH_ARG:
            yield f"{at:>3} {op} {struct.unpack_from('<h', code, at + 1)[0]}"
            at += 3
        else:
            yield f"{at:>3} {op}"
            at += 1


def run(code, limit=10_000):
    stack, calls, out, ip = [], [], [], 0
    for _ in range(limit):
        op = NAMES[code[ip]]
        ip += 1
        if op in WITH_ARG:
            arg, = struct.unpack_from("<h", code, ip)
            ip += 2
        match op:
            case "halt":
                return out
            case "push":
                stack.append(arg)
            case "add" | "sub" | "mul":
                b, a = stack.pop(), stack.pop()
                stack.append({"add": a + b, "sub": a - b, "mul": a * b}[op])
            case "dup":
                stack.append(stack[-1])
            case "swap":
                stack[-2:] = stack[:-3:-1]
            case "pop":
                stack.pop()
            case "jmp":
                ip = arg
            case "jz":
                if stack.pop() == 0:
                    ip = arg
            case "call":
                calls.append(ip)
                ip = arg
            case "ret":
                ip = calls.pop()
            case "out":
                out.append(stack.pop())
    raise TimeoutError("too many steps")


code = assemble("""
 push 5
loop:
 dup
 call square ; prints a square
 push 1
 sub
 dup
 jz end
 jmp loop
square:
 dup
 mul
 out
 ret
end:
 halt
""")
print(code.hex(), run(code))
print(*disassemble(code), sep="\n")
for bad in ("push", "fly", "push 99999", "jmp nowhere", "add 1"):
    try:
        assemble(bad)
    except SyntaxError as e:
        print("SyntaxError:", e)
for bad in ("add\nhalt", "a:\njmp a"):
    try:
        run(assemble(bad))
    except (IndexError, TimeoutError) as e:
        print(type(e).__name__, e)
