# A registry of exporters behind an abstract base class.
from abc import ABC, abstractmethod


class Exporter(ABC):
    registry = {}

    def __init_subclass__(cls, /, fmt=None, **kwargs):
        super().__init_subclass__(**kwargs)
        if fmt:
            Exporter.registry[fmt] = cls

    @abstractmethod
    def export(self, rows):
        """Give the rows as text."""

    @property
    @abstractmethod
    def extension(self):
        ...


class CsvExporter(Exporter, fmt="csv"):
    extension = ".csv"

    def export(self, rows):
        return "\n".join(",".join(map(str, r)) for r in rows)


class TsvExporter(CsvExporter, fmt="tsv"):
    extension = ".tsv"

    def export(self, rows):
        return super().export(rows).replace(",", "\t")


class Broken(Exporter, fmt="broken"):
    def export(self, rows):
        return ""


rows = [("id", "name"), (1, "Ann"), (2, "Bob")]
for fmt, cls in sorted(Exporter.registry.items()):
    try:
        e = cls()
    except TypeError as err:
        print(fmt, "->", err)
    else:
        print(fmt, e.extension, repr(e.export(rows)))
print(sorted(Exporter.__abstractmethods__), sorted(Broken.__abstractmethods__), sorted(CsvExporter.__abstractmethods__))
