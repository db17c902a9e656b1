# A client tested with mocks: return values, side effects, call lists, patches, specs, async mocks.
import asyncio
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, call, create_autospec, mock_open, patch, sentinel


class Client:
    def __init__(self, session):
        self.session = session

    def get(self, path, retries=2):
        for i in range(retries + 1):
            try:
                r = self.session.get("http://h" + path, timeout=5)
            except OSError:
                if i == retries:
                    raise
                continue
            if r.status != 200:
                raise LookupError(r.status)
            return r.json()["value"]


session = Mock()
session.get.return_value.status = 200
session.get.return_value.json.return_value = {"value": 42}
print(Client(session).get("/x"), session.get.call_count, session.get.call_args, session.mock_calls[1])
session.get.side_effect = [OSError("a"), OSError("b"), Mock(status=404)]
try:
    Client(session).get("/y")
except LookupError as e:
    print("LookupError:", e, session.get.call_count)
session.get.assert_any_call("http://h/x", timeout=5)
session.get.assert_called_with("http://h/y", timeout=ANY)
for bad in (lambda: session.get.assert_called_once(), lambda: session.get.assert_called_with(1), lambda: session.post.assert_called()):
    try:
        bad()
    except AssertionError as e:
        print("AssertionError:", str(e).splitlines()[0][:70])
m = MagicMock(name="m")
m.__len__.return_value = 3
m["k"] = 1
m.__iter__.return_value = iter("ab")
print(len(m), list(m), m.__setitem__.call_args, bool(m), m.attr is m.attr, int(m), sentinel.x is sentinel.x, m.method_calls)
m(1)(2).go(3)
print(m.mock_calls[-3:] == call(1)(2).go(3).call_list(), call(1, a=2), call.foo(3).bar())
spec = create_autospec(Client)
spec.return_value.get.return_value = "auto"
print(spec(1).get("/z"), isinstance(spec(1), Client))
for bad in (lambda: spec(1).nothing, lambda: spec(1).get(), lambda: Mock(spec=["a"]).b):
    try:
        bad()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
with patch("builtins.open", mock_open(read_data="one\ntwo")) as o:
    with open("any") as f:
        print(f.read(), o.call_args)
with patch.object(Client, "get", autospec=True, return_value=7) as g:
    c = Client(None)
    print(c.get("/p"), g.call_args == call(c, "/p"))


@patch.multiple(Client, get=Mock(return_value="multi"))
def patched():
    return Client(None).get("/")


print(patched(), Client.get.__name__)
a = AsyncMock(side_effect=[1, ValueError("no")])


async def main():
    print(await a("x"), a.await_count)
    try:
        await a()
    except ValueError as e:
        print("ValueError:", e)
    a.assert_has_awaits([call("x"), call()])


asyncio.run(main())
m.reset_mock()
print(m.mock_calls, m.called, Mock(side_effect=lambda x: x * 2)(4), Mock(side_effect=KeyError).side_effect)
