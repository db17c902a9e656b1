# Trees from text.
import io
import xml.etree.ElementTree as ET


def show(e, depth=0):
    print("  " * depth, ascii(e.tag), dict(e.attrib), ascii(e.text), ascii(e.tail))
    for child in e:
        show(child, depth + 1)


show(ET.fromstring("<a>one<b x='1' y=\"two\"/>two<c>three</c>four</a>"))
show(ET.fromstring(b"<?xml version='1.0' encoding='utf-8'?>\n<a t='\xc3\xa9'>\xe2\x82\xac</a>\n"))
show(ET.fromstring("<?xml version='1.0' encoding='latin-1'?><a>é</a>".encode("latin-1")))
show(ET.fromstring("<a>é€</a>".encode("utf-16")))
show(ET.fromstring(b"\xef\xbb\xbf<a/>"))
show(ET.fromstring("<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;</a>"))
show(ET.fromstring("<a b='&lt;x&gt; \n\ty &#10;z'>l1\r\nl2\rl3</a>"))
show(ET.fromstring("<a><![CDATA[<not> & parsed]]> and <![CDATA[]]>more</a>"))
show(ET.fromstring("<a><!-- comment --><?pi data?><b/>tail<!-- c2 -->more</a>"))
show(ET.fromstring("<r xmlns='urn:d' xmlns:p='urn:p'><p:x p:a='1' b='2'/><y xmlns=''><z/></y></r>"))
show(ET.fromstring("<a xml:lang='en'/>"))
show(ET.fromstring("<!DOCTYPE a [<!ENTITY who 'W<b>or</b>ld'><!ENTITY n '&#38;amp;'><!ATTLIST c d CDATA 'dflt'>]><a>Hi &who;!<c/>&n;</a>"))
show(ET.fromstring("<!DOCTYPE html PUBLIC '-//W3C//DTD' 'http://x'>\n<html/>"))
show(ET.fromstringlist(["<a>", "<b", "/>te", "xt&am", "p;</a", ">"]))
tree = ET.parse(io.StringIO("<root><item id='1'>x</item></root>"))
print(tree.getroot().tag, tree.find("item").get("id"), tree.findtext("item"), tree.findtext("none", "default"))
tree, ids = ET.XMLID("<a><b id='x'/><c id='y'/></a>")
print(sorted(ids), ids["x"].tag)


class Target:
    def start(self, tag, attrib):
        print("start", tag, attrib)

    def end(self, tag):
        print("end", tag)

    def data(self, data):
        print("data", repr(data))

    def comment(self, data):
        print("comment", repr(data))

    def pi(self, target, data):
        print("pi", target, repr(data))

    def doctype(self, name, pubid, system):
        print("doctype", name, pubid, system)

    def start_ns(self, prefix, uri):
        print("start_ns", repr(prefix), uri)

    def end_ns(self, prefix):
        print("end_ns", repr(prefix))

    def close(self):
        return "closed"


parser = ET.XMLParser(target=Target())
parser.feed("<!DOCTYPE a SYSTEM 'a.dtd'><a xmlns:p='u'>x<!-- c --><?do it?><p:b c='1'/>y</a>")
print(parser.close())
print(ET.XML("<a><!--x--></a>", parser=ET.XMLParser(target=ET.TreeBuilder(insert_comments=True)))[0].text)
parser = ET.XMLParser()
parser.entity["nbsp"] = "\xa0"
parser.feed("<!DOCTYPE a SYSTEM 'x'><a>&nbsp;</a>")
print(ascii(parser.close().text))
try:
    ET.fromstring("<!DOCTYPE a SYSTEM 'x'><a>&nbsp;</a>")
except ET.ParseError as e:
    print(e, e.code, e.position)
