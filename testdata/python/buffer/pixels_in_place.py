# A picture in a bytearray changed through views: rows, channels, slices without copies.
W, H = 6, 4
pixels = bytearray(W * H * 3)
view = memoryview(pixels)


def row(y):
    return view[y * W * 3:(y + 1) * W * 3]


def put(x, y, rgb):
    view[(y * W + x) * 3:(y * W + x) * 3 + 3] = bytes(rgb)


for x in range(W):
    put(x, 1, (x * 40, 0, 255))
row(3)[::3] = b"\xff" * W
row(2)[:] = row(1)
print(bytes(row(1)).hex(" ", 3), bytes(row(3)[:9]), row(1) == row(2), row(0).tolist() == [0] * 18)
grey = bytes(sum(pixels[i:i + 3]) // 3 for i in range(0, len(pixels), 3))
for y in range(H):
    print("".join(" .:-=+*#%@"[v * 9 // 255] for v in grey[y * W:(y + 1) * W]))
grid = memoryview(grey).cast("B", (H, W))
print(grid.shape, grid.ndim, grid[1, 3], grid.tolist()[1], grid.nbytes, view.readonly, memoryview(grey).readonly, view.itemsize, view[-1], view.obj is pixels, len(view[::2]))
import struct

words = memoryview(bytearray(8)).cast("H")
words[0], words[3] = 513, 65535
print(words.tolist(), words.format, struct.unpack("4H", words), words.tobytes() == bytes(words), words.cast("B")[6:].hex())
for bad in (lambda: memoryview(grey).__setitem__(0, 1), lambda: view.__setitem__(slice(0, 2), b"abc"), lambda: pixels.append(1), lambda: memoryview("text"), lambda: view[10**6], lambda: words.__setitem__(0, 70000), lambda: memoryview(b"abc").cast("H"), lambda: view.__setitem__(0, 300), lambda: grid[9, 9]):
    try:
        bad()
    except (TypeError, ValueError, BufferError, IndexError) as e:
        print(type(e).__name__, e)
view.release()
try:
    view[0]
except ValueError as e:
    print("ValueError:", e)
