# Generator expressions as arguments: where they need parentheses of their own.
def t(s):
    try: compile(s, 'f', 'exec'); print('ok', s)
    except SyntaxError as e: print(s, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
t('class A(x for x in y): pass')
t('class A((x for x in y)): pass')
t('class A(x for x in y, 1): pass')
t('class A(1, x for x in y): pass')
t('f(x for x in y)')
t('f(x for x in y, 1)')
t('f(1, x for x in y)')
t('f(a=1, x for x in y)')
t('class A(*b, **c, metaclass=d): pass')
t('@f(x for x in y)\ndef g(): pass')
