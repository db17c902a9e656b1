# A doubly linked list with the methods of a sequence.
class Node:
    __slots__ = "value", "prev", "next"

    def __init__(self, value, prev=None, next=None):
        self.value, self.prev, self.next = value, prev, next


class LinkedList:
    def __init__(self, values=()):
        self.head = self.tail = None
        self.size = 0
        for v in values:
            self.append(v)

    def append(self, value):
        node = Node(value, self.tail)
        if self.tail:
            self.tail.next = node
        else:
            self.head = node
        self.tail = node
        self.size += 1
        return self

    def _node(self, i):
        if not -self.size <= i < self.size:
            raise IndexError(f"index {i} of {self.size}")
        node = self.head
        for _ in range(i % self.size):
            node = node.next
        return node

    def __getitem__(self, i): return self._node(i).value
    def __setitem__(self, i, v): self._node(i).value = v

    def __delitem__(self, i):
        n = self._node(i)
        if n.prev: n.prev.next = n.next
        else: self.head = n.next
        if n.next: n.next.prev = n.prev
        else: self.tail = n.prev
        self.size -= 1

    def __len__(self): return self.size

    def __iter__(self):
        n = self.head
        while n:
            yield n.value
            n = n.next

    def __reversed__(self):
        n = self.tail
        while n:
            yield n.value
            n = n.prev

    def reverse(self):
        n = self.head
        while n:
            n.prev, n.next, n = n.next, n.prev, n.next
        self.head, self.tail = self.tail, self.head

    def __repr__(self): return " <-> ".join(map(repr, self)) or "empty"


l = LinkedList("abcd")
l[1] = "B"
del l[-1], l[0]
print(l, len(l), list(reversed(l)), l[-1], "c" in l)
l.append("x").append("y").reverse()
print(l, sorted(l), LinkedList())
for i in (4, -5):
    try:
        l[i]
    except IndexError as e:
        print(e)
