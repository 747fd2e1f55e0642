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
  placesIn,
  placesSelectedIn,
  rangeOf,
  samePlace,
  selectionIn,
  type Box,
  type Position,
} from "./selection.ts";
import { removalBetween } from "./removal.ts";
import { boxFilled, boxLeftOut, pairsInto, pairsWithin, type PlacePair } from "./selection-fill.ts";
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
  /** Removes the figure in force of a cell, and says what shows now. */
  clear(place: Place): void;
  /** The same of all selected cells, as one journal entry. */
  clearSelected(): void;
  /** Enters one text into all selected cells; answers what is wrong with it in the active one. */
  enterInSelected(text: string): AmountProblemCode | null;
  /** Copies the first row of every range into its others, or the first column. */
  fillWithin(way: "down" | "right"): void;
  /**
   * Copies a block into the cells beside it as far as the pointer, and selects both; with the pointer in the block
   * itself, removes the figures behind it and selects the rest.
   */
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

  const clear = (places: readonly Place[]): void => {
    const before = read();
    edits.enterAll(
      places.map((place): PlaceEntry => ({ place, stated: null, text: "" })),
      "typed",
    );
    const removal = canEdit(before) ? removalBetween(before, read(), places) : null;
    if (removal !== null) set({ notice: { kind: "removed", removal } });
  };

  /** Selects a box from its upper left corner on. */
  const selectBox = ({ top, bottom, left, right }: Box): void => {
    const plan = gridPlanIn(read());
    const [from, to] = [
      placeAtPosition(plan, { row: top, column: left }),
      placeAtPosition(plan, { row: bottom, column: right }),
    ];
    if (from === null || to === null) return;
    const { focused } = read();
    set({ ranges: [rangeOf(from, to)], focused: samePlace(focused, from) ? focused : from });
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
    else if (entries.length === 0) set({ notice: { kind: "nothing-to-fill" } });
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
    clear: (place) => clear([place]),
    clearSelected() {
      if (canType()) clear(placesSelectedIn(read()));
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
      const leftOut = boxLeftOut(plan, source, at);
      if (leftOut !== null && canType()) {
        clear(placesIn(plan, [leftOut]));
        const isShorter = leftOut.top > source.top;
        const kept = isShorter ? { ...source, bottom: leftOut.top - 1 } : { ...source, right: leftOut.left - 1 };
        selectBox(kept);
      }
      const filled = boxFilled(plan, source, at);
      if (filled === null || !canType()) return;
      fill(pairsInto(plan, source, filled));
      selectBox({
        top: Math.min(source.top, filled.top),
        bottom: Math.max(source.bottom, filled.bottom),
        left: Math.min(source.left, filled.left),
        right: Math.max(source.right, filled.right),
      });
    },
  };
}
