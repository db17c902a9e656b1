# What is wrong with a template is said as CPython says it.
cases = [
    ("{", ()), ("}", ()), ("{0", ("a",)), ("{}{1}", (1, 2)), ("{1}{}", (1, 2)), ("{2}", (1,)), ("{}", ()), ("{a}", ()), ("{!x}", (1,)), ("{!}", (1,)), ("{!r", (1,)),
    ("{!rx}", (1,)), ("{0[}", ([1],)), ("{0[]}", ([1],)), ("{0.}", (1,)), ("{0[0]x}", ([1],)), ("{:{:{}}}", (1, 2, 3)), ("{:d}", ("a",)), ("{0.nope}", (1,)), ("{0[9]}", ([1],)), ("{a b}", ()), ("{:", (1,)), ("{0!r:", (1,)), ("{0{1}}", (1, 2)), ("}{", ()), ("{:.}", (1.5,)),
]
for template, args in cases:
    try:
        print(template, template.format(*args))
    except KeyError as e:
        print(template, "KeyError", e.args)
    except (ValueError, IndexError, AttributeError) as e:
        print(template, type(e).__name__, e)
try:
    "{}".format_map({})
except (ValueError, KeyError) as e:
    print(type(e).__name__, e)
