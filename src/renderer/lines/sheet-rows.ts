/** What can be done with the rows of the grid without touching the book, as changes of the sheet. Nothing is changed here. */
import type { LayoutRow } from "#core/layout.ts";
import type { SheetView } from "#contract/questions.ts";
import { gridPlanIn, placeAt, positionOf, type GridPlan } from "../state/grid-plan.ts";
import type { Place } from "../state/place.ts";
import { sortColumnIn } from "../state/rows-in-view.ts";
import { boxesIn } from "../state/selection.ts";
import type { SheetChange } from "../state/sheet-columns.ts";
import { lineRowsIn, rowsIn, type WindowState } from "../state/window-state.ts";

/** How much of the tree is shown: the sections alone, their top lines, or everything. */
export const LEVELS = [1, 2, 3] as const;

export type Level = (typeof LEVELS)[number];

/** The id that a section's row has. */
const sectionRow = (section: string): string => `section:${section}`;

/** Folds a line or a section, or unfolds it. */
export const folded = ({ sheet }: WindowState, row: string, isFolded: boolean): Partial<SheetView> => ({
  folded: isFolded ? [...new Set([...sheet.folded, row])] : sheet.folded.filter((id) => id !== row),
});

/** The row that folding means for the line in hand: itself, or where nothing is unfolded under it the row it stands under. Null: none. */
export function rowToFold(state: WindowState): string | null {
  const row = rowInHand(state);
  if (row === undefined) return null;
  const isOpen = (id: string): boolean => !state.sheet.folded.includes(id);
  const section = sectionRow(row.line.section);
  if (row.isParent && isOpen(row.id)) return row.id;
  if (row.parent !== null && isOpen(row.parent)) return row.parent;
  return isOpen(section) ? section : null;
}

/** The folded row that unfolding means for the line in hand: its section before itself. Null: none is. */
export function rowToUnfold(state: WindowState): string | null {
  const row = rowInHand(state);
  if (row === undefined) return null;
  return [sectionRow(row.line.section), row.id].find((id) => state.sheet.folded.includes(id)) ?? null;
}

const rowInHand = (state: WindowState) => lineRowsIn(state).get(lineInHand(state) ?? "");

/** What is folded at a level. Below it everything is folded too, so that unfolding a row shows the next level only. */
export function foldedAt(rows: readonly LayoutRow[], level: Level): string[] {
  if (level === 3) return [];
  return rows.flatMap((row) => ((row.kind === "section" ? level === 1 : row.isParent) ? [row.id] : []));
}

/** The level that is shown; null: some of both. */
export function levelIn(state: WindowState): Level | null {
  const rows = rowsIn(state);
  const there = new Set(rows.map(({ id }) => id));
  const now = state.sheet.folded.filter((id) => there.has(id));
  // Where no line stands under another the top lines are everything: the higher level says so.
  return LEVELS.toReversed().find((level) => isSame(foldedAt(rows, level), now)) ?? null;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** The line that commands on one line mean. Null: none is in hand. */
export const lineInHand = (state: WindowState): string | null =>
  gridPlanIn(state).matrixLine ?? state.focused?.line ?? null;

/** The shown lines of what is selected, from top to bottom. */
function linesMeant(state: WindowState): string[] {
  const { rows, matrixLine } = gridPlanIn(state);
  if (matrixLine !== null) return [matrixLine];
  const boxes = boxesIn(state);
  return rows.flatMap(({ kind, id }, index) =>
    kind === "line" && boxes.some(({ top, bottom }) => top <= index && index <= bottom) ? [id] : [],
  );
}

/** Takes the selected lines out of sight; the cell in hand moves to the next that stays. Null: none would stay. */
export function hideRows(state: WindowState): SheetChange | null {
  const plan = gridPlanIn(state);
  const meant = linesMeant(state);
  const staying = plan.rows.filter(({ kind, id }) => kind === "line" && !meant.includes(id));
  if (plan.matrixLine !== null || meant.length === 0 || staying.length === 0) return null;
  const sheet = { hiddenLines: [...new Set([...state.sheet.hiddenLines, ...meant])] };
  return {
    sheet,
    place: placeBelow(
      plan,
      state.focused,
      staying.map(({ id }) => id),
    ),
  };
}

/** The cell in the same column of the next of these lines, or of the last. */
function placeBelow(plan: GridPlan, place: Place | null, lines: readonly string[]): Place | null {
  const at = place === null ? null : positionOf(plan, place);
  if (at === null) return null;
  const staying = plan.rows.flatMap(({ id }, index) => (lines.includes(id) ? [index] : []));
  const row = plan.rows[staying.find((index) => index >= at.row) ?? staying.at(-1) ?? -1];
  const column = plan.columns[at.column];
  return row === undefined || column === undefined ? null : placeAt(plan, row, column);
}

/** The company's lines that are out of sight. */
export const hiddenLinesIn = (state: WindowState): string[] =>
  state.sheet.hiddenLines.filter((line) => lineRowsIn(state).has(line));

/** The hidden lines beside what is selected, as spreadsheets show them again; all of them where none is. */
export function hiddenLinesMeant(state: WindowState): readonly string[] {
  const { rows } = gridPlanIn(state);
  const boxes = boxesIn(state);
  const beside = rows.flatMap((row, index) =>
    row.kind !== "year" && boxes.some(({ top, bottom }) => top - 1 <= index && index <= bottom) ? row.hidden : [],
  );
  return beside.length > 0 ? beside : hiddenLinesIn(state);
}

/** Shows hidden lines again. */
export const withoutHidden = ({ sheet }: WindowState, lines: readonly string[]): Partial<SheetView> => ({
  hiddenLines: sheet.hiddenLines.filter((line) => !lines.includes(line)),
});

/** The rows of each parent in the order of their figures in the column in hand. Null: there is no such column. */
export function sortedBy(state: WindowState, direction: "descending" | "ascending"): Partial<SheetView> | null {
  const plan = gridPlanIn(state);
  const at = plan.matrixLine !== null || state.focused === null ? null : positionOf(plan, state.focused);
  const column = plan.columns[at?.column ?? -1]?.id;
  return column === undefined ? null : { sort: { column, direction } };
}

/** Whether the rows stand in another order than the company's, so that none can be moved by hand. */
export const isSorted = (state: WindowState): boolean => sortColumnIn(state) !== null;
