print("unclosed)
