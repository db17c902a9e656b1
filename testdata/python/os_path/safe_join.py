# Names from outside kept within a folder.
import os.path


class Outside(ValueError):
    pass


def safe_join(root, *names):
    full = os.path.normpath(os.path.join(root, *names))
    if os.path.commonpath([root, full]) != root:
        raise Outside(full)
    return full


def unique(path, taken):
    stem, ext = os.path.splitext(path)
    n = 1
    while path in taken:
        path = f"{stem} ({n}){ext}"
        n += 1
    return path


for names in (("a.txt",), ("sub", "b.txt"), ("../etc/passwd",), ("/etc/passwd",), ("sub/../../x",), ("sub/..", "c"), ("",)):
    try:
        print(names, safe_join("/srv/files", *names))
    except Outside as e:
        print(names, "refused:", e)
taken = set()
for name in ("r.pdf", "r.pdf", "r.pdf", "r.tar.gz", "r.tar.gz", "noext", "noext"):
    taken.add(unique(name, taken))
print(sorted(taken))


def tree(paths):
    root = {}
    for path in paths:
        node = root
        for part in path.split("/"):
            node = node.setdefault(part, {})
    return root


def show(node, depth=0):
    for name, child in sorted(node.items()):
        print("  " * depth + name + ("/" if child else ""))
        show(child, depth + 1)


show(tree(["src/app/main.py", "src/app/util.py", "README", "src/test.py"]))
