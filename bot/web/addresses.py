"""Which machines are of the public web: a pure rule on numbers, for whatever a name resolved to.

Sources: IANA's IPv4 and IPv6 special-purpose address registries, RFC 6890, 6052 (NAT64), 3056 (6to4),
4380 (Teredo), 5214 (ISATAP). Python's `is_global` misses those that hold an IPv4 address inside.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

_REFUSED_4 = tuple(
    ip_network(block)
    for block in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24"),
        *("192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
        *("224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",  # the host agent of Azure's machines, on a public number
    )
)
# Only 2000::/3 is given out at all; within it, what tunnels to IPv4, documents or tests.
_GLOBAL_6 = ip_network("2000::/3")
_REFUSED_6 = tuple(
    ip_network(block)
    for block in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "3ffe::/16")
)
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)


def read_address(text: str) -> Address | None:
    """A numeric address without its zone (`fe80::1%eth0`), else None."""
    try:
        return ip_address(text.split("%", 1)[0])
    except ValueError:
        return None


def is_public(address: Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in block for block in _REFUSED_4)
    return (
        address in _GLOBAL_6
        and not any(address in block for block in _REFUSED_6)
        and (int(address) >> 32) & 0xFFFF_FFFF not in _ISATAP
    )
