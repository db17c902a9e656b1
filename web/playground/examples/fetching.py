# A program reaches nothing by itself. This page offers it one function,
# page.fetch(path), which gets a text from where the page came from.
import json

try:
    import page
except ImportError:
    raise SystemExit("This browser cannot let Python wait for the page.")

site = json.loads(page.fetch("manifest.json"))
print("this page consists of", len(site["files"]), "files")
for file in site["files"]:
    if file["path"].endswith((".wasm", ".js")):
        print("{:>8} bytes  {}".format(file["bytes"], file["path"]))

try:
    page.fetch("https://example.com/")
except Exception as error:
    print("elsewhere:", error)
