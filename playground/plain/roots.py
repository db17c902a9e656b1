# Roots.
import math
print(math.pi, math.sqrt(2))
