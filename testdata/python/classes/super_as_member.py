# super(C) without an object is a descriptor.
class A:
    def greet(self):
        return "A"

    @property
    def size(self):
        return 1


class B(A):
    def greet(self):
        return "B" + self.__up.greet()

    @property
    def size(self):
        return self.__up.size + 10


B._B__up = super(B)


class C(B):
    def greet(self):
        return "C" + super().greet()


print(B().greet(), C().greet(), B().size)
print(super(B).__get__(B(), B).greet(), super(B).__thisclass__.__name__)
