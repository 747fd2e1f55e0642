/** The cells that another rests on directly. */
import type { Ground } from "#core/figures/ground.ts";
import { otherEndOf } from "#core/figures/implied.ts";
import type { Asked } from "#core/figures/machine.ts";
import { isSameCell, recorded } from "#core/figures/machine.ts";
import { SUMMED, routeOf } from "#core/states.ts";

/** What a cell, or a gap in its place, rests on by its route; nothing where it is reported or derived. */
export function inputsUnder(ground: Ground, cell: Asked): readonly Asked[] {
  const { side, line, end, length } = cell;
  const state = side.state(line, end, length);
  switch (state <= SUMMED ? routeOf(state) : "computed") {
    case "reported":
    case "derived":
      return [];
    case "computed":
      return askedFor(ground, cell);
    case "implied":
      return implying(cell);
    case "summed":
      return Array.from({ length }, (_, back) => ({ ...cell, end: end - length + 1 + back, length: 1 }));
  }
}

/** The cells that a line's formula asks for, each once. */
export function askedFor({ formulas, machine }: Ground, { side, line, end, length }: Asked): readonly Asked[] {
  const formula = formulas.formulas.get(line);
  if (formula === undefined) return [];
  const { asked } = recorded(machine, side.program(formula), end, length);
  return asked.filter((one, index) => asked.findIndex((other) => isSameCell(one, other)) === index);
}

function implying(cell: Asked): readonly Asked[] {
  const by = cell.side.implication(cell.line, cell.end, cell.length)?.by;
  if (by === undefined) return [];
  if ("statement" in by) return [{ ...cell, end: otherEndOf(by, cell.end), side: cell.side.firm }];
  const others = by.members.filter((member) => member.line !== cell.line);
  return [by.total, ...others.map((member) => member.line)].map((line) => ({ ...cell, line, side: cell.side.firm }));
}
