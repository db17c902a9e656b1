import csv, io, statistics as st, sys, os, json, tempfile, pathlib, collections, itertools, operator
DATA = '''date,region,product,units,price
2024-01-05,North,"Widget, large",10,2.50
2024-01-06,South,Gadget,3,19.99
2024-01-06,North,Gadget,7,19.99
2024-02-01,East,"He said ""hi""",1,100
2024-02-03,South,Widget,,2.25
'''
rows = list(csv.DictReader(io.StringIO(DATA)))
for r in rows: r["units"] = int(r["units"] or 0); r["price"] = float(r["price"]); r["total"] = r["units"] * r["price"]
print(f"{'Region':<8}{'Units':>6}{'Total':>10}"); print("-" * 24)
for reg, grp in itertools.groupby(sorted(rows, key=operator.itemgetter("region")), key=lambda r: r["region"]):
    grp = list(grp); print(f"{reg:<8}{sum(r['units'] for r in grp):>6}{sum(r['total'] for r in grp):>10,.2f}")
u = [r["units"] for r in rows]; print(st.mean(u), st.median(u), round(st.stdev(u), 4), st.mode("aab"), st.quantiles(u, n=4), st.pvariance(u), st.fmean(u), st.median_low(u))
by = collections.defaultdict(list)
for r in rows: by[r["date"][:7]].append(r["total"])
print({k: round(sum(v), 2) for k, v in by.items()})
with tempfile.TemporaryDirectory() as td:
    p = pathlib.Path(td) / "out" / "r.csv"; p.parent.mkdir(parents=True)
    with p.open("w", newline="") as f:
        w = csv.DictWriter(f, fieldnames=["region", "total"], extrasaction="ignore", quoting=csv.QUOTE_NONNUMERIC); w.writeheader(); w.writerows(rows)
    print(p.read_text(), p.name, p.suffix, p.stem, p.exists(), p.stat().st_size, [x.name for x in pathlib.Path(td).rglob("*")])
    os.rename(p, p.with_suffix(".bak")); print(sorted(os.listdir(p.parent)))
    with open(p.with_suffix(".bak"), "a+") as f: f.write("end\n"); f.seek(0); print(len(f.readlines()), f.tell() > 0, f.closed)
    for line in open(p.with_suffix(".bak")):
        if "East" in line: print(line.rstrip())
print(os.path.exists(td), os.path.join("a", "b", "../c"), os.path.normpath("a/b/../c"), os.path.splitext("x.tar.gz"), os.path.basename("/u/v"))
try: open("/nope/x.txt")
except FileNotFoundError as e: print(e, e.errno, e.filename)
out = io.StringIO(); wr = csv.writer(out, delimiter=";", lineterminator="\n"); wr.writerow(["a;b", 'q"q', None, 1.5, "l\nm"]); print(out.getvalue())
print(list(csv.reader(["a b  c", "'x y' z"], delimiter=" ", quotechar="'", skipinitialspace=True)))
sys.stdout.write("done\n")
