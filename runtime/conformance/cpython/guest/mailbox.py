"""Two names of mailbox, which needs sockets: test_genericalias subscripts them in one list with fifty classes of the library."""

from types import GenericAlias


class Mailbox:
    __class_getitem__ = classmethod(GenericAlias)


class _PartialFile(Mailbox):
    pass
