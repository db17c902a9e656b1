# No distributions are installed: what asks for one is told so.

__all__ = ["PackageNotFoundError", "distribution", "distributions", "metadata", "version"]


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        return self.args[0]


def distribution(distribution_name):
    if not distribution_name:
        raise ValueError("A distribution name is required")
    raise PackageNotFoundError(distribution_name)


metadata = version = distribution


def distributions(**kwargs):
    return iter(())
