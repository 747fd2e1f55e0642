/**
 * Locked quarters. A lock closes every figure whose period ends with its quarter: the quarter, the half
 * and the year that end there, and the balances that stand there, of every scope and basis. A figure
 * printed for a longer period that only runs through the quarter stays open: it ends in another one.
 * The day and the rounding of a source with such a figure are closed with it.
 *
 * Undo and redo need no rule. They only ever lead back to a state the book was in, the nearest first, so
 * an edit from before a lock is reached by undoing the lock.
 */
import type { Book, QuarterLock } from "#core/book.ts";
import { isSameRow, rowChange, type RowPlan } from "#core/row-plans.ts";
import type { RowChange } from "#core/changes.ts";
import { endOf, quarterEnding, type Span } from "#core/timeline.ts";

/** The lock on the quarter with which a period ends; null: it is open. A boundary ends with its own quarter. */
export const lockOn = (locks: readonly QuarterLock[], company: string, span: Span): QuarterLock | null =>
  locks.find((lock) => lock.company === company && lock.boundary === endOf(span)) ?? null;

/**
 * The first lock that a change of figures or printed claims runs into, as the book stands before it; null: none. What
 * a source's day and rounding are decides which of its figures are in force and whether they tie: they are closed
 * with these.
 */
export function lockInTheWay(
  { locks, facts, statements }: Pick<Book, "locks" | "facts" | "statements">,
  changes: readonly RowChange[],
): QuarterLock | null {
  if (locks.length === 0) return null;
  const renamed = new Map(
    changes.flatMap((change) =>
      change.in === "lines" && change.before !== null && change.after !== null
        ? [[change.before.id, change.after.id] as const]
        : [],
    ),
  );
  // A company goes with everything that is its own.
  const gone = new Set(
    changes.flatMap((change) =>
      change.in === "companies" && change.before !== null && change.after === null ? [change.before.id] : [],
    ),
  );
  for (const change of changes) {
    if (change.in === "sources" && isJudgedOtherwise(change)) {
      const rests = [...facts, ...statements].filter(({ source }) => source === change.before?.id);
      for (const { company, span } of rests) {
        const lock = lockOn(locks, company, span);
        if (lock !== null) return lock;
      }
    }
    if (change.in !== "facts" && change.in !== "statements") continue;
    if (isRenaming(change, renamed)) continue;
    for (const row of [change.before, change.after]) {
      if (row === null || gone.has(row.company)) continue;
      const lock = lockOn(locks, row.company, row.span);
      if (lock !== null) return lock;
    }
  }
  return null;
}

/** Whether what a source states counts from another day or was rounded otherwise: its title may change. */
const isJudgedOtherwise = ({ before, after }: Extract<RowChange, { in: "sources" }>): boolean =>
  before !== null && after !== null && (before.published !== after.published || before.rounding !== after.rounding);

/** Whether a row only follows its line to another name: what is printed stays. */
function isRenaming(change: RowChange, renamed: ReadonlyMap<string, string>): boolean {
  const { before, after } = change;
  if (before === null || after === null) return false;
  if (change.in === "facts" && change.before !== null && change.after !== null) {
    const { line } = change.before;
    return renamed.has(line) && isSameRow({ ...change.before, line: renamed.get(line) }, change.after);
  }
  if (change.in === "statements" && change.before !== null && change.after !== null)
    return renamed.size > 0 && isSameRow({ ...change.before, expression: change.after.expression }, change.after);
  return false;
}

/** Locks the quarter that ends at a boundary; null where it is locked already. @param text why; may be empty */
export function planLock(book: Pick<Book, "locks">, company: string, boundary: number, text: string): RowPlan | null {
  if (lockOn(book.locks, company, { start: boundary, length: 0 }) !== null) return null;
  const lock: QuarterLock = { company, boundary, text: text.trim() };
  return { changes: [rowChange("locks", null, lock)], deed: deedOf("lock", boundary, text) };
}

/** Opens a locked quarter again. The journal keeps the reason. */
export const planUnlock = (lock: QuarterLock, reason: string): RowPlan => ({
  changes: [rowChange("locks", lock, null)],
  deed: deedOf("unlock", lock.boundary, reason),
});

const deedOf = (kind: "lock" | "unlock", boundary: number, reason: string): RowPlan["deed"] => ({
  kind,
  count: 1,
  span: quarterEnding(boundary),
  ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
});
