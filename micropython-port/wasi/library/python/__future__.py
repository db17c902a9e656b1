"""The names that `from __future__ import` takes. All but annotations and barry_as_FLUFL are the rule by now."""


class _Feature:
    """One feature: the release that first offered it, the one that makes it the rule, its flag for compile()."""

    def __init__(self, optional, mandatory, compiler_flag):
        self.optional = optional
        self.mandatory = mandatory
        self.compiler_flag = compiler_flag

    def getOptionalRelease(self):
        return self.optional

    def getMandatoryRelease(self):
        return self.mandatory

    def __repr__(self):
        return "_Feature" + repr((self.optional, self.mandatory, self.compiler_flag))


def _final(major, minor):
    return (major, minor, 0, "final", 0)


def _alpha(major, minor, serial=1):
    return (major, minor, 0, "alpha", serial)


# PEP 236 says what the releases mean; the flags are CPython's.
nested_scopes = _Feature((2, 1, 0, "beta", 1), _alpha(2, 2, 0), 0x10)
generators = _Feature(_alpha(2, 2), _final(2, 3), 0)
division = _Feature(_alpha(2, 2, 2), _alpha(3, 0, 0), 0x20000)
absolute_import = _Feature(_alpha(2, 5), _alpha(3, 0, 0), 0x40000)
with_statement = _Feature(_alpha(2, 5), _alpha(2, 6, 0), 0x80000)
print_function = _Feature(_alpha(2, 6, 2), _alpha(3, 0, 0), 0x100000)
unicode_literals = _Feature(_alpha(2, 6, 2), _alpha(3, 0, 0), 0x200000)
barry_as_FLUFL = _Feature(_alpha(3, 1, 2), _alpha(4, 0, 0), 0x400000)
generator_stop = _Feature((3, 5, 0, "beta", 1), _alpha(3, 7, 0), 0x800000)
annotations = _Feature((3, 7, 0, "beta", 1), None, 0x1000000)

all_feature_names = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
    "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
]

__all__ = ["all_feature_names"] + all_feature_names
