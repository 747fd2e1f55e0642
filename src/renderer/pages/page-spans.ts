/** The periods a page can tell of, by their kinds, and the way from one to the next. */
import { EMPTY_BOOK } from "#core/book.ts";
import { extentOf } from "#core/layout.ts";
import { endOf, quarterOfYear, sameSpan, type Span } from "#core/timeline.ts";
import type { Extent } from "../state/columns-in-view.ts";
import { pageSpanIn } from "../state/page-in-view.ts";
import { remember, type WindowState } from "../state/window-state.ts";

/** Quarters, halves, the first nine months, fiscal years; twelve months to any quarter's end, fiscal years among them. */
export const SPAN_KINDS = ["quarter", "half", "nine", "year", "twelve"] as const;

export type SpanKind = (typeof SPAN_KINDS)[number];

const LENGTHS: Readonly<Record<SpanKind, number>> = { quarter: 1, half: 2, nine: 3, year: 4, twelve: 4 };

const STARTS: Readonly<Record<SpanKind, (start: number) => boolean>> = {
  quarter: () => true,
  half: (start) => start % 2 === 0,
  nine: (start) => quarterOfYear(start) === 0,
  year: (start) => quarterOfYear(start) === 0,
  twelve: () => true,
};

/** A fiscal year is a year, also where it is gone to among twelve months. Null for a stretch that has no name of its own, such as two quarters across a half. */
export const kindOf = ({ start, length }: Span): SpanKind | null =>
  SPAN_KINDS.find((kind) => LENGTHS[kind] === length && STARTS[kind](start)) ?? null;

/** The periods of a kind that lie within, oldest first. */
export function spansWithin({ from, to }: Extent, kind: SpanKind): readonly Span[] {
  const length = LENGTHS[kind];
  return Array.from({ length: Math.max(0, to - from - length + 1) }, (_, index) => ({
    start: from + index,
    length,
  })).filter(({ start }) => STARTS[kind](start));
}

/** The period of a list that stands for another: with the same end; else the one its end lies in, the last before it, the first. */
export const nearestSpan = (spans: readonly Span[], sought: Span): Span | null =>
  spans.find((span) => endOf(span) === endOf(sought)) ??
  spans.find((span) => span.start < endOf(sought) && endOf(sought) < endOf(span)) ??
  spans.findLast((span) => endOf(span) < endOf(sought)) ??
  spans[0] ??
  null;

export type SpansByKind = Readonly<Record<SpanKind, readonly Span[]>>;

/** Every period that the company's actual figures reach over, and the one that is shown. */
export const spansIn: (state: WindowState) => SpansByKind = remember(
  (state) => [state.edited.shown.facts, state.company, pageSpanIn(state)],
  (facts, company, shown) => {
    const extent = extentOf({ ...EMPTY_BOOK, facts }, company) ?? { from: shown.start, to: endOf(shown) };
    const spansOf = (kind: SpanKind): readonly Span[] => {
      const spans = spansWithin(extent, kind);
      if (kindOf(shown) !== kind || spans.some((span) => sameSpan(span, shown))) return spans;
      return [...spans, shown].toSorted((a, b) => a.start - b.start);
    };
    return {
      quarter: spansOf("quarter"),
      half: spansOf("half"),
      nine: spansOf("nine"),
      year: spansOf("year"),
      twelve: spansOf("twelve"),
    };
  },
);

/** Of which kind the period is that is shown: what stands before and after it. */
export function kindIn(state: WindowState): SpanKind | null {
  const kind = kindOf(pageSpanIn(state));
  return kind === "year" && state.pageInTwelves ? "twelve" : kind;
}

/** The next period of the same kind, or with −1 the one before; null at the end. */
export function spanBeside(state: WindowState, step: 1 | -1): Span | null {
  const shown = pageSpanIn(state);
  const kind = kindIn(state);
  const spans = kind === null ? [] : spansIn(state)[kind];
  const at = spans.findIndex((span) => sameSpan(span, shown));
  return spans[at + step] ?? null;
}
