# Averages, spread, correlation, the normal distribution.
from statistics import *
d=[1,2,3,4,4]; print(mean(d), fmean(d), median(d), mode(d), stdev(d), variance(d), pstdev(d), pvariance(d), quantiles(d), median_low([1,2,3,4]), median_high([1,2,3,4]), multimode("aabbc"), harmonic_mean([40,60]), round(geometric_mean([54,24,36]),9))
print(mean([1,2]), mean([1,3]), mean([0.1,0.2,0.3]), variance([2.75,1.75,1.25,0.25,0.5,1.25,3.5]), stdev([1.5,2.5,2.5,2.75,3.25,4.75]), correlation([1,2,3],[2,4,7]), covariance([1,2,3],[1,5,7]), linear_regression([1,2,3],[2,4,6.5]), median([1.5,2.5]), median_grouped([1,2,2,3,4,4,4,4,4,5]))
n=NormalDist(100,15); print(n, n.cdf(115), n.inv_cdf(0.95), n.pdf(100), n.quantiles(), n+5, n*2, n.zscore(130), NormalDist.from_samples([1,2,3,4]), n.overlap(NormalDist(110,15)))
for f in [lambda: mean([]), lambda: stdev([1]), lambda: median([]), lambda: mode([]), lambda: mean(["a"]), lambda: correlation([1,1],[1,2]), lambda: harmonic_mean([-1,2])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
