# XML to dicts and back, pretty printed, with a builder and a parser that pulls.
import xml.etree.ElementTree as ET


def to_dict(e):
    out = {"@" + k: v for k, v in e.attrib.items()}
    for c in e:
        v = to_dict(c)
        if c.tag in out:
            if not isinstance(out[c.tag], list):
                out[c.tag] = [out[c.tag]]
            out[c.tag].append(v)
        else:
            out[c.tag] = v
    text = (e.text or "").strip()
    if not out:
        return text or None
    if text:
        out["#"] = text
    return out


def from_dict(tag, d):
    e = ET.Element(tag)
    if isinstance(d, dict):
        for k, v in d.items():
            if k.startswith("@"):
                e.set(k[1:], str(v))
            elif k == "#":
                e.text = v
            else:
                for x in v if isinstance(v, list) else [v]:
                    e.append(from_dict(k, x))
    elif d is not None:
        e.text = str(d)
    return e


data = to_dict(ET.fromstring("<cfg v='1'><db host='h'>main<port>5</port></db><u>a</u><u>b</u><none/></cfg>"))
print(data)
again = from_dict("cfg", data)
print(ET.tostring(again, "unicode"), to_dict(again) == data)
b = ET.TreeBuilder()
b.start("r", {"a": "1"})
b.data("text")
b.start("s", {})
b.end("s")
b.data("tail")
b.end("r")
r = b.close()
print(ET.tostring(r), r[0].tail, repr(r[0]).split(" at ")[0])
p = ET.XMLPullParser(["end"])
for chunk in ("<log><e n='1'/>", "<e n='2", "'/></log>"):
    p.feed(chunk)
    print([(ev, e.get("n")) for ev, e in p.read_events()])
e = ET.XML("<p>one <b>two</b> three <i>four</i></p>")
print("".join(e.itertext()), [(c.tag, c.text, c.tail) for c in e], ET.tostring(e[0]), e.find(".//i").text, ET.iselement(e), len(e.findall("*")))
d, ids = ET.XMLID("<r><x id='a'/><x id='b'/></r>")
print(sorted(ids), e.keys(), d[0].items(), ET.tostring(d), e[5:] == [])
c = ET.fromstring("<a><b/><b k='v'/></a>")
import copy
twin = copy.deepcopy(c)
twin[1].set("k", "changed")
print(c[1].get("k"), twin[1].get("k"), c.find("b[2]").attrib, c.find("b[last()]") is c[1], c.findall("b[@k='v']") == [c[1]], bool(c.find("nope") is None))
