# An archive that another program has encrypted.
import base64
import io
import zipfile

data = base64.b64decode(
    "UEsDBAoACQAAAAAAIVAAAAAAAAAAAAAAAAAFAAAAZW1wdHlQSwECHgMKAAkAAAAAACFQAAAAAAAAAAAAAAAABQAAAAAAAAAAAAAAtIEAAAAAZW1wdHlQSwUGAAAAAAEAAQAzAAAAIwAA"
    "AAAA")
with zipfile.ZipFile(io.BytesIO(data)) as z:
    info = z.getinfo("empty")
    print(info.flag_bits & 1, info.file_size)
    try:
        z.read("empty")
    except RuntimeError as e:
        print(e)
    try:
        z.setpassword("text")
    except TypeError as e:
        print(e)
