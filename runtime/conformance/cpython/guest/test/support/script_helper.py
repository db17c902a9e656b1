"""Other processes: there are none, so what needs one is skipped."""

import unittest


def _refuse(*args, **kwargs):
    raise unittest.SkipTest("needs processes")


run_python_until_end = assert_python_ok = assert_python_failure = spawn_python = kill_python = _refuse
run_test_script = make_zip_script = make_zip_pkg = _assert_python = _refuse


def interpreter_requires_environment():
    return False


def make_script(script_dir, script_basename, source, omit_suffix=False):
    name = script_basename if omit_suffix else script_basename + ".py"
    path = str(script_dir) + "/" + name
    with open(path, "w") as f:
        f.write(source)
    return path


def make_pkg(pkg_dir, init_source=""):
    import os
    os.mkdir(pkg_dir)
    make_script(pkg_dir, "__init__", init_source)
