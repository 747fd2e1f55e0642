/** What was done to one cell, out of the journal. */
import type { CellAsked, CellChange } from "#contract/questions.ts";
import type { Fact } from "#core/book.ts";
import { sameSpan } from "#core/timeline.ts";
import type { Reader } from "#store/reader.ts";

/** More changes of one cell than this nobody reads down a pane. */
const MOST = 100;

/** The changes of a cell that stand, the newest first. The span is the cell's home: a balance's boundary. */
export function historyOf(reader: Reader, cell: CellAsked): CellChange[] {
  const isCell = (fact: Fact): boolean =>
    fact.company === cell.company &&
    fact.scope === cell.scope &&
    fact.basis === cell.basis &&
    fact.line === cell.line &&
    sameSpan(fact.span, cell.span);
  const found: CellChange[] = [];
  for (const { at, changes } of reader.deedsWith(JSON.stringify(cell.line))) {
    for (const change of changes) {
      const fact = change.in === "facts" ? (change.after ?? change.before) : null;
      if (change.in !== "facts" || fact === null || !isCell(fact)) continue;
      found.push({
        at,
        source: fact.source,
        before: change.before?.stated ?? null,
        after: change.after?.stated ?? null,
      });
    }
    if (found.length >= MOST) break;
  }
  return found.slice(0, MOST);
}
