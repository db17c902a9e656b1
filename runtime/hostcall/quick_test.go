package hostcall

import (
	"context"
	"errors"
	"math/big"
	"reflect"
	"strconv"
	"testing"
)

// quickFunctions have one of each shape that needs no reflection.
var quickFunctions = []any{
	func(n int) int { return -n },
	strconv.Itoa,
	func(f float64) float64 { return f / 2 },
	func(s string) string { return s + "!" },
	func(s string) int { return len(s) },
	func(s string) bool { return s == "" },
	func(a any) any { return a },
	func(n int) (int, error) { return n, someError(n < 0) },
	func(n int) (string, error) { return strconv.Itoa(n), someError(n < 0) },
	strconv.Atoi,
	func(s string) (float64, error) { return strconv.ParseFloat(s, 64) },
	func(s string) (string, error) { return s, someError(s == "") },
	func(s string) (any, error) { return s, someError(s == "") },
	func(ctx context.Context, s string) (string, error) { return s, ctx.Err() },
	func(ctx context.Context, s string) (any, error) { return nil, ctx.Err() },
	func(a, b int) int { return a - b },
	func(a, b float64) float64 { return a - b },
	func(a, b string) string { return a + b },
	func(s string, n int) string { return s + strconv.Itoa(n) },
}

func someError(some bool) error {
	if some {
		return errors.New("some error")
	}
	return nil
}

// TestQuickCalls has each shape called with what fits it and what does not: with and without reflection the same comes of it.
func TestQuickCalls(t *testing.T) {
	values := []any{nil, true, int64(3), int64(-1), int64(1) << 40, new(big.Int).Lsh(big.NewInt(1), 70), 2.5, "", "7", []byte("7"), []any{int64(1)}, Tuple{}, Dict{}}
	var calls [][]any
	for _, a := range values {
		calls = append(calls, []any{a})
		for _, b := range values {
			calls = append(calls, []any{a, b})
		}
	}
	calls = append(calls, nil, []any{int64(1), int64(2), int64(3)})
	for _, f := range quickFunctions {
		with, err := bind(f)
		if err != nil || with.quick == nil {
			t.Fatalf("%T: %v, or it takes reflection", f, err)
		}
		without := *with
		without.quick = nil
		called := 0
		for _, args := range calls {
			for _, kwargs := range []Kwargs{nil, {"x": int64(1)}} {
				call := Call{Function: "f", Args: args, Kwargs: kwargs}
				want, wantErr := without.call(t.Context(), call)
				got, gotErr := with.call(t.Context(), call)
				if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(gotErr, wantErr) {
					t.Errorf("%T with %v, %v: %v, %v; with reflection %v, %v", f, args, kwargs, got, gotErr, want, wantErr)
				}
			}
			if _, quickly, _ := with.quick(t.Context(), args); quickly {
				called++
			}
		}
		if called == 0 {
			t.Errorf("%T is always called with reflection", f)
		}
	}
}
