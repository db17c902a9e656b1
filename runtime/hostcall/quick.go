package hostcall

import "context"

// quick calls a Go function without reflection, which takes half as long as the rest of a short call. It says false, and has called
// nothing, unless the arguments are what the function takes as they are: then reflection converts them, or says what does not fit.
type quick func(ctx context.Context, args []any) (value any, called bool, err error)

// quickOf gives a way for functions of those shapes that most have: one or two plain values, and as many results. It is nil for others.
func quickOf(function any) quick {
	switch f := function.(type) {
	case func(int) int:
		return one(f)
	case func(int) string:
		return one(f)
	case func(float64) float64:
		return one(f)
	case func(string) string:
		return one(f)
	case func(string) int:
		return one(f)
	case func(string) bool:
		return one(f)
	case func(any) any:
		return one(f)
	case func(int) (int, error):
		return oneOrError(f)
	case func(int) (string, error):
		return oneOrError(f)
	case func(string) (int, error):
		return oneOrError(f)
	case func(string) (float64, error):
		return oneOrError(f)
	case func(string) (string, error):
		return oneOrError(f)
	case func(string) (any, error):
		return oneOrError(f)
	case func(context.Context, string) (string, error):
		return oneInContext(f)
	case func(context.Context, string) (any, error):
		return oneInContext(f)
	case func(int, int) int:
		return two(f)
	case func(float64, float64) float64:
		return two(f)
	case func(string, string) string:
		return two(f)
	case func(string, int) string:
		return two(f)
	}
	return nil
}

func one[A, R any](f func(A) R) quick {
	return oneInContext(func(_ context.Context, a A) (R, error) { return f(a), nil })
}

func oneInContext[A, R any](f func(context.Context, A) (R, error)) quick {
	return func(ctx context.Context, args []any) (any, bool, error) {
		if len(args) != 1 {
			return nil, false, nil
		}
		a, ok := plainly[A](args[0])
		if !ok {
			return nil, false, nil
		}
		r, err := f(ctx, a)
		if err != nil {
			return nil, true, err
		}
		return r, true, nil
	}
}

func oneOrError[A, R any](f func(A) (R, error)) quick {
	return oneInContext(func(_ context.Context, a A) (R, error) { return f(a) })
}

func two[A, B, R any](f func(A, B) R) quick {
	return func(_ context.Context, args []any) (any, bool, error) {
		if len(args) != 2 {
			return nil, false, nil
		}
		a, ok := plainly[A](args[0])
		b, fits := plainly[B](args[1])
		if !ok || !fits {
			return nil, false, nil
		}
		return f(a, b), true, nil
	}
}

// plainly gives an argument as a type that it has already, or an int that fits.
func plainly[T any](arg any) (value T, ok bool) {
	if value, ok = arg.(T); ok {
		return value, true
	}
	n, isInt := arg.(int64)
	if p, wanted := any(&value).(*int); isInt && wanted && int64(int(n)) == n {
		*p = int(n)
		return value, true
	}
	return value, false
}
