/** Copying, cutting and pasting in the grid. */
import { isDash } from "#core/figures/cell.ts";
import { findTable } from "#core/pasted-markup.ts";
import { parseTable, type TextTable } from "#core/pasted-table.ts";
import { MOST_PASTED, planPaste, type Area, type PasteGround, type PastePlan } from "#core/paste-plan.ts";
import type { Stated } from "#core/book.ts";
import type { AmountScale } from "#core/units.ts";
import type { EditActions, PlaceEntry } from "../state/edits.ts";
import { gridPlanIn, type GridPlan } from "../state/grid-plan.ts";
import type { Place } from "../state/place.ts";
import type { SelectionActions } from "../state/selection-actions.ts";
import type { RowInView } from "../state/rows-in-view.ts";
import { lockOnRemoval } from "../state/removal.ts";
import { boxesIn, placeAtPosition, placesSelectedIn, rangeOf, selectionIn } from "../state/selection.ts";
import { readCopiedAt, readTypedAt } from "../state/typed-figure.ts";
import { figuresIn, keyIn, rowsIn, type CellRange, type WindowState, type WindowStore } from "../state/window-state.ts";
import { requestPaste, writeClipboard } from "./clipboard-access.ts";
import type { ClipboardRefusal, ClipboardTold } from "./clipboard-told.ts";
import { amountsCopied, blockCopied, type CopyStyle } from "./copied-block.ts";
import { statedByCopies } from "./copied-figure.ts";
import { amountsIn, textsOf, type ClipboardTexts } from "./copied-text.ts";
import { figureInCell } from "./figure-in-cell.ts";

export interface ClipboardActions {
  /** The texts of what is selected, to be put on the clipboard; null where it makes no table, which is told. */
  copied(style: CopyStyle): ClipboardTexts | null;
  /** Puts what is selected on the clipboard. */
  copy(style: CopyStyle): void;
  /** Puts what is selected on the clipboard and removes its figures in force; neither where one of them is locked. */
  cut(): void;
  /** Puts one text on the clipboard, and says so. */
  copyText(text: string): void;
  /** Enters what is on the clipboard where the selection is; one journal entry. */
  paste(texts: ClipboardTexts): void;
  /** Asks the browser to paste, as its own menu would. */
  requestPaste(): void;
  /** The frame around what was copied goes. */
  letGoOfCopied(): void;
}

/** As on screen: what Ctrl+C copies. */
export const AS_SHOWN: CopyStyle = { digits: "shown", isHeaded: false };

/** A table of {@link MOST_PASTED} figures has a tenth of this. Longer markup is left for the plain text beside it. */
const LONGEST_TEXT = 4_000_000;

/** What the wire takes in one message, less what stands around the cells. */
const MOST_BYTES = 4 * 1024 * 1024 - 4096;

export function makeClipboardActions(
  store: WindowStore,
  edits: EditActions,
  selection: SelectionActions,
): ClipboardActions {
  const read = store.getState;
  const tell = (told: ClipboardTold): void => store.setState({ notice: { kind: "clipboard", told } });
  const refuse = (why: ClipboardRefusal): void => tell({ what: "refused", why });

  const copied = (style: CopyStyle): ClipboardTexts | null => {
    const state = read();
    if (state.focused === null) return null;
    const block = blockCopied(state, style);
    if (block === null) {
      refuse("copy-ranges");
      return null;
    }
    store.setState({ copied: selectionIn(state) });
    return textsOf(block, amountsCopied(state, style.digits));
  };

  const copy = (style: CopyStyle): boolean => {
    const texts = copied(style);
    if (texts === null) return false;
    const isWritten = writeClipboard(texts);
    if (!isWritten) {
      store.setState({ copied: [] });
      refuse("not-copied");
    }
    return isWritten;
  };

  return {
    copied,
    copy: (style) => void copy(style),
    cut() {
      // What cannot be removed is not copied either: pasted elsewhere it would stand in both places.
      if (!selection.canType()) return;
      const lock = lockOnRemoval(read(), placesSelectedIn(read()));
      if (lock !== null) store.setState({ notice: { kind: "locked", boundary: lock.boundary, reason: lock.text } });
      else if (copy(AS_SHOWN)) selection.clearSelected();
    },
    copyText(text) {
      if (writeClipboard({ plain: text, markup: "" })) tell({ what: "copied", text });
      else refuse("not-copied");
    },
    paste(texts) {
      if (!selection.canType()) return;
      const state = read();
      const table = tableIn(texts);
      if (typeof table === "string") {
        refuse(table);
        return;
      }
      const plan = gridPlanIn(state);
      const planned = planPaste(table, areasIn(state), groundOf(state, plan, amountsIn(texts)));
      if (typeof planned === "string") {
        refuse(planned === "areas" ? "paste-ranges" : "too-many");
        return;
      }
      const entries = entriesOf(plan, planned);
      if (bytesOf(entries) > MOST_BYTES) {
        refuse("too-many");
        return;
      }
      const { unchanged, skipped, clipped, headings } = planned;
      const hidden = hiddenWithin(state, plan, planned);
      tell({ what: "pasted", entered: entries.length, unchanged, skipped, clipped, headings, hidden });
      edits.enterAll(entries, "pasted");
      const range = rangeCovered(plan, planned);
      // Whole rows stay whole rows: the same table pasted again then goes to the same place.
      const [only, other] = selectionIn(state);
      if (range !== null && only?.reach === "cells" && other === undefined) selection.selectRanges([range]);
    },
    requestPaste() {
      if (!requestPaste()) refuse("paste-key");
    },
    letGoOfCopied: () => store.setState({ copied: [] }),
  };
}

