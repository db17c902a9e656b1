# What is called when the program ends may fail: the program has ended well all the same.
import threading

threading._register_atexit(lambda: print("called last"))
threading._register_atexit(lambda: print("called first"))
thread = threading.Thread(target=print, args=("in a thread",))
thread.start()
thread.join()
for handle in (5, object()):
    try:
        threading._start_joinable_thread(print, handle=handle)
    except TypeError as e:
        print(e)
print("the end")
