/** Selecting cells, and doing something with all that are selected. */
import type { Printed } from "#core/book.ts";
import { planFill, type FilledCell } from "#core/fill-plan.ts";
import { showFigure } from "#core/format-amount.ts";
import type { AmountProblemCode } from "#core/parse-amount.ts";
import { valueOf } from "#core/units.ts";
import type { EditActions, PlaceEntry } from "./edits.ts";
import { unitIn } from "./figure-text.ts";
import { gridPlanIn } from "./grid-plan.ts";
import type { Place } from "./place.ts";
import {
  boxesIn,
  hasManyCells,
  isAmong,
  placeAtPosition,
  placesSelectedIn,
  rangeOf,
  samePlace,
  selectionIn,
  type Box,
  type Position,
} from "./selection.ts";
import { boxFilled, pairsInto, pairsWithin, type PlacePair } from "./selection-fill.ts";
import { afterMove, afterRound, afterStretch, cellSelected, widened, type Move, type Page } from "./selection-moves.ts";
import { readTypedAt } from "./typed-figure.ts";
import { canEdit, figuresIn, type CellRange, type WindowState, type WindowStore } from "./window-state.ts";

export interface SelectionActions {
  /** The cells that commands work on; the last range is the active one. */
  selectRanges(ranges: readonly CellRange[]): void;
  /** Goes to a cell and selects it alone. */
  selectCell(place: Place): void;
  /** Stretches the active range from its anchor to a cell. */
  stretchTo(at: Position): void;
  /** Where a key leads; `isStretch`: the active range goes along. */
  moveSelection(move: Move, isStretch: boolean, page: Page): void;
  /** To the next cell within the selection; false where only one cell is selected. */
  goRound(along: "rows" | "columns", step: 1 | -1): boolean;
  /** Widens the active range to whole rows or columns. */
  selectWhole(reach: "rows" | "columns"): void;
  selectAll(): void;
  /** Back to the active cell alone; false where nothing else is selected. */
  collapseSelection(): boolean;
  /** Whether figures can be typed now. Where not, it is said why. */
  canType(): boolean;
  /** Removes the figures in force of all selected cells, as one journal entry. */
  clearSelected(): void;
  /** Enters one text into all selected cells; answers what is wrong with it in the active one. */
  enterInSelected(text: string): AmountProblemCode | null;
  /** Copies the first row of every range into its others, or the first column. */
  fillWithin(way: "down" | "right"): void;
  /** Copies a block into the cells beside it as far as the pointer, and selects both. */
  fillTo(source: Box, at: Position): void;
}

/** What a filled figure keeps as its characters: in its line's own unit, whatever is shown. */
const keptText = (stated: Printed, unit: string): string =>
  showFigure(valueOf(stated, unit), {
    of: { unit },
    decimals: stated.decimals,
    negatives: "minus",
    amounts: "entered",
  });

export function makeSelectionActions(store: WindowStore, edits: EditActions): SelectionActions {
  const set = store.setState;
  const read = store.getState;
  const select = (selected: Partial<WindowState> | null): void => {
    if (selected !== null) set(selected);
  };

  const canType = (): boolean => {
    const state = read();
    if (!canEdit(state)) edits.explainBlocked();
    else if (state.sheet.overlay !== "value") set({ notice: { kind: "overlay" } });
    else return true;
    return false;
  };

  const fill = (pairs: readonly PlacePair[]): void => {
    const state = read();
    const cellOf = ({ line, span }: Place): FilledCell => ({ line: { id: line, unit: unitIn(state, line) }, span });
    const plan = planFill(
      figuresIn(state),
      pairs.map(({ from, to }) => ({ from: cellOf(from), to: cellOf(to) })),
    );
    const entries = plan.entries.map(({ cell: { line, span }, stated }): PlaceEntry => ({
      place: { line: line.id, span },
      stated,
      text: stated === "does-not-exist" ? "-" : keptText(stated, line.unit),
    }));
    if (plan.otherUnit > 0) set({ notice: { kind: "skipped", why: "unit", count: plan.otherUnit } });
    edits.enterAll(entries, "filled");
  };

  return {
    selectRanges: (ranges) =>
      set((state) => {
        const { focused } = state;
        const anchor = ranges.at(-1)?.anchor ?? focused;
        const isThere = focused !== null && isAmong(gridPlanIn(state), ranges, focused);
        return { ranges, focused: isThere ? focused : anchor };
      }),
    selectCell: (place) => set(cellSelected(place)),
    stretchTo: (at) => select(afterStretch(read(), at)),
    moveSelection: (move, isStretch, page) => select(afterMove(read(), move, isStretch, page)),
    goRound(along, step) {
      const state = read();
      if (!hasManyCells(state)) return false;
      const focused = afterRound(state, along, step);
      // The ranges are written too: what the active cell alone stood for is not theirs.
      if (focused !== null) set({ focused, ranges: selectionIn(state) });
      return true;
    },
    selectWhole: (reach) => set((state) => ({ ranges: widened(state, reach) })),
    selectAll: () =>
      set((state) => {
        const plan = gridPlanIn(state);
        const first = state.focused ?? placeAtPosition(plan, { row: 0, column: 0 });
        return first === null ? {} : { focused: first, ranges: [rangeOf(first, first, "all")] };
      }),
    collapseSelection() {
      const { focused } = read();
      if (focused === null || !hasManyCells(read())) return false;
      set(cellSelected(focused));
      return true;
    },
    canType,
    clearSelected() {
      if (!canType()) return;
      const entries = placesSelectedIn(read()).map((place): PlaceEntry => ({ place, stated: null, text: "" }));
      edits.enterAll(entries, "typed");
    },
    enterInSelected(text) {
      const state = read();
      const { focused } = state;
      if (focused === null) return null;
      const active = readTypedAt(state, focused, text);
      if ("problem" in active) return active.problem.code;
      let skipped = 0;
      const entries = placesSelectedIn(state).flatMap((place): PlaceEntry[] => {
        const typed = readTypedAt(state, place, text);
        if ("stated" in typed) return [{ place, ...typed }];
        skipped++;
        return [];
      });
      if (skipped > 0) set({ notice: { kind: "skipped", why: "unreadable", count: skipped } });
      edits.enterAll(entries, "typed");
      return null;
    },
    fillWithin(way) {
      if (!canType()) return;
      const state = read();
      const plan = gridPlanIn(state);
      fill(boxesIn(state).flatMap((box) => pairsWithin(plan, box, way)));
    },
    fillTo(source, at) {
      const plan = gridPlanIn(read());
      const filled = boxFilled(plan, source, at);
      if (filled === null || !canType()) return;
      fill(pairsInto(plan, source, filled));
      const corner = (row: "top" | "bottom", column: "left" | "right"): Place | null => {
        const edge = { top: Math.min, bottom: Math.max, left: Math.min, right: Math.max };
        return placeAtPosition(plan, {
          row: edge[row](source[row], filled[row]),
          column: edge[column](source[column], filled[column]),
        });
      };
      const { focused } = read();
      const [from, to] = [corner("top", "left"), corner("bottom", "right")];
      if (from === null || to === null) return;
      const range = rangeOf(from, to);
      set({ ranges: [range], focused: samePlace(focused, from) ? focused : from });
    },
  };
}
