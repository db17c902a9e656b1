// qstrs that the scan of the sources does not find.
Q(.frozen)
Q(method-wrapper)
Q(<stdout>)
Q(<stderr>)
Q(_io_files.py)
Q(io.py)
Q(os.py)
