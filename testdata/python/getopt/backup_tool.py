# Options of a tool read by getopt, with defaults, repeated options and usage on errors.
import getopt

USAGE = "usage: backup [-nv] [-x PATTERN]... [--level=N] SOURCE TARGET"


def main(argv):
    conf = {"dry": False, "verbose": 0, "exclude": [], "level": 1}
    try:
        opts, args = getopt.getopt(argv, "nvx:", ["dry-run", "verbose", "exclude=", "level="])
        for o, a in opts:
            if o in ("-n", "--dry-run"):
                conf["dry"] = True
            elif o in ("-v", "--verbose"):
                conf["verbose"] += 1
            elif o in ("-x", "--exclude"):
                conf["exclude"].append(a)
            elif o == "--level":
                conf["level"] = int(a)
        source, target = args
    except (getopt.GetoptError, ValueError) as e:
        return f"{type(e).__name__}: {e}"
    return conf | {"from": source, "to": target}


for line in ("a b", "-nvv -x *.o -x tmp a b", "--level=3 --exclude .git a b", "--dry a b", "--lev 2 --verb -- -a -b", "a", "--level=x a b", "-z a b", "-x", "--dry-run=1 a b", "a -v b"):
    print(f"{line:<32}", main(line.split()))
print(USAGE)
