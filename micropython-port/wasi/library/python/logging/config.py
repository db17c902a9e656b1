# Configuration of logging from a dictionary or a file, by the schema of PEP 391.

import logging

DEFAULT_LOGGING_CONFIG_PORT = 9030


def valid_ident(s):
    if not isinstance(s, str) or not s.isascii() or not s.isidentifier():
        raise ValueError("Not a valid Python identifier: %r" % s)
    return True


def _resolve(name):
    parts = name.split(".")
    found = __import__(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


# --- Values that name others -----------------------------------------------------------------------------


class ConvertingMixin:
    """What dictionaries, lists and tuples of a configuration have in common: their values are converted when they are read."""

    def convert_with_key(self, key, value, replace=True):
        result = self.configurator.convert(value)
        if value is not result:
            if replace:
                self[key] = result
            self._adopt(result, key)
        return result

    def convert(self, value):
        result = self.configurator.convert(value)
        if value is not result:
            self._adopt(result, None)
        return result

    def _adopt(self, result, key):
        if type(result) in (ConvertingDict, ConvertingList, ConvertingTuple):
            result.parent = self
            result.key = key


class ConvertingDict(dict, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


class BaseConfigurator:
    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        """The object that a dotted name means."""
        parts = s.split(".")
        path = parts[0]
        try:
            found = self.importer(path)
            for part in parts[1:]:
                path += "." + part
                try:
                    found = getattr(found, part)
                except AttributeError:
                    self.importer(path)
                    found = getattr(found, part)
            return found
        except ImportError as e:
            raise ValueError("Cannot resolve %r: %s" % (s, e)) from e

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        import re

        rest = value
        m = re.match(r"\w+\s*", rest)
        if m is None:
            raise ValueError("Unable to convert %r" % value)
        found = self.config[m.group().strip()]
        rest = rest[m.end():]
        while rest:
            m = re.match(r"\.\s*(\w+)\s*", rest)
            if m:
                found = found[m.group(1)]
            else:
                m = re.match(r"\[([^\[\]]*)\]\s*", rest)
                if m is None:
                    raise ValueError("Unable to convert %r at %r" % (value, rest))
                index = m.group(1)
                if index.isdigit():
                    try:
                        found = found[int(index)]
                    except TypeError:
                        found = found[index]
                else:
                    found = found[index]
            rest = rest[m.end():]
        return found

    def convert(self, value):
        """What a value stands for; containers become those that convert what is read from them."""
        for base, converting in ((dict, ConvertingDict), (list, ConvertingList), (tuple, ConvertingTuple)):
            if isinstance(value, base):
                if not isinstance(value, converting) and not (base is tuple and hasattr(value, "_fields")):
                    value = converting(value)
                    value.configurator = self
                return value
        if isinstance(value, str):
            prefix, colon, suffix = value.partition("://")
            if colon and prefix in self.value_converters and prefix.isalpha() and prefix.islower():
                return getattr(self, self.value_converters[prefix])(suffix)
        return value

    def configure_custom(self, config):
        """What a factory under the key "()" makes."""
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        attributes = config.pop(".", None)
        made = factory(**{key: config[key] for key in config if valid_ident(key)})
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


def _disable_others(existing, children, disable):
    for name in existing:
        logger = logging.root.manager.loggerDict[name]
        if isinstance(logger, logging.PlaceHolder):
            continue
        if name in children:
            logger.setLevel(logging.NOTSET)
            logger.handlers = []
            logger.propagate = True
        else:
            logger.disabled = disable


def _clear_handlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


class DictConfigurator(BaseConfigurator):
    def _each(self, kind, configure, what):
        # Configures all of a kind, and puts what was made in the place of what it was made of.
        items = self.config.get(kind, {})
        for name in items:
            try:
                items[name] = configure(items[name])
            except Exception as e:
                raise ValueError("Unable to configure %s %r" % (what, name)) from e

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        incremental = config.pop("incremental", False)
        if incremental:
            handlers = config.get("handlers", {})
            for name in handlers:
                if name not in logging._handlers:
                    raise ValueError("No handler found with name %r" % name)
                try:
                    level = handlers[name].get("level", None)
                    if level:
                        logging._handlers[name].setLevel(level)
                except Exception as e:
                    raise ValueError("Unable to configure handler %r" % name) from e
            self._loggers(True)
            return
        disable = config.pop("disable_existing_loggers", True)
        _clear_handlers()
        self._each("formatters", self.configure_formatter, "formatter")
        self._each("filters", self.configure_filter, "filter")
        # Those that refer to others, which must be there first, come last.
        handlers = config.get("handlers", {})
        later = []
        for names, last in ((sorted(handlers), False), (later, True)):
            for name in names:
                try:
                    handler = self.configure_handler(handlers[name])
                    handler.name = name
                    handlers[name] = handler
                except Exception as e:
                    if last or " not configured yet" not in str(e.__cause__):
                        raise ValueError("Unable to configure handler %r" % name) from e
                    later.append(name)
        existing = sorted(logging.root.manager.loggerDict)
        named = config.get("loggers", {})
        children = [name for name in existing if any([name.startswith(other + ".") for other in named])]
        self._loggers(False)
        _disable_others([name for name in existing if name not in named], children, disable)

    def _loggers(self, incremental):
        loggers = self.config.get("loggers", {})
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name], incremental)
            except Exception as e:
                raise ValueError("Unable to configure logger %r" % name) from e
        root = self.config.get("root", None)
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as e:
                raise ValueError("Unable to configure root logger") from e

    def configure_formatter(self, config):
        if "()" in config:
            factory = config["()"]
            try:
                return self.configure_custom(config)
            except TypeError as e:
                if "'format'" not in str(e):
                    raise
                config["fmt"] = config.pop("format")
                config["()"] = factory
                return self.configure_custom(config)
        cls = config.get("class", None)
        args = [config.get("format", None), config.get("datefmt", None), config.get("style", "%")]
        if "validate" in config:
            args.append(config["validate"])
        defaults = config.get("defaults", None)
        kwargs = {} if defaults is None else {"defaults": defaults}
        return (_resolve(cls) if cls else logging.Formatter)(*args, **kwargs)

    def configure_filter(self, config):
        return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        for f in filters:
            try:
                filterer.addFilter(f if callable(f) or callable(getattr(f, "filter", None)) else self.config["filters"][f])
            except Exception as e:
                raise ValueError("Unable to add filter %r" % f) from e

    def _other(self, name, config, before):
        handler = self.config["handlers"][name]
        if not isinstance(handler, logging.Handler):
            config.update(before)
            raise TypeError("required handler %r is not configured yet" % name)
        return handler

    def _made_of(self, spec, what):
        # A callable that a queue or a listener is described by, or what a factory makes.
        if isinstance(spec, str):
            made = self.resolve(spec)
        elif isinstance(spec, dict) and "()" in spec:
            made = self.configure_custom(dict(spec))
        else:
            raise TypeError("Invalid %s specifier %r" % (what, spec))
        return made

    def _queue_handler(self, cls, config, before):
        from logging.handlers import QueueListener

        if "queue" in config:
            spec = config["queue"]
            if isinstance(spec, str):
                made = self._made_of(spec, "queue")
                if not callable(made):
                    raise TypeError("Invalid queue specifier %r" % spec)
                config["queue"] = made()
            elif isinstance(spec, dict):
                config["queue"] = self._made_of(spec, "queue")
            elif not all([callable(getattr(spec, name, None)) for name in ("get", "put_nowait")]):
                raise TypeError("Invalid queue specifier %r" % spec)
        if "listener" in config:
            spec = config["listener"]
            made = spec if isinstance(spec, type) else self._made_of(spec, "listener")
            if not callable(made) or isinstance(made, type) and not issubclass(made, QueueListener):
                raise TypeError("Invalid listener specifier %r" % spec)
            config["listener"] = made
        if "handlers" in config:
            others = []
            for name in config["handlers"]:
                try:
                    others.append(self._other(name, config, before))
                except Exception as e:
                    raise ValueError("Unable to set required handler %r" % name) from e
            config["handlers"] = others

        def make(queue=None, respect_handler_level=False, listener=QueueListener, handlers=(), **kwargs):
            if queue is None:
                from queue import Queue

                queue = Queue()
            handler = cls(queue, **kwargs)
            handler.listener = listener(queue, *handlers, respect_handler_level=respect_handler_level)
            return handler

        return make

    def configure_handler(self, config):
        import logging.handlers as more

        before = dict(config)  # it is tried again
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.config["formatters"][formatter]
            except Exception as e:
                raise ValueError("Unable to set formatter %r" % formatter) from e
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        if "()" in config:
            factory = config.pop("()")
            if not callable(factory):
                factory = self.resolve(factory)
        else:
            factory = config.pop("class")
            if not callable(factory):
                factory = self.resolve(factory)
            if issubclass(factory, more.MemoryHandler):
                if "flushLevel" in config:
                    config["flushLevel"] = logging._checkLevel(config["flushLevel"])
                if "target" in config:
                    try:
                        config["target"] = self._other(config["target"], config, before)
                    except Exception as e:
                        raise ValueError("Unable to set target handler %r" % config["target"]) from e
            elif issubclass(factory, more.QueueHandler):
                factory = self._queue_handler(factory, config, before)
        kwargs = {key: config[key] for key in config if key != "." and valid_ident(key)}
        try:
            made = factory(**kwargs)
        except TypeError as e:
            if "'stream'" not in str(e):
                raise
            kwargs["strm"] = kwargs.pop("stream")
            made = factory(**kwargs)
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(level)
        if filters:
            self.add_filters(made, filters)
        for name, value in (config.pop(".", None) or {}).items():
            setattr(made, name, value)
        return made

    def add_handlers(self, logger, handlers):
        for name in handlers:
            try:
                logger.addHandler(self.config["handlers"][name])
            except Exception as e:
                raise ValueError("Unable to add handler %r" % name) from e

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get("level", None)
        if level is not None:
            logger.setLevel(level)
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            self.add_handlers(logger, config.get("handlers", None) or ())
            self.add_filters(logger, config.get("filters", None) or ())

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get("propagate", None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


# --- Files -------------------------------------------------------------------------------------------------


def _names(text):
    return [name.strip() for name in text.split(",")] if text.strip() else []


def _file_formatters(parser):
    made = {}
    for name in _names(parser["formatters"]["keys"]):
        section = parser["formatter_" + name]
        cls = section.get("class")
        defaults = section.get("defaults", None)
        kwargs = {"defaults": eval(defaults, vars(logging))} if defaults is not None else {}
        made[name] = (_resolve(cls) if cls else logging.Formatter)(
            section.get("format", raw=True), section.get("datefmt", raw=True), section.get("style", "%", raw=True), **kwargs)
    return made


def _value(text, names):
    # A class or arguments, as Python that sees the names of logging
    return eval(text, names)


def _file_handlers(parser, formatters):
    import logging.handlers as more

    made, targets = {}, []
    for name in _names(parser["handlers"]["keys"]):
        section = parser["handler_" + name]
        cls = section["class"]
        try:
            cls = _value(cls, vars(logging))
        except (AttributeError, NameError):
            cls = _resolve(cls)
        handler = cls(*_value(section.get("args", "()"), vars(logging)), **_value(section.get("kwargs", "{}"), vars(logging)))
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter", ""):
            handler.setFormatter(formatters[section["formatter"]])
        if issubclass(cls, more.MemoryHandler) and section.get("target", ""):
            targets.append((handler, section["target"]))
        made[name] = handler
    for handler, target in targets:
        handler.setTarget(made[target])
    return made


def _file_loggers(parser, handlers, disable):
    names = _names(parser["loggers"]["keys"])
    names.remove("root")
    section = parser["logger_root"]
    existing = sorted(logging.root.manager.loggerDict)
    named = []
    for logger, section in [(logging.root, section)] + [(None, parser["logger_" + name]) for name in names]:
        if logger is None:
            name = section["qualname"]
            named.append(name)
            logger = logging.getLogger(name)
            logger.propagate = section.getint("propagate", fallback=1)
            logger.disabled = 0
        if "level" in section:
            logger.setLevel(section["level"])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for handler in _names(section["handlers"]):
            logger.addHandler(handlers[handler])
    children = [name for name in existing if any([name.startswith(other + ".") for other in named])]
    _disable_others([name for name in existing if name not in named], children, disable)


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    import configparser
    import os

    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError("%s doesn't exist" % fname)
        if not os.path.getsize(fname):
            raise RuntimeError("%s is an empty file" % fname)
    parser = fname
    if not isinstance(fname, configparser.RawConfigParser):
        try:
            parser = configparser.ConfigParser(defaults)
            if hasattr(fname, "readline"):
                parser.read_file(fname)
            else:
                parser.read(fname, encoding=encoding)
        except configparser.ParsingError as e:
            raise RuntimeError("%s is invalid: %s" % (fname, e))
    formatters = _file_formatters(parser)
    _clear_handlers()
    _file_loggers(parser, _file_handlers(parser, formatters), disable_existing_loggers)
