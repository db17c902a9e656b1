# The parser itself.
from xml.parsers import expat

p = expat.ParserCreate()
p.StartElementHandler = lambda name, attrs: print("start", name, attrs)
p.EndElementHandler = lambda name: print("end", name)
p.CharacterDataHandler = lambda data: print("data", repr(data))
p.CommentHandler = lambda data: print("comment", repr(data))
p.ProcessingInstructionHandler = lambda target, data: print("pi", target, repr(data))
p.XmlDeclHandler = lambda *args: print("decl", args)
p.StartDoctypeDeclHandler = lambda *args: print("doctype", args)
p.EndDoctypeDeclHandler = lambda: print("end of doctype")
p.EntityDeclHandler = lambda *args: print("entity", args)
p.StartCdataSectionHandler = lambda: print("cdata")
p.EndCdataSectionHandler = lambda: print("end of cdata")
p.Parse("<?xml version='1.0' standalone='yes'?><!DOCTYPE a [<!ENTITY e 'v'>]><a x='1'>t&e;<b:c/><!--n--><?p q r?>"
        "<![CDATA[<>]]></a>", True)
p = expat.ParserCreate(namespace_separator=" ")
p.StartElementHandler = lambda name, attrs: print(name, attrs, p.CurrentLineNumber, p.CurrentColumnNumber)
p.StartNamespaceDeclHandler = lambda prefix, uri: print("ns", prefix, uri)
p.Parse("<a xmlns='u' xmlns:p='v'>\n  <p:b p:c='1' d='2'/></a>", True)
p = expat.ParserCreate()
try:
    p.Parse("<a>\n<b></a>", True)
except expat.ExpatError as e:
    print(e, e.code, e.lineno, e.offset, expat.ErrorString(e.code), expat.errors.messages[e.code])
