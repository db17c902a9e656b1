"""CPython's second way to do what abc does. There is one here, which is judged twice."""

from abc import ABCMeta, get_cache_token
