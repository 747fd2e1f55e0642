/** Figures beside earlier ones, and sums taken apart with what their parts leave unsaid. */
import type { Book } from "#core/book.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, yearStartBefore } from "#core/timeline.ts";
import { changeOnTheYear, changeSinceYearEnd, yearBefore } from "./comparison-cells.ts";
import type { PageCell } from "./page-cell.ts";
import type { PageFigures } from "./page-figures.ts";
import type { CompanyLines, ShownLine } from "./page-lines.ts";

export interface ChangeRow {
  readonly line: ShownLine;
  readonly now: PageCell;
  /** A balance at the last fiscal year-end; a flow on the same span a year earlier. */
  readonly before: PageCell;
  readonly change: PageCell;
}

/** What a printed total says beyond its printed parts: a part that is not shown. */
export interface RestRow {
  readonly now: PageCell;
  readonly before: PageCell;
  readonly change: PageCell;
}

export interface SumPart {
  /** With which sign it enters the total. */
  readonly sign: 1 | -1;
  readonly row: ChangeRow;
  /** What is shown under it: of which. */
  readonly ofWhich: readonly ChangeRow[];
}

export interface SumBlock {
  readonly total: ChangeRow;
  readonly parts: readonly SumPart[];
  /** Null where the parts add up to the total within rounding, or not all of them are known. */
  readonly rest: RestRow | null;
}

/** A balance is held against the last fiscal year-end, a flow against the year before. */
export function changeRow(figures: PageFigures, line: ShownLine): ChangeRow {
  const { span } = figures.ask;
  const { id } = line;
  if (line.line.kind !== "stock")
    return {
      line,
      now: figures.cell(id, span),
      before: figures.cell(id, yearBefore(span)),
      change: changeOnTheYear(figures, id, span),
    };
  const yearEnd = yearStartBefore(endOf(span));
  return {
    line,
    now: figures.cell(id, span),
    before: figures.cell(id, { start: yearEnd, length: 0 }),
    change: changeSinceYearEnd(figures, id, span, yearEnd),
  };
}

/** A line whose formula is a plain sum, taken apart; null for any other line. */
export function sumBlock(figures: PageFigures, lines: CompanyLines, total: ShownLine): SumBlock | null {
  const identity = formulasOf(figures.book.lines).identities.get(total.id);
  if (identity === undefined) return null;
  const isMember = (id: string): boolean => identity.members.some(({ line }) => line === id);
  const parts = identity.members.flatMap(({ line, sign }): SumPart[] => {
    const part = lines.byId.get(line);
    if (part === undefined) return [];
    const below = lines.childrenOf(line).filter(({ id }) => !isMember(id));
    return [{ sign, row: changeRow(figures, part), ofWhich: below.map((child) => changeRow(figures, child)) }];
  });
  const row = changeRow(figures, total);
  return { total: row, parts, rest: restOf(figures, row, parts) };
}

function restOf(figures: PageFigures, total: ChangeRow, parts: readonly SumPart[]): RestRow | null {
  // Where the printed members were held against the printed total and found short of it.
  if (!total.now.flagged && !total.before.flagged) return null;
  const { id, line } = total.line;
  const shown = parts.map(({ sign, row }) => `${sign === 1 ? "-" : "+"} ${row.line.id}`).join(" ");
  const text = `${id} ${shown}`;
  const rest = (of: string, span: Span): PageCell =>
    figures.expression(
      of,
      span,
      [total, ...parts.map(({ row }) => row)].map((member) => ({ line: member.line.id, span })),
    );
  const before = total.before.span;
  return {
    now: rest(text, figures.ask.span),
    before: rest(text, before),
    change: rest(`${line.kind === "stock" ? "ytd_change" : "yoy_change"}(${text})`, figures.ask.span),
  };
}

/** The totals among a book's sums that are taken apart on a page: shown lines of a kind, with all members shown too. */
export const totalsAmong = (book: Book, rows: readonly ShownLine[]): readonly ShownLine[] => {
  const { identities } = formulasOf(book.lines);
  return rows.filter(({ id }) =>
    identities.get(id)?.members.some((member) => rows.some((row) => row.id === member.line)),
  );
};
