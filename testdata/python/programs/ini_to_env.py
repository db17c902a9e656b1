# Settings in layers: defaults, a file, the environment, the command line; types from the defaults.
import argparse
import configparser
from collections import ChainMap

DEFAULTS = {"host": "localhost", "port": 8000, "debug": False, "ratio": 0.5, "tags": ["a"]}
FILE = """
[server]
host = example.org
port = 80%(suffix)s
suffix = 80
tags = x, y ,z
[extra]
note = unused
"""
ENV = {"APP_DEBUG": "yes", "APP_RATIO": "0.75", "HOME": "/root"}
TRUE, FALSE = {"1", "yes", "true", "on"}, {"0", "no", "false", "off"}


def convert(name, text):
    like = DEFAULTS[name]
    if isinstance(like, bool):
        if text.lower() not in TRUE | FALSE:
            raise ValueError(f"{name}: {text!r} is neither yes nor no")
        return text.lower() in TRUE
    if isinstance(like, list):
        return [t.strip() for t in text.split(",")]
    try:
        return type(like)(text)
    except ValueError:
        raise ValueError(f"{name}: {text!r} is no {type(like).__name__}") from None


def load(file, env, argv):
    cp = configparser.ConfigParser()
    cp.read_string(file)
    from_file = {k: convert(k, v) for k, v in cp["server"].items() if k in DEFAULTS}
    from_env = {k[4:].lower(): convert(k[4:].lower(), v) for k, v in env.items() if k.startswith("APP_")}
    p = argparse.ArgumentParser(prog="app", argument_default=argparse.SUPPRESS)
    for name, like in DEFAULTS.items():
        if isinstance(like, bool):
            p.add_argument(f"--{name}", action=argparse.BooleanOptionalAction)
        else:
            p.add_argument(f"--{name}", type=lambda t, name=name: convert(name, t))
    return ChainMap(vars(p.parse_args(argv)), from_env, from_file, DEFAULTS), ("args", "env", "file", "default")


settings, layers = load(FILE, ENV, ["--no-debug", "--tags", "q"])
for name in DEFAULTS:
    source = next(l for l, m in zip(layers, settings.maps) if name in m)
    print(f"{name:<6}{settings[name]!r:<16}{source}")
print(dict(sorted(settings.items())) == {"host": "example.org", "port": 8080, "debug": False, "ratio": 0.75, "tags": ["q"]}, len(settings))
for file, env in (("[server]\nport = many", {}), (FILE, {"APP_DEBUG": "perhaps"}), ("no section = 1", {}), ("[server]\nhost = %(missing)s", {})):
    try:
        load(file, env, [])
    except (ValueError, configparser.Error) as e:
        print(type(e).__name__, str(e).replace("\n", " / "))
