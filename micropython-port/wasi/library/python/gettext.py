# Messages as they are: there are no translations here.

__all__ = ["NullTranslations", "gettext", "ngettext", "pgettext", "npgettext", "dgettext", "dngettext", "bindtextdomain", "textdomain", "find",
           "translation", "install"]

_domain = "messages"


def gettext(message):
    return message


def ngettext(singular, plural, n):
    return singular if n == 1 else plural


def pgettext(context, message):
    return message


def npgettext(context, singular, plural, n):
    return ngettext(singular, plural, n)


def dgettext(domain, message):
    return message


def dngettext(domain, singular, plural, n):
    return ngettext(singular, plural, n)


def textdomain(domain=None):
    global _domain
    _domain = domain if domain is not None else _domain
    return _domain


def bindtextdomain(domain, localedir=None):
    return localedir


def find(domain, localedir=None, languages=None, all=False):
    return [] if all else None


class NullTranslations:
    def __init__(self, fp=None):
        self._fallback = None

    def add_fallback(self, fallback):
        self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, singular, plural, n):
        return self._fallback.ngettext(singular, plural, n) if self._fallback else ngettext(singular, plural, n)

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, singular, plural, n):
        return self._fallback.npgettext(context, singular, plural, n) if self._fallback else ngettext(singular, plural, n)

    def info(self):
        return {}

    def charset(self):
        return None

    def install(self, names=None):
        import builtins

        builtins._ = self.gettext


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    if not fallback:
        raise FileNotFoundError(2, "No translation file found for domain", domain)
    return NullTranslations()


def install(domain, localedir=None, *, names=None):
    NullTranslations().install(names)
