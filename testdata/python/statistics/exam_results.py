# Results of an exam described: centre, spread, quartiles, correlation.
import statistics as st
from fractions import Fraction
from decimal import Decimal

marks = [72, 85, 91, 60, 85, 77, 49, 95, 68, 85]
hours = [5, 8, 9, 3, 7, 6, 1, 10, 5, 8]
print(st.mean(marks), st.fmean(marks), st.median(marks), st.mode(marks), st.multimode("aabbc"), st.median_low(marks), st.median_high(marks), st.median_grouped(marks, 10))
print(round(st.stdev(marks), 6), round(st.pstdev(marks), 6), st.variance([1, 2, 3, 4]), st.pvariance([1, 2, 3, 4]), st.quantiles(marks), st.quantiles(marks, n=10, method="inclusive")[:3])
print(round(st.correlation(hours, marks), 6), round(st.covariance(hours, marks), 6), st.correlation(hours, marks, method="ranked") > .9)
slope, intercept = st.linear_regression(hours, marks)
print(f"{slope:.4f} {intercept:.4f}", [round(slope * h + intercept) for h in (2, 12)])
print(st.geometric_mean([1, 4, 16]), st.harmonic_mean([40, 60]), st.harmonic_mean([40, 60], weights=[5, 30]), st.fmean([1, 2], weights=[3, 1]), st.mean([Fraction(1, 2), Fraction(1, 3)]), st.mean([Decimal("1.5"), Decimal("2")]))
n = st.NormalDist.from_samples(marks)
print(round(n.mean, 3), round(n.stdev, 3), round(n.cdf(85), 5), round(n.inv_cdf(0.9), 4), round(n.zscore(90), 4), st.NormalDist(0, 1) + 5, round(st.NormalDist(0, 1).overlap(st.NormalDist(1, 1)), 5))
for bad in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.median([]), lambda: st.correlation([1, 1], [1, 2]), lambda: st.geometric_mean([-1]), lambda: st.mean(["a"]), lambda: st.quantiles([1], n=0)):
    try:
        print(bad())
    except (st.StatisticsError, TypeError) as e:
        print(type(e).__name__, e)
