"""Writes lists/methods.txt: the names of the tests that CPython's own loader finds. Run it with the release that builder/source
pins, for whose tests it is: python3.13 record.py > lists/methods.txt. Nothing of the project runs this file."""
import collections
import importlib
import pkgutil
import sys
import unittest
import warnings

LANGUAGE = """augassign baseexception binop bool builtin bytes call class compare complex contains coroutines decorators descr dict
dictcomps dictviews dynamic enumerate exception_group exceptions extcall float fstring funcattrs generator_stop generators genexps
global grammar hash index int int_literal isinstance iter keywordonlyarg list listcomps long memoryview metaclass
named_expressions numeric_tower opcodes operator patma positional_only_arg pow print property raise range richcmp scope set
setcomps slice sort str string_literals strtod subclassinit super syntax traceback tuple type_annotations type_params typechecks
unpack unpack_ex userdict userlist userstring utf8source with yield_from""".split()
LIBRARY = """abc argparse array asyncio base64 binascii bisect calendar cmath codecs collections configparser context contextlib
contextlib_async copy csv dataclasses datetime decimal defaultdict deque difflib enum fnmatch fractions functools genericalias
getopt glob graphlib hashlib heapq hmac html htmlparser inspect io ipaddress itertools json keyword linecache logging math
mimetypes operator ordered_dict pathlib pickle pprint queue random re reprlib sched secrets shlex shutil statistics string struct
tempfile textwrap threading time timeit tokenize types typing ucn unicodedata unittest urlparse uuid warnings weakref weakset
xml_etree zipfile zlib""".split()


def modules(name):
    module = importlib.import_module(name)
    if not hasattr(module, "__path__"):
        return [name]
    found = pkgutil.walk_packages(module.__path__, name + ".")
    return [name] + sorted(m.name for m in found if not m.ispkg and m.name.rsplit(".")[-1].startswith("test"))


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


def tests(name):
    module = importlib.import_module(name)
    loader = unittest.defaultTestLoader
    if hasattr(module, "__path__"):  # not what load_tests finds in its files: these are asked by themselves
        classes = [c for c in vars(module).values()
                   if isinstance(c, type) and issubclass(c, unittest.TestCase) and c.__module__ == name]
        return flat(loader.loadTestsFromTestCase(c) for c in classes)
    return flat(loader.loadTestsFromModule(module))


def short(method):
    return method[4:] or "." if method.startswith("test") else "!" + method


def main():
    warnings.simplefilter("ignore")
    seen = set()
    print("# The names of CPython's tests, as record.py (beside this folder) finds them: for each file a line")
    print("#   AREA FILE")
    print("# and for each class in it a line of its tests, without the \"test\" in front (. is that alone, ! is none). A class")
    print("# after a colon is defined in another module. The time zones of the machine's database have no class here.")
    for name in dict.fromkeys(LANGUAGE + LIBRARY):
        for module in modules("test.test_" + name):
            classes = collections.OrderedDict()
            try:
                found = list(tests(module))
            except unittest.SkipTest as e:
                print(module, e, file=sys.stderr)
                continue
            for test in found:
                cls = type(test)
                if "DocTestCase" in cls.__name__:
                    texts = classes.setdefault("doctest", [])
                    if test.id() not in texts:
                        texts.append(test.id())
                    continue
                qualname = cls.__qualname__ if cls.__module__ == module else cls.__module__ + ":" + cls.__qualname__
                if "ZoneInfoTest[" in qualname:
                    continue
                key = module, qualname.split(":")[-1], test._testMethodName
                if key not in seen:  # twins for the C and the Python version of a module may have one name
                    seen.add(key)
                    classes.setdefault(qualname, []).append(short(test._testMethodName))
            if classes:
                print("language" if name in LANGUAGE else "library", module[5:])
            for qualname, names in classes.items():
                print(" " + qualname, *names)


main()
