"""The hostile inputs, all of them."""

from __future__ import annotations

from tests.hostile import bytes_hazards, output_hazards, place_hazards, yaml_hazards

CASES = tuple(
    case
    for module in (yaml_hazards, bytes_hazards, output_hazards, place_hazards)
    for case in module.cases()
)
