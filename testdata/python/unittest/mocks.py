# Mocks, what they record, and patches.
from unittest.mock import *
from unittest import mock
import unittest
m = Mock()
print(m.foo(1, a=2) is m.foo.return_value, m.foo.called, m.foo.call_count, m.foo.call_args, m.mock_calls, m.method_calls)
m.return_value = 3; print(m(), m.call_args_list)
m.side_effect = [1, 2, ValueError("x")]
print(m(), m())
try: m()
except ValueError as e: print("VE", e)
m.side_effect = lambda *a: a; print(m(4, 5))
def t(f, *a, **k):
    try: f(*a, **k); print("ok")
    except AssertionError as e: print("AE", e)
    except Exception as e: print(type(e).__name__, e)
q = Mock(name="q")
t(q.assert_called); t(q.assert_called_once); t(q.assert_not_called); t(q.assert_called_with, 1)
q(1, x=2); t(q.assert_called_with, 1, x=2); t(q.assert_called_with, 1); t(q.assert_called_once_with, 1, x=2); q(5); t(q.assert_called_once); t(q.assert_called_once_with, 5); t(q.assert_any_call, 1, x=2); t(q.assert_any_call, 9); t(q.assert_has_calls, [call(1, x=2), call(5)]); t(q.assert_has_calls, [call(5), call(1, x=2)]); t(q.assert_has_calls, [call(5), call(1, x=2)], any_order=True); t(q.assert_not_called)
print(call(1, a=2), call.foo.bar(3), call.a(1).b(2).call_list(), call(1) == call(1), call(1) == call(2), call.foo(1) == ("foo", (1,), {}), q.call_args.args, q.call_args.kwargs, q.call_args[0])
class P:
    attr = 5
    def meth(self, a, b=1): pass
    @classmethod
    def cm(cls): pass
s = Mock(spec=P)
t(lambda: s.nope); print(isinstance(s, P)); s.meth(1)
t(lambda: s.asert_called)
mm = MagicMock()
print(len(mm), bool(mm), int(mm), list(mm), mm == mm, mm == 1, 3 in mm, mm[1] is mm.__getitem__.return_value)
mm.__len__.return_value = 7; print(len(mm)); mm.__iter__.return_value = [1, 2]; print(list(mm), list(mm))
mm.__getitem__.side_effect = lambda k: k * 2; print(mm[4])
with mm as ctx: print(ctx is mm.__enter__.return_value)
mm.__str__.return_value = "str!"; print(str(mm))
class Thing:
    def method(self): return "real"
    @property
    def prop(self): return "realprop"
with patch.object(Thing, "method", return_value="fake") as p: print(Thing().method(), p.called)
print(Thing().method())


with patch("__main__.Thing.prop", new_callable=PropertyMock) as pm:
    pm.return_value = "pp"; print(Thing().prop); pm.assert_called_once_with()
d = {"a": 1}
with patch.dict(d, {"b": 2}): print(d)
print(d)
with patch.dict(d, clear=True, c=3): print(d)
print(d)
with patch("builtins.open", mock_open(read_data="line1\nline2\n")) as mo:
    with open("x") as f: print(f.read())
    with open("x") as f: print([l for l in f])
    mo.assert_called_with("x")
print(mo.mock_calls)
au = create_autospec(P)
i = au(); i.meth(1, b=2); t(i.meth); t(i.meth, 1, 2, 3); t(lambda: i.zzz); i.meth.assert_called_once_with(1, b=2)
fa = create_autospec(lambda a, b: None); fa(1, 2); t(fa, 1)
print(sentinel.x, sentinel.x is sentinel.x, ANY == 4, call(ANY) == call(3))
am = AsyncMock(return_value=5)
m = Mock(); m.a.b.c(1).d(2); print(m.mock_calls); m.reset_mock(); print(m.mock_calls)
m = Mock(**{"x.y.return_value": 3}); print(m.x.y())
parent = Mock(); parent.attach_mock(Mock(), "child"); parent.child(1); print(parent.mock_calls)
w = Mock(wraps=[1,2]); print(w.count(1)); 
m = Mock(spec=["a"]); t(lambda: m.b); m.a = 3; print(m.a); m.c = 5; print(m.c)
m = Mock(spec_set=["a"]); 
try: m.c = 5
except AttributeError as e: print(e)
del m.a; t(lambda: m.a)
import time
with patch("time.sleep") as sl: time.sleep(5); sl.assert_called_once_with(5)
with patch("builtins.print") as pr: print("hidden")
print(pr.call_args)
patcher = patch.object(Thing, "method"); mk = patcher.start(); Thing().method(); print(mk.called); patcher.stop(); print(Thing().method())
try:
    with patch("__main__.nothing"): pass
except AttributeError as e: print("AttributeError")
seal(m)
class TC(unittest.TestCase):
    @patch.object(Thing, "method", return_value=1)
    @patch.object(Thing, "prop", 2)
    def test_it(self, mocked): self.assertEqual((Thing().method(), Thing().prop), (1, 2)); mocked.assert_called_once_with()
import io
unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(TC)).wasSuccessful() and print("OK")
