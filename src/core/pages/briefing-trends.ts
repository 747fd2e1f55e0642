/** The trends that a briefing draws: those that stand ready for the company, up to the briefing's quarter. */
import type { Book } from "#core/book.ts";
import type { DefaultDrawing } from "#core/charts/default-drawings.ts";
import { defaultDrawings } from "#core/charts/default-drawings.ts";
import type { TrendPicture } from "#core/charts/picture.ts";
import { resolveDrawing } from "#core/charts/resolve-drawing.ts";
import type { Check } from "#core/checks/check.ts";
import { endOf } from "#core/timeline.ts";
import type { TrendRange } from "./known-extent.ts";
import { knownExtent } from "./known-extent.ts";
import type { PageAsk, PageCell } from "./page-cell.ts";
import { linesOf } from "./page-lines.ts";

export interface TrendPart {
  readonly kind: "trend";
  /** What it is of; the window has the title for it. */
  readonly of: DefaultDrawing["kind"];
  /** The line that its title names; null where `of` says all. */
  readonly line: DefaultDrawing["line"];
  readonly picture: TrendPicture;
}

/** As many quarters as can be read in one table on a sheet: two years and a half, as presentations have them. */
export const MOST_QUARTERS = 10;

/** The quarters up to the asked span's end, from the first with figures on. */
export function trendRange(book: Book, ask: PageAsk): TrendRange {
  const to = endOf(ask.span);
  const from = knownExtent(book, ask)?.from ?? to;
  return { from: Math.min(Math.max(from, to - MOST_QUARTERS), to - 1), to };
}

/** Those that stand ready for a company; total revenues also where nothing breaks them down. */
export function trendsFor(book: Book, ask: PageAsk): readonly TrendPart[] {
  const range = trendRange(book, ask);
  const ready = defaultDrawings(book, ask.company);
  const { base } = linesOf(book, ask.company);
  const revenue: readonly DefaultDrawing[] =
    base === null || ready.some(({ kind }) => kind === "revenue-by-service")
      ? []
      : [
          {
            kind: "revenue-by-service",
            // There are no services to name it after.
            line: base,
            drawing: {
              lines: [{ line: base.id, as: "bar", axis: "left", transform: "value" }],
              spans: "Q",
              range: "all",
            },
          },
        ];
  return [...revenue, ...ready].map(({ kind, line, drawing }): TrendPart => ({
    kind: "trend",
    of: kind,
    line,
    // Events and comments are told in words beside it.
    picture: { kind: "trend", drawing: { ...drawing, range }, labels: true, marks: false },
  }));
}

/** Every figure of a trend. */
export const cellsOfTrend = (
  book: Book,
  { company, scope, asOf }: PageAsk,
  { picture }: TrendPart,
  checks: readonly Check[] | null,
): readonly PageCell[] => {
  const { series, totals } = resolveDrawing(book, { company, scope, asOf, until: null }, picture.drawing, checks);
  return [...totals, ...series].flatMap(({ points }) => points);
};
