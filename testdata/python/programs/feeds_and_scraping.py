"""Scrape HTML, read an RSS feed, write XML."""
import xml.etree.ElementTree as ET, html, re
from html.parser import HTMLParser
RSS = '''<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News &amp; more</title>
<item><title>One</title><link>http://x/1</link><dc:creator>Ann</dc:creator><pubDate>Tue, 05 Nov 2024 10:00:00 GMT</pubDate></item>
<item guid="7"><title><![CDATA[<Two>]]></title><link>http://x/2</link><!-- c --><dc:creator>Bob</dc:creator></item></channel></rss>'''
root = ET.fromstring(RSS); ns = {'dc': 'http://purl.org/dc/elements/1.1/'}
for it in root.iter('item'): print(it.findtext('title'), it.find('dc:creator', ns).text, it.get('guid', '-'), it.findtext('pubDate', 'no date'), len(it))
print(root.find('./channel/item[@guid="7"]/title').text, [e.tag for e in root.findall('.//{*}creator')], root[0][0].text, root.attrib)
data = ET.Element('data', version='1'); 
for n, price in (('a<b', 1.5), ('"q"', 2)): e = ET.SubElement(data, 'item', {'name': n}); e.text = str(price); e.tail = None
ET.indent(data); print(ET.tostring(data, encoding='unicode')); print(ET.tostring(data, xml_declaration=True, encoding='utf-8')[:45]); data.remove(data[0]); print(len(data), ET.iselement(data), data[0].attrib)
for bad in ('<a><b></a>', '<a', '', '<a>&nope;</a>', '<a/><b/>', '<a x=1/>', '<a x="1" x="2"/>'):
    try: ET.fromstring(bad)
    except ET.ParseError as e: print(e, e.position, e.code)
class Links(HTMLParser):
    def __init__(self): super().__init__(); self.links = []; self.stack = []; self.text = []; self.table = []
    def handle_starttag(self, tag, attrs):
        self.stack.append(tag)
        if tag == 'a': self.links.append(dict(attrs).get('href'))
        if tag == 'tr': self.table.append([])
        if tag == 'td': self.table[-1].append('')
    def handle_endtag(self, tag):
        while self.stack and self.stack.pop() != tag: pass
    def handle_startendtag(self, tag, attrs): print('void', tag, attrs)
    def handle_data(self, d):
        if 'script' in self.stack: return
        if 'td' in self.stack: self.table[-1][-1] += d
        elif d.strip(): self.text.append(d.strip())
    def handle_comment(self, d): print('comment', d)
    def handle_decl(self, d): print('decl', d)
p = Links(); p.feed('<!DOCTYPE html><html><head><title>T &amp; U</title><script>if (a<b) x("</p>")</script></head><body><!-- hi --><p class=big id="x y">Go <a href="/a?x=1&amp;y=2">here</a> &copy; &#8364;<br/><img src=x alt></p><table><tr><td>1<td>two</tr><tr><td>3&lt;4</td></tr></table></body>'); p.close()
print(p.links, p.text, p.table, p.getpos())
for ev, el in ET.iterparse(__import__('io').BytesIO(RSS.encode()), events=('start', 'end')):
    if el.tag == 'item': print(ev, el.tag, el.get('guid'))
tree = ET.ElementTree(root); print(tree.getroot().tag, [c.tag for c in root.find('channel')], ''.join(root.itertext()).split()[:4])
