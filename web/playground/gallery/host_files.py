# A program reaches nothing by itself. This page offers one function,
# page.fetch(path), which gets a text from where the page came from.
import json
from collections import Counter

import page

site = json.loads(page.fetch("manifest.json"))
sizes = Counter()
for file in site["files"]:
    kind = file["path"].rpartition(".")[2]
    sizes[kind] += file["bytes"]

print("The playground's site, by kind of file:")
for kind, size in sizes.most_common(3):
    print(f"  {kind:<6} {size // 1000:>6} kB")
