package sandbox_test

import "testing"

// streams are streams in Python that do not keep to the rules, and streams that are none.
var streams = []hostile{
	{"writer over a number", "import io\nio.BufferedWriter(5, 1).write(b'ab')", "AttributeError"},
	{"writer over what does not write", "import io\nio.BufferedWriter([], 1).write(b'ab')", "AttributeError"},
	{"writer of a negative size", "import io\nio.BufferedWriter(io.BytesIO(), -1).write(b'a' * 5000)", "ValueError"},
	{"writer of no size", "import io\nio.BufferedWriter(io.BytesIO(), 0).write(b'a' * 5000)", "ValueError"},
	{"writer", "import io\nb = io.BytesIO()\nw = io.BufferedWriter(b, 8)\nw.write(b'a' * 20); w.flush()\nprint(b.getvalue())", "b'aaaaaaaaaaaaaaaaaaaa'\n"},
	{"writer that its stream writes to", "import io\nclass S(io.IOBase):\n  n = 0\n  def writable(self): return True\n  def write(self, b):\n    S.n += 1\n    if S.n < 10: w.write(b'x' * 5)\n    return len(b)\nw = io.BufferedWriter(S(), 8)\nw.write(b'a' * 20)\nw.flush()\nprint(S.n > 2)", "OSError"},
	{"stream that keeps what it is to write", "import io\nclass S(io.IOBase):\n  def write(self, b): self.b = b; return len(b)\ns = S()\nprint('hello', end='', file=s)\nprint(len(bytes([7] * 100)), s.b)\nprint(s.b)", "100 \n\n"},
	{"stream that writes to a constant", "import io\nclass S(io.IOBase):\n  def write(self, b): b[0] = 33; return len(b)\nprint('hello', end='', file=S())\nprint('hello')", "TypeError"},
	{"stream that keeps what it is to read into", "import io, json\nclass S(io.IOBase):\n  def readinto(self, b):\n    self.b = b; b[0] = 49\n    return 1\nimport deflate\ns = S()\ntry: deflate.DeflateIO(s).read(10)\nexcept OSError: pass\ns.b[0] = 5; s.b.extend(bytes(500))\nprint(len(s.b))", "501\n"},
	{"stream that reads more than asked for", "import io, deflate\nclass S(io.IOBase):\n  def readinto(self, b): return 10**6\ndeflate.DeflateIO(S(), deflate.RAW).read()", "ValueError"},
	{"stream that writes more than it was given", "import io\nclass S(io.IOBase):\n  def write(self, b): return 10**6\nprint('hello', file=S())", ""},
	{"stream that shrinks its buffer", "import io, deflate\nclass S(io.IOBase):\n  def readinto(self, b): b[:] = b''; return 1\ndeflate.DeflateIO(S(), deflate.RAW).read()", "ValueError"},
	{"stream that reads", "import io, deflate\nclass S(io.IOBase):\n  def __init__(self, d): self.d = d\n  def readinto(self, b):\n    n = min(len(b), len(self.d)); b[:n] = self.d[:n]; self.d = self.d[n:]\n    return n\nprint(deflate.DeflateIO(S(b'\\xf3H\\xcd\\xc9\\xc9\\x07\\x00'), deflate.RAW).read())", "b'Hello'\n"},
	{"stream of a class over a native one", "import io\nclass S(io.BytesIO): pass\nprint('hello', file=S())", "TypeError"},
	{"stream of a class over one of these", "import io, json\nclass S(io.StringIO): pass\nclass T(S): pass\nprint(json.load(T('[1]')))", "[1]\n"},
	{"method of such a class", "import io\nclass S(io.StringIO): pass\ns = S('abc')\nprint(s.read(), s.write('d'))", "abc 1\n"},
	{"class over a Python stream", "import io\nclass S(io.IOBase):\n  def write(self, b): print(b); return len(b)\nclass T(S): pass\nprint('hi', end='', file=T())", "hi\n\n"},
	{"reading from a writer", "import io, deflate\ndeflate.DeflateIO(io.BufferedWriter(io.BytesIO(), 5)).read()", "UnsupportedOperation"},
	{"closing what cannot be closed", "import io, deflate\nd = deflate.DeflateIO(io.BufferedWriter(io.BytesIO(), 5), deflate.RAW, 8, True)\nd.write(b'abc')\nd.close()", ""},
	{"stream that reads itself", "import io, deflate\nclass S(io.IOBase):\n  def readinto(self, b): d.read(1000); return 0\nd = deflate.DeflateIO(S(), deflate.RAW)\nd.read(10)", "RuntimeError"},
	{"stream that writes itself", "import io, deflate\nclass S(io.IOBase):\n  def write(self, b): d.write(b'a' * 1000); return 1\nd = deflate.DeflateIO(S(), deflate.RAW)\nd.write(b'abc' * 100)", "RuntimeError"},
	{"stream that closes itself", "import io, deflate\nclass S(io.IOBase):\n  def write(self, b): d.close(); return 1\nd = deflate.DeflateIO(S(), deflate.ZLIB)\nd.write(b'abc' * 100)", "RuntimeError"},
	{"stream after an error", "import io, deflate\nclass S(io.IOBase):\n  n = 0\n  def write(self, b):\n    S.n += 1\n    if S.n == 1: 1/0\n    return len(b)\nd = deflate.DeflateIO(S(), deflate.RAW)\ntry: d.write(b'abc' * 100)\nexcept ZeroDivisionError: pass\nd.write(b'abc')\nd.close()\nprint(S.n > 1)", "True\n"},
	{"polling what cannot be polled", "import select\np = select.poll()\ntry: p.register(5)\nexcept OSError: pass\nprint(p.poll(0))\np.modify(5, 1)", "[]\nFileNotFoundError"},
	{"polling what registers others", "import io, select\nclass S(io.IOBase):\n  def ioctl(self, r, a):\n    for i in range(20): p.register(S(), 1)\n    return 1\np = select.poll()\np.register(S(), 1)\np.poll(0)", "RuntimeError"},
	{"polling what unregisters itself", "import io, select\nclass S(io.IOBase):\n  def ioctl(self, r, a): p.unregister(self); return 1\np = select.poll()\np.register(S(), 1)\np.poll(0)", "RuntimeError"},
	{"polling", "import io, select\nclass S(io.IOBase):\n  def ioctl(self, r, a): return 1\np = select.poll()\ns = S()\np.register(s, 1)\nprint(len(p.poll(0)), len(list(p.ipoll(0))), [len(x) for x in select.select([s], [], [], 0)])\np.unregister(s)\nprint(p.poll(0))", "1 1 [1, 0, 0]\n[]\n"},
	{"importing from no stream", "import vfs, sys\nclass F:\n  def mount(self, a, b): pass\n  def stat(self, p): return (0x8000,) + (0,) * 9\n  def open(self, p, m): return 5\n  def chdir(self, p): pass\nvfs.mount(F(), '/x')\nsys.path[:] = ['/x']\nimport odd", "OSError"},
	{"stat that is none", "import vfs, os\nclass F:\n  def mount(self, a, b): pass\n  def stat(self, p): return 5\nvfs.mount(F(), '/x')\nos.stat('/x/y')", "TypeError"},
	{"import of a file whose stat is none", "import vfs, sys\nclass F:\n  def mount(self, a, b): pass\n  def stat(self, p): return 5\nvfs.mount(F(), '/x')\nsys.path[:] = ['/x']\nimport odd", "TypeError"},
	{"ring of no size", "import micropython\nr = micropython.RingIO(0)\nprint(r.write(b'abc'), r.read(5))", "0 b''\n"},
	{"ring of a negative size", "import micropython\nr = micropython.RingIO(-1)\nr.write(b'abc')", "ValueError"},
}

func TestStreamsThatAreNot(t *testing.T) { checkHostile(t, streams) }
