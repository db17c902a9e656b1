# Threads that ask again and again instead of waiting.
import queue
import threading
import time

q, got = queue.Queue(), []


def poll():
    while True:
        try:
            item = q.get_nowait()
        except queue.Empty:
            continue
        if item is None:
            return
        got.append(item)


t = threading.Thread(target=poll)
t.start()
q.put(1)
time.sleep(0.05)
q.put(2)
q.put(None)
t.join()
print(got)


def late():
    time.sleep(0.05)
    q.put("late")


threading.Thread(target=late).start()
while q.empty():
    pass
print(q.get())
done = False


def work():
    global done
    time.sleep(0.05)
    done = True


threading.Thread(target=work).start()
while not done:
    time.sleep(0.01)
print("done")
