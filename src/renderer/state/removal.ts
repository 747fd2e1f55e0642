/** What removing figures took away, and what their cells show since. */
import { homeOf, type QuarterLock, type Stated } from "#core/book.ts";
import { lockOnEntry } from "#core/entry.ts";
import { isFigure, type Figure } from "#core/figures/cell.ts";
import type { Place } from "./place.ts";
import { figuresIn, keyIn, lineRowsIn, type WindowState } from "./window-state.ts";

/** How a cell came to what it shows; `gap`: it shows nothing. */
export type ShownBy = Figure["route"] | "gap";

export interface Removal {
  /** How many figures in force went; none where what is shown was worked out. */
  readonly count: number;
  /** The one cell that was asked for, and what it stated; null: there were several. */
  readonly only: { readonly place: Place; readonly stated: Stated | null } | null;
  /** How many of the cells show a figure by each way now. */
  readonly now: ReadonlyMap<ShownBy, number>;
}

/** The lock on a quarter that a figure of these cells stands in; null: all of them may be removed. */
export function lockOnRemoval(state: WindowState, places: readonly Place[]): QuarterLock | null {
  const { company, scope, basis, edited } = state;
  const rows = lineRowsIn(state);
  const entries = places.flatMap(({ line: id, span }) => {
    const line = rows.get(id)?.line;
    return line === undefined ? [] : [{ line: id, span: homeOf(line, span), stated: null, text: "" }];
  });
  return lockOnEntry(edited.shown, { company, scope, basis, source: null, way: "typed", entries });
}

/**
 * What happened to some cells between two states. Null where there is nothing to tell: none of them had anything, or
 * only text that had been refused, or nothing could be removed.
 */
export function removalBetween(before: WindowState, after: WindowState, places: readonly Place[]): Removal | null {
  // A balance stands under its quarter and under its year, and is one figure.
  const cells = [...new Map(places.map((place) => [keyIn(before, place), place])).values()];
  const factOf = ({ line, span }: Place): Stated | null => figuresIn(before).reportedAt(line, span)?.stated ?? null;
  const [single, ...others] = cells;
  const only = single === undefined || others.length > 0 ? null : { place: single, stated: factOf(single) };
  const removed = cells.filter((place) => factOf(place) !== null);
  // A locked quarter keeps its figures, and has said so.
  if (removed.length > 0 && after.edited === before.edited) return null;
  if (removed.length > 0) return { count: removed.length, only, now: shownIn(after, removed) };
  if (cells.some((place) => before.refused.has(keyIn(before, place)))) return null;
  const now = shownIn(after, cells);
  return cells.length === (now.get("gap") ?? 0) ? null : { count: 0, only, now };
}

function shownIn(state: WindowState, places: readonly Place[]): ReadonlyMap<ShownBy, number> {
  const counts = new Map<ShownBy, number>();
  for (const { line, span } of places) {
    const cell = figuresIn(state).cell(line, span);
    const by = isFigure(cell) ? cell.route : "gap";
    counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  return counts;
}
