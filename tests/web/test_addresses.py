"""Which machines are of the public web."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.addresses import is_public, read_address
from bot.web.policy import Policy

REFUSED = [
    "0.0.0.0",  # noqa: S104 -- nothing binds here
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "168.63.129.16",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.170",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::8.8.8.8",
    "64:ff9b:1::10.0.0.1",
    "100::1",
    "2001::1",
    "2001:0:53aa:64c:0:ffff:f5ff:fffe",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:a00:1::1",
    "2002:808:808::1",
    "3fff::1",
    "3ffe::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "2a01:e0a::5efe:10.0.0.1",
    "2a01:e0a::200:5efe:7f00:1",
]
PUBLIC = ["8.8.8.8", "93.184.215.14", "172.15.0.1", "172.32.0.1", "192.0.1.1", "2606:4700::1111", "2a01:e0a::1"]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_inside_or_special_or_a_tunnel_is_not_public(text: str) -> None:
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_what_is_given_out_is_public(text: str) -> None:
    assert is_public(ip_address(text))


@given(st.ip_addresses())
def test_nothing_is_public_that_python_knows_to_be_special(address: IPv4Address | IPv6Address) -> None:
    special = address.is_private or address.is_loopback or address.is_link_local or address.is_multicast
    assert not (is_public(address) and (special or address.is_reserved or address.is_unspecified))


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_inside_an_ipv6_one_is_never_reached(address: IPv4Address) -> None:
    number = int(address)
    forms = (number, 0xFFFF << 32 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80)
    assert not any(is_public(IPv6Address(form)) for form in forms)


def test_a_zone_does_not_hide_an_address() -> None:
    zoned = read_address("fe80::1%eth0")
    assert zoned is not None
    assert not is_public(zoned)


def test_of_several_answers_only_the_public_ones_are_used() -> None:
    assert Policy().allowed(["10.0.0.1", "8.8.8.8", "::1", "rubbish"]) == ["8.8.8.8"]


@pytest.mark.parametrize("port", [0, 22, 25, 8080, 6379, 65535])
def test_only_the_web_s_two_ports_are_open(port: int) -> None:
    assert not Policy().allows_port(port)
    assert Policy().allows_port(80)
    assert Policy().allows_port(443)
