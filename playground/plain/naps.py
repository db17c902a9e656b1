# Naps.
import time
begin = time.time()
time.sleep(0.01)
