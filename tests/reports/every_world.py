"""What a small report can mean, found by trying every value: shares no reasoning with the program.

A report is plain data, as it is written in YAML. A statement of it (a column of a table, a share, a
total) holds in some worlds: choices of what the statements have in common, such as a part's total.
Whatever is only the statement's own, such as a hidden row, is tried value by value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Path: TypeAlias = tuple[str | int, ...]
Name: TypeAlias = tuple[str, ...]
Values: TypeAlias = dict[Path, set[int]]
FAR = 130  # no number of a small report that has an end comes near it
MOST_CASES = 7  # up to here every case of a multi-select table is tried with every set of its rows
SHARE = re.compile(r"(?P<count>.+?) av (?P<base>totalt|\d+)(?: \((?P<percent>[\d,]+) %\))?")


@dataclass
class Statement:
    """What one place says of the names it has in common with others.

    Attributes:
        worlds: every choice of values for the names, and what the hidden figures are in it.
    """

    names: tuple[Name, ...]
    worlds: dict[tuple[int, ...], Values] = field(default_factory=dict)

    def holds(self, choice: tuple[int, ...], shown: Iterable[tuple[Path, int]] = ()) -> None:
        told = self.worlds.setdefault(choice, {})
        for path, value in shown:
            told.setdefault(path, set()).add(value)


def numbers(text: Any, *, zeros: bool = False) -> range:
    """Every number that a cell may stand for (arithmetic.md, "A cell is an integer interval")."""
    printed = str(text)
    if printed.isdigit():
        return range(int(printed), int(printed) + 1)
    if printed == "..":
        return range(FAR + 1)
    if printed.startswith("<"):
        return range(0 if zeros else 1, int(printed[1:]))
    if printed.startswith("ca "):
        value = int(printed[3:])
        reach = 5 if value and value % 10 == 0 else 1
        return range(max(value - reach, 0), value + reach + 1)
    low, high = printed.split("-")
    return range(int(low), int(high) + 1)


def is_hidden(text: Any) -> bool:
    return not str(text).isdigit() and str(text)[0] in "<123456789"


def meanings(report: dict[str, Any]) -> Values | None:
    """The values that every hidden figure can have; None when the report is impossible."""
    statements = [*_part(("avvikelser",), report["avvikelser"], _areas(report))]
    for index, area in enumerate(report.get("verksamhetsområden", [])):
        path: Path = ("verksamhetsområden", index, "avvikelser")
        statements += _part(path, area["avvikelser"], {})
    return _together(statements)


def _areas(report: dict[str, Any]) -> dict[str, Path]:
    areas = report.get("verksamhetsområden", [])
    return {
        area["namn"]: ("verksamhetsområden", index, "avvikelser")
        for index, area in enumerate(areas)
    }


def _name(what: str, path: Path) -> Name:
    return (what, *map(str, path))


def _part(path: Path, part: dict[str, Any], areas: dict[str, Path]) -> Iterator[Statement]:
    now, before = _name("nu", path), _name("förra", path)
    for key, name in (("totalt", now), ("föregående", before)):
        if key in part:
            yield _stated((*path, key), part[key], name)
    if "förändring" in part:
        yield _step(part["förändring"], now, before)
    for key, table in part.items():
        if key.startswith("per_"):
            yield from _Table((*path, key), table, path, areas).statements()
    for index, one in enumerate(part.get("andelar", [])):
        yield _share((*path, "andelar", index, "andel"), one["andel"], now)


def _stated(path: Path, text: Any, name: Name, *, zeros: bool = False) -> Statement:
    said = Statement((name,))
    for value in numbers(text, zeros=zeros):
        said.holds((value,), [(path, value)] if is_hidden(text) else [])
    return said


def _step(text: str, now: Name, before: Name) -> Statement:
    said = Statement((now, before))
    for value in range(FAR + 1):
        if 0 <= value - int(text) <= FAR:
            said.holds((value, value - int(text)))
    return said


def _share(path: Path, text: str, total: Name) -> Statement:
    read = SHARE.fullmatch(text)
    assert read
    of_total = read["base"] == "totalt"
    said = Statement((total,) if of_total else ())
    for base in range(FAR + 1) if of_total else [int(read["base"])]:
        for count in numbers(read["count"]):
            if count <= base and _is_percent(count, base, read["percent"]):
                shown = [(path, count)] if is_hidden(read["count"]) else []
                said.holds((base,) if of_total else (), shown)
    return said


def _is_percent(count: int, base: int, printed: str | None) -> bool:
    if printed is None or base == 0:
        return True
    half = Fraction(1, 2 * 10 ** len(printed.partition(",")[2]))
    stated = Fraction(printed.replace(",", "."))
    return abs(Fraction(100 * count, base) - stated) <= half


class _Table:
    def __init__(
        self, path: Path, table: dict[str, Any], part: Path, areas: dict[str, Path]
    ) -> None:
        self.path, self.table = path, table
        self.zeros = table.get("nollor_döljs") == "ja"
        unit = table.get("räknar")
        self.of_part = unit is None
        self.now = _name(unit or "nu", part)
        self.before = _name("förra", part if self.of_part else path)
        self.subsets = table.get("varav", [])
        self.sums: dict[str, list[str]] = table.get("delsummor", {})
        self.areas = areas if path[-1] == "per_område" and self.of_part else {}
        self.added = [
            row for row in table["antal"] if row not in self.subsets and row not in self.sums
        ]

    def statements(self) -> Iterator[Statement]:
        table = self.table
        earlier = table.get("föregående")
        if isinstance(earlier, dict):
            yield self._earlier_rows(earlier, self.before)
        elif earlier is not None:
            yield _stated((*self.path, "föregående"), earlier, self.before, zeros=self.zeros)
        if "förändring" in table:
            yield _step(table["förändring"], self.now, self.before)
        if "kolumner" in table:
            yield from self._total(table.get("totalt"), ("totalt",), self.now)
            yield self._both_ways()
            return
        years = table.get("år", [""])
        for index, year in enumerate(years):
            name: Name = (*self.now, "år", str(year), *map(str, self.path))
            is_now = year == max(years)
            if is_now:
                name = self.now
            elif year == max(years) - 1:
                name = self.before
            totals = table.get("totalt")
            where: Path = ("totalt",)
            if isinstance(totals, list):
                totals, where = totals[index], ("totalt", index)
            yield from self._total(totals, where, name)
            yield self._column(index if "år" in table else None, name, is_now=is_now)

    def _total(self, text: Any, where: Path, name: Name) -> Iterator[Statement]:
        if text is not None:
            yield _stated((*self.path, *where), text, name, zeros=self.zeros)

    def _earlier_rows(self, earlier: dict[str, Any], total: Name) -> Statement:
        said = Statement((total,))
        names = [row for row in earlier if row in self.added]
        for values in product(*(numbers(earlier[row], zeros=self.zeros) for row in names)):
            least = max(values, default=0) if self._several else sum(values)
            shown = [
                ((*self.path, "föregående", row), value)
                for row, value in zip(names, values, strict=True)
                if is_hidden(earlier[row])
            ]
            for whole in range(least, FAR + 1):
                said.holds((whole,), shown)
        return said

    @property
    def _several(self) -> bool:
        return bool(self.table.get("flera_möjliga") == "ja")

    def _column(self, index: int | None, total: Name, *, is_now: bool) -> Statement:
        """One column of a table that goes one way."""
        table = self.table
        shared = [row for row in self.added if row in self.areas] if is_now else []
        said = Statement((total, *(_name("nu", self.areas[row]) for row in shared)))
        cells = {
            row: cell if index is None else cell[index] for row, cell in table["antal"].items()
        }
        without = table.get("utan_uppgift") if is_now else None
        figures = {row: numbers(cell, zeros=self.zeros) for row, cell in cells.items()}
        none = [0] if without is None else numbers(without, zeros=self.zeros)
        where = () if index is None else (index,)
        for values in product(*figures.values()):
            of = dict(zip(figures, values, strict=True))
            if not self._shows(sum([of[row]]) for row in self.added) and is_now:
                continue
            for left in none:
                shown = [
                    ((*self.path, "antal", row, *where), of[row])
                    for row in of
                    if is_hidden(cells[row])
                ]
                if without is not None and is_hidden(without):
                    shown.append(((*self.path, "utan_uppgift"), left))
                for whole in self._wholes(of, left, is_now=is_now, told=without is not None):
                    said.holds((whole, *(of[row] for row in shared)), shown)
        return said

    def _shows(self, rows: Iterable[int]) -> bool:
        """Every row obeys the table's own limit; one that is equal to "over" is a slip of words."""
        low = max(self.table.get("visar_minst", 0), self.table.get("visar_fler_än", 0))
        return all(row >= low for row in rows)

    def _rests(self, rows: Sequence[int], *, is_now: bool = True) -> Iterable[int]:
        """What rows that are not shown can add up to; which are shown is decided by the latest."""
        table = self.table
        limits = [min(rows, default=FAR)] if "visar_största" in table else []
        limits += [table["visar_fler_än"]] if "visar_fler_än" in table else []
        limits += [max(table["visar_minst"] - 1, 0)] if "visar_minst" in table else []
        if not limits and table.get("visar_delar") != "ja":
            return [0]
        if not is_now or not limits:
            return range(FAR + 1)
        if min(limits) == 0:
            return [0]
        many = table.get("utelämnade_kategorier", FAR)
        return range(min(many * min(limits), FAR) + 1)

    def _wholes(self, of: dict[str, int], left: int, *, is_now: bool, told: bool) -> Iterable[int]:
        """Every total that these very counts allow."""
        rows = [of[row] for row in self.added]
        least = max((of[row] for row in self.subsets), default=0)
        if self._several:
            if any(
                not max(of[one] for one in members) <= of[row] <= sum(of[one] for one in members)
                for row, members in self.sums.items()
            ):
                return []
            hides = not isinstance(self._rests(rows), list)
            every = told and is_now and not hides
            wholes = _wholes_of_cases(tuple(rows), left, every=every)
            return [whole for whole in wholes if whole >= least]
        sums = set()
        for rest in self._rests(rows, is_now=is_now):
            # What is hidden in the sums is part of all that is hidden.
            more = [of[row] - sum(of[one] for one in members) for row, members in self.sums.items()]
            if min(more, default=0) >= 0 and sum(more) <= rest:
                sums.add(sum(rows) + left + rest)
        if told is False and self.table.get("år") and not is_now and "utan_uppgift" in self.table:
            # How many have no row is told for the period alone.
            return range(max(min(sums, default=FAR + 1), least), FAR + 1)
        return [whole for whole in sorted(sums) if least <= whole <= FAR]

    def _both_ways(self) -> Statement:
        """Rows and columns: a case is in one of each."""
        table, said = self.table, Statement((self.now,))
        rows, columns = list(table["antal"]), range(len(table["kolumner"]))
        kept = [index for index in columns if table["kolumner"][index] not in self.subsets]
        parts = [index for index in columns if index not in kept]
        across, without = table.get("radsumma", {}), table.get("utan_uppgift", 0)
        none = numbers(without, zeros=self.zeros)
        unknown: Path = (*self.path, "utan_uppgift")
        places = [(row, index) for row in rows for index in columns]
        cells = [table["antal"][row][index] for row, index in places]
        for values in product(*(numbers(cell, zeros=self.zeros) for cell in cells)):
            of = dict(zip(places, values, strict=True))
            sums = [sum(of[row, index] for index in kept) for row in rows]
            if not self._shows(sums) or not self._fits_across(rows, sums, parts, of):
                continue
            shown = [
                ((*self.path, "antal", *place), of[place])
                for place, cell in zip(places, cells, strict=True)
                if is_hidden(cell)
            ]
            shown += [
                ((*self.path, "radsumma", row), many)
                for row, many in zip(rows, sums, strict=True)
                if row in across and is_hidden(across[row])
            ]
            margins = [sum(of[row, index] for row in rows) for index in columns]
            down = table.get("kolumnsumma", margins)
            for ends in product(*(numbers(end, zeros=self.zeros) for end in down)):
                more = [end - margin for end, margin in zip(ends, margins, strict=True)]
                told = [
                    ((*self.path, "kolumnsumma", index), end)
                    for index, end in enumerate(ends)
                    if is_hidden(down[index])
                ]
                for rest, left in product(self._rests(sums), none):
                    whole = sum(sums) + rest + left
                    fits = self._fits_down(
                        [more[i] for i in kept], [more[i] for i in parts], rest, left
                    )
                    if whole <= FAR and (fits or "kolumnsumma" not in table):
                        said.holds(
                            (whole,),
                            [*shown, *told, *([(unknown, left)] if is_hidden(without) else [])],
                        )
        return said

    def _fits_across(
        self, rows: list[str], sums: list[int], parts: list[int], of: dict[tuple[str, int], int]
    ) -> bool:
        across = self.table.get("radsumma", {})
        return all(
            (row not in across or many in numbers(across[row], zeros=self.zeros))
            and all(of[row, index] <= many for index in parts)
            for row, many in zip(rows, sums, strict=True)
        )

    @staticmethod
    def _fits_down(kept: list[int], parts: list[int], rest: int, left: int) -> bool:
        """What columns have besides the cells: the rows left out, and some that are in no row."""
        return (
            min(kept) >= 0
            and rest <= sum(kept) <= rest + left
            and all(0 <= part <= rest + left for part in parts)
        )


