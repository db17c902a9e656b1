# Reading and writing CSV.

__all__ = [
    "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect", "excel",
    "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
    "unregister_dialect", "DictReader", "DictWriter", "unix_dialect",
]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
__version__ = "1.0"


class Error(Exception):
    pass


class Dialect:
    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Format(self)
        except TypeError as e:
            raise Error(str(e)) from None


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_defaults = (
    ("delimiter", ","), ("quotechar", '"'), ("escapechar", None), ("doublequote", True), ("skipinitialspace", False),
    ("lineterminator", "\r\n"), ("quoting", QUOTE_MINIMAL), ("strict", False),
)
_missing = object()


class _Format:
    # A dialect whose values have been checked.
    def __init__(self, dialect=None, **fmtparams):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name, default in _defaults:
            value = fmtparams.pop(name, _missing)
            if value is _missing:
                value = default if dialect is None else getattr(dialect, name, default)
            setattr(self, name, value)
        if fmtparams:
            raise TypeError("this function got an unexpected keyword argument '%s'" % next(iter(fmtparams)))
        self._check()

    def _check(self):
        for name in ("delimiter", "quotechar", "escapechar"):
            value = getattr(self, name)
            if value is None and name != "delimiter":
                continue
            if not isinstance(value, str):
                raise TypeError('"%s" must be string%s, not %s' % (name, "" if name == "delimiter" else " or None", type(value).__name__))
            if len(value) != 1:
                raise TypeError('"%s" must be a 1-character string' % name)
            if value in "\r\n" or (value == " " and self.skipinitialspace and name != "delimiter"):
                raise ValueError("bad %s value" % name)
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')
        if type(self.quoting) is not int:
            raise TypeError('"quoting" must be an integer, not %s' % type(self.quoting).__name__)
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        given = [c for c in (self.delimiter, self.quotechar, self.escapechar) if c is not None]
        if len(set(given)) != len(given):
            raise ValueError("bad delimiter or escapechar value")


_dialects = {}
_limit = 131072


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Format(dialect, **fmtparams)


def unregister_dialect(name):
    try:
        del _dialects[name]
    except (KeyError, TypeError):
        raise Error("unknown dialect") from None


def get_dialect(name):
    try:
        return _dialects[name]
    except (KeyError, TypeError):
        raise Error("unknown dialect") from None


def list_dialects():
    return list(_dialects)


def field_size_limit(*args):
    global _limit
    old = _limit
    if len(args) > 1:
        raise TypeError("field_size_limit expected at most 1 argument, got %d" % len(args))
    if args:
        if not isinstance(args[0], int):
            raise TypeError("limit must be an integer")
        _limit = args[0]
    return old


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


# --- Reading -----------------------------------------------------------------------------------------


class reader:
    def __init__(self, csvfile, dialect=None, **fmtparams):
        self._lines = iter(csvfile)
        self.dialect = _Format(dialect, **fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error("iterator should return strings, not %s (the file should be opened in text mode)" % type(line).__name__)
        self.line_num += 1
        return line

    def __next__(self):
        d = self.dialect
        line = self._line()
        if d.escapechar is None and not d.skipinitialspace and d.quoting in (QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONE):
            # Without quotes a line is what stands between its delimiters.
            if d.quotechar is None or d.quoting == QUOTE_NONE or d.quotechar not in line:
                text = line[:-2] if line.endswith("\r\n") else line[:-1] if line.endswith(("\n", "\r")) else line
                if "\r" in text or "\n" in text:
                    raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                if len(text) <= _limit:
                    return text.split(d.delimiter) if text else []
        return self._parse(line)

    def _parse(self, line):
        # Fields are gathered as pieces; a quoted field may go on in the next line.
        d = self.dialect
        quote = None if d.quoting == QUOTE_NONE else d.quotechar
        fields, i, n = [], 0, len(line)
        if line.rstrip("\r\n") == "":
            return []
        while True:
            field, quoted = [], False
            if d.skipinitialspace:
                while i < n and line[i] == " ":
                    i += 1
            if i < n and line[i] == quote:
                quoted = True
                line, i, n = self._quoted(line, i + 1, field)
            line, i, n = self._unquoted(line, i, n, field, quoted and d.doublequote)
            fields.append(self._value(field, quoted))
            if i >= n or line[i] in "\r\n":
                rest = line[i:]
                if rest.strip("\r\n"):
                    raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                return fields
            i += 1  # the delimiter

    def _unquoted(self, line, i, n, field, quoted):
        # After the end of a line that is escaped, only a delimiter or the end of a line that is not ends the field: lines without one go on.
        d = self.dialect
        going = False
        while True:
            if i >= n:
                if not going:
                    break
                line = self._more(field, "")
                if line is None:
                    return "", 0, 0
                i, n = 0, len(line)
                continue
            if line[i] == d.delimiter or line[i] in "\r\n":
                break
            if quoted and d.strict:
                raise Error("'%s' expected after '%s'" % (d.delimiter, d.quotechar))
            if line[i] == d.escapechar:
                i += 1
                if i >= n:
                    line, i = self._more(field, "\n"), 0
                    if not line:
                        return "", 0, 0
                    n = len(line)
                    continue
                going = line[i] in "\r\n"
            field.append(line[i])
            i += 1
        if len(field) > _limit:
            raise Error("field larger than field limit (%d)" % _limit)
        return line, i, n

    def _more(self, field, end):
        # The line in which a field goes on after this end; None if there is none, which a strict dialect refuses.
        field.append(end)
        try:
            return self._line()
        except StopIteration:
            if self.dialect.strict:
                raise Error("unexpected end of data") from None

    def _quoted(self, line, i, field):
        d = self.dialect
        while True:
            n = len(line)
            while i < n:
                c = line[i]
                if c == d.escapechar:
                    i += 1
                    field.append(line[i] if i < n else "\n")
                    i += 1
                    continue
                if c == d.quotechar:
                    if d.doublequote and i + 1 < n and line[i + 1] == c:
                        field.append(c)
                        i += 2
                        continue
                    return line, i + 1, n
                field.append(c)
                i += 1
            if len(field) > _limit:
                raise Error("field larger than field limit (%d)" % _limit)
            more = self._more(field, "")
            if more is None:
                return line, n, n
            line, i = more, 0

    def _value(self, field, quoted):
        text = "".join(field)
        quoting = self.dialect.quoting
        if quoted or quoting in (QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONE):
            return text
        if text == "" and quoting in (QUOTE_NOTNULL, QUOTE_STRINGS):
            return None
        if quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS):
            return float(text) if text else text
        return text


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        d = dict(zip(names, row))
        if len(names) < len(row):
            d[self.restkey] = row[len(names):]
        elif len(names) > len(row):
            for key in names[len(row):]:
                d[key] = self.restval
        return d


