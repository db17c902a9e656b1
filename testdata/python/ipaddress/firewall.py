# Rules of a firewall: the longest prefix that has an address wins.
import ipaddress as ip

RULES = {"10.0.0.0/8": "internal", "10.1.0.0/16": "lab", "0.0.0.0/0": "deny", "192.168.1.0/24": "home", "2001:db8::/32": "docs"}
table = sorted(((ip.ip_network(n), a) for n, a in RULES.items()), key=lambda r: -r[0].prefixlen)


def decide(text):
    address = ip.ip_address(text)
    return next((a for n, a in table if n.version == address.version and address in n), "no rule")


for a in ("10.1.2.3", "10.2.0.1", "8.8.8.8", "192.168.1.255", "2001:db8::1", "::1"):
    x = ip.ip_address(a)
    print(f"{a:<16}{decide(a):<10}", "private" if x.is_private else "public", "loopback" if x.is_loopback else "", x.version, int(x) % 97)
net = ip.ip_network("192.168.1.64/29")
print(net.network_address, net.broadcast_address, net.netmask, net.hostmask, net.num_addresses, [str(h) for h in net.hosts()][::2])
print([str(s) for s in net.subnets(new_prefix=30)], net.supernet(), net.overlaps(ip.ip_network("192.168.1.0/24")), net[1], ip.ip_address("1.2.3.4") + 10)
for bad in ("256.1.1.1", "1.2.3", "01.2.3.4", "10.0.0.1/8", "fe80::g", "1.2.3.4/33", ""):
    try:
        print(ip.ip_network(bad) if "/" in bad else ip.ip_address(bad))
    except ValueError as e:
        print(e)
