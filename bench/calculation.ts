/**
 * Load, full recalculation and one edit with its dependents, beside a plain loop over typed arrays
 * and HyperFormula, all three in one run on the same cells, checked against each other first.
 * The figures to quote are the ratios: the machine's speed drifts, and all three drift with it.
 */
import { applyChanges } from "#core/changes.ts";
import { planEntry } from "#core/entry.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { Figures } from "#core/figures/figures.ts";
import type { Book } from "#core/book.ts";
import { floorOf } from "./floor.ts";
import { hyperFormulaOf } from "./hyper-formula.ts";
import type { Size } from "./model.ts";
import { COMPUTED, FIRST_BOUNDARY, GROUP, VIEW, amountAt, bookOf, inputId, subtotalId } from "./model.ts";
import type { Contender } from "./contender.ts";
import { EDITED } from "./contender.ts";
import { medianOf } from "./median.ts";

/** Kessan's own engine. */
function kessanOf(size: Size): Contender {
  const book = bookOf(size);
  const { input } = EDITED;
  const span = { start: FIRST_BOUNDARY + EDITED.quarter(size), length: 1 };
  const edited = (value: number): Book =>
    applyChanges(
      book,
      planEntry(book, {
        ...VIEW,
        source: null,
        way: "typed",
        entries: [{ line: inputId(input), span, stated: { mantissa: value, decimals: 0 }, text: "" }],
      }).changes,
    );
  return {
    name: "kessan",
    load: () => sumOf(figuresOf(bookOf(size), VIEW), size),
    recalculate: () => sumOf(figuresOf(book, VIEW), size),
    edit: (value) => dependentsOf(figuresOf(edited(value), VIEW), size),
  };
}

function sumOf(figures: Figures, { inputs, quarters }: Size): number {
  let sum = 0;
  const add = (line: string, start: number, length: number): void => {
    const value = figures.value(line, { start: FIRST_BOUNDARY + start, length });
    if (!Number.isNaN(value)) sum += value;
  };
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    for (let input = 0; input < inputs; input += 1)
      for (const name of Object.keys(COMPUTED)) add(`${name}_${input}`, quarter, 1);
    for (let group = 0; group * GROUP < inputs; group += 1) add(subtotalId(group), quarter, 1);
  }
  for (let input = 0; input < inputs; input += 1) {
    for (let quarter = 0; quarter + 2 <= quarters; quarter += 2) add(inputId(input), quarter, 2);
    for (let quarter = 0; quarter + 4 <= quarters; quarter += 4) add(inputId(input), quarter, 4);
  }
  return sum;
}

/** The cells that one input of one quarter moves: its subtotal, share, growths, twelve months, half and year. */
function dependentsOf(figures: Figures, size: Size): number {
  const { input } = EDITED;
  const at = EDITED.quarter(size);
  let sum = 0;
  const add = (line: string, start: number, length: number): void => {
    if (start + length > size.quarters) return;
    const value = figures.value(line, { start: FIRST_BOUNDARY + start, length });
    if (!Number.isNaN(value)) sum += value;
  };
  add(subtotalId(Math.floor(input / GROUP)), at, 1);
  add(`share_${input}`, at, 1);
  for (const later of [0, 4]) add(`yoy_${input}`, at + later, 1);
  for (const later of [0, 1]) add(`qoq_${input}`, at + later, 1);
  for (const later of [0, 1, 2, 3]) add(`ttm_${input}`, at + later, 1);
  add(inputId(input), at - (at % 2), 2);
  add(inputId(input), at - (at % 4), 4);
  return sum;
}

/** Rounds of each measurement, the contenders in turn: enough for a median that a passing load does not move. */
const ROUNDS = 9;

/** How close sums of a hundred thousand doubles in another order must be. */
const CLOSE = 1e-9;

export function benchCalculation(name: string, size: Size): void {
  const contenders = [floorOf(size), kessanOf(size), hyperFormulaOf(size)];
  const [floor] = contenders;
  if (floor === undefined) throw new Error("no floor");
  for (const kind of ["load", "recalculate", "edit"] as const) {
    const value = amountAt(EDITED.input, EDITED.quarter(size)) + 17;
    const run = (contender: Contender, round: number): number =>
      kind === "edit" ? contender.edit(value + round) : contender[kind]();
    const expected = run(floor, 0);
    const times = new Map<string, number[]>();
    for (let round = 0; round < ROUNDS; round += 1)
      for (const contender of contenders) {
        // Too quick for the clock one by one.
        const repeats = kind === "load" ? 1 : contender === floor ? 200 : kind === "edit" ? 20 : 1;
        const began = performance.now();
        let sum = 0;
        for (let repeat = 0; repeat < repeats; repeat += 1) sum = run(contender, 0);
        const ms = (performance.now() - began) / repeats;
        if (Math.abs(sum - expected) > CLOSE * Math.abs(expected))
          throw new Error(`${contender.name} ${kind}: ${sum}, not ${expected}`);
        times.set(contender.name, [...(times.get(contender.name) ?? []), ms]);
      }
    const base = medianOf(times.get(floor.name) ?? []);
    const cells = contenders.map(({ name: who }) => {
      const ms = medianOf(times.get(who) ?? []);
      return `${who} ${ms.toPrecision(3)} ms${who === floor.name ? "" : ` (${(ms / base).toPrecision(3)} × floor)`}`;
    });
    console.log(`${name} ${kind.padEnd(11)} ${cells.join("   ")}`);
  }
}
