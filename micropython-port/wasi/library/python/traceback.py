"""Exceptions and stacks as text: the interpreter's own printing, in parts."""

import sys
from _traceback import format as _format, format_only as _format_only, rows as _rows, source as _source

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb", "print_exc",
           "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames", "FrameSummary", "StackSummary",
           "TracebackException", "walk_stack", "walk_tb", "print_list"]


class _Given:
    def __repr__(self):
        return "<implicit>"


_given = _Given()
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
        self._marked = None  # the lines with marks below, where the interpreter knows them
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

    def _source(self):
        if self._marked is not None:
            return self._marked
        return f"    {self.line}\n" if self.line else ""

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
            names = (frame.f_locals if capture_locals else None)
            result.append(FrameSummary(code.co_filename, lineno, code.co_name, lookup_line=False, locals=names, line=_source(frame, lineno)))
        if lookup_lines:
            for frame in result:
                frame.line
        return result

    @classmethod
    def _of_traceback(cls, tb, limit=None, capture_locals=False):
        rows = [] if tb is None else _rows(tb)
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            rows = rows[:limit] if limit >= 0 else rows[limit:]
        result = cls()
        for at, name, lineno, end_lineno, colno, end_colno, marked in rows:
            frame = at.tb_frame
            summary = FrameSummary(frame.f_code.co_filename, lineno, name, lookup_line=False, locals=frame.f_locals if capture_locals else None,
                                   line=_source(frame, lineno), end_lineno=end_lineno, colno=colno, end_colno=end_colno)
            if marked:
                summary._marked = marked
            result.append(summary)
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
        row += frame._source()
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


class _Margin:
    """What stands in front of the lines of a group, as deep as it is."""

    depth = 0
    open = False  # the last exception of a group is written, and the rule below it is to come

    def rows(self, rows, mark="|"):
        space = "  " * self.depth + mark + " " if self.depth else ""
        for row in rows:
            yield "".join([space + line for line in row.splitlines(True)]) if space else row


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals, max_group_width=max_group_width, max_group_depth=max_group_depth)
        first = _seen is None
        seen = set() if first else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._of_traceback(exc_traceback, limit, capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._has_type = exc_type is not None
        self.exc_type_qualname = getattr(exc_type, "__qualname__", None)
        self.exc_type_module = getattr(exc_type, "__module__", None)
        try:
            self._str = str(exc_value)
        except Exception:
            self._str = "<exception str() failed>"
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as e:
            self.__notes__ = [f"Ignored error getting __notes__: {e!r}"]
        self._only = [_format_only(exc_value)] if exc_value is not None else ["NoneType: None\n"]
        self._is_syntax_error = isinstance(exc_value, SyntaxError)
        if self._is_syntax_error:
            for name in ("filename", "lineno", "end_lineno", "text", "offset", "end_offset", "msg"):
                setattr(self, name, getattr(exc_value, name))
            self.lineno = None if self.lineno is None else str(self.lineno)
            self.end_lineno = None if self.end_lineno is None else str(self.end_lineno)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__cause__ = self.__context__ = self.exceptions = None
        if first:
            self._add_others(exc_value, seen, options, compact)

    def _add_others(self, exc_value, seen, options, compact):
        # A loop, so that long chains need no deep calls.
        queue = [(self, exc_value)]
        while queue:
            at, e = queue.pop()

            def made(other):
                if other is None or id(other) in seen:
                    return None
                one = type(at)(type(other), other, other.__traceback__, _seen=seen, **options)
                queue.append((one, other))
                return one

            at.__cause__ = made(getattr(e, "__cause__", None))
            if not compact or (at.__cause__ is None and e is not None and not e.__suppress_context__):
                at.__context__ = made(getattr(e, "__context__", None))
            if isinstance(e, BaseExceptionGroup):
                at.exceptions = [type(at)(type(one), one, one.__traceback__, _seen=seen, **options) for one in e.exceptions]
                queue.extend(zip(at.exceptions, e.exceptions))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if not self._has_type:
            return None
        if self.exc_type_module in ("__main__", "builtins"):
            return self.exc_type_qualname
        module = self.exc_type_module if isinstance(self.exc_type_module, str) else "<unknown>"
        return module + "." + self.exc_type_qualname

    def __str__(self):
        return self._str

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        margin = "   " * _depth
        for text in self._only:
            # The place of a syntax error and notes are rows of their own; a message is one, whatever is in it.
            if self._is_syntax_error or self.__notes__ or margin:
                for line in text.splitlines(True):
                    yield margin + line
            else:
                yield text
        if show_group and self.exceptions:
            for one in self.exceptions:
                yield from one.format_exception_only(show_group=True, _depth=_depth + 1)

    def format(self, *, chain=True, _margin=None, **kwargs):
        margin = _Margin() if _margin is None else _margin
        chained = [(self, None)]
        while chain:
            at = chained[-1][0]
            if at.__cause__ is not None:
                chained.append((at.__cause__, _WORDS[0]))
            elif at.__context__ is not None and not at.__suppress_context__:
                chained.append((at.__context__, _WORDS[1]))
            else:
                break
        for i in range(len(chained) - 1, -1, -1):
            if i + 1 < len(chained):
                yield from margin.rows([chained[i + 1][1]])
            at = chained[i][0]
            if at.exceptions is not None:
                yield from at._format_group(margin, chain)
                continue
            if at.stack:
                yield from margin.rows(["Traceback (most recent call last):\n"])
                yield from margin.rows(at.stack.format())
            yield from margin.rows(at.format_exception_only())

    def _format_group(self, margin, chain):
        if margin.depth > self.max_group_depth:
            yield from margin.rows([f"... (max_group_depth is {self.max_group_depth})\n"])
            return
        outermost = margin.depth == 0
        margin.depth += outermost
        if self.stack:
            yield from margin.rows(["Exception Group Traceback (most recent call last):\n"], "+" if outermost else "|")
            yield from margin.rows(self.stack.format())
        yield from margin.rows(self.format_exception_only())
        count = len(self.exceptions)
        rules = min(count, self.max_group_width + 1)
        margin.open = False
        for i in range(rules):
            margin.open |= i == rules - 1
            title = str(i + 1) if i < self.max_group_width else "..."
            yield "  " * margin.depth + ("+-" if i == 0 else "  ") + f"+---------------- {title} ----------------\n"
            margin.depth += 1
            if i < self.max_group_width:
                yield from self.exceptions[i].format(chain=chain, _margin=margin)
            else:
                rest = count - i
                yield from margin.rows([f"and {rest} more exception{'s' if rest > 1 else ''}\n"])
            if margin.open and i == rules - 1:
                yield "  " * margin.depth + "+------------------------------------\n"
                margin.open = False
            margin.depth -= 1
        if outermost:
            margin.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        for row in self.format(chain=chain):
            print(row, file=sys.stderr if file is None else file, end="")


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
    return StackSummary._of_traceback(tb, limit)


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
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


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
