/** Prepares a book for being looked at: what every side of one company's figures shares. */
import type { Basis, Book, StatedFigure } from "#core/book.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { ChangeInForce } from "#core/figures/changes.ts";
import { changesOf } from "#core/figures/changes.ts";
import type { LineFormulas } from "#core/figures/formulas.ts";
import type { Ledger, View } from "#core/figures/ledger.ts";
import type { TargetVintage } from "#core/formula/functions.ts";
import { ledgerOf } from "#core/figures/ledger.ts";
import type { CellMachine, Trial } from "#core/figures/machine.ts";
import { newMachine } from "#core/figures/machine.ts";
import { Side } from "#core/figures/side.ts";
import { lastDayOf, monthOf } from "#core/timeline.ts";

/** What all sides of one set of figures share. */
export interface Ground {
  readonly ledger: Ledger;
  readonly formulas: LineFormulas;
  /** Whether the company uses a line of the book. */
  readonly isUsed: (line: string) => boolean;
  /** The stated changes that may imply a level, by line. */
  readonly changes: ReadonlyMap<string, readonly ChangeInForce[]>;
  /** The boundaries at which a line's series is marked to break, in order. */
  readonly breaksOn: (line: string) => readonly number[];
  /** Those at which it breaks, because a line that its formula rests on does. */
  readonly breaksOf: (line: string) => readonly number[];
  /** Those at which any line breaks that its figures can rest on, be it through a sum that implies them. */
  readonly breaksBeneath: (line: string) => readonly number[];
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
  const ledger = ledgerOf(book, view);
  const calendar = book.companies.find(({ id }) => id === view.company);
  const breaks = book.breaks.filter(({ company }) => company === view.company);
  const boundaries = (isMarked: (line: string) => boolean): readonly number[] => {
    const own = breaks.filter(({ line }) => line === null || isMarked(line));
    return [...new Set(own.map(({ boundary }) => boundary))].toSorted((a, b) => a - b);
  };
  let used: ReadonlySet<string> | null = null;
  const usedLines = (): ReadonlySet<string> =>
    new Set(book.companyLines.flatMap(({ company, line }) => (company === view.company ? [line] : [])));
  const sides = new Map<string, Side>();
  const ground: Ground = {
    ledger,
    formulas,
    isUsed: (line) => (used ??= usedLines()).has(line),
    trial: trial ?? null,
    machine: newMachine(),
    changes: changesOf(book, view, ledger, without),
    breaksOn: (line) => boundaries((marked) => marked === line),
    breaksOf: (line) => boundaries((marked) => formulas.restingOn(marked).has(line)),
    breaksBeneath: (line) => boundaries((marked) => formulas.touchedBy(marked).has(line)),
    dayOf: (boundary) => {
      if (calendar === undefined) return "";
      return lastDayOf(monthOf(boundary, calendar));
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
