# Addresses, passwords, dates, colours, numbers: valid or not.
import re

RULES = {
    "email": r"[\w.+-]+@[\w-]+(\.[\w-]+)+",
    "hex": r"#(?:[0-9a-f]{3}){1,2}",
    "date": r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])",
    "password": r"(?=.*\d)(?=.*[a-z])(?=.*[A-Z])(?!.*\s).{8,}",
    "float": r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?",
    "ipv4": r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}",
    "doubled": r".*\b(\w+) \1\b.*",
    "balanced quotes": r"[^'\"]*(?:(['\"])[^'\"]*\1[^'\"]*)*",
}
SAMPLES = ["ann@example.org", "a@b", "#Ff0", "#ff00", "2024-12-31", "2024-13-01", "Passw0rd", "password1", "-1.5e10", ".5", "1e", "192.168.0.1", "256.1.1.1", "it is is so", "say 'hi' \"you\"", "say 'hi"]
for s in SAMPLES:
    print(f"{s:<18}", [n for n, r in RULES.items() if re.fullmatch(r, s, re.I if n == "hex" else 0)])
p = re.compile(r"(?P<area>\d+)(?:-(?P<rest>\d+))?")
m = p.match("030-12345 x")
print(m.groups(), m.groupdict(), m.span("rest"), m.start(), m.end(), m[0], m["area"], m.lastindex, m.lastgroup, m.pos, m.string, m.expand(r"\g<area>/\2"))
print(p.match("77").groups(), p.match("77").groups("-"), p.match("x"), p.search("x 5").span(), p.fullmatch("5x"), p.findall("1-2 3"), bool(m), m.re is p, p.pattern)