def _wholes_of_cases(rows: tuple[int, ...], left: int, *, every: bool) -> list[int]:
    """How many cases can make these rows, ``left`` of them in none; else each in one if so told."""
    if every:
        few = [
            whole for whole in range(MOST_CASES + 1) if (*rows, left) in _cases(whole, len(rows))
        ]
        many = range(max(MOST_CASES + 1, max(rows) + left), sum(rows) + left + 1)
        return [*few, *many]
    return list(range(max(rows) + left, FAR + 1))


@cache
def _cases(many: int, rows: int) -> frozenset[tuple[int, ...]]:
    """The rows that so many cases make, each having a set of rows; and how many have none."""
    if many == 0:
        return frozenset({(0,) * (rows + 1)})
    sets = list(product((0, 1), repeat=rows))
    one_more = [(*chosen, 0 if any(chosen) else 1) for chosen in sets]
    return frozenset(
        tuple(a + b for a, b in zip(made, case, strict=True))
        for made in _cases(many - 1, rows)
        for case in one_more
    )


def _together(statements: list[Statement]) -> Values | None:
    """What is left of the hidden figures when all statements hold at once."""
    found: Values = {}
    waiting = list(statements)
    while waiting:
        group, names = [waiting.pop(0)], set[Name]()
        names.update(group[0].names)
        while near := [one for one in waiting if names.intersection(one.names)]:
            group += near
            names.update(name for one in near for name in one.names)
            waiting = [one for one in waiting if one not in near]
        if not _joined(group, found):
            return None
    return found


def _joined(group: list[Statement], found: Values) -> bool:
    """Whether some choice fulfils every statement; adds what the hidden figures then are."""
    order = sorted(group, key=lambda one: len(one.worlds))
    known: list[Name] = []
    choices: set[tuple[int, ...]] = {()}
    while order:
        said = next((one for one in order if set(one.names) & set(known)), order[0])
        order.remove(said)
        common = [name for name in said.names if name in known]
        fresh = [name for name in said.names if name not in known]
        index: dict[tuple[int, ...], set[tuple[int, ...]]] = defaultdict(set)
        for choice in said.worlds:
            of = dict(zip(said.names, choice, strict=True))
            index[tuple(of[n] for n in common)].add(tuple(of[n] for n in fresh))
        at = [known.index(name) for name in common]
        choices = {
            (*old, *new) for old in choices for new in index.get(tuple(old[i] for i in at), ())
        }
        known += fresh
    for said in group:
        at = [known.index(name) for name in said.names]
        for choice in {tuple(one[i] for i in at) for one in choices}:
            for path, values in said.worlds[choice].items():
                found.setdefault(path, set()).update(values)
    return bool(choices)
