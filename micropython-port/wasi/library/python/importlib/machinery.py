from _frozen_importlib import BuiltinImporter, ModuleSpec, SourceFileLoader

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES, EXTENSION_SUFFIXES = [], []


def all_suffixes():
    return [".py"]
