/** Where in a grid something stands: a line and a column's span. */
import type { Fact, Note } from "#core/book.ts";
import type { RowChange } from "#core/changes.ts";
import type { Layout } from "#core/layout.ts";
import { quarterOfYear, spanKey, type Span } from "#core/timeline.ts";

export interface Place {
  readonly line: string;
  readonly span: Span;
}

/** The text that identifies the figure behind a cell; `home` is the line's own (`homeOf`), so a balance is the same in every mode. */
export const figureKey = (line: string, home: Span): string => `${line}|${spanKey(home)}`;

/** The layout with columns of one length that shows a span as it is: 1H06 in halves. Balances: the quarters. */
export function layoutShowing(span: Span): Layout {
  if (span.length === 2 && span.start % 2 === 0) return "H";
  if (span.length === 4) return quarterOfYear(span.start) === 0 ? "FY" : "LTM";
  return quarterOfYear(span.start) === 0 && span.length < 4 ? "YTD" : "Q";
}

/** The first figure among changes, to which undo and redo jump. */
export function firstFactOf(changes: readonly RowChange[]): Fact | null {
  for (const change of changes) {
    if (change.in !== "facts") continue;
    return change.after ?? change.before;
  }
  return null;
}

/** The first note among changes that is about one of a company's lines or periods. */
export function firstNoteOf(changes: readonly RowChange[], company: string): Note | null {
  for (const change of changes) {
    if (change.in !== "notes") continue;
    const note = change.after ?? change.before;
    if (note !== null && note.company === company && (note.line !== null || note.span !== null)) return note;
  }
  return null;
}

/** The first line among changes of which more than its place in the order changed; undo and redo jump to it where no figure did. */
export function firstLineOf(changes: readonly RowChange[]): string | null {
  const changed = changes.find(({ in: collection, before, after }) => {
    if (collection !== "lines" && collection !== "companyLines") return false;
    return before === null || after === null || !isSameButForPlace(before, after);
  });
  const row = changed?.after ?? null;
  return row === null ? null : "line" in row ? row.line : "id" in row ? row.id : null;
}

const isSameButForPlace = (before: object, after: object): boolean =>
  JSON.stringify({ ...before, position: 0 }) === JSON.stringify({ ...after, position: 0 });
