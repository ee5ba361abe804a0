"""Random small reports: true ones, told in all the ways that a report may, and ones with a slip."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

Data: TypeAlias = dict[str, Any]
Path: TypeAlias = tuple[str | int, ...]
HEAD = """\
format: kvalitetsrapport/1
rapport:
  period:
    från: 2020-01-01
    till: 2020-12-31
"""
ROWS = ("A", "B", "C", "D")
NUMBER = re.compile(r"(?<![<,\d-])\d+(?![\d,-])")
KINDS = ("complete", "limit", "over", "largest", "parts", "several", "both_ways")
NO_FIGURES = frozenset(
    {"år", "kolumner", "varav", "delsummor", "utelämnade_kategorier"}
    | {"visar_minst", "visar_fler_än", "visar_största"}
)


def honest(random: Random) -> Data:
    """A report of true cases: hidden, rounded and cut off, but nothing is wrong."""
    return _Honest(random).report()


def with_a_slip(report: Data, random: Random) -> Data:
    """The same with one number changed."""
    changed = deepcopy(report)
    figures = list(_figures(changed))
    if not figures:
        return changed
    holder, key = random.choice(figures)
    value = holder[key]
    by = random.choice([-4, -3, -2, -1, 1, 2, 3, 4])
    if isinstance(value, int):
        holder[key] = max(value + by, 0)
    elif value[0] in "+-":
        holder[key] = f"{int(value) + by:+d}"
    else:
        # No percentage of nothing: what it would be is no question of arithmetic.
        zero = "%" in value and (value.startswith("0 ") or "(0" in value)
        found = random.choice(list(NUMBER.finditer(value)) or [None])
        if found and not zero:
            percent = "%" in value[found.end() :][:3]
            number = max(int(found[0]) + by, 5 if percent else 1 if "%" in value else 0)
            holder[key] = value[: found.start()] + str(number) + value[found.end() :]
    return changed


def set_at(report: Data, path: Path, value: Any) -> Data:
    """The same with another value at one place."""
    changed = deepcopy(report)
    holder: Any = changed
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return changed


def _figures(node: Any) -> Iterator[tuple[Any, Any]]:
    steps = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in steps:
        if key in NO_FIGURES:
            continue
        if isinstance(value, dict | list):
            yield from _figures(value)
        elif isinstance(value, int) or key in {"andel", "förändring"}:
            yield node, key


def as_yaml(report: Data) -> str:
    """The report as an author writes it."""
    return HEAD + "\n".join(_lines(report, "")) + "\n"


def _lines(node: Data, indent: str) -> Iterator[str]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, list) and isinstance(value[0], dict):
            yield f"{indent}{key}:"
            for one in value:
                first, *others = _lines(one, indent + "    ")
                yield f"{indent}  - {first.strip()}"
                yield from others
        elif isinstance(value, list):
            yield f"{indent}{key}: [{', '.join(map(str, value))}]"
        else:
            yield f"{indent}{key}: {value}"


class _Honest:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.endless = 0  # few figures are missing: each is tried up to the horizon
        self.hidden = random.choice([0.0, 0.3, 0.6])

    def report(self) -> Data:
        random = self.random
        if random.random() < 0.75:
            now, before = random.randint(0, 12), random.randint(0, 12)
            return {"avvikelser": self.part(now, before, random.choice([1, 2, 2, 3]))}
        nows = [random.randint(0, 6), random.randint(0, 6)]
        befores = [random.randint(0, 6), random.randint(0, 6)]
        whole = self.part(sum(nows), sum(befores), random.choice([0, 1]))
        whole["per_område"] = self.by_area(nows, befores)
        areas = [
            {"namn": name, "avvikelser": self.part(now, before, random.choice([1, 1, 2]))}
            for name, now, before in zip(("Barn", "Vuxna"), nows, befores, strict=True)
        ]
        return {"avvikelser": whole, "verksamhetsområden": areas}

    def part(self, now: int, before: int, tables: int) -> Data:
        random = self.random
        part: Data = {}
        if random.random() < 0.6:
            part["totalt"] = self.printed(now)
        if random.random() < 0.3:
            part["föregående"] = self.printed(before)
        if random.random() < 0.2:
            part["förändring"] = f"{now - before:+d}"
        others = {"åtgärder": random.randint(0, 9), "personer": random.randint(0, 9)}
        names = ["per_kategori", "per_orsak", "per_enhet"]
        for name in names[:tables]:
            unit = random.choice(["åtgärder", "personer"]) if random.random() < 0.2 else None
            table = self.table(others[unit] if unit else now, before)
            if unit:
                table = {"räknar": unit, **table}
            part[name] = table
        if random.random() < 0.25 or not part:
            part["andelar"] = [
                {"gäller": f"Andel {number}", "andel": self.share(now)}
                for number in range(random.choice([1, 1, 2]))
            ]
        return part

    def by_area(self, nows: list[int], befores: list[int]) -> Data:
        table: Data = {"antal": {}}
        years = self.random.random() < 0.2
        for name, now, before in zip(("Barn", "Vuxna"), nows, befores, strict=True):
            cells = [self.printed(before), self.printed(now)]
            table["antal"][name] = cells if years else cells[1]
        if years:
            table["år"] = [2019, 2020]
        return table

    def table(self, now: int, before: int) -> Data:
        random = self.random
        kind = random.choice((*KINDS, "complete"))
        zeros = {"nollor_döljs": "ja"} if random.random() < 0.1 else {}
        if kind == "both_ways":
            return {**zeros, **self.both_ways(now, before)}
        if kind == "several":
            return {**zeros, **self.several(now, before)}
        return {**zeros, **self.single(kind, now, before)}

    def single(self, kind: str, now: int, before: int) -> Data:
        random = self.random
        rows = list(ROWS[: random.choice([2, 3, 3, 4])])
        table: Data = {}
        left = random.randint(0, now) if random.random() < 0.15 else 0
        if left or random.random() < 0.05:
            table["utan_uppgift"] = self.printed(left)
        counts, earlier = self.split(now - left, rows), self.split(before, rows)
        rows = self.kept(kind, table, counts)
        self.columns(table, rows, (counts, now), (earlier, before))
        many = "år" not in table
        if many and random.random() < 0.15:
            table["antal"]["Därav"] = self.printed(random.randint(0, now))
            table["varav"] = ["Därav"]
        known_rest = "utelämnade_kategorier" in table
        if many and len(rows) > 1 and not known_rest and random.random() < 0.15:
            table["antal"]["A och B"] = self.printed(counts[rows[0]] + counts[rows[1]])
            table["delsummor"] = {"A och B": rows[:2]}
        return table

    def kept(self, kind: str, table: Data, counts: dict[str, int]) -> list[str]:
        """Declares what the table shows, and gives the rows that it then shows."""
        random = self.random
        rows = list(counts)
        by_size = sorted(rows, key=lambda row: -counts[row])
        limit = random.randint(1, 4)
        if kind == "limit":
            table["visar_minst"] = limit
            shown = [row for row in rows if counts[row] >= limit]
        elif kind == "over":
            table["visar_fler_än"] = limit - 1
            shown = [row for row in rows if counts[row] >= limit]
        elif kind == "largest":
            shown = by_size[: random.randint(1, len(rows))]
            table["visar_största"] = len(shown)
        elif kind == "parts":
            table["visar_delar"] = "ja"
            shown = rows[: random.randint(1, len(rows))]
        else:
            return rows
        shown = shown or by_size[:1]
        if kind in {"limit", "over"} and counts[shown[0]] < limit:
            table["visar_minst"] = 0
            table.pop("visar_fler_än", None)
            return rows
        if kind != "parts" and random.random() < 0.5:
            table["utelämnade_kategorier"] = len(rows) - len(shown)
        return shown

    def columns(
        self,
        table: Data,
        rows: list[str],
        latest: tuple[dict[str, int], int],
        before: tuple[dict[str, int], int],
    ) -> None:
        random = self.random
        if random.random() < 0.2 and "utan_uppgift" not in table:
            years = [2019, 2020] if random.random() < 0.7 else [2020, 2019]
            table["år"] = years
            of = {2020: latest, 2019: before}
            table["antal"] = {
                row: [self.printed(of[year][0][row]) for year in years] for row in rows
            }
            if random.random() < 0.4:
                table["totalt"] = [self.printed(of[year][1]) for year in years]
            return
        table["antal"] = {row: self.printed(latest[0][row]) for row in rows}
        if random.random() < 0.3:
            table["totalt"] = self.printed(latest[1])
        chance = random.random()
        if chance < 0.1:
            table["föregående"] = self.printed(before[1])
        elif chance < 0.25:
            table["föregående"] = {row: self.printed(before[0][row]) for row in rows}
        if random.random() < 0.05:
            table["förändring"] = f"{latest[1] - before[1]:+d}"

    def several(self, now: int, before: int) -> Data:
        """Every case has a set of rows, which may be empty."""
        random = self.random
        rows = list(ROWS[: random.choice([2, 3])])
        cases = [[row for row in rows if random.random() < 0.5] for _ in range(now)]
        table: Data = {"flera_möjliga": "ja"}
        if random.random() < 0.6:
            table["utan_uppgift"] = self.printed(cases.count([]))
        counts = {row: sum(row in case for case in cases) for row in rows}
        earlier = {row: random.randint(0, before) for row in rows}
        shown = rows
        if random.random() < 0.2:
            shown = self.kept("limit", table, counts)
            table.pop("utelämnade_kategorier", None)
        self.columns(table, shown, (counts, now), (earlier, before))
        return table

    def both_ways(self, now: int, before: int) -> Data:
        random = self.random
        rows = list(ROWS[: random.choice([2, 2, 3])])
        names = ["SoL", "LSS"]
        left = random.randint(0, now) if random.random() < 0.2 else 0
        sums = self.split(now - left, rows)
        counts = {row: self.split(many, names) for row, many in sums.items()}
        table: Data = {"utan_uppgift": self.printed(left)} if left else {}
        shown = rows
        if random.random() < 0.4:
            shown = self.kept(random.choice(KINDS[1:5]), table, sums)
            self.endless += 1  # too much to try in a table with a rest
        table["kolumner"] = [*names]
        whole = "visar_delar" not in table and shown == rows
        if whole and random.random() < 0.2:
            table["kolumner"].append("Barn")
            table["varav"] = ["Barn"]
            for row in rows:
                counts[row]["Barn"] = random.randint(0, sums[row])
        table["antal"] = {
            row: [self.printed(counts[row][name]) for name in table["kolumner"]] for row in shown
        }
        if random.random() < 0.6:
            some = shown if random.random() < 0.8 else shown[:1]
            table["radsumma"] = {row: self.printed(sums[row]) for row in some}
        if random.random() < 0.6:
            of_columns = {name: sum(counts[row][name] for row in rows) for name in counts[rows[0]]}
            for _ in range(random.choice([0, left])):  # those in no row may be in a column
                of_columns[random.choice(names)] += 1
            table["kolumnsumma"] = [self.printed(many) for many in of_columns.values()]
        if random.random() < 0.4:
            table["totalt"] = self.printed(now)
        if random.random() < 0.1:
            table["föregående"] = self.printed(before)
        return table

    def share(self, now: int) -> str:
        random = self.random
        base = now if random.random() < 0.7 else random.randint(1, 9)
        count = random.randint(0, base)
        if base == 0 or random.random() < 0.3:
            return f"{self.printed(count)} av {'totalt' if base == now else base}"
        decimals = random.choice([0, 0, 0, 1])
        scaled, down = divmod(200 * count * 10**decimals + base, 2 * base)
        scaled -= 1 if down == 0 and random.random() < 0.5 else 0  # a tie may go either way
        percent = str(scaled).rjust(decimals + 1, "0")
        if decimals:
            percent = f"{percent[:-1]},{percent[-1]}"
        return f"{self.printed(count)} av {'totalt' if base == now else base} ({percent} %)"

    def split(self, many: int, rows: list[str]) -> dict[str, int]:
        counts = dict.fromkeys(rows, 0)
        for _ in range(many):
            counts[self.random.choice(rows)] += 1
        return counts

    def printed(self, value: int) -> int | str:
        """One of the texts that may stand for a true number."""
        random = self.random
        if random.random() >= self.hidden:
            return value
        ways = [f"ca {near}" for near in (value - 1, value, value + 1) if 0 < near < 10]
        for text, most in (("<3", 2), ("<5", 4), ("1-3", 3)):
            ways += [text] * 4 if 1 <= value <= most else []
        if self.endless == 0 and random.random() < 0.05:
            self.endless += 1
            return ".."
        return random.choice(ways) if ways else value
