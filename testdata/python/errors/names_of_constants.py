# What errors suggest for names of constants as other languages have them; a coroutine that nobody awaited is named so.
import traceback


def told(function, *args):
    try:
        function(*args)
    except Exception as e:
        print(traceback.format_exception(e)[-1], end="")


told(lambda: true)
told(lambda: false)
told(lambda: none)


async def fetch():
    return {"a": 1}


task = fetch()
told(lambda: task.keys())
told(lambda: task())
told(lambda: task + 1)
told(lambda: int(task))
told(lambda: "a" + task)
task.close()
