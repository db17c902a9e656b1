# Text from trees.
import io
import xml.etree.ElementTree as ET

root = ET.Element("root", {"b": "2"}, a="1 < 2 & \"3\" > '0'\n\t")
ET.SubElement(root, "item").text = "x < y & z > \"w\" é €"
item = ET.SubElement(root, "item", n="2")
item.tail = "tail"
root.append(ET.Comment(" note "))
root.append(ET.ProcessingInstruction("target", "data"))
print(ET.tostring(root))
print(ascii(ET.tostring(root, encoding="unicode")))
print(ET.tostring(root, encoding="utf-8"))
print(ET.tostring(root, encoding="us-ascii", xml_declaration=True))
print(ET.tostring(root, encoding="unicode", short_empty_elements=False).count("</item>"))
print(ET.tostring(ET.fromstring("<a><br/><p>t</p></a>"), method="html"), ET.tostring(root, method="text", encoding="unicode") == "x < y & z > \"w\" é €tail note target data")
ET.indent(root)
print(ascii(ET.tostring(root, encoding="unicode")))
tree = ET.ElementTree(ET.fromstring("<a><b><c/></b><d>t</d></a>"))
ET.indent(tree, space="\t")
out = io.BytesIO()
tree.write(out, encoding="utf-8", xml_declaration=True)
print(out.getvalue())
out = io.StringIO()
tree.write(out, encoding="unicode")
print(out.getvalue())
ET.register_namespace("my", "urn:my")
e = ET.Element("{urn:my}a", {"{urn:other}k": "v"})
print(ET.tostring(e))
print(ET.tostring(ET.fromstring("<a xmlns='urn:d'><b/></a>"), default_namespace="urn:d"))
ET.dump(ET.fromstring("<a>x</a>"))
print(ET.canonicalize("<a  z='1' b='2'><c></c><!-- x --></a>"))
for bad in (ET.Element(1), ET.Element("a", {"k": 1})):
    try:
        ET.tostring(bad)
    except TypeError as error:
        print(error)
e = ET.Element("a")
e.set("k", "v")
e.extend([ET.Element("b"), ET.Element("c")])
e.insert(1, ET.Element("i"))
e.remove(e[0])
e[0:1] = [ET.Element("s")]
print([c.tag for c in e], len(e), e.keys(), e.items(), e.get("no", 5), ET.iselement(e), ET.iselement("a"))
e.clear()
print(len(e), e.attrib, e.text)
