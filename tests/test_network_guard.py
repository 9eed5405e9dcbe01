"""Holds tests/conftest.py to its word."""

import socket

import pytest


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_that_an_internet_socket_is_refused_and_remembered(family: socket.AddressFamily, no_network: list[str]) -> None:
    with pytest.raises(PermissionError):
        socket.socket(family, socket.SOCK_STREAM)
    assert no_network == ["socket.__new__"]
    no_network.clear()


def test_that_looking_up_a_name_is_refused_and_remembered(no_network: list[str]) -> None:
    with pytest.raises(PermissionError):
        socket.getaddrinfo("example.org", 443)
    assert no_network == ["socket.getaddrinfo"]
    no_network.clear()


def test_that_a_pair_of_sockets_within_the_machine_is_allowed(no_network: list[str]) -> None:
    here, there = socket.socketpair()
    with here, there:
        here.sendall(b"binnen")
        assert there.recv(6) == b"binnen"
    assert no_network == []
