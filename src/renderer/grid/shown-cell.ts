/** A cell as the grid draws it: text and marks, comparable at a glance. */
import { isFigure, type Cell, type Route } from "#core/figures/cell.ts";
import type { Fact } from "#core/book.ts";
import type { Measured } from "#core/units.ts";
import { outsideOf } from "../checks/findings.ts";
import { restsOnImplied } from "../explain/trace.ts";
import { toldNotes } from "../notes/notes-in-view.ts";
import { cellText, factText, writeFigure } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import { figuresIn, keyIn, lineRowsIn, type WindowState } from "../state/window-state.ts";
import { overlayCell, overlayRestsOnImplied, type OverlayCell } from "./overlay-cell.ts";

export interface ShownCell {
  /** Empty for a gap, a dash where the item does not exist. */
  readonly text: string;
  /** What stands there in place of the figure; `value` where it is the figure. */
  readonly shows: "value" | OverlayCell["shows"];
  /** Null for a gap. */
  readonly route: Route | null;
  /** It is not implied itself, but rests on a figure that is. */
  readonly restsOnImplied: boolean;
  /** What was printed, where the computed percentage shown differs from it; else empty. */
  readonly printed: string;
  readonly isRestated: boolean;
  readonly isMixed: boolean;
  /** A check of the figure, or of a claim about it, does not hold. */
  readonly isOutside: boolean;
  readonly isUnsaved: boolean;
  readonly isRefused: boolean;
  /** Its note, as it is read out; empty where it has none. */
  readonly note: string;
  /** It has what is looked for. */
  readonly isFound: boolean;
}

/** @returns null where the line is not one of the company's. */
export function shownCell(state: WindowState, place: Place): ShownCell | null {
  const row = lineRowsIn(state).get(place.line);
  if (row === undefined) return null;
  const instead = overlayCell(state, place);
  if (instead !== null) return insteadOf(state, place, instead);
  const { span } = place;
  const key = keyIn(state, place);
  const figures = figuresIn(state);
  const cell = figures.cell(row.id, span);
  const fact = figures.reportedAt(row.id, span);
  return {
    text: cellText(state, cell, row.line),
    shows: "value",
    route: isFigure(cell) ? cell.route : null,
    restsOnImplied: isFigure(cell) && restsOnImplied(cell),
    printed: fact === null ? "" : printedInstead(state, cell, fact, row.line),
    isRestated: fact?.restated ?? false,
    isMixed: isFigure(cell) && cell.mixedVintages,
    isOutside: fact !== null && outsideOf(state, key).length > 0,
    isUnsaved: state.unsaved.has(key),
    isRefused: state.refused.has(key),
    note: toldNotes(state, place.line, span),
    isFound: state.find.found.has(key),
  };
}

/** The text alone, without what marks it: widths are laid by that of every cell. */
export function shownText(state: WindowState, place: Place): string {
  const row = lineRowsIn(state).get(place.line);
  if (row === undefined) return "";
  return overlayCell(state, place)?.text ?? cellText(state, figuresIn(state).cell(row.id, place.span), row.line);
}

/** A share, growth or change is computed, whatever it rests on; the marks of the figure belong to the figure. */
const insteadOf = (state: WindowState, place: Place, { text, shows }: OverlayCell): ShownCell => ({
  text,
  shows,
  route: shows === "figure" ? "computed" : null,
  restsOnImplied: shows === "figure" && overlayRestsOnImplied(state, place),
  printed: "",
  isRestated: false,
  isMixed: false,
  isOutside: false,
  isUnsaved: false,
  isRefused: false,
  note: toldNotes(state, place.line, place.span),
  isFound: state.find.found.has(keyIn(state, place)),
});

/** A printed figure that another is shown instead of, and that reads differently at its own digits; else empty. */
export function printedInstead(state: WindowState, cell: Cell, fact: Fact, of: Measured): string {
  if (!isFigure(cell) || cell.route === "reported" || fact.stated === "does-not-exist") return "";
  const printed = factText(state, fact, of);
  const { decimals } = fact.stated;
  return writeFigure(state, cell.value, of, decimals) === printed ? "" : printed;
}

export function sameShown(a: ShownCell | null | undefined, b: ShownCell | null | undefined): boolean {
  if (a == null || b == null) return a === b;
  return (Object.keys(a) as (keyof ShownCell)[]).every((key) => a[key] === b[key]);
}

/** A text for the digits' column and what hangs to its right, so that (1,234) and 1,234 align by their digits. */
export function splitHanging(text: string): readonly [digits: string, hanging: string] {
  return text.endsWith(")") ? [text.slice(0, -1), ")"] : [text, ""];
}
