"""What is to be translated, found by a tool of CPython's in another process: skipped."""

import unittest

update_translation_snapshots = None


class TestTranslationsBase(unittest.TestCase):
    def assertMsgidsEqual(self, module):
        self.skipTest("needs processes")
