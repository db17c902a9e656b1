# The program waits for your answers: in the Input tab, or as it asks.
name = input("What is your name? ")
year = input("In which year were you born? ")

if year.strip().isdigit():
    print("Hello", name + ", you turn", 2026 - int(year), "in 2026.")
else:
    print("Hello", name + "; that was no year.")
