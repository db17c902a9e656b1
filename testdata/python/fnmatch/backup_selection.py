# What a backup takes: include and exclude lists with wildcards, sizes summed by rule.
import fnmatch
from collections import defaultdict

FILES = {
    "home/ann/notes.txt": 120, "home/ann/photo.raw": 9000, "home/ann/.cache/x": 77, "home/bob/thesis.tex": 300,
    "home/bob/thesis.aux": 40, "home/bob/build/out.o": 800, "etc/passwd": 10, "etc/app/conf.d/10-main.conf": 5,
    "etc/app/conf.d/20-extra.conf~": 5, "var/log/syslog.1": 600, "var/log/syslog.2": 650, "var/log/app.log": 90,
}
INCLUDE = ["home/*", "etc/*", "var/log/*.[1-9]"]
EXCLUDE = ["*/.cache/*", "*.aux", "*/build/*", "*~"]


class Selection:
    def __init__(self, include, exclude):
        self.include, self.exclude = include, exclude
        self.hits = defaultdict(list)

    def wants(self, path):
        for rule in self.exclude:
            if fnmatch.fnmatchcase(path, rule):
                self.hits["-" + rule].append(path)
                return False
        for rule in self.include:
            if fnmatch.fnmatchcase(path, rule):
                self.hits["+" + rule].append(path)
                return True
        return False


s = Selection(INCLUDE, EXCLUDE)
taken = [p for p in FILES if s.wants(p)]
print("taken", len(taken), "of", len(FILES), "bytes", sum(map(FILES.get, taken)))
for rule in sorted(s.hits):
    paths = s.hits[rule]
    print(f"{rule:<18}{len(paths):>3}{sum(FILES[p] for p in paths):>7}  {', '.join(p.rpartition('/')[2] for p in paths)}")
print("left out:", *sorted(set(FILES) - set(taken)))
