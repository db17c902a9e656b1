import binascii
for s in [b'YQ==YQ==',b'YQ==Y',b'YQ==YQ',b'YWI=YWI=', b'YQ==YW', b'YQ==YWI', b'YWJj=YWJj', b'YW=J=j', b'YQ=',b'YQ=Q',b'YQ====',b'====',b'']:
    for strict in (False,True):
        try: print(s, binascii.a2b_base64(s,strict_mode=strict))
        except Exception as e: print(s, e)
