"""Interpreters in an interpreter: there are none."""

import unittest

raise unittest.SkipTest("needs interpreters in an interpreter")
