# Reading and writing CSV in all its dialects.
import csv, io
print(list(csv.reader(['a,b,c','1,"x, y",3','"he said ""hi""",,','"multi','line",z',''])))
f=io.StringIO(); w=csv.writer(f); w.writerow(["a","b,c",'q"q',1.5,None,"x\ny"]); w.writerows([[1,2],["",3]]); w.writerow([""]); print(repr(f.getvalue()))
r=csv.DictReader(io.StringIO("name,age\nAda,36\nBob\nCy,1,2\n\n")); print(r.fieldnames, list(r))
f=io.StringIO(); w=csv.DictWriter(f,["a","b"],lineterminator="\n"); w.writeheader(); w.writerow({"a":1,"b":2}); w.writerow({"a":3}); print(f.getvalue())
try: w.writerow({"z":1})
except ValueError as e: print(e)
print(list(csv.reader(["a;b;'c;d'"],delimiter=";",quotechar="'")), list(csv.reader(["a\tb"],dialect="excel-tab")), list(csv.reader(["1,a,\"3\""],quoting=csv.QUOTE_NONE)), list(csv.reader(["1, 2,  3"],skipinitialspace=True)), list(csv.reader(['"1",2.5'],quoting=csv.QUOTE_NONNUMERIC)))
f=io.StringIO(); csv.writer(f,quoting=csv.QUOTE_ALL).writerow([1,"a",None]); csv.writer(f,quoting=csv.QUOTE_NONNUMERIC).writerow([1,"a",2.5]); csv.writer(f,dialect="unix").writerow(["x","y"]); print(repr(f.getvalue()))
print(csv.list_dialects(), csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter, list(csv.reader(["a\\,b,c"],escapechar="\\")))
for fn in [lambda: csv.writer(io.StringIO(),quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.reader([],delimiter=",,"), lambda: list(csv.reader([b"a"])), lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.get_dialect("zz")]:
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
