import statistics as s
from fractions import Fraction

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(s.mean(data), s.median(data), s.mode(data), s.multimode("aabbc"), s.pstdev(data), round(s.stdev(data), 6), s.variance(data), s.pvariance(data))
print(s.fmean([1, 2, 3.5]), s.fmean([1, 2], weights=[3, 1]), round(s.geometric_mean([1, 10, 100]), 9), s.harmonic_mean([40, 60]), s.median_low([1, 3, 5, 7]), s.median_high([1, 3, 5, 7]), s.median_grouped([1, 2, 2, 3, 4]))
print(s.quantiles(range(1, 11), n=4), s.quantiles([1, 2, 3], n=4, method="inclusive"), s.mean([Fraction(1, 3), Fraction(2, 3)]))
x, y = [1, 2, 3, 4], [2, 4, 5, 9]
print(s.covariance(x, y), round(s.correlation(x, y), 9), s.linear_regression(x, y), s.correlation(x, y, method="ranked"))
n = s.NormalDist(100, 15)
print(n, n.mean, n.stdev, round(n.cdf(115), 9), round(n.pdf(100), 9), round(n.inv_cdf(.9), 6), n + 5, n.zscore(130), round(n.overlap(s.NormalDist(110, 15)), 6))
for bad in (lambda: s.mean([]), lambda: s.mode([]), lambda: s.stdev([1]), lambda: s.geometric_mean([-1]), lambda: s.quantiles([]), lambda: s.NormalDist(0, -1)):
    try:
        print(bad())
    except s.StatisticsError as e:
        print(e)
