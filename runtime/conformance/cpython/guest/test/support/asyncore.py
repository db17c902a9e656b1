"""Servers: there are none."""

import unittest

raise unittest.SkipTest("needs sockets")
