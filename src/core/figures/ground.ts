/** Prepares a book for being looked at: what every side of one company's figures shares. */
import type { Basis, Book, StatedFigure } from "#core/book.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { StatedChange } from "#core/figures/identities.ts";
import { statedChangeOf } from "#core/figures/identities.ts";
import type { LineFormulas } from "#core/figures/formulas.ts";
import type { Ledger, View } from "#core/figures/ledger.ts";
import type { TargetVintage } from "#core/formula/functions.ts";
import { isKnownBy, ledgerOf } from "#core/figures/ledger.ts";
import type { CellMachine, Trial } from "#core/figures/machine.ts";
import { newMachine } from "#core/figures/machine.ts";
import { Side } from "#core/figures/side.ts";
import { monthOf } from "#core/timeline.ts";

/** What all sides of one set of figures share. */
export interface Ground {
  readonly ledger: Ledger;
  readonly formulas: LineFormulas;
  /** The stated changes that may imply a level, by line. */
  readonly changes: ReadonlyMap<string, readonly StatedChange[]>;
  /** The boundaries at which a line's series breaks, in order. */
  readonly breaksOf: (line: string) => readonly number[];
  /** The day a boundary falls on, as sortable text. */
  readonly dayOf: (boundary: number) => string;
  readonly trial: Trial | null;
  readonly machine: CellMachine;
  readonly side: (basis: Basis, vintage: TargetVintage, isFirm: boolean) => Side;
}

/** How figures may be looked at other than as they stand. */
export interface Otherwise {
  readonly trial?: Trial;
  /** Stated figures that imply nothing: no check rests on its own statement. */
  readonly without?: readonly StatedFigure[];
  /** Only what is reported, derived and computed: nothing implied, nothing summed up. */
  readonly isFirm?: boolean;
}

export function groundOf(book: Book, view: View, { trial, without = [] }: Otherwise): Ground {
  const formulas = formulasOf(book.lines);
  const calendar = book.companies.find(({ id }) => id === view.company);
  const breaks = book.breaks.filter(({ company }) => company === view.company);
  const sides = new Map<string, Side>();
  const ground: Ground = {
    ledger: ledgerOf(book, view),
    formulas,
    trial: trial ?? null,
    machine: newMachine(),
    changes: changesOf(book, view, without),
    breaksOf: (line) => {
      const own = breaks.filter((mark) => mark.line === null || formulas.restingOn(mark.line).has(line));
      return [...new Set(own.map(({ boundary }) => boundary))].toSorted((a, b) => a - b);
    },
    dayOf: (boundary) => {
      if (calendar === undefined) return "";
      const { year, month } = monthOf(boundary, calendar);
      // Compared as text with dates: no month has more days.
      return `${year}-${String(month).padStart(2, "0")}-31`;
    },
    side: (basis, vintage, isFirm) => {
      const key = `${basis}/${vintage}/${isFirm}`;
      let side = sides.get(key);
      if (side === undefined) sides.set(key, (side = new Side(ground, basis, vintage, isFirm)));
      return side;
    },
  };
  return ground;
}

/** The stated changes that may imply a level, by line. */
function changesOf(
  book: Book,
  view: View,
  without: readonly StatedFigure[],
): ReadonlyMap<string, readonly StatedChange[]> {
  const known = new Set(book.sources.filter((source) => isKnownBy(source, view.asOf)).map(({ id }) => id));
  const byLine = new Map<string, StatedChange[]>();
  for (const change of changesIn(book)) {
    const { statement, line } = change;
    if (statement.company !== view.company || statement.scope !== view.scope) continue;
    if (!known.has(statement.source) || without.includes(statement)) continue;
    byLine.set(line, [...(byLine.get(line) ?? []), change]);
  }
  return byLine;
}

const read = new WeakMap<
  readonly StatedFigure[],
  { readonly lines: Book["lines"]; readonly changes: readonly StatedChange[] }
>();

/** Every stated change of a book, read once for as long as its claims and lines stay the same. */
function changesIn({ statements, lines }: Book): readonly StatedChange[] {
  const known = read.get(statements);
  if (known?.lines === lines) return known.changes;
  const byId = formulasOf(lines).lines;
  const changes = statements.flatMap((statement) => statedChangeOf(statement, byId) ?? []);
  read.set(statements, { lines, changes });
  return changes;
}
