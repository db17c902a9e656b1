raise ValueError("told")
