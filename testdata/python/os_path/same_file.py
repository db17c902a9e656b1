# Whether two paths are one file, and what is a mount point.
import os
import pathlib

os.makedirs("/tmp/same/sub", exist_ok=True)
for name in "a", "b":
    with open(f"/tmp/same/{name}", "w") as f:
        f.write("text")
os.chdir("/tmp/same")
print(os.path.samefile("a", "b"), os.path.samefile("a", "/tmp/same/a"), os.path.samefile("/tmp/same/sub/../a", "./a"), os.path.samefile("sub/", "/tmp//same/sub"))
print(pathlib.Path("a").samefile("b"), pathlib.Path("a").samefile("sub/../a"), os.path.samestat(os.stat("a"), os.stat("a")))
print(os.stat("a").st_ino == os.stat("b").st_ino, {entry.name: entry.inode() == os.stat(entry.name).st_ino for entry in sorted(os.scandir("."), key=lambda e: e.name)})
print(os.path.ismount("/"), os.path.ismount("/tmp/same"), os.path.ismount("a"), os.path.ismount("nowhere"))
try:
    os.path.samefile("a", "nowhere")
except FileNotFoundError as e:
    print(e.strerror)
