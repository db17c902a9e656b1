# An interpreter for a tiny language: brackets matched ahead, errors with positions.
def compile_bf(source):
    code, stack = [c for c in source if c in "+-<>[].,"], []
    jumps = {}
    for i, c in enumerate(code):
        if c == "[":
            stack.append(i)
        elif c == "]":
            if not stack:
                raise SyntaxError(f"] without [ at {i}")
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    if stack:
        raise SyntaxError(f"[ without ] at {stack[-1]}")
    return code, jumps


def run(source, data="", limit=20000):
    code, jumps = compile_bf(source)
    tape, p, pc, out, data = [0], 0, 0, [], iter(data)
    steps = 0
    while pc < len(code):
        match code[pc]:
            case ">":
                p += 1
                if p == len(tape):
                    tape.append(0)
            case "<":
                p -= 1
                if p < 0:
                    raise IndexError("left of the tape")
            case "+": tape[p] = (tape[p] + 1) % 256
            case "-": tape[p] = (tape[p] - 1) % 256
            case ".": out.append(chr(tape[p]))
            case ",": tape[p] = ord(next(data, "\0"))
            case "[" if not tape[p]: pc = jumps[pc]
            case "]" if tape[p]: pc = jumps[pc]
        pc += 1
        steps += 1
        if steps > limit:
            raise TimeoutError(f"more than {limit} steps")
    return "".join(out), steps


print(run("++++++++[>++++++++<-]>+.+.+."), run(",[.,]", "echo"), run(">,>,<[>+<-]>.", "!#"))
for bad in ("[", "+]", "<", "+[]"):
    try:
        print(run(bad, limit=100))
    except (SyntaxError, IndexError, TimeoutError) as e:
        print(type(e).__name__, e)
