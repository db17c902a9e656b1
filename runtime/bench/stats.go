package bench

import (
	"math"
	"math/rand/v2"
	"slices"
)

// quantile is the value below which a part of the sample lies, between two where it falls between them.
func quantile(sample []float64, part float64) float64 {
	if len(sample) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(sample))
	at := part * float64(len(sorted)-1)
	low := int(at)
	if low+1 >= len(sorted) {
		return sorted[low]
	}
	return sorted[low] + (at-float64(low))*(sorted[low+1]-sorted[low])
}

func median(sample []float64) float64 { return quantile(sample, 0.5) }

// spread is half the range of the middle half, as a part of the median.
func spread(sample []float64) float64 {
	return (quantile(sample, 0.75) - quantile(sample, 0.25)) / 2 / median(sample)
}

// geometricMean is the mean for ratios: that of x and 1/x is 1.
func geometricMean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += math.Log(v)
	}
	return math.Exp(sum / float64(len(values)))
}

// Interval is where a value lies, by what the samples say.
type Interval struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Bounds of a bootstrap.
const (
	resamples = 2000
	// confidence is how often the interval of a comparison holds the value. It is more than the usual 0.95, as there are
	// some thirty programs, of which two would seem to have changed every time.
	confidence = 0.99
)

// bootstrap is the interval of a statistic of rounds 0 to n-1: what it gives for the rounds, and for samples of them drawn with
// repetition (Efron's percentile method). Draws follow from the number of rounds alone, so that a report repeats.
func bootstrap(n int, level float64, statistic func(rounds []int) float64) Interval {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	interval := Interval{Value: statistic(all)}
	random := rand.New(rand.NewPCG(uint64(n), 15))
	values := make([]float64, resamples)
	drawn := make([]int, n)
	for i := range values {
		for j := range drawn {
			drawn[j] = random.IntN(n)
		}
		values[i] = statistic(drawn)
	}
	interval.Low, interval.High = quantile(values, (1-level)/2), quantile(values, (1+level)/2)
	return interval
}

// ratios are those of two samples, round by round.
func ratios(over, under []int64, rounds []int) []float64 {
	var found []float64
	for _, i := range rounds {
		if i < len(over) && i < len(under) && under[i] > 0 {
			found = append(found, float64(over[i])/float64(under[i]))
		}
	}
	return found
}

// Power is a law y = factor * x^exponent, fitted.
type Power struct {
	Exponent float64 `json:"exponent"`
	// Low and High are the exponent's interval of two standard errors.
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	// Factor is y at x = 1.
	Factor float64 `json:"factor"`
}

// fitPower fits a power by least squares of logarithms. It needs two points of different x; with two, the interval is empty.
func fitPower(xs, ys []float64) (Power, bool) {
	n := float64(len(xs))
	var sx, sy, sxx, sxy float64
	for i := range xs {
		x, y := math.Log(xs[i]), math.Log(ys[i])
		sx, sy, sxx, sxy = sx+x, sy+y, sxx+x*x, sxy+x*y
	}
	spreadX := sxx - sx*sx/n
	if len(xs) < 2 || spreadX < 1e-12 || math.IsNaN(sxy) || math.IsInf(sxy, 0) {
		return Power{}, false
	}
	slope := (sxy - sx*sy/n) / spreadX
	offset := (sy - slope*sx) / n
	wide := 0.0
	if len(xs) > 2 {
		rest := 0.0
		for i := range xs {
			off := math.Log(ys[i]) - offset - slope*math.Log(xs[i])
			rest += off * off
		}
		wide = 2 * math.Sqrt(rest/(n-2)/spreadX)
	}
	return Power{slope, slope - wide, slope + wide, math.Exp(offset)}, true
}

// floats are integers to compute with.
func floats(values []int64) []float64 {
	found := make([]float64, len(values))
	for i, v := range values {
		found[i] = float64(v)
	}
	return found
}
