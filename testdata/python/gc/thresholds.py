# Thresholds are kept, and nothing is garbage that cannot be collected.
import gc

print(gc.get_threshold(), gc.get_debug())
gc.set_threshold(700, 5)
print(gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold(), gc.isenabled())
