/** A cell as the grid draws it: text and marks, comparable at a glance. */
import { isFigure, type Route } from "#core/figures/cell.ts";
import type { Span } from "#core/timeline.ts";
import { cellText } from "../state/figure-text.ts";
import { figuresIn, keyIn, type LineRow, type WindowState } from "../state/window-state.ts";

export interface ShownCell {
  /** Empty for a gap, a dash where the item does not exist. */
  readonly text: string;
  /** Null for a gap. */
  readonly route: Route | null;
  readonly isMixed: boolean;
  readonly isUnsaved: boolean;
  readonly isRefused: boolean;
}

export function shownCell(state: WindowState, row: LineRow, span: Span): ShownCell {
  const key = keyIn(state, { line: row.id, span });
  const cell = figuresIn(state).cell(row.id, span);
  return {
    text: cellText(state, cell, row.line.unit),
    route: isFigure(cell) ? cell.route : null,
    isMixed: isFigure(cell) && cell.mixedVintages,
    isUnsaved: state.unsaved.has(key),
    isRefused: state.refused.has(key),
  };
}

export function sameShown(a: ShownCell | null | undefined, b: ShownCell | null | undefined): boolean {
  if (a == null || b == null) return a === b;
  return (
    a.text === b.text &&
    a.route === b.route &&
    a.isMixed === b.isMixed &&
    a.isUnsaved === b.isUnsaved &&
    a.isRefused === b.isRefused
  );
}

/** A text for the digits' column and what hangs to its right, so that (1,234) and 1,234 align by their digits. */
export function splitHanging(text: string): readonly [digits: string, hanging: string] {
  return text.endsWith(")") ? [text.slice(0, -1), ")"] : [text, ""];
}
