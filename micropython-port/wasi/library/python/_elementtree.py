# What CPython's C twin of xml.etree.ElementTree, which programs see there, does otherwise than the module in Python.

from xml.etree.ElementTree import Element

__all__ = []


def keys(self):
    return list(self.attrib)


def items(self):
    return list(self.attrib.items())


def itertext(self):
    if self.text:
        yield self.text
    for child in self:
        yield from child.itertext()
        if child.tail:
            yield child.tail


Element.keys, Element.items, Element.itertext = keys, items, itertext


_factories = (None, None)


def _set_factories(*factories):
    global _factories
    before, _factories = _factories, factories
    return before
