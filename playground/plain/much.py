while True:
    print("much")
