# A stock list in XML: found by path, changed, sorted, totals added, written with and without declaration.
import io
import xml.etree.ElementTree as ET

TEXT = """<stock currency="EUR"><item sku="b2"><name>Bolt &amp; nut</name><qty>10</qty><price>0.25</price></item>
<item sku="a1" old="yes"><name>Saw</name><qty>0</qty><price>14.5</price></item><!-- end --><item sku="c3"><name/><qty>x</qty></item></stock>"""
root = ET.fromstring(TEXT)
print(root.tag, root.attrib, len(root), [i.get("sku") for i in root], root.find("item/name").text, root.findtext("item[@sku='a1']/price"), root.findtext("none", "?"))
for item in root.findall("item"):
    try:
        qty, price = int(item.findtext("qty")), float(item.findtext("price", "0"))
    except ValueError as e:
        item.set("error", str(e))
        continue
    ET.SubElement(item, "total").text = f"{qty * price:.2f}"
for item in root.findall("item[@old]"):
    root.remove(item)
root[:] = sorted(root, key=lambda i: i.get("sku"), reverse=True)
root.append(ET.Comment("made"))
new = ET.Element("item", {"sku": "d<4>"}, note='"q" & \'a\'')
ET.SubElement(new, "name").text = "x < y & z"
root.insert(0, new)
ET.indent(root, " ")
print(ET.tostring(root, encoding="unicode"))
out = io.BytesIO()
ET.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True, short_empty_elements=False)
print(out.getvalue()[:120], ET.fromstring(out.getvalue())[0].get("note"))
print([e.tag for e in root.iter() if isinstance(e.tag, str)], list(root.itertext())[1:4], [e.text for e in root.iter("name")])
ns = ET.fromstring('<a:r xmlns:a="urn:x" xmlns="urn:y"><b a:k="1"/></a:r>')
print(ns.tag, ns[0].tag, ns[0].attrib, ns.find("{urn:y}b") is ns[0], ns.findall("y:b", {"y": "urn:y"}) == [ns[0]], ET.tostring(ns))
events = [(ev, e.tag) for ev, e in ET.iterparse(io.StringIO("<r><x>1</x><y/></r>"), ("start", "end"))]
print(events, ET.canonicalize('<a  z="1" b="2"><c></c></a>'))
for bad in ("<a><b></a>", "<a>", "", "<a/><b/>", "<a x=1/>", "<a>&nope;</a>", "text"):
    try:
        ET.fromstring(bad)
    except ET.ParseError as e:
        print("ParseError:", e, e.position)
try:
    root.remove(ET.Element("q"))
except ValueError as e:
    print("ValueError:", e)
