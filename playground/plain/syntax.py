# What is no Python.
for i in range(3)
    print(i)
