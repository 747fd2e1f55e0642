/** How far a year has come towards its target, beside the year before at the same point, and what the rest has to bring. */
import type { Span } from "#core/timeline.ts";
import { endOf, quarterEnding, shift, yearStartBefore } from "#core/timeline.ts";
import type { Gap } from "#core/gaps.ts";
import { onTheYear, yearBefore } from "./comparison-cells.ts";
import type { PageCell } from "./page-cell.ts";
import type { PageFigures, Rest } from "./page-figures.ts";
import { misleadingGrowth } from "./page-figures.ts";

/** A stretch of the year that is still to come, as the target implies it. */
export interface Implied {
  readonly span: Span;
  readonly amount: PageCell;
  /** The same stretch of the year before, by the same subtraction. */
  readonly prior: PageCell;
  readonly growth: PageCell;
}

export interface Progress {
  /** From the start of the year to the page's end. */
  readonly toDate: Span;
  readonly reached: PageCell;
  /** Over the full-year target in force. */
  readonly progress: PageCell;
  /** The year before: what was reached by then, over what the year brought. */
  readonly priorProgress: PageCell;
  /** The rest of the year; null once the year is over. */
  readonly remainder: Implied | null;
  /** The second half: less the actual first half once it is over, before that less its target; null without either. */
  readonly secondHalf: Implied | null;
}

/** A share of nothing, or of a loss. */
const MISLEADING: Gap = { gap: "not-meaningful" };

/** Progress of a line in a fiscal year with a full-year target, seen from the end of the asked span, which lies in it. */
export function progressOf(figures: PageFigures, line: string, year: Span): Progress {
  const end = endOf(figures.ask.span);
  const passed = end - year.start;
  const toDate: Span = { start: year.start, length: passed };
  const lastYear = yearBefore(year);
  const at = quarterEnding(end);
  const rests: Rest[] = [
    { line, span: toDate },
    { line, span: year, basis: "target" },
  ];
  const aim = figures.cell(line, year, "target").value;
  const brought = figures.cell(line, lastYear).value;
  const half: Span = { start: year.start + 2, length: 2 };
  return {
    toDate,
    reached: figures.cell(line, toDate),
    progress: figures.expression(`progress(${line})`, at, rests, { instead: unlessPositive(aim) }),
    priorProgress: figures.expression(
      `prior_year(ytd(${line})) / lag(ytd(${line}), ${passed})`,
      at,
      [
        { line, span: yearBefore(toDate) },
        { line, span: lastYear },
      ],
      { instead: unlessPositive(brought) },
    ),
    remainder: passed === year.length ? null : restAfter(figures, line, year, end),
    secondHalf:
      passed >= half.length ? restAfter(figures, line, year, half.start) : betweenTargets(figures, line, half),
  };
}

const unlessPositive = (whole: number | null): Gap | null => (whole !== null && whole <= 0 ? MISLEADING : null);

/** The full-year target less what was reached by a boundary. */
function restAfter(figures: PageFigures, line: string, year: Span, boundary: number): Implied {
  const span: Span = { start: boundary, length: endOf(year) - boundary };
  const at = quarterEnding(boundary);
  const reached: Span = { start: year.start, length: boundary - year.start };
  const amount = figures.expression(`remainder(${line})`, at, [
    { line, span: year, basis: "target" },
    { line, span: reached },
  ]);
  const before = `lag(ytd(${line}), ${boundary - yearStartBefore(boundary)}) - prior_year(ytd(${line}))`;
  const beforeRests = [
    { line, span: yearBefore(year) },
    { line, span: yearBefore(reached) },
  ];
  const prior = figures.expression(before, at, beforeRests);
  const growth = figures.expression(
    `remainder(${line}) / (${before}) - 1`,
    at,
    [{ line, span: year, basis: "target" }, { line, span: reached }, ...beforeRests],
    { instead: misleadingGrowth(amount.value, prior.value) },
  );
  return { span, amount, prior, growth };
}

/** Before the first half is over: what the targets of the year and of the half leave. */
function betweenTargets(figures: PageFigures, line: string, half: Span): Implied | null {
  const amount = figures.cell(line, half, "target");
  if (amount.value === null) return null;
  return {
    span: half,
    amount,
    prior: figures.cell(line, shift(half, -4)),
    growth: onTheYear(figures, line, half, "target"),
  };
}
