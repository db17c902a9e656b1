# Text grows piece by piece, as beginners write it.
text = ""
for i in range(4000):
    text += "item " + str(i) + ", "
vowels = 0
for c in text:
    if c in "aeiou":
        vowels += 1
words = []
word = ""
for c in text:
    if c == " " or c == ",":
        if word:
            words.append(word)
        word = ""
    else:
        word += c
print(len(text), vowels, len(words), words[-1])
