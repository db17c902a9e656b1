# Of pkgutil, what finds an object by its name.

__all__ = ["resolve_name"]


def resolve_name(name):
    """The object that "module.attribute" or "module:attribute" names."""
    from importlib import import_module

    module, colon, rest = name.partition(":")
    parts = [part for part in rest.split(".") if part]
    if not all([part.isidentifier() for part in module.split(".") + parts]):
        raise ValueError("invalid format: %r" % name)
    if colon:
        found = import_module(module)
    else:
        first, *parts = module.split(".")
        found = import_module(first)
        while parts:
            try:
                found = import_module(first + "." + parts[0])
            except ImportError:
                break
            first += "." + parts.pop(0)
    for part in parts:
        found = getattr(found, part)
    return found
