"""Only ordinary files are read."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

import pytest

from checker.document import opening
from checker.document.limits import MAX_BYTES
from checker.document.model import Fault, Span
from checker.document.opening import Unreadable, read_bytes
from checker.document.reader import too_large_document

if TYPE_CHECKING:
    from pathlib import Path

POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")


def reason(path: str | Path) -> str:
    with pytest.raises(Unreadable) as caught:
        read_bytes(path)
    assert str(caught.value) == caught.value.code
    return caught.value.code


def test_an_ordinary_file_is_read_to_the_last_byte(tmp_path: Path) -> None:
    path = tmp_path / "rapport.yaml"
    path.write_bytes(b"a: 1\r\n\x1a\x00")
    assert read_bytes(path) == b"a: 1\r\n\x1a\x00"
    assert read_bytes(str(path)) == b"a: 1\r\n\x1a\x00"


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "stor.yaml"
    path.write_bytes(b"a" * MAX_BYTES)
    assert len(read_bytes(path)) == MAX_BYTES
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    assert reason(path) == "too-large"


def test_what_stands_for_a_file_too_large_says_how_large_it_may_be() -> None:
    document = too_large_document("stor.yaml")
    assert (document.name, document.data, document.lines) == ("stor.yaml", None, ())
    assert document.faults == (
        Fault("too-large", Span(1, 1, 1, 1), {"gräns": "10 MB"}, fatal=True),
    )


@pytest.mark.parametrize("name", ["saknas.yaml", "saknas/rapport.yaml", "x" * 5000, "a\0b"])
def test_a_file_that_is_not_there_is_missing(tmp_path: Path, name: str) -> None:
    assert reason(f"{tmp_path}/{name}") == "missing"


def test_a_path_through_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "rapport.yaml").write_bytes(b"")
    assert reason(tmp_path / "rapport.yaml" / "mer.yaml") == "missing"


def test_a_directory_is_called_one(tmp_path: Path) -> None:
    assert reason(tmp_path) == "directory"


def test_a_directory_that_the_system_refuses_to_open_is_called_one_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "as Windows says")

    monkeypatch.setattr(os, "open", refuse)
    assert reason(tmp_path) == "directory"
    assert reason(tmp_path / "rapport.yaml") == "no-permission"


@POSIX
def test_a_pipe_does_not_hold_the_program_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör.yaml")
    assert reason(tmp_path / "rör.yaml") == "not-a-file"


@POSIX
def test_a_socket_is_no_file(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.yaml"))
        assert reason(tmp_path / "s.yaml") == "not-a-file"


@POSIX
def test_a_device_is_no_file() -> None:
    assert reason("/dev/zero") == "not-a-file"


def test_an_error_while_reading_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rapport.yaml"
    path.write_bytes(b"a: 1")

    def fail(_: int) -> bytes:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(opening, "_content", fail)
    assert reason(path) == "unreadable"
