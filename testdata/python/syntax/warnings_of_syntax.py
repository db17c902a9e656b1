import warnings

cases = ['x is 1', '"a" is not y', '() is z', 'x is None', 'assert (x, "m")', 'assert x, "m"', '[(1, 2) (3, 4)]', '"a" ("b")', '[1, 2] [3, 4]', '[1] ["a"]',
         '{1: 2} [3, 4]', 'None [1]', '5 [1]', '"\\d"', "'\\777'", 'b"\\q"', 'f"\\w {1}"', 'r"\\d"', '1if x else 2', '0x1for x in y']
for case in cases:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            code = compile(case, "<case>", "exec")
        except SyntaxError as error:
            print(case, error.msg)
    for warning in caught:
        print(case, "|", warning.category.__name__, warning.message, warning.filename, warning.lineno)

with warnings.catch_warnings():
    warnings.simplefilter("error")
    for case in ('x = 1\ny = "\\d"', "x is 1"):
        try:
            compile(case, "<case>", "exec")
        except SyntaxError as error:
            print(error.msg, error.lineno)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    yes = True
    print(~yes, len(caught), caught[0].message)
