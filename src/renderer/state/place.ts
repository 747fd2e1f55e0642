/** Where in a grid something stands: a line and a column's span. */
import type { Fact } from "#core/book.ts";
import type { RowChange } from "#core/changes.ts";
import type { SpanLength } from "#core/layout.ts";
import { endOf, quarterEnding, spanKey, type Span } from "#core/timeline.ts";

export interface Place {
  readonly line: string;
  readonly span: Span;
}

/** The length in quarters of the columns of each mode. */
export const MODE_QUARTERS: Readonly<Record<SpanLength, number>> = { Q: 1, H: 2, FY: 4 };

/** The text that identifies the figure behind a cell; `home` is the line's own (`homeOf`), so a balance is the same in every mode. */
export const figureKey = (line: string, home: Span): string => `${line}|${spanKey(home)}`;

/** The column that shows a figure's span, staying in the mode where that is possible. */
export function columnShowing(span: Span, mode: SpanLength): { readonly mode: SpanLength; readonly span: Span } {
  const quarters = MODE_QUARTERS[mode];
  if (span.length === 0 && span.start % quarters === 0)
    return { mode, span: { start: span.start - quarters, length: quarters } };
  for (const [own, length] of Object.entries(MODE_QUARTERS) as [SpanLength, number][]) {
    if (span.length === length && span.start % length === 0) return { mode: own, span };
  }
  // Nine months or any twelve: no column is theirs, the quarter in which they end is the nearest.
  return { mode: "Q", span: quarterEnding(endOf(span)) };
}

/** The column of a mode in which a span ends. */
export function columnEnding(span: Span, mode: SpanLength): Span {
  const quarters = MODE_QUARTERS[mode];
  return { start: Math.ceil(endOf(span) / quarters) * quarters - quarters, length: quarters };
}

/** The first figure among changes, to which undo and redo jump. */
export function firstFactOf(changes: readonly RowChange[]): Fact | null {
  for (const change of changes) {
    if (change.in !== "facts") continue;
    return change.after ?? change.before;
  }
  return null;
}
