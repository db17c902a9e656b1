# eval and exec with None for dicts see what is around
x=1
def f():
    loc=3
    print(eval("loc", None, None), eval("loc", None), eval("loc+1", globals=None), eval("loc", locals=None))
    exec("print(loc, x)", None, None); exec("print(loc)", globals=None, locals=None)
    try: eval("loc", {}, None)
    except NameError as e: print(e)
    try: eval("loc", None, {})
    except NameError as e: print(e)
f()
