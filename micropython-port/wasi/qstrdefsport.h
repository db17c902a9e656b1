// qstrs that the scan of the sources does not find.
Q(.frozen)
Q(method-wrapper)
