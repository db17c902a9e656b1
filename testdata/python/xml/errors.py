# What is not well-formed, and where.
import xml.etree.ElementTree as ET

for text in [
    "<a></b>", "<a>", "", "   ", "<a/><b/>", "<a/>text", "text<a/>", "<a b></a>", "<a b=c/>", "<a b='1' b='2'/>", "<a>&foo;</a>", "<a>&</a>",
    "<a>&lt</a>", "<a>]]></a>", "<a><!-- a -- b --></a>", "<a><![CDATA[x</a>", "<a", "<a>\n  <b>\n</a>", "<a b='<'/>", "<1a/>", "<a>\x01</a>",
    "<a>&#0;</a>", "<a>&#xD800;</a>", " <?xml version='1.0'?><a/>", "<a><?xml version='1.0'?></a>", "<p:a/>", "<a p:b='1'/>",
    "<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", "<a b='1'c='2'/>", "</a>", "<a/", "<a><b/", "<!DOCTYPE a [<!ENTITY e '&e;'>]><a>&e;</a>",
    "<a xmlns:p=''/>", "<a xmlns:xml='u'/>", "<a xmlns:xmlns='u'/>", "<?xml version='1.0' foo='1'?><a/>", "<a>\r\n\r\n<b></a>", "é<a/>", "<a>é<b x=1></a>",
    "<a b='&foo;'/>", "<a b='x&y'/>", "<a><!x></a>", "<a><></a>", "< a/>", "<a></ a>",
]:
    try:
        ET.fromstring(text)
        print(ascii(text), "is well-formed")
    except ET.ParseError as e:
        print(ascii(text), "->", e, e.code, e.position)
