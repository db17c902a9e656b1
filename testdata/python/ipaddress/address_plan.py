# An address plan: subnets given out by size, ranges summed up, IPv6 written short and long.
import ipaddress

pool = ipaddress.IPv4Network("172.16.0.0/24")
free = [pool]
for name, need in (("office", 100), ("wifi", 50), ("servers", 12), ("link", 2)):
    prefix = 32 - (need + 1).bit_length()
    free.sort(key=lambda n: (n.num_addresses, n))
    block = next(n for n in free if n.prefixlen <= prefix)
    free.remove(block)
    chosen = next(block.subnets(new_prefix=prefix))
    free.extend(block.address_exclude(chosen))
    print(f"{name:<8}{chosen!s:<18}{chosen.num_addresses - 2:>4} hosts, first {chosen[1]}")
print("free", *sorted(free))
a, b = map(ipaddress.ip_address, ("10.0.0.5", "10.0.0.12"))
print([str(n) for n in ipaddress.summarize_address_range(a, b)], [str(n) for n in ipaddress.collapse_addresses(pool.subnets(2))])
six = ipaddress.ip_address("2001:0db8:0000:0000:0000:ff00:0042:8329")
print(six, six.exploded, six.compressed, six.reverse_pointer, ipaddress.ip_address("::ffff:1.2.3.4").ipv4_mapped, six.packed.hex())
i = ipaddress.ip_interface("192.168.5.7/24")
print(i, i.ip, i.network, i.with_netmask, i.hostmask, a < b, sorted([b, a]), hash(a) == hash(ipaddress.ip_address("10.0.0.5")), ipaddress.ip_address(167772165), f"{a:b}"[-4:])
try:
    a < six
except TypeError as e:
    print(e)
