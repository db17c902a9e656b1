# getopt as in old scripts: short and long options, abbreviations, mixed operands, errors.
import getopt


def parse(argv, gnu=False):
    f = getopt.gnu_getopt if gnu else getopt.getopt
    try:
        opts, rest = f(argv, "hvo:n:", ["help", "verbose", "output=", "number=", "dry-run"])
    except getopt.GetoptError as e:
        return f"error: {e.msg!r} opt={e.opt!r}"
    return opts, rest


for line in ("-v -o out a b", "-vn3 x", "--output=f --dry-run", "--out f", "--verb", "a -v b", "-v -- -o x", "-x", "-o", "--number", "--help=1", "--nope", "-", ""):
    print(f"{line!r:<24}", parse(line.split()))
for line in ("a -v b -o c d", "a -- -v", "x --dry-run y"):
    print("gnu", line, parse(line.split(), True))
print(getopt.getopt(["-a", "--b"], "a", "b"), getopt.error is getopt.GetoptError)


def main(argv):
    size, names, quiet = 1, [], False
    opts, args = getopt.getopt(argv, "s:N:q", ["size=", "name=", "quiet"])
    for o, a in opts:
        match o:
            case "-s" | "--size":
                size = int(a)
            case "-N" | "--name":
                names.append(a)
            case "-q" | "--quiet":
                quiet = True
    return size, names, quiet, args


print(main("-s 3 --name=x -Ny --quiet one two".split()))
try:
    getopt.getopt(["--s"], "", ["size", "sort"])
except getopt.GetoptError as e:
    print(str(e), e.args)
