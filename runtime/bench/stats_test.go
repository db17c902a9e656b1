package bench

import (
	"math"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestQuantile(t *testing.T) {
	tests := []struct {
		sample             []float64
		low, middle, above float64
	}{
		{[]float64{5}, 5, 5, 5},
		{[]float64{3, 1}, 1.5, 2, 2.5},
		{[]float64{9, 1, 5}, 3, 5, 7},
		{[]float64{4, 3, 2, 1, 0}, 1, 2, 3},
	}
	for _, test := range tests {
		low, middle, above := quantile(test.sample, 0.25), median(test.sample), quantile(test.sample, 0.75)
		if !near(low, test.low) || !near(middle, test.middle) || !near(above, test.above) {
			t.Errorf("%v: got %v %v %v, want %v %v %v", test.sample, low, middle, above, test.low, test.middle, test.above)
		}
	}
	if !math.IsNaN(median(nil)) {
		t.Error("nothing has a median")
	}
	if got := spread([]float64{9, 1, 5}); !near(got, 0.4) {
		t.Errorf("got a spread of %v, want 0.4", got)
	}
}

func TestGeometricMean(t *testing.T) {
	if got := geometricMean([]float64{0.5, 2, 8}); !near(got, 2) {
		t.Errorf("got %v, want 2", got)
	}
}

func TestFitPower(t *testing.T) {
	tests := []struct {
		name     string
		xs, ys   []float64
		exponent float64
		exact    bool
		ok       bool
	}{
		{"linear", []float64{1, 10, 100}, []float64{3, 30, 300}, 1, true, true},
		{"quadratic", []float64{2, 4, 8, 16}, []float64{4, 16, 64, 256}, 2, true, true},
		{"two points", []float64{1, 4}, []float64{1, 2}, 0.5, true, true},
		{"noisy", []float64{1, 10, 100, 1000}, []float64{1, 12, 90, 1000}, 1, false, true},
		{"one point", []float64{5}, []float64{5}, 0, false, false},
		{"one x", []float64{5, 5}, []float64{5, 6}, 0, false, false},
		{"no time", []float64{5, 6}, []float64{0, 6}, 0, false, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, ok := fitPower(test.xs, test.ys)
			if ok != test.ok {
				t.Fatalf("got %+v, %v", got, ok)
			}
			if ok && (math.Abs(got.Exponent-test.exponent) > 0.05 || got.Low > got.Exponent || got.High < got.Exponent) {
				t.Errorf("got %+v, want an exponent of %v", got, test.exponent)
			}
			if test.exact && !near(got.Low, got.High) {
				t.Errorf("got %+v, want no doubt", got)
			}
		})
	}
}

func TestBootstrap(t *testing.T) {
	sample := []float64{10, 11, 9, 10, 12, 10, 10, 11, 9}
	of := func(rounds []int) float64 {
		var drawn []float64
		for _, i := range rounds {
			drawn = append(drawn, sample[i])
		}
		return median(drawn)
	}
	got := bootstrap(len(sample), confidence, of)
	if got.Value != 10 || got.Low < 9 || got.Low > 10 || got.High < 10 || got.High > 12 {
		t.Errorf("got %+v, want 10 within the sample", got)
	}
	if again := bootstrap(len(sample), confidence, of); again != got {
		t.Errorf("got %+v and then %+v", got, again)
	}
	if wide := bootstrap(len(sample), 0.5, of); wide.High-wide.Low > got.High-got.Low {
		t.Errorf("half of the time takes %+v, nearly always %+v", wide, got)
	}
}

func TestRatiosArePaired(t *testing.T) {
	// A machine that slows down by the round changes no ratio.
	got := ratios([]int64{10, 100, 1000}, []int64{5, 50, 500}, []int{0, 2, 2, 7})
	if len(got) != 3 || got[0] != 2 || got[1] != 2 || got[2] != 2 {
		t.Errorf("got %v, want 2 three times", got)
	}
}

func TestMillis(t *testing.T) {
	for ns, want := range map[float64]string{1: "0.00000", 12_345: "0.0123", 1_234_567: "1.23", 12_345_678: "12.3", 123_456_789: "123", 12_345_678_900: "12346"} {
		if got := millis(ns); got != want {
			t.Errorf("%v: got %s, want %s", ns, got, want)
		}
	}
}
