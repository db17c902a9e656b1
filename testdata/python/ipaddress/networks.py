import ipaddress as ip

net = ip.ip_network("10.0.0.0/29")
print(net, net.netmask, net.broadcast_address, net.num_addresses, [str(h) for h in net.hosts()])
print([str(s) for s in net.subnets(prefixlen_diff=1)], net.supernet(), ip.ip_address("10.0.0.5") in net, net.overlaps(ip.ip_network("10.0.0.4/30")))
for text in ("::1", "192.168.1.1", "8.8.8.8", "2001:db8::1", "169.254.0.1", "224.0.0.1", "0.0.0.0", "::ffff:1.2.3.4"):
    a = ip.ip_address(text)
    print(a, a.version, a.is_private, a.is_loopback, a.is_link_local, a.is_multicast, a.is_global, int(a), a.reverse_pointer)
print(ip.IPv6Address("2001:db8::1").exploded, ip.ip_interface("10.1.2.3/24").network, ip.IPv4Address(3232235777), ip.IPv4Address("1.2.3.4").packed)
print([str(n) for n in ip.summarize_address_range(ip.ip_address("10.0.0.1"), ip.ip_address("10.0.0.9"))])
print([str(n) for n in ip.collapse_addresses([ip.ip_network("10.0.0.0/25"), ip.ip_network("10.0.0.128/25")])])
print(sorted([ip.ip_address("10.0.0.10"), ip.ip_address("10.0.0.9")]), ip.ip_address("1.1.1.1") + 5, hash(ip.ip_address("1.1.1.1")) == hash(ip.ip_address("1.1.1.1")))
for wrong in (lambda: ip.ip_address("x"), lambda: ip.IPv4Address("1.2.3.256"), lambda: ip.ip_network("10.0.0.1/8"), lambda: ip.IPv6Address("1::2::3"), lambda: ip.ip_network("10.0.0.0/33")):
    try:
        print(wrong())
    except ValueError as e:
        print(type(e).__name__, e)
