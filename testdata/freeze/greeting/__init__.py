# A package to be frozen (mpwasm build --freeze testdata/freeze).
from .words import WORDS


def greet(name, language="en"):
    return "%s, %s!" % (WORDS[language], name)