# --- Writing -----------------------------------------------------------------------------------------


class writer:
    def __init__(self, csvfile, dialect=None, **fmtparams):
        self._write = csvfile.write
        self.dialect = _Format(dialect, **fmtparams)

    def _field(self, value, alone):
        d = self.dialect
        text = "" if value is None else repr(value) if isinstance(value, float) and type(value) is float else str(value)
        if d.quoting == QUOTE_ALL:
            quoted = True
        elif d.quoting == QUOTE_NONNUMERIC:
            # What CPython's PyNumber_Check takes for a number.
            kind = type(value)
            quoted = not (hasattr(kind, "__index__") or hasattr(kind, "__float__") or hasattr(kind, "__int__") or isinstance(value, complex))
        elif d.quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif d.quoting == QUOTE_NOTNULL:
            quoted = value is not None
        else:
            quoted = False
        special = (d.delimiter, d.quotechar, d.escapechar, "\r", "\n") + tuple(d.lineterminator)
        out = []
        for c in text:
            if c in special:
                if d.quoting == QUOTE_NONE:
                    escaped = True
                elif c == d.quotechar:
                    escaped = not d.doublequote
                    if d.doublequote:
                        out.append(c)
                        quoted = True
                elif c == d.escapechar:
                    escaped = True
                else:
                    escaped, quoted = False, True
                if escaped:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
            out.append(c)
        if not text and d.delimiter == " " and d.skipinitialspace:
            if d.quoting == QUOTE_NONE or (value is None and d.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error("empty field must be quoted if delimiter is a space and skipinitialspace is true")
            quoted = True
        if alone and not text and not quoted:
            if d.quoting == QUOTE_NONE or (value is None and d.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error("single empty field record must be quoted")
            quoted = True
        text = "".join(out)
        return d.quotechar + text + d.quotechar if quoted else text

    def writerow(self, row):
        try:
            row = list(row)
        except TypeError:
            raise Error("iterable expected, not %s" % type(row).__name__) from None
        alone = len(row) == 1
        return self._write(self.dialect.delimiter.join([self._field(value, alone) for value in row]) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [key for key in rowdict if key not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return [rowdict.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        self.writer.writerows([self._row(rowdict) for rowdict in rowdicts])


# --- Guessing ----------------------------------------------------------------------------------------


class Sniffer:
    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.split("\n") if line.strip()][:20]
        best, score = None, 0
        for delimiter in delimiters or ",\t;|: ":
            counts = [line.count(delimiter) for line in lines]
            if counts and min(counts) > 0:
                fit = (counts.count(counts[0]) == len(counts), counts[0])
                if best is None or fit > score:
                    best, score = delimiter, fit
        if best is None:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL

        dialect.delimiter = best
        dialect.quotechar = "'" if "'" in sample and '"' not in sample else '"'
        dialect.doublequote = dialect.quotechar * 2 in sample
        dialect.skipinitialspace = all([line.count(best) == line.count(best + " ") for line in lines])
        return dialect

    def has_header(self, sample):
        rows = list(reader(sample.splitlines(), self.sniff(sample)))[:21]
        header, votes = rows[0], 0
        for column in range(len(header)):
            values = [row[column] for row in rows[1:] if len(row) == len(header)]
            if not values:
                continue
            if all([_is_number(value) for value in values]):
                votes += 1 if not _is_number(header[column]) else -1
            elif len(set([len(value) for value in values])) == 1:
                votes += 1 if len(header[column]) != len(values[0]) else -1
        return votes > 0


def _is_number(text):
    try:
        complex(text)
    except ValueError:
        return False
    return True
