# Transfers between accounts by a pool of threads; the sum stays the same.
import random
import threading
from concurrent.futures import ThreadPoolExecutor


class Bank:
    def __init__(self, balances):
        self.balances = dict(balances)
        self.lock = threading.Lock()
        self.log = []

    def transfer(self, source, target, amount):
        with self.lock:
            if self.balances[source] < amount:
                self.log.append(("refused", source, amount))
                return False
            self.balances[source] -= amount
            self.balances[target] += amount
            return True


bank = Bank({"a": 100, "b": 50, "c": 0})
rnd = random.Random(9)
jobs = [(*rnd.sample("abc", 2), rnd.randint(1, 60)) for _ in range(30)]
with ThreadPoolExecutor(4) as pool:
    done = list(pool.map(lambda j: bank.transfer(*j), jobs))
print(sum(bank.balances.values()), all(v >= 0 for v in bank.balances.values()), len(done), done.count(False) == len(bank.log))
try:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(bank.transfer, "a", "nobody", 0).result()
except KeyError as e:
    print("no account", e)
