# Indentation that is wrong has no caret, and tabs stand in front of carets where the line has them.
import traceback
for source in ('x = 1\n  y = 2\n', 'if 1:\n\tx = = 2\n', 'if 1:\n  x\n y\n', 'if 1:\n\tx\n        y\n', '\tif 1:\n        x\n\ty\n', 'while 1:\n\té = "ü" 2\n', 'try:\n pass\nexcept* A:\n pass\nexcept B:\n pass\n'):
    try:
        exec(source)
    except SyntaxError as e:
        print(repr(source))
        print(''.join(traceback.format_exception_only(e)), end='')
