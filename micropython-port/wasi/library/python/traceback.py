"""Exceptions and stacks as text: the interpreter's own printing, in parts."""

import sys
from _traceback import format as _format, format_only as _format_only, source as _source

_given = object()
_WORDS = (
    "\nThe above exception was the direct cause of the following exception:\n\n",
    "\nDuring handling of the above exception, another exception occurred:\n\n",
)


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self.locals = None if locals is None else {k: repr(v) for k, v in locals.items()}
        self._line = line
        if lookup_line:
            self.line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            import linecache
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def _tuple(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __iter__(self):
        return iter(self._tuple())

    def __getitem__(self, index):
        return self._tuple()[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._tuple() == other._tuple() and self.locals == other.locals
        if isinstance(other, tuple):
            return self._tuple() == other
        return NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        frames = list(frame_gen)
        if limit is not None:
            frames = frames[:limit] if limit >= 0 else frames[limit:]
        result = cls()
        for frame, lineno in frames:
            code = frame.f_code
            line = _source(frame, lineno)
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False, line="" if line is None else line))
        return result

    @classmethod
    def from_list(cls, a_list):
        result = cls()
        for frame in a_list:
            if isinstance(frame, FrameSummary):
                result.append(frame)
            else:
                filename, lineno, name, line = frame
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame, **kwargs):
        filename = "<stdin>" if frame.filename.startswith("<stdin-") else frame.filename
        row = f'  File "{filename}", line {frame.lineno}, in {frame.name}\n'
        if frame.line:
            row += f"    {frame.line}\n"
        if frame.locals:
            row += "".join(f"    {name} = {value}\n" for name, value in sorted(frame.locals.items()))
        return row

    def format(self, **kwargs):
        result = []
        last = None
        count = 0

        def repeats():
            if count > 3:
                more = count - 3
                result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")

        for frame in self:
            row = self.format_frame_summary(frame)
            if row is None:
                continue
            key = (frame.filename, frame.lineno, frame.name)
            if key != last:
                repeats()
                last = key
                count = 0
            count += 1
            if count <= 3:
                result.append(row)
        repeats()
        return result


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.stack = StackSummary.extract(walk_tb(exc_traceback), limit=limit)
        self._exc_type = exc_type if save_exc_type else None
        self.exc_type_qualname = getattr(exc_type, "__qualname__", None)
        self.exc_type_module = getattr(exc_type, "__module__", None)
        try:
            self._str = str(exc_value)
        except Exception:
            self._str = "<exception str() failed>"
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self._only = _lines(_format_only(exc_value)) if exc_value is not None else ["NoneType: None\n"]
        self._is_syntax_error = isinstance(exc_value, SyntaxError)
        if self._is_syntax_error:
            for name in ("filename", "lineno", "end_lineno", "text", "offset", "end_offset", "msg"):
                setattr(self, name, getattr(exc_value, name))
            self.lineno = None if self.lineno is None else str(self.lineno)
            self.end_lineno = None if self.end_lineno is None else str(self.end_lineno)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__cause__ = self._other(getattr(exc_value, "__cause__", None), seen, limit)
        self.__context__ = self._other(getattr(exc_value, "__context__", None), seen, limit)
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException.from_exception(e, limit=limit, _seen=seen) for e in exc_value.exceptions]
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth

    @staticmethod
    def _other(exc, seen, limit):
        if exc is None or id(exc) in seen:
            return None
        return TracebackException.from_exception(exc, limit=limit, _seen=seen)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        return self._exc_type

    @property
    def exc_type_str(self):
        if self._exc_type is None and self.exc_type_qualname is None:
            return None
        if self.exc_type_module in ("__main__", "builtins", None):
            return self.exc_type_qualname
        return self.exc_type_module + "." + self.exc_type_qualname

    def __str__(self):
        return self._str

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        margin = "   " * _depth
        for line in self._only:
            yield margin + line
        if show_group and self.exceptions:
            for one in self.exceptions:
                yield from one.format_exception_only(show_group=True, _depth=_depth + 1)

    def format(self, *, chain=True, **kwargs):
        cause = self.__cause__ or (None if self.__suppress_context__ else self.__context__)
        if chain and cause is not None:
            yield from cause.format(chain=chain)
            yield _WORDS[0 if self.__cause__ else 1]
        if self.exceptions is None:
            if self.stack:
                yield "Traceback (most recent call last):\n"
                yield from self.stack.format()
            yield from self.format_exception_only()
        else:
            yield from self._format_group(chain)

    def _format_group(self, chain):
        if self.stack:
            yield "  + Exception Group Traceback (most recent call last):\n"
            for row in self.stack.format():
                yield from ("  | " + line for line in _lines(row))
        for line in self.format_exception_only():
            yield "  | " + line
        count = len(self.exceptions)
        shown = min(count, self.max_group_width)
        for i in range(shown + (count > shown)):
            title = str(i + 1) if i < shown else "..."
            yield ("  +-" if i == 0 else "    ") + f"+---------------- {title} ----------------\n"
            if i == shown:
                rest = count - shown
                yield f"    | and {rest} more exception{'s' if rest > 1 else ''}\n"
                continue
            one = self.exceptions[i]
            nested = one.exceptions is not None
            for row in one.format(chain=chain):
                for line in _lines(row):
                    yield ("  " if nested else "    | ") + line
        if self.exceptions[-1].exceptions is None or count > shown:
            yield "    +------------------------------------\n"

    def print(self, *, file=None, chain=True, **kwargs):
        for row in self.format(chain=chain):
            print(row, file=sys.stderr if file is None else file, end="")


def _lines(text):
    return text.splitlines(True)


def _exception(exc, value):
    if value is _given:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc
    return value


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    return StackSummary.extract(walk_tb(tb), limit=limit)


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(sys._getframe(1) if f is None else f, limit).format()


def print_list(extracted_list, file=None):
    for row in format_list(extracted_list):
        print(row, file=sys.stderr if file is None else file, end="")


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(sys._getframe(1) if f is None else f, limit), file)


def format_exception_only(exc, /, value=_given, *, show_group=False, **kwargs):
    value = _exception(exc, value)
    if value is None:
        return ["NoneType: None\n"]
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only(show_group=show_group))


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True, **kwargs):
    if (value is _given) != (tb is _given):
        raise ValueError("Both or neither of value and tb must be given")
    value = _exception(exc, value)
    if value is None:
        return ["NoneType: None\n"]
    if tb is _given:
        tb = value.__traceback__
    return list(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True, **kwargs):
    print("".join(format_exception(exc, value, tb, limit, chain)), file=sys.stderr if file is None else file, end="")


def format_exc(limit=None, chain=True):
    exc = sys.exception()
    if exc is not None and limit is None:
        return _format(exc, chain)
    return "".join(format_exception(exc, limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print(format_exc(limit, chain), file=sys.stderr if file is None else file, end="")


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc"):
        raise ValueError("no last exception")
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def clear_frames(tb):
    while tb is not None:
        tb.tb_frame.clear()
        tb = tb.tb_next
