# Events, as the text comes.
import io
import xml.etree.ElementTree as ET

source = "<log><entry n='1'>a</entry><entry n='2'>b</entry><p:x xmlns:p='u'/></log>"
for event, e in ET.iterparse(io.StringIO(source)):
    print(event, e.tag, e.text)
for event, e in ET.iterparse(io.BytesIO(source.encode()), events=("start", "end", "start-ns", "end-ns")):
    print(event, e.tag if ET.iselement(e) else e)
it = ET.iterparse(io.StringIO(source), ["end"])
for event, e in it:
    if e.tag == "entry":
        e.clear()
print(it.root.tag, len(it.root))
parser = ET.XMLPullParser(["start", "end"])
for part in ["<a><b", ">text</b><c", "/></", "a>"]:
    parser.feed(part)
    print(repr(part), [(event, e.tag) for event, e in parser.read_events()])
parser.close()
try:
    list(ET.iterparse(io.StringIO("<a><b></a>")))
except ET.ParseError as e:
    print(e)
total = 0
for event, e in ET.iterparse(io.StringIO("<r>" + "<v>3</v>" * 2000 + "</r>")):
    if e.tag == "v":
        total += int(e.text)
print(total)
