# A feed read, searched, changed and written.
import xml.etree.ElementTree as ET

FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/"><channel><title>News &amp; more</title>
<item id="1"><title>First</title><dc:creator>Ann</dc:creator><price cur="EUR">5.50</price></item>
<item id="2"><title>Second</title><price cur="USD">7</price><!-- comment --></item></channel></rss>"""
root = ET.fromstring(FEED)
ns = {"dc": "http://purl.org/dc/"}
print(root.tag, root.attrib, root.findtext("channel/title"), len(root.find("channel")))
for item in root.iter("item"):
    print(item.get("id"), item.findtext("title"), item.findtext("dc:creator", "-", ns), float(item.find("price").text), item.find("price").attrib["cur"])
print([e.tag for e in root.findall(".//item[@id='2']/*")], root.find("nope"), [e.text for e in root.findall("./channel/item/title")], root.find(".//price[@cur='USD']").text, [i.get("id") for i in root.findall(".//item[title='First']")])
ch = root.find("channel")
new = ET.SubElement(ch, "item", {"id": "3"})
ET.SubElement(new, "title").text = "Third <3"
ch.remove(ch.find("item"))
ET.indent(root)
ET.register_namespace("dc", ns["dc"])
print(ET.tostring(root, encoding="unicode"))
print(ET.tostring(new, short_empty_elements=False), "".join(new.itertext()))
for bad in ("<a>", "<a></b>", "", "<a b=c/>", "<a>&nope;</a>", "<a/><b/>"):
    try:
        ET.fromstring(bad)
    except ET.ParseError as e:
        print(repr(bad), e, e.position)
b = ET.TreeBuilder()
b.start("x", {"k": "v"}); b.data("text"); b.end("x")
print(ET.tostring(b.close()), ET.iselement(root), [ev for ev, el in ET.iterparse(__import__("io").StringIO("<a><b/></a>"), ("start", "end"))])
