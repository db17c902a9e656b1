# The standard deviation of decimals is a decimal, rounded as the context says; of fractions it is a float.
import decimal
import statistics
from decimal import Decimal
from fractions import Fraction

prices = [Decimal("22.50"), Decimal("59.97"), Decimal("16.63"), Decimal("119.20")]
print(statistics.mean(prices), statistics.variance(prices))
print(statistics.stdev(prices), statistics.pstdev(prices))
with decimal.localcontext(prec=8):
    print(statistics.stdev(prices), statistics.pstdev(prices))
print(statistics.stdev([Decimal(3), Decimal(3)]), statistics.pstdev([Decimal("0.1"), 1]))
print(statistics.stdev([Fraction(1, 3), Fraction(2, 3)]), statistics.stdev([1, 2, 2, 7]))
print(statistics.stdev(prices, xbar=Decimal(50)), statistics.NormalDist.from_samples([1, 2, 4]).stdev)
