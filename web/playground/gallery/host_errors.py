# What a function of the page throws is an exception, like any other. A
# decorator remembers what was fetched, and counts.
import functools

import page


def remembering(function):
    known = {}

    @functools.wraps(function)
    def wrapper(path):
        if path not in known:
            wrapper.calls += 1
            known[path] = function(path)
        return known[path]

    wrapper.calls = 0
    return wrapper


@remembering
def title(path):
    """The first line of a text."""
    return page.fetch(path).strip().splitlines()[0]


for path in ("index.html", "index.html", "no/such/file", "https://example.com/"):
    try:
        print(f"{path}: {title(path)}")
    except Exception as error:
        print(f"{path}: refused ({type(error).__name__})")
print("fetched", title.calls, "times")
