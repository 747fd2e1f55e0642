/** What an edit of figures can have changed, so that the grid looks at these cells alone. */
import type { Book } from "#core/book.ts";
import { turnoverOf } from "#core/figures/fact-groups.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { EditedBook } from "./edited-book.ts";

/**
 * The lines whose figures, or marks of waiting for the store, can differ after an edit: those edited, and those that
 * can rest on them or be implied by them. Null: any line's can, since more than a few facts changed.
 */
export function linesTouched(before: EditedBook, after: EditedBook): ReadonlySet<string> | null {
  if (!areSameButForFacts(before.shown, after.shown)) return null;
  const turnover = turnoverOf(before.shown.facts, after.shown.facts);
  if (turnover === null) return null;
  const { touchedBy } = formulasOf(after.shown.lines);
  const waiting = [...before.waiting, ...after.waiting].flatMap(({ entries }) => entries);
  const edited = new Set([...turnover.left, ...turnover.came, ...waiting].map(({ line }) => line));
  return new Set([...edited].flatMap((line) => [...touchedBy(line)]));
}

function areSameButForFacts(before: Book, after: Book): boolean {
  const { facts: _before, ...rest } = before;
  return (Object.keys(rest) as (keyof typeof rest)[]).every((part) => before[part] === after[part]);
}