/** The table among what was pasted: its markup's where it has one, else that of the plain text. */
function tableIn({ plain, markup }: ClipboardTexts): TextTable | ClipboardRefusal {
  const marked = markup.length > LONGEST_TEXT ? null : findTable(markup);
  if (marked === null && plain.length > LONGEST_TEXT) return "too-long";
  const table = marked ?? parseTable(plain);
  const count = table.reduce((sum, row) => sum + row.filter((text) => text.trim() !== "").length, 0);
  if (count === 0) return "no-text";
  // Each row may have its label besides.
  return count - table.length > MOST_PASTED ? "too-many" : table;
}

/** The active range first: a paste goes to its corner. */
function areasIn(state: WindowState): Area[] {
  const ranges = selectionIn(state);
  return boxesIn(state)
    .map(({ top, bottom, left, right }, index): Area => ({
      row: top,
      column: left,
      rows: bottom - top + 1,
      columns: right - left + 1,
      reach: ranges[index]?.reach ?? "cells",
    }))
    .toReversed();
}

/** @param copied what the amounts of the table are in; null: the table is from elsewhere, and says nothing of it */
function groundOf(state: WindowState, plan: GridPlan, copied: AmountScale | null): PasteGround {
  const amounts = copied ?? state.settings.amounts;
  return {
    rows: plan.rows.length,
    columns: plan.columns.length,
    cellAt(row, column) {
      const place = placeAtPosition(plan, { row, column });
      if (place === null) return null;
      return {
        key: keyIn(state, place),
        read: (text) => (copied === null ? readTypedAt(state, place, text) : readCopiedAt(state, place, text, copied)),
        shows: () => shownAt(state, place, amounts),
      };
    },
  };
}

/** What the copies of a cell read as: the figure it shows, or the dash. */
function shownAt(state: WindowState, place: Place, amounts: AmountScale): readonly Stated[] {
  const figure = figureInCell(state, place);
  if (figure !== null) return statedByCopies(figure, amounts);
  const cell = figuresIn(state).cell(place.line, place.span);
  return isDash(cell) ? ["does-not-exist"] : [];
}

const entriesOf = (plan: GridPlan, { figures }: PastePlan): PlaceEntry[] =>
  figures.flatMap(({ row, column, stated, text }) => {
    const place = placeAtPosition(plan, { row, column });
    return place === null ? [] : [{ place, stated, text }];
  });

/** As they go over the wire. */
const bytesOf = (entries: readonly PlaceEntry[]): number =>
  new TextEncoder().encode(JSON.stringify(entries.map(({ place, stated, text }) => ({ ...place, stated, text }))))
    .length;

/** How many lines lie out of sight between the first and the last row that a paste covers. */
function hiddenWithin(state: WindowState, { rows }: GridPlan, { covered }: PastePlan): number {
  if (covered === null) return 0;
  const above = rows.slice(covered.row, covered.row + covered.rows - 1);
  return above.reduce((sum, row) => sum + (row.kind === "year" ? 0 : outOfSightAt(state, row)), 0);
}

/** What is folded away or hidden at a row, before the next one shown. */
function outOfSightAt(state: WindowState, row: RowInView): number {
  if (row.kind === "line" || !row.isFolded) return row.hidden.length + row.folded.length;
  return rowsIn(state).filter((each) => each.kind === "line" && each.line.section === row.id).length;
}

/** What to select after a paste; null where its corners hold no figures. */
function rangeCovered(plan: GridPlan, { covered }: PastePlan): CellRange | null {
  if (covered === null) return null;
  const { row, column, rows, columns } = covered;
  const anchor = placeAtPosition(plan, { row, column });
  const head = placeAtPosition(plan, { row: row + rows - 1, column: column + columns - 1 });
  return anchor === null || head === null ? null : rangeOf(anchor, head);
}
