package hostcall

import (
	"context"
	"errors"
	"math/big"
	"testing"
)

// TestMisuseSaysWhatThereIs calls functions with too much, or with names that they do not know.
func TestMisuseSaysWhatThereIs(t *testing.T) {
	type options struct {
		Limit int `py:",required"`
		Tags  []string
	}
	for _, test := range []struct {
		function any
		call     Call
		want     string
	}{
		{func(int, string) float64 { return 0 }, Call{}, "TypeError: f() takes 2 positional arguments but 0 were given; it is f(int, str) -> float"},
		{func(context.Context, []byte, options) error { return nil }, Call{Args: []any{[]byte{}}, Kwargs: Kwargs{"limits": int64(1)}},
			"TypeError: f() keyword argument: limit is missing; it is f(bytes, *, limit: int, tags: list[str] = ...) -> None"},
		{func(*big.Int, *bool) map[string]any { return nil }, Call{Args: []any{int64(1), nil}, Kwargs: Kwargs{"a": nil}}, "TypeError: f() takes no keyword arguments, got a; it is f(int, bool | None) -> dict[str, object]"},
		{func(any, ...Tuple) Dict { return nil }, Call{}, "TypeError: f() takes 1 positional arguments but 0 were given; it is f(object, *tuple) -> dict"},
	} {
		test.call.Function = "f"
		_, err := Func("f", test.function).Call(t.Context(), test.call)
		if exception := new(Exception); !errors.As(err, &exception) || exception.Error() != test.want {
			t.Errorf("got  %v\nwant %s", err, test.want)
		}
	}
}
