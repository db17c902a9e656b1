# Options parsed as in C programs.
import getopt


def run(argv):
    try:
        opts, args = getopt.getopt(argv, "hv:o", ["help", "output=", "level=", "verbose"])
    except getopt.GetoptError as e:
        return f"error: {e.msg} (option {e.opt!r})"
    settings = {"files": args}
    for opt, value in opts:
        if opt in ("-h", "--help"):
            settings["help"] = True
        elif opt == "--output":
            settings["output"] = value
        else:
            settings.setdefault("other", []).append((opt, value))
    return settings


for line in ("-h a b", "-v 3 --output=x.txt f", "-v3 -o -- -h", "--out y", "--level", "-x", "--help=1", "--nope", "a -h", "-v", "--verb"):
    print(f"{line:<24}", run(line.split()))
print(getopt.gnu_getopt("a -h b --output z c".split(), "h", ["output="]))
print(getopt.gnu_getopt(["a", "-h"], "+h"))
try:
    getopt.getopt(["--le"], "", ["left", "level"])
except getopt.error as e:
    print(e)
