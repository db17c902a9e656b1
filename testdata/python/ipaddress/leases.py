# Addresses given out from pools, checked against rules, summarised.
from ipaddress import AddressValueError, IPv4Address, IPv4Network, NetmaskValueError, collapse_addresses, ip_address, ip_interface, ip_network, summarize_address_range


class Pool:
    def __init__(self, net, reserved=()):
        self.net, self.taken = ip_network(net), {ip_address(r): "reserved" for r in reserved}

    def lease(self, who):
        for a in self.net.hosts():
            if a not in self.taken:
                self.taken[a] = who
                return a
        raise LookupError(f"{self.net} is full")


p = Pool("10.0.0.0/29", ["10.0.0.1"])
print([str(p.lease(w)) for w in "abcde"])
try:
    p.lease("f")
except LookupError as e:
    print("LookupError:", e)
net = ip_network("192.168.0.0/22")
print(net.num_addresses, net.netmask, net.hostmask, net.broadcast_address, [str(s) for s in net.subnets(new_prefix=24)], net.supernet(), net.is_private)
print([str(n) for n in collapse_addresses([ip_network("10.1.0.0/25"), ip_network("10.1.0.128/25"), ip_network("10.1.1.0/24")])], [str(n) for n in summarize_address_range(IPv4Address("10.0.0.5"), IPv4Address("10.0.0.12"))])
print([str(n) for n in ip_network("10.0.0.0/28").address_exclude(ip_network("10.0.0.4/30"))], ip_network("10.0.0.0/8").overlaps(net), ip_network("10.2.0.0/16").subnet_of(ip_network("10.0.0.0/8")))
i = ip_interface("172.16.5.4/20")
print(i.ip, i.network, i.with_netmask, int(i.ip), i.ip + 300, ip_address("10.0.0.9") - 3, IPv4Address(2**31), IPv4Address("1.2.3.4").packed, IPv4Address(b"\x7f\0\0\1").is_loopback)
six = ip_address("2001:db8:0:0:1::5")
print(six, six.exploded, six.version, ip_address("::ffff:1.2.3.4").ipv4_mapped, ip_network("fe80::/10").is_link_local, ip_address("::1").reverse_pointer[:8], ip_network("2001:db8::/126").num_addresses)
print(sorted(map(ip_address, ["10.0.0.10", "10.0.0.9", "9.255.0.1"])), ip_address("10.0.0.1") in net, f"{ip_address('10.0.0.1'):b}"[-6:], f"{ip_address('10.0.0.1'):#x}", {ip_address("::1"): 1}[ip_address("0::1")], list(IPv4Network("1.1.1.0/31")), net[5], net[-1])
for bad in ("256.1.1.1", "1.2.3", "01.2.3.4", "1.2.3.4/33", "10.0.0.1/24", "::1::", "g::", "", "1.2.3.4/255.0.255.0"):
    for f in (ip_address, ip_network):
        try:
            f(bad)
        except (AddressValueError, NetmaskValueError, ValueError) as e:
            print(f"{f.__name__:<11}{type(e).__name__}: {e}")
