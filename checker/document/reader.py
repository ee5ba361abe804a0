"""Reading a report: bytes to a document. Never raises, whatever the bytes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from checker.document.decoding import decode
from checker.document.directives import without_directives
from checker.document.limits import MAX_BYTES, MAX_BYTES_PURE, MAX_FAULTS, MAX_LINE, MAX_LINES
from checker.document.model import Document, Fault, Span
from checker.document.objections import beyond
from checker.document.parsing import chosen, parse
from checker.document.places import Spans
from checker.document.recovery import further_faults
from checker.document.syntax import explain
from checker.document.traps import find_traps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.document.parsing import Choice, Parsed

_START: Final = Span(1, 1, 1, 1)


def read_document(
    data: bytes, name: str, *, parser: Choice = "auto", traps: bool = True
) -> Document:
    """A file as read: its data with every place, and what is wrong with the file itself.

    Args:
        data: the bytes of the file.
        name: the file's name as it is shown.
        parser: ``c`` or ``pure`` to have that one alone.
        traps: whether to look for what YAML accepts but an author of prose did not mean.
    """
    try:
        return _read(data, name, parser, traps=traps)
    except ImportError:  # our installation, not the file
        raise
    except Exception:  # noqa: BLE001 - a stranger's file must not stop the program
        return _without_data(name, (), [Fault("syntax", _START, fatal=True)])


def too_large_document(name: str, limit: int = MAX_BYTES) -> Document:
    """What stands for a file that was not read because of its size."""
    written = f"{limit // 1024**2} MB" if limit >= 1024**2 else f"{limit // 1024} kB"
    return _without_data(name, (), [Fault("too-large", _START, {"gräns": written}, fatal=True)])


def _read(data: bytes, name: str, parser: Choice, *, traps: bool) -> Document:
    limit = MAX_BYTES if chosen(parser) == "c" else MAX_BYTES_PURE
    if len(data) > limit:
        return too_large_document(name, limit)
    text, refused = decode(data)
    if text.count("\n") > MAX_LINES:
        return _without_data(name, (), [beyond("nodes", _START, MAX_LINES)])
    lines = _lines(text)
    if refused:
        return _without_data(name, lines, refused)
    long = next((number for number, line in enumerate(lines, 1) if len(line) > MAX_LINE), None)
    if long is not None:
        span = Span(long, MAX_LINE + 1, long, MAX_LINE + 2)
        return _without_data(name, lines, [beyond("line-length", span, MAX_LINE)])
    read, faults = without_directives(lines)
    if read is not None:
        text, lines_read = "\n".join(read), tuple(read)
    else:
        lines_read = lines
    parsed = parse(text, lines_read, parser)
    faults += parsed.builder.built.faults
    if traps:
        faults += islice(find_traps(lines, parsed.builder.built), MAX_FAULTS)
    if parsed.problem:
        first = explain(parsed.problem, lines_read, parsed.builder)
        faults = _one_a_line([*faults, first, *further_faults(lines_read, first, parser)])
    if parsed.stop:
        faults.append(parsed.stop)
    return _document(name, lines, parsed, _in_order(faults))


def _document(name: str, lines: Sequence[str], parsed: Parsed, faults: Sequence[Fault]) -> Document:
    built = parsed.builder.built
    if built.data is None or any(fault.fatal for fault in faults):
        return _without_data(name, lines, faults)
    return Document(
        name=name,
        data=built.data,
        lines=tuple(lines),
        keys=Spans(built.keys),
        values=Spans(built.values),
        texts=built.texts,
        styles=built.styles,
        faults=tuple(faults),
    )


def _without_data(name: str, lines: Sequence[str], faults: Iterable[Fault]) -> Document:
    return Document(name, None, tuple(lines), {}, {}, {}, {}, tuple(faults))


def _lines(text: str) -> tuple[str, ...]:
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return tuple(line.removesuffix("\r") for line in lines) if "\r" in text else tuple(lines)


def _one_a_line(faults: Sequence[Fault]) -> list[Fault]:
    """Without what was found on a line before the parser stumbled there: it is the same slip."""
    broken = {fault.span.line for fault in faults if fault.fatal}
    return [fault for fault in faults if fault.fatal or fault.span.line not in broken]


def _in_order(faults: Iterable[Fault]) -> list[Fault]:
    """In the order of the text, each once; a fault that two rounds of reading found is one."""
    by_weight = sorted(faults, key=lambda fault: fault.fatal)
    each = {(fault.span, fault.code): fault for fault in by_weight}
    ordered = sorted(each.values(), key=lambda fault: (fault.span, fault.code))
    if len(ordered) > MAX_FAULTS:
        last = beyond("fault-limit", ordered[MAX_FAULTS].span, MAX_FAULTS)
        return [*ordered[:MAX_FAULTS], last]
    return ordered
