# Objects as bytes and back: protocols 0 to 5, with the bytes that CPython writes.
# What it loads can only be what a program could import and call itself.

import builtins
import copyreg
import sys
from array import array
from copyreg import dispatch_table
from struct import pack, unpack

bytes_types = (bytes, bytearray)

format_version = "4.0"
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4

__all__ = [
    "PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads", "PickleBuffer",
    "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL",
]

FRAME_TARGET = 64 * 1024
BATCH = 1000


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


class PickleBuffer:
    def __init__(self, buffer):
        self._view = memoryview(buffer)

    def raw(self):
        view = self._view
        return view if view.format == "B" and view.ndim == 1 else view.cast("B")

    def release(self):
        self._view.release()


# --- Names -------------------------------------------------------------------------------------------------------------

def _follow(module, name):
    parent = None
    obj = module
    for part in name.split("."):
        if part == "<locals>":
            raise AttributeError("Can't get local attribute %r on %r" % (name, module))
        try:
            parent, obj = obj, getattr(obj, part)
        except AttributeError:
            raise AttributeError("Can't get attribute %r on %r" % (name, module)) from None
    return obj, parent


def whichmodule(obj, name):
    module = getattr(obj, "__module__", None)
    if isinstance(module, str) and (module != "builtins" or hasattr(builtins, name)):
        return module
    for module_name, module in list(sys.modules.items()):
        if module_name in ("__main__", "__mp_main__"):
            continue
        try:
            if _follow(module, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return "builtins" if getattr(builtins, name, None) is obj else "__main__"


# The name of a function that does not know it
def _native_name(obj):
    for module in (builtins, *sys.modules.values()):
        for name in dir(module):
            if getattr(module, name, None) is obj:
                return name
    raise PicklingError("Can't pickle %r: it has no name" % (obj,))


# --- What an object is made of again -------------------------------------------------------------------------------------


def _state_of(obj, cls):
    get = getattr(obj, "__getstate__", None)
    if get is not None and getattr(object, "__getstate__", None) is not getattr(cls, "__getstate__", None):
        return get()
    state = getattr(obj, "__dict__", None)
    state = dict(state) if state else None
    slots = {}
    for name in copyreg._slotnames(cls):
        try:
            slots[name] = getattr(obj, name)
        except AttributeError:
            pass
    return (state, slots) if slots else state


def _is_native(cls):
    return not hasattr(cls, "__dict__") or "__module__" not in cls.__dict__


def _reduce_native(obj, cls):
    if cls is range or cls is slice:
        return cls, (obj.start, obj.stop, obj.step)
    if obj is Ellipsis or obj is NotImplemented:
        return repr(obj)
    if cls is type(None):
        return None
    if cls is complex:
        return complex, (obj.real, obj.imag)
    if cls.__name__ == "method" or cls.__name__ == "bound_method":
        for name in dir(obj.__self__):
            if getattr(obj.__self__, name, None) == obj:
                return getattr, (obj.__self__, name)
    if callable(obj):
        return getattr(obj, "__qualname__", None) or _native_name(obj)
    return None


def _reduce(obj, protocol):
    cls = type(obj)
    for name in ("__reduce_ex__", "__reduce__"):
        method = getattr(cls, name, None)
        if method is not None and method is not getattr(object, name, None):
            made = method(obj, protocol) if name == "__reduce_ex__" else method(obj)
            if cls is not array and isinstance(obj, array):  # its method sees no more than the array
                made = (made[0], (cls, *made[1][1:]) if protocol > 2 else made[1], getattr(obj, "__dict__", None) or None)
                return made if protocol > 2 else (cls, *made[1:])
            return made
    if isinstance(obj, BaseException):
        state = getattr(obj, "__dict__", None)
        return (cls, obj.args, dict(state)) if state else (cls, obj.args)
    if cls.__name__ == "deque" or any(base.__name__ == "deque" for base in cls.__mro__):
        state = getattr(obj, "__dict__", None) or None
        return cls, () if obj.maxlen is None else ((), obj.maxlen), state, iter(obj)
    if isinstance(obj, (set, frozenset)):
        return cls, (list(obj),), getattr(obj, "__dict__", None) or None
    if isinstance(obj, bytearray):
        return cls, (bytes(obj),), getattr(obj, "__dict__", None) or None
    if _is_native(cls):
        reduced = _reduce_native(obj, cls)
        if reduced is None:
            if isinstance(obj, dict):
                return cls, (), None, None, iter(obj.items())
            if isinstance(obj, tuple) and hasattr(cls, "_fields"):
                return copyreg.__newobj__, (cls, *obj)
            raise TypeError("cannot pickle '%s' object" % cls.__name__)
        return reduced
    listitems = iter(obj) if isinstance(obj, list) else None
    dictitems = iter(obj.items()) if isinstance(obj, dict) else None
    base = object
    for native in (int, float, complex, str, bytes, tuple):
        if isinstance(obj, native):
            base = native
    if protocol < 2:
        for native in (list, dict):
            if isinstance(obj, native):
                base = native
        value = None if base is object else base(obj)
        state = _state_of(obj, cls)
        made = (copyreg._reconstructor, (cls, base, value))
        return made if state is None else (*made, state)
    function = copyreg.__newobj__
    if hasattr(obj, "__getnewargs_ex__"):
        args, kwargs = obj.__getnewargs_ex__()
        if kwargs:
            function = copyreg.__newobj_ex__
            args = (args, kwargs)
    elif hasattr(obj, "__getnewargs__"):
        args = obj.__getnewargs__()
    elif base is tuple and hasattr(cls, "_fields"):
        args = tuple(obj)
    else:
        args = () if base is object else (base(obj),)
    return function, (cls, *args), _state_of(obj, cls), listitems, dictitems


# --- Writing -------------------------------------------------------------------------------------------------------------


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError("pickle protocol must be <= %d" % HIGHEST_PROTOCOL)
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute")
        self._buffer_callback = buffer_callback
        self.memo = {}
        self.proto = protocol
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        self._out = None

    def clear_memo(self):
        self.memo.clear()

    def dump(self, obj):
        if not hasattr(self, "_file_write"):
            raise PicklingError("Pickler.__init__() was not called by %s.__init__()" % self.__class__.__name__)
        if self.proto >= 2:
            self._file_write(b"\x80" + bytes((self.proto,)))
        self._out = bytearray()
        self.write = self._out.extend
        self.save(obj)
        self.write(b".")
        self._flush()

    # A frame ends when it is long enough, between two objects.
    def _flush(self):
        out = self._out
        if len(out) >= 4 and self.proto >= 4:
            self._file_write(b"\x95" + pack("<Q", len(out)))
        self._file_write(bytes(out))
        out.clear()

    def _write_large(self, head, data):
        if self.proto >= 4 and len(data) >= FRAME_TARGET:
            if self._out:
                self._flush()
            self._file_write(head)
            self._file_write(bytes(data))
        else:
            self.write(head)
            self.write(data)

    def memoize(self, obj):
        if self.fast:
            return
        number = len(self.memo)
        if self.proto >= 4:
            self.write(b"\x94")
        elif self.bin:
            self.write(b"q" + bytes((number,)) if number < 256 else b"r" + pack("<I", number))
        else:
            self.write(b"p%d\n" % number)
        self.memo[id(obj)] = number, obj

    def get(self, number):
        if self.bin:
            return b"h" + bytes((number,)) if number < 256 else b"j" + pack("<I", number)
        return b"g%d\n" % number

    def persistent_id(self, obj):
        return None

    def save_pers(self, pid):
        if self.bin:
            self.save(pid, False)
            self.write(b"Q")
        else:
            self.write(b"P" + str(pid).encode("ascii") + b"\n")

    def save(self, obj, save_persistent_id=True):
        if self.proto >= 4 and len(self._out) >= FRAME_TARGET:
            self._flush()
        if save_persistent_id:
            pid = self.persistent_id(obj)
            if pid is not None:
                self.save_pers(pid)
                return
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(self.get(known[0]))
            return
        reduced = NotImplemented
        override = getattr(self, "reducer_override", None)
        if override is not None:
            reduced = override(obj)
        if reduced is NotImplemented:
            cls = type(obj)
            method = _dispatch.get(cls)
            if method is not None:
                method(self, obj)
                return
            reduce = getattr(self, "dispatch_table", copyreg.dispatch_table).get(cls)
            if reduce is not None:
                reduced = reduce(obj)
            elif isinstance(obj, type):
                self.save_global(obj)
                return
            else:
                reduced = _reduce(obj, self.proto)
        if isinstance(reduced, str):
            self.save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self.save_reduce(*reduced, obj=obj)

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not isinstance(args, tuple):
            raise PicklingError("args from save_reduce() must be a tuple")
        if not callable(func):
            raise PicklingError("func from save_reduce() must be callable")
        name = getattr(func, "__name__", "")
        if self.proto >= 2 and name == "__newobj_ex__":
            cls, args, kwargs = args
            if self.proto >= 4:
                self.save(cls)
                self.save(args)
                self.save(kwargs)
                self.write(b"\x92")
            else:
                from functools import partial

                self.save(partial(cls.__new__, cls, *args, **kwargs))
                self.save(())
                self.write(b"R")
        elif self.proto >= 2 and name == "__newobj__":
            cls = args[0]
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self.save(cls)
            self.save(args[1:])
            self.write(b"\x81")
        else:
            self.save(func)
            self.save(args)
            self.write(b"R")
        if obj is not None:
            if id(obj) in self.memo:  # it refers to itself
                self.write(b"0" + self.get(self.memo[id(obj)][0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._appends(listitems)
        if dictitems is not None:
            self._setitems(dictitems)
        if state is not None:
            if state_setter is None:
                self.save(state)
                self.write(b"b")
            else:
                self.save(state_setter)
                self.save(obj)
                self.save(state)
                self.write(b"\x86R0")

    def _simple(self, obj):
        if obj is None:
            self.write(b"N")
        elif self.proto >= 2:
            self.write(b"\x88" if obj else b"\x89")
        else:
            self.write(b"I01\n" if obj else b"I00\n")

    def _int(self, obj):
        if self.bin and -0x80000000 <= obj <= 0x7FFFFFFF:
            if 0 <= obj <= 0xFF:
                self.write(b"K" + bytes((obj,)))
            elif 0 <= obj <= 0xFFFF:
                self.write(b"M" + pack("<H", obj))
            else:
                self.write(b"J" + pack("<i", obj))
        elif self.proto >= 2:
            data = encode_long(obj)
            self.write(b"\x8a" + bytes((len(data),)) if len(data) < 256 else b"\x8b" + pack("<i", len(data)))
            self.write(data)
        elif -0x80000000 <= obj <= 0x7FFFFFFF:
            self.write(b"I%d\n" % obj)
        else:
            self.write(b"L%dL\n" % obj)

    def _float(self, obj):
        self.write(b"G" + pack(">d", obj) if self.bin else b"F" + repr(obj).encode() + b"\n")

    def _sized(self, data, short, normal, long):
        size = len(data)
        if size <= 0xFF and short:
            self.write(short + bytes((size,)))
            self.write(data)
        elif size > 0xFFFFFFFF:
            self._write_large(long + pack("<Q", size), data)
        else:
            self._write_large(normal + pack("<I", size), data)

    def _bytes(self, obj):
        if self.proto < 3:
            import codecs

            if obj:
                self.save_reduce(codecs.encode, (str(obj, "latin1"), "latin1"), obj=obj)
            else:
                self.save_reduce(bytes, (), obj=obj)
            return
        self._sized(obj, b"C", b"B", b"\x8e")
        self.memoize(obj)

    def _bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        self._write_large(b"\x96" + pack("<Q", len(obj)), obj)
        self.memoize(obj)

    def _picklebuffer(self, obj):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        with obj.raw() as view:
            if self._buffer_callback is None or self._buffer_callback(obj):
                if view.readonly:
                    self._bytes(bytes(view))
                else:
                    self._bytearray(bytearray(view))
            else:
                self.write(b"\x97")
                if view.readonly:
                    self.write(b"\x98")

    def _str(self, obj):
        if self.bin:
            self._sized(obj.encode("utf-8", "surrogatepass"), b"\x8c" if self.proto >= 4 else None, b"X", b"\x8d")
        else:
            text = obj.replace("\\", "\\u005c").replace("\0", "\\u0000").replace("\n", "\\u000a").replace("\r", "\\u000d").replace("\x1a", "\\u001a")
            self.write(b"V" + text.encode("raw-unicode-escape") + b"\n")
        self.memoize(obj)

    def _tuple(self, obj):
        if not obj:
            self.write(b")" if self.bin else b"(t")
            return
        size = len(obj)
        small = size <= 3 and self.proto >= 2
        if not small:
            self.write(b"(")
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:  # an item refers to it
            self.write((b"0" * size if small else b"1" if self.bin else b"0" * (size + 1)) + self.get(known[0]))
            return
        self.write((b"\x85", b"\x86", b"\x87")[size - 1] if small else b"t")
        self.memoize(obj)

    def _list(self, obj):
        self.write(b"]" if self.bin else b"(l")
        self.memoize(obj)
        self._appends(obj)

    def _batches(self, items, one, many, save):
        items = iter(items)
        if not self.bin:
            for item in items:
                save(item)
                self.write(one)
            return
        while True:
            batch = []
            for item in items:
                batch.append(item)
                if len(batch) == BATCH:
                    break
            if len(batch) == 1:
                save(batch[0])
                self.write(one)
            elif batch:
                self.write(b"(")
                for item in batch:
                    save(item)
                self.write(many)
            if len(batch) < BATCH:
                return

    def _appends(self, items):
        self._batches(items, b"a", b"e", self.save)

    def _pair(self, pair):
        self.save(pair[0])
        self.save(pair[1])

    def _setitems(self, items):
        self._batches(items, b"s", b"u", self._pair)

    def _dict(self, obj):
        self.write(b"}" if self.bin else b"(d")
        self.memoize(obj)
        self._setitems(obj.items())

    def _set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(b"\x8f")
        self.memoize(obj)
        items = list(obj)
        for i in range(0, len(items), BATCH):
            self.write(b"(")
            for item in items[i : i + BATCH]:
                self.save(item)
            self.write(b"\x90")

    def _frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(b"(")
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(b"1" + self.get(known[0]))
            return
        self.write(b"\x91")
        self.memoize(obj)

    def save_global(self, obj, name=None):
        if obj is type(None) or obj is type(NotImplemented) or obj is type(...):
            value = None if obj is type(None) else NotImplemented if obj is type(NotImplemented) else ...
            self.save_reduce(type, (value,), obj=obj)
            return
        if name is None:
            name = getattr(obj, "__qualname__", None) or getattr(obj, "__name__", None) or _native_name(obj)
        if "<locals>" in name:
            raise AttributeError("Can't get local object %r" % name)
        module_name = whichmodule(obj, name)
        try:
            __import__(module_name)
            found, parent = _follow(sys.modules[module_name] if module_name in sys.modules else __import__(module_name), name)
        except (ImportError, KeyError):
            raise PicklingError("Can't pickle %r: import of module %r failed" % (obj, module_name)) from None
        except AttributeError:
            raise PicklingError("Can't pickle %r: attribute lookup %s on %s failed" % (obj, name, module_name)) from None
        if found is not obj:
            raise PicklingError("Can't pickle %r: it's not the same object as %s.%s" % (obj, module_name, name))
        code = copyreg._extension_registry.get((module_name, name)) if self.proto >= 2 else None
        if code is not None:
            self.write(b"\x82" + bytes((code,)) if code <= 0xFF else b"\x83" + pack("<H", code) if code <= 0xFFFF else b"\x84" + pack("<i", code))
            return
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self.write(b"\x93")
        elif "." in name:
            self.save_reduce(getattr, (parent, name.rpartition(".")[2]))
        else:
            if self.fix_imports:
                import _compat_pickle as names

                old = names.REVERSE_NAME_MAPPING.get((module_name, name))
                module_name, name = old or (names.REVERSE_IMPORT_MAPPING.get(module_name, module_name), name)
            self.write(b"c" + module_name.encode() + b"\n" + name.encode() + b"\n")
        self.memoize(obj)


_dispatch = {
    type(None): Pickler._simple, bool: Pickler._simple, int: Pickler._int, float: Pickler._float, bytes: Pickler._bytes, bytearray: Pickler._bytearray,
    str: Pickler._str, tuple: Pickler._tuple, list: Pickler._list, dict: Pickler._dict, set: Pickler._set, frozenset: Pickler._frozenset,
    PickleBuffer: Pickler._picklebuffer, type(lambda: 0): Pickler.save_global, type: Pickler.save_global,
}


def encode_long(x):
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


# --- Reading -------------------------------------------------------------------------------------------------------------


class _Stop(Exception):
    pass


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._buffers = iter(buffers) if buffers is not None else None
        self._file_read = file.read
        self._file_readline = file.readline
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports

    def persistent_load(self, pid):
        raise UnpicklingError("unsupported persistent id encountered")

    def find_class(self, module, name):
        if self.proto < 3 and self.fix_imports:
            import _compat_pickle as names

            module, name = names.NAME_MAPPING.get((module, name)) or (names.IMPORT_MAPPING.get(module, module), name)
        found = __import__(module)
        found = sys.modules.get(module, found)
        return _follow(found, name)[0]

    def _read(self, size):
        if size < 0:
            raise UnpicklingError("negative size in the pickle")
        data = self._file_read(size)
        if len(data) < size:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _number(self, code, size):
        return unpack("<" + code, self._read(size))[0]

    def _line(self):
        line = self._file_readline()
        if line[-1:] != b"\n":
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def load(self):
        if not hasattr(self, "_file_read"):
            raise UnpicklingError("Unpickler.__init__() was not called by %s.__init__()" % self.__class__.__name__)
        self._marks = []
        self.stack = []
        self._framed = False
        try:
            while True:
                opcode = self._file_read(1)
                if not opcode:
                    raise UnpicklingError("pickle data was truncated") if self._framed else EOFError("Ran out of input")
                method = _opcodes.get(opcode)
                if method is None:
                    raise UnpicklingError("invalid load key, '%s'." % (opcode.decode() if 32 <= opcode[0] < 127 else "\\x%02x" % opcode[0]))
                method(self)
        except _Stop as stop:
            return stop.args[0]
        except IndexError:
            if self.stack and not isinstance(self.stack, list):
                raise
            raise UnpicklingError("unexpected MARK found" if self._marks else "pickle stack underflow") from None

    def _push(self, value):
        self.stack.append(value)

    def _pop_mark(self):
        items = self.stack
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        self.stack = self._marks.pop()
        return items

    def _proto(self):
        self.proto = self._read(1)[0]
        if self.proto > HIGHEST_PROTOCOL:
            raise ValueError("unsupported pickle protocol: %d" % self.proto)

    def _frame(self):
        self._framed = True
        if self._number("Q", 8) > sys.maxsize:
            raise ValueError("frame size > sys.maxsize")

    def _int_line(self):
        line = self._line()
        self._push(False if line == b"00" else True if line == b"01" else int(line, 0))

    def _long_line(self):
        line = self._line()
        self._push(int(line[:-1] if line[-1:] == b"L" else line, 0))

    def _string(self, data):
        self._push(data if self.encoding == "bytes" else data.decode(self.encoding, self.errors))

    def _binstring(self):
        size = self._number("i", 4)
        if size < 0:
            raise UnpicklingError("BINSTRING pickle has negative byte count")
        self._string(self._read(size))

    def _string_line(self):
        line = self._line()
        if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b'"', b"'"):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        self._string(line[1:-1].decode("unicode-escape").encode("latin1"))

    def _class(self, module, name):
        self._push(self.find_class(module, name))

    def _global_line(self):
        module = self._line().decode()
        self._class(module, self._line().decode())

    def _stack_global(self):
        name = self.stack.pop()
        module = self.stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._class(module, name)

    def _extension(self, code):
        key = copyreg._inverted_registry.get(code)
        if key is None:
            if code <= 0:
                raise UnpicklingError("EXT specifies code <= 0")
            raise ValueError("unregistered extension code %d" % code)
        self._class(*key)

    def _make(self, cls, args):
        self._push(cls(*args) if args or not isinstance(cls, type) or not hasattr(cls, "__getinitargs__") else cls.__new__(cls))

    def _inst(self):
        args = self._pop_mark()
        module = self._line().decode()
        self._make(self.find_class(module, self._line().decode()), args)

    def _obj(self):
        args = self._pop_mark()
        self._make(args.pop(0), args)

    def _new(self, cls, args, kwargs={}):
        new = getattr(cls, "__new__", None)
        self._push(cls(*args, **kwargs) if new is None else new(cls, *args, **kwargs))

    def _newobj(self):
        args = self.stack.pop()
        self._new(self.stack.pop(), args)

    def _newobj_ex(self):
        kwargs = self.stack.pop()
        args = self.stack.pop()
        self._new(self.stack.pop(), args, kwargs)

    def _reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def _tuple(self, size):
        items = self.stack[-size:]
        if len(items) < size:
            raise UnpicklingError("unexpected MARK found")
        self.stack[-size:] = [tuple(items)]

    def _append(self):
        value = self.stack.pop()
        self.stack[-1].append(value)

    def _appends(self):
        items = self._pop_mark()
        target = self.stack[-1]
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
        else:
            for item in items:
                target.append(item)

    def _setitem(self):
        value = self.stack.pop()
        key = self.stack.pop()
        self.stack[-1][key] = value

    def _setitems(self):
        items = self._pop_mark()
        target = self.stack[-1]
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def _dict(self):
        items = self._pop_mark()
        self._push({items[i]: items[i + 1] for i in range(0, len(items), 2)})

    def _additems(self):
        items = self._pop_mark()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _build(self):
        state = self.stack.pop()
        target = self.stack[-1]
        if hasattr(target, "__setstate__"):
            target.__setstate__(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            for name, value in state.items():
                target.__dict__[name] = value
        if slots:
            for name, value in slots.items():
                setattr(target, name, value)

    def _mark(self):
        self._marks.append(self.stack)
        self.stack = []

    def _pop(self):
        if self.stack:
            self.stack.pop()
        else:
            self._pop_mark()

    def _get(self, number):
        if number not in self.memo:
            raise UnpicklingError("Memo value not found at index %d" % number)
        self._push(self.memo[number])

    def _put(self, number):
        if not 0 <= number <= sys.maxsize:
            raise ValueError("negative PUT argument")
        self.memo[number] = self.stack[-1]

    def _next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        for buffer in self._buffers:
            self._push(buffer)
            return
        raise UnpicklingError("not enough out-of-band buffers")

    def _readonly(self):
        view = memoryview(self.stack[-1])
        if not view.readonly:
            self.stack[-1] = view.toreadonly()

    def _stop(self):
        raise _Stop(self.stack.pop())


_opcodes = {
    b"\x80": Unpickler._proto, b"\x95": Unpickler._frame, b"I": Unpickler._int_line, b"L": Unpickler._long_line, b"S": Unpickler._string_line,
    b"c": Unpickler._global_line, b"\x93": Unpickler._stack_global, b"i": Unpickler._inst, b"o": Unpickler._obj, b"\x81": Unpickler._newobj,
    b"\x92": Unpickler._newobj_ex, b"R": Unpickler._reduce, b"a": Unpickler._append, b"e": Unpickler._appends, b"s": Unpickler._setitem,
    b"u": Unpickler._setitems, b"d": Unpickler._dict, b"\x90": Unpickler._additems, b"b": Unpickler._build, b"(": Unpickler._mark, b"0": Unpickler._pop,
    b"1": Unpickler._pop_mark, b"\x97": Unpickler._next_buffer, b"\x98": Unpickler._readonly, b".": Unpickler._stop,
    b"N": lambda self: self._push(None), b"\x88": lambda self: self._push(True), b"\x89": lambda self: self._push(False),
    b"J": lambda self: self._push(self._number("i", 4)), b"K": lambda self: self._push(self._read(1)[0]), b"M": lambda self: self._push(self._number("H", 2)),
    b"\x8a": lambda self: self._push(decode_long(self._read(self._read(1)[0]))), b"\x8b": lambda self: self._push(decode_long(self._read(self._number("i", 4)))),
    b"F": lambda self: self._push(float(self._line())), b"G": lambda self: self._push(unpack(">d", self._read(8))[0]),
    b"T": Unpickler._binstring, b"U": lambda self: self._string(self._read(self._read(1)[0])),
    b"C": lambda self: self._push(self._read(self._read(1)[0])), b"B": lambda self: self._push(self._read(self._number("I", 4))),
    b"\x8e": lambda self: self._push(self._read(self._number("Q", 8))), b"\x96": lambda self: self._push(bytearray(self._read(self._number("Q", 8)))),
    b"V": lambda self: self._push(self._line().decode("raw-unicode-escape")), b"X": lambda self: self._push(self._read(self._number("I", 4)).decode("utf-8", "surrogatepass")),
    b"\x8c": lambda self: self._push(self._read(self._read(1)[0]).decode("utf-8", "surrogatepass")),
    b"\x8d": lambda self: self._push(self._read(self._number("Q", 8)).decode("utf-8", "surrogatepass")),
    b"P": lambda self: self._push(self.persistent_load(self._line().decode("ascii"))), b"Q": lambda self: self._push(self.persistent_load(self.stack.pop())),
    b"t": lambda self: self._push(tuple(self._pop_mark())), b"l": lambda self: self._push(self._pop_mark()),
    b"\x91": lambda self: self._push(frozenset(self._pop_mark())), b")": lambda self: self._push(()), b"]": lambda self: self._push([]), b"}": lambda self: self._push({}),
    b"\x8f": lambda self: self._push(set()), b"\x85": lambda self: self._tuple(1), b"\x86": lambda self: self._tuple(2), b"\x87": lambda self: self._tuple(3),
    b"2": lambda self: self._push(self.stack[-1]), b"g": lambda self: self._get(int(self._line())), b"h": lambda self: self._get(self._read(1)[0]),
    b"j": lambda self: self._get(self._number("I", 4)), b"p": lambda self: self._put(int(self._line())), b"q": lambda self: self._put(self._read(1)[0]),
    b"r": lambda self: self._put(self._number("I", 4)), b"\x94": lambda self: self._put(len(self.memo)),
    b"\x82": lambda self: self._extension(self._read(1)[0]), b"\x83": lambda self: self._extension(self._number("H", 2)), b"\x84": lambda self: self._extension(self._number("i", 4)),
}


# --- Functions -----------------------------------------------------------------------------------------------------------


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


class _Collector:
    def __init__(self):
        self.parts = []

    def write(self, data):
        self.parts.append(data)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    collector = _Collector()
    Pickler(collector, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return b"".join(collector.parts)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    if isinstance(data, str):
        raise TypeError("Can't load pickle from unicode string")
    import io

    return load(io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)


# The names of opcodes are there when they are asked for.
_names = (
    "MARK( STOP. POP0 POP_MARK1 DUP2 FLOATF INTI BININTJ BININT1K LONGL BININT2M NONEN PERSIDP BINPERSIDQ REDUCER STRINGS BINSTRINGT SHORT_BINSTRINGU "
    "UNICODEV BINUNICODEX APPENDa BUILDb GLOBALc DICTd EMPTY_DICT} APPENDSe GETg BINGETh INSTi LONG_BINGETj LISTl EMPTY_LIST] OBJo PUTp BINPUTq "
    "LONG_BINPUTr SETITEMs TUPLEt EMPTY_TUPLE) SETITEMSu BINFLOATG PROTO\x80 NEWOBJ\x81 EXT1\x82 EXT2\x83 EXT4\x84 TUPLE1\x85 TUPLE2\x86 TUPLE3\x87 "
    "NEWTRUE\x88 NEWFALSE\x89 LONG1\x8a LONG4\x8b BINBYTESB SHORT_BINBYTESC SHORT_BINUNICODE\x8c BINUNICODE8\x8d BINBYTES8\x8e EMPTY_SET\x8f ADDITEMS\x90 "
    "FROZENSET\x91 NEWOBJ_EX\x92 STACK_GLOBAL\x93 MEMOIZE\x94 FRAME\x95 BYTEARRAY8\x96 NEXT_BUFFER\x97 READONLY_BUFFER\x98"
)


__all__ += [opcode[:-1] for opcode in _names.split(" ")]


def __getattr__(name):
    for opcode in _names.split(" "):
        if opcode[:-1] == name:
            return opcode[-1].encode("latin-1")
    raise AttributeError("module 'pickle' has no attribute %r" % name)


_Pickler, _Unpickler, _dump, _dumps, _load, _loads = Pickler, Unpickler, dump, dumps, load, loads
