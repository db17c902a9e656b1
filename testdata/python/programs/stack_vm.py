# A small virtual machine with an assembler, subroutines and labels.
class VM:
    def __init__(self, program):
        self.code, self.labels = [], {}
        for n, line in enumerate(program.splitlines(), 1):
            line = line.partition(";")[0].strip()
            if line.endswith(":"):
                self.labels[line[:-1]] = len(self.code)
            elif line:
                self.code.append((n, *line.split()))
        self.stack, self.calls, self.vars, self.pc, self.out = [], [], {}, 0, []

    def run(self, limit=500):
        while self.pc < len(self.code) and limit:
            limit -= 1
            n, op, *args = self.code[self.pc]
            self.pc += 1
            try:
                getattr(self, "op_" + op)(*args)
            except (AttributeError, IndexError, KeyError, TypeError, ZeroDivisionError) as e:
                raise RuntimeError(f"line {n}: {op} {' '.join(args)}: {type(e).__name__}") from None
        return self.out if limit else "limit"

    def op_push(self, v): self.stack.append(int(v))
    def op_add(self): self.stack.append(self.stack.pop() + self.stack.pop())
    def op_mul(self): self.stack.append(self.stack.pop() * self.stack.pop())
    def op_sub(self): b = self.stack.pop(); self.stack.append(self.stack.pop() - b)
    def op_div(self): b = self.stack.pop(); self.stack.append(self.stack.pop() // b)
    def op_dup(self): self.stack.append(self.stack[-1])
    def op_store(self, k): self.vars[k] = self.stack.pop()
    def op_load(self, k): self.stack.append(self.vars[k])
    def op_print(self): self.out.append(self.stack.pop())
    def op_jmp(self, l): self.pc = self.labels[l]
    def op_jz(self, l): self.pc = self.labels[l] if self.stack.pop() == 0 else self.pc
    def op_call(self, l): self.calls.append(self.pc); self.pc = self.labels[l]
    def op_ret(self): self.pc = self.calls.pop()
    def op_halt(self): self.pc = len(self.code)


FACT = """push 5
call fact
print
halt
fact:
  store n
  push 1
  store r
loop:
  load n
  jz done
  load n
  load r
  mul
  store r     ; r *= n
  load n
  push 1
  sub
  store n
  jmp loop
done:
  load r
  ret"""
print(VM(FACT).run(), VM("push 7\ndup\nmul\nprint").run(), VM("x:\njmp x").run())
for bad in ("pop", "push 1\npush 0\ndiv", "add", "jmp nowhere", "push"):
    try:
        print(VM(bad).run())
    except RuntimeError as e:
        print(e)
