/** A line's figure beside others of its own: a year or a quarter before, its share of total revenues. */
import type { Basis } from "#core/book.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, shift } from "#core/timeline.ts";
import { unitOf } from "#core/units.ts";
import type { PageCell } from "./page-cell.ts";
import type { PageFigures, Rest } from "./page-figures.ts";
import type { CompanyLines } from "./page-lines.ts";

/** The same span a year earlier. */
export const yearBefore = (span: Span): Span => shift(span, -4);

/** Whether a line is a percentage: it differs in points and has no growth. */
export const isPercentage = (figures: PageFigures, line: string): boolean =>
  unitOf(figures.line(line).unit).kind === "percent";

const withEarlier = (line: string, span: Span, quarters: number): Rest[] => [
  { line, span },
  { line, span: shift(span, -quarters) },
];

/** Growth on the year, of a `%` line the difference in points; of a target, on what was reached the year before. */
export function onTheYear(figures: PageFigures, line: string, span: Span, basis: Basis = "actual"): PageCell {
  const text = isPercentage(figures, line) ? `yoy_change(${line})` : `yoy(${line})`;
  const rests = [
    { line, span, basis },
    { line, span: yearBefore(span) },
  ];
  return figures.expression(text, span, rests, { basis });
}

/** Growth on the quarter; of a `%` line the difference in points. */
export const onTheQuarter = (figures: PageFigures, line: string, span: Span): PageCell =>
  isPercentage(figures, line)
    ? changeOnTheQuarter(figures, line, span)
    : figures.expression(`qoq(${line})`, span, withEarlier(line, span, 1));

/** The difference to the year before, in the line's unit, of a `%` line in points. */
export const changeOnTheYear = (figures: PageFigures, line: string, span: Span): PageCell =>
  figures.expression(`yoy_change(${line})`, span, withEarlier(line, span, 4));

export const changeOnTheQuarter = (figures: PageFigures, line: string, span: Span): PageCell =>
  figures.expression(`qoq_change(${line})`, span, withEarlier(line, span, 1));

/** The difference of a balance to the last fiscal year-end. */
export const changeSinceYearEnd = (figures: PageFigures, line: string, span: Span, yearEnd: number): PageCell =>
  figures.expression(`ytd_change(${line})`, span, [
    { line, span: { start: endOf(span), length: 0 } },
    { line, span: { start: yearEnd, length: 0 } },
  ]);

/**
 * A flow of money as a share of total revenues: the same figure as the book's own `%` line for it,
 * where there is one. Null where a share says nothing: no total revenues, another unit.
 */
export function shareOf(figures: PageFigures, lines: CompanyLines, line: string, span: Span): PageCell | null {
  const { base } = lines;
  const own = figures.line(line);
  if (base === null || own.kind !== "flow" || own.unit !== base.line.unit) return null;
  const ratio = lines.shareLineOf(line);
  const rests = [
    { line, span },
    { line: base.id, span },
  ];
  return figures.expression(
    `${line} / ${base.id}`,
    span,
    rests,
    ratio === null ? {} : { same: { line: ratio.id, span } },
  );
}
