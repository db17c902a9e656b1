# Answers of a survey summed up: means of kinds, spread, quantiles, correlation, lines, exact types.
import statistics as st
from decimal import Decimal as D
from fractions import Fraction as F

AGES = [23, 35, 35, 41, 58, 62, 19, 35, 44, 50]
PAY = [1.9, 3.1, 2.9, 4.0, 5.2, 4.9, 1.5, 3.3, 4.1, 4.4]
print(st.mean(AGES), st.median(AGES), st.mode(AGES), st.multimode("aabbc"), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.median_grouped([1, 2, 2, 3, 4, 4], 1))
print(f"{st.stdev(AGES):.6f} {st.pstdev(AGES):.6f} {st.variance(AGES):.4f} {st.pvariance(AGES):.4f} {st.fmean(PAY):.4f} {st.geometric_mean(PAY):.6f} {st.harmonic_mean(PAY):.6f} {st.fmean([1, 2], weights=[3, 1])}")
print(st.quantiles(AGES), st.quantiles(AGES, n=10, method="inclusive"), st.quantiles([1, 2], n=2))
print(round(st.correlation(AGES, PAY), 6), round(st.correlation(AGES, PAY, method="ranked"), 6), round(st.covariance(AGES, PAY), 6))
line = st.linear_regression(AGES, PAY)
print(f"pay = {line.slope:.5f} age + {line.intercept:.5f}; at 30: {line.slope * 30 + line.intercept:.3f}", st.linear_regression([1, 2, 3], [2, 4, 6.5], proportional=True).slope)
print(st.mean([D("0.1"), D("0.2")]), st.mean([F(1, 3), F(1, 2)]), st.mean([1, 2]), repr(st.mean([1, 3])), st.variance([D(1), D(2), D(4)]), st.median([F(1, 2), 3]), st.harmonic_mean([40, 60], weights=[5, 30]), st.mean([1e50, 1, -1e50]))
n = st.NormalDist(100, 15)
print(round(n.cdf(130), 6), round(n.inv_cdf(0.9), 4), n.zscore(85), n + 5, n * 2, round(n.overlap(st.NormalDist(110, 15)), 5), [round(q, 2) for q in n.quantiles(4)], round(n.pdf(100), 6), n.samples(2, seed=3), st.NormalDist.from_samples(AGES).mean, n.variance, n - st.NormalDist(1, 20))
groups = {}
for a, p in zip(AGES, PAY):
    groups.setdefault(a // 20 * 20, []).append(p)
for k, v in sorted(groups.items()):
    print(f"{k}-{k + 19}: n={len(v)} mean={st.fmean(v):.2f} sd={st.stdev(v) if len(v) > 1 else 0:.3f}")
for bad in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.mean(["a"]), lambda: st.geometric_mean([0, -1]), lambda: st.harmonic_mean([-1]), lambda: st.quantiles([1, 2], n=0), lambda: st.correlation([1], [1]), lambda: st.linear_regression([1, 1], [2, 3]), lambda: st.NormalDist(0, -1), lambda: st.median([]), lambda: st.fmean([1], weights=[1, 2])):
    try:
        print(bad())
    except (st.StatisticsError, TypeError) as e:
        print(type(e).__name__, e)
