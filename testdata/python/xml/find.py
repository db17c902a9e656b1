# Paths.
import xml.etree.ElementTree as ET

root = ET.fromstring("""<library xmlns:x="urn:x">
  <shelf name="a"><book year="2001" lang="en"><title>One</title><price>10</price></book>
    <book year="2005"><title>Two</title></book></shelf>
  <shelf name="b"><book year="2001"><title>Three</title></book><x:note>n</x:note></shelf>
</library>""")
titles = lambda path: [e.findtext("title") or e.tag for e in root.findall(path)]
for path in ["shelf", "shelf/book", ".//book", ".//book[@year='2001']", ".//book[@lang]", ".//book[title='Two']", ".//book[1]", ".//book[last()]",
             ".//title/..", "./shelf[@name='b']/book", "*", ".//*[price]", ".//book[@year!='2001']", ".//book[title!='One']", "{urn:x}note",
             ".//{*}note", ".//{}book", "shelf/book[2]", "shelf[2]/book[title]", ".//book[last()-1]", ".//book[.='One10']", "nothing"]:
    print(path, titles(path))
print(root.find("shelf/x:note", {"x": "urn:x"}) is None, root.find(".//x:note", {"x": "urn:x"}).text)
print([e.text for e in root.iter("title")], len(list(root.iter())), [t.strip() for t in root.itertext() if t.strip()])
print([e.tag for e in root.iterfind("shelf/book/title")])
for bad in ["/absolute", "book[0]", "a//", ".//book[position()=1]", "book[@]"]:
    try:
        print(bad, root.findall(bad))
    except (SyntaxError, KeyError) as e:
        print(bad, type(e).__name__, e)
