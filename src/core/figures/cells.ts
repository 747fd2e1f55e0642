/** One line's cells on one side, as they are before anything is asked: its facts in force, its formula, what may imply it. */
import type { Basis, Fact, Line } from "#core/book.ts";
import { Columns } from "#core/figures/columns.ts";
import type { Graph, Step } from "#core/figures/derive.ts";
import { addsUp, bestPath, boundsWithin, graphOf } from "#core/figures/derive.ts";
import type { Ground } from "#core/figures/ground.ts";
import type { ChangeInForce } from "#core/figures/changes.ts";
import type { Identity } from "#core/figures/identities.ts";
import type { Ledger } from "#core/figures/ledger.ts";
import type { Rests } from "#core/figures/rests.ts";
import { NEVER_RESTATED, restsOnSource } from "#core/figures/rests.ts";
import { overtakenOn } from "#core/figures/vintages.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { TargetVintage } from "#core/formula/functions.ts";
import type { Program } from "#core/formula/program.ts";
import { unitOf } from "#core/units.ts";

export interface Cells {
  readonly line: Line;
  readonly isStock: boolean;
  /** Whether longer spans are sums of shorter ones. */
  readonly addsUp: boolean;
  readonly columns: Columns;
  /** The days on which facts in force were restated; most were not. */
  readonly restated: ReadonlyMap<Fact, number>;
  readonly program: Program | null;
  /** Levels of the formula, for `depth.ts`. */
  readonly height: number;
  readonly prefersComputed: boolean;
  readonly breaks: readonly number[];
  /** The breaks of every line that its figures can rest on, those of sums that imply it among them. */
  readonly breaksBeneath: readonly number[];
  /** Whether quarters are all that is reported; then a longer span is their plain sum, if anything. */
  readonly onlyQuarters: boolean;
  readonly identities: readonly Identity[];
  readonly changes: readonly ChangeInForce[];
  graph: Graph | null;
}

/** @throws RangeError for a line that the book does not have. */
export function cellsOf(
  { ledger, formulas, changes, breaksOf, breaksBeneath }: Ground,
  basis: Basis,
  vintage: TargetVintage,
  id: string,
  compiled: (formula: Expression) => Program,
): Cells {
  const line = formulas.lines.get(id);
  if (line === undefined) throw new RangeError(`the book has no line ${id}`);
  const columns = new Columns(ledger.axis);
  // Of the cells that several sources state, or one says it restates.
  const vintages = new Map<number, Fact[]>();
  let onlyQuarters = true;
  for (const fact of ledger.facts(basis, id)) {
    const slot = columns.slot(fact.span.start + fact.span.length, fact.span.length);
    const present = columns.facts[slot];
    if (present !== undefined || fact.restated) {
      const known = vintages.get(slot);
      if (known === undefined) vintages.set(slot, present === undefined ? [fact] : [present, fact]);
      else known.push(fact);
    }
    if (present === undefined || ledger.outranks(fact, present, vintage)) columns.facts[slot] = fact;
    onlyQuarters &&= fact.span.length === 1;
  }
  const restated = new Map<Fact, number>();
  for (const [slot, known] of vintages) {
    const inForce = columns.facts[slot];
    if (inForce !== undefined) restated.set(inForce, ledger.restatedOn(inForce, known));
  }
  const formula = formulas.formulas.get(id);
  return {
    line,
    isStock: line.kind === "stock",
    addsUp: addsUp(line),
    columns,
    restated,
    program: formula === undefined ? null : compiledLate(formula, compiled),
    height: formulas.heights.get(id) ?? 1,
    prefersComputed: formula !== undefined && unitOf(line.unit).kind === "percent",
    breaks: breaksOf(id),
    breaksBeneath: breaksBeneath(id),
    onlyQuarters,
    identities: line.kind === "ratio" ? [] : (formulas.memberOf.get(id) ?? []),
    changes: changes.get(id) ?? [],
    graph: null,
  };
}

/** Compiled when first run: the formulas of two lines may name each other. */
function compiledLate(formula: Expression, compiled: (formula: Expression) => Program): Program {
  let program: Program | null = null;
  return (end, length) => (program ??= compiled(formula))(end, length);
}

/** The day on which a fact in force was restated. */
export const restatedOn = ({ restated }: Cells, fact: Fact): number => restated.get(fact) ?? NEVER_RESTATED;

/** What a fact in force rests on: its source's day, and what later ones say of the same time. */
export function restsOnFact(cells: Cells, fact: Fact, { dayOf }: Pick<Ledger, "dayOf">): Rests {
  const day = dayOf(fact.source);
  return restsOnSource(day, restatedOn(cells, fact), overtakenOn(fact, day, cells.restated));
}

/** The path that derives a flow on a span; null where there is none. */
export function pathOver(
  cells: Cells,
  end: number,
  length: number,
  rankOf: (fact: Fact) => number,
): readonly Step[] | null {
  const bounds = boundsWithin(cells.breaks, end - length, end);
  if (bounds === null || !cells.addsUp || length === 0) return null;
  const own = cells.columns.facts[cells.columns.slot(end, length)];
  const others = (): Fact[] => cells.columns.facts.filter((fact): fact is Fact => fact !== undefined && fact !== own);
  // Where the span itself is reported the graph has one edge less; nobody asks that on the way to a figure.
  const graph = own === undefined ? (cells.graph ??= graphOf(others())) : graphOf(others());
  return bestPath(graph, { start: end - length, length }, bounds, rankOf);
}
