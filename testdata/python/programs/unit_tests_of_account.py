# A small class and its unittest suite: fixtures, subTest, mocks, patches, skips, expected failures, text results.
import io
import re
import unittest
from decimal import Decimal
from unittest import mock


class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.needed, self.available = needed, available


class Account:
    def __init__(self, owner, balance=Decimal("0"), notifier=None):
        self.owner = owner
        self.balance = Decimal(balance)
        self.notifier = notifier
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += Decimal(amount)
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        self.balance -= Decimal(amount)
        self.history.append(("withdraw", amount))
        if self.notifier and self.balance < 10:
            self.notifier.send(self.owner, balance=self.balance)


def rate(fetch=lambda: 1 / 0):
    return fetch()


class AccountTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = {"currency": "EUR"}

    def setUp(self):
        self.account = Account("Ann", "100.50")
        self.addCleanup(self.account.history.clear)

    def test_deposit(self):
        """A deposit adds to the balance."""
        self.account.deposit(50)
        self.assertEqual(self.account.balance, Decimal("150.50"))
        self.assertIn(("deposit", 50), self.account.history)

    def test_bad_deposits(self):
        for bad in (0, -1, -0.5):
            with self.subTest(amount=bad):
                with self.assertRaisesRegex(ValueError, r"must be .*positive"):
                    self.account.deposit(bad)

    def test_withdraw_too_much(self):
        with self.assertRaises(InsufficientFunds) as caught:
            self.account.withdraw(1000)
        self.assertEqual(caught.exception.needed, 1000)
        self.assertEqual(str(caught.exception), "need 1000, have 100.50")

    def test_notifier(self):
        notifier = mock.Mock(spec=["send"])
        account = Account("Bob", 15, notifier)
        account.withdraw(10)
        notifier.send.assert_called_once_with("Bob", balance=Decimal(5))
        with self.assertRaises(AttributeError):
            notifier.shout()

    @mock.patch(f"{__name__}.rate", return_value=1.25)
    def test_patched(self, fake):
        self.assertAlmostEqual(rate() * 4, 5.0000000001)
        fake.assert_called()

    def test_side_effects(self):
        f = mock.MagicMock(side_effect=[1, KeyError("k"), 3])
        self.assertEqual(f(), 1)
        self.assertRaises(KeyError, f)
        self.assertEqual(f(x=1), 3)
        self.assertEqual(f.call_args_list, [mock.call(), mock.call(), mock.call(x=1)])

    def test_wrong_list(self):
        self.assertEqual([1, 2, 3], [1, 5, 3])

    def test_wrong_dict(self):
        self.assertDictEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]}, "stocks differ")

    def test_wrong_text(self):
        self.assertMultiLineEqual("one\ntwo\n", "one\ntoo\n")

    def test_error(self):
        {}["missing"]

    @unittest.skip("no network")
    def test_network(self):
        pass

    @unittest.skipIf(True, "always")
    def test_never(self):
        pass

    @unittest.expectedFailure
    def test_known_bug(self):
        self.assertTrue(False)

    def test_counts(self):
        self.assertCountEqual([3, 1, 2], (1, 2, 3))
        self.assertGreater(3, 2)
        self.assertIsNone(None)
        self.assertRegex("abc", "^a")
        self.assertSequenceEqual("ab", ["a", "b"])


class StaticTest(unittest.TestCase):
    def runTest(self):
        with self.assertLogs("bank", level="INFO") as logs:
            import logging
            logging.getLogger("bank").warning("low %s", 3)
        self.assertEqual(logs.output, ["WARNING:bank:low 3"])


def clean(text):
    text = re.sub(r"in \d+\.\d+s", "in N s", text)
    text = re.sub(r'File ".*?([\w.]+)", line \d+', r'File "\1", line N', text)
    return re.sub(r"(?m)^ +[~^]+\n", "", text)


loader = unittest.TestLoader()
suite = unittest.TestSuite([loader.loadTestsFromTestCase(AccountTest), StaticTest()])
stream = io.StringIO()
result = unittest.TextTestRunner(stream=stream, verbosity=2).run(suite)
print(clean(stream.getvalue()))
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), result.wasSuccessful())
