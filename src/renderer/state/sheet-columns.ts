/** What can be done with the columns of the grid, as changes of the sheet. Nothing is changed here. */
import { LAYOUTS, OVERLAYS, type Layout, type Overlay } from "#core/layout.ts";
import { revenueOf } from "#core/overlays.ts";
import { endOf, quarterEnding, quarterOfYear, spanKey, type Span } from "#core/timeline.ts";
import type { SheetView } from "#contract/questions.ts";
import { allColumnsIn, columnsInView, extentIn, extentInView, type GridColumn } from "./columns-in-view.ts";
import { gridPlanIn, nearestPlace, placeAt, positionOf } from "./grid-plan.ts";
import type { Place } from "./place.ts";
import { rowsInView } from "./rows-in-view.ts";
import { boxesIn } from "./selection.ts";
import { companyOf, remember, type WindowState } from "./window-state.ts";

/** A change of the sheet, and the cell to be in after it; null: the one in hand. */
export interface SheetChange {
  readonly sheet: Partial<SheetView>;
  readonly place: Place | null;
}

/** The columns that a command on columns means: those of what is selected, from left to right. */
export function columnsMeant(state: WindowState): readonly GridColumn[] {
  const boxes = boxesIn(state);
  return gridPlanIn(state).columns.filter((_, index) =>
    boxes.some(({ left, right }) => left <= index && index <= right),
  );
}

/** Takes the columns meant out of sight; the cell in hand moves to the nearest that stays. Null: none would stay, or none is meant. */
export function hideColumns(state: WindowState): SheetChange | null {
  const { rows, columns } = gridPlanIn(state);
  const meant = columnsMeant(state);
  if (meant.length === 0 || meant.length === columns.length) return null;
  const at = state.focused === null ? null : positionOf(gridPlanIn(state), state.focused);
  const distance = (index: number): number => Math.abs(index - (at?.column ?? 0));
  const [nearest] = [...columns.keys()]
    .filter((index) => !meant.some((column) => column === columns[index]))
    .toSorted((a, b) => distance(a) - distance(b));
  const row = rows[at?.row ?? -1];
  const column = columns[nearest ?? -1];
  return {
    sheet: { hiddenColumns: [...state.sheet.hiddenColumns, ...meant.map(({ id }) => id)] },
    place: row === undefined || column === undefined ? null : placeAt(gridPlanIn(state), row, column),
  };
}

/** The columns of this layout that are out of sight, from left to right; the same array until one changes. */
export const hiddenColumnsIn: (state: WindowState) => readonly GridColumn[] = remember(
  (state) => [allColumnsIn(state), columnsInView(state)],
  (all, shown) => all.filter((column) => !shown.includes(column)),
);

/** The columns out of sight beside one that is shown: on its left, and behind the last one on its right. */
export function hiddenBeside(
  state: WindowState,
  id: string,
): { readonly left: readonly GridColumn[]; readonly right: readonly GridColumn[] } {
  const all = allColumnsIn(state);
  const shown = columnsInView(state);
  const indexOf = (column: GridColumn | undefined): number => (column === undefined ? -1 : all.indexOf(column));
  const at = shown.findIndex((column) => column.id === id);
  const isLast = at === shown.length - 1;
  const index = indexOf(shown[at]);
  return {
    left: all.slice(indexOf(shown[at - 1]) + 1, index),
    right: isLast ? all.slice(index + 1) : [],
  };
}

/** Shows hidden columns again. */
export const unhide = ({ sheet }: WindowState, columns: readonly GridColumn[]): Partial<SheetView> => ({
  hiddenColumns: sheet.hiddenColumns.filter((hidden) => !columns.some(({ id }) => id === hidden)),
});

/** The state with the column of a figure in sight, in whichever layout. A balance: the quarter at whose end it stands. */
export function withColumnInSight(state: WindowState, { start, length }: Span): WindowState {
  const span = length === 0 ? quarterEnding(start) : { start, length };
  const ids = [spanKey(span), spanKey({ start: quarterOfYear(span.start), length: span.length })];
  const { hiddenColumns } = state.sheet;
  if (!ids.some((id) => hiddenColumns.includes(id))) return state;
  return { ...state, sheet: { ...state.sheet, hiddenColumns: hiddenColumns.filter((id) => !ids.includes(id)) } };
}

/** The hidden columns between those meant, as spreadsheets show them again; all of them where none lies between. */
export function hiddenColumnsMeant(state: WindowState): readonly GridColumn[] {
  const all = allColumnsIn(state);
  const hidden = hiddenColumnsIn(state);
  const indexes = columnsMeant(state).map((column) => all.indexOf(column));
  const [first, last] = [Math.min(...indexes), Math.max(...indexes)];
  const between = hidden.filter((column) => all.indexOf(column) > first && all.indexOf(column) < last);
  return between.length > 0 ? between : hidden;
}

/**
 * One more empty period, behind the last column or before the first, with the first line's cell of it
 * in hand, ready to type: a quarter, in halves and years a whole one, in the matrix a year.
 */
export function openPeriod(state: WindowState, where: "next" | "earlier"): SheetChange {
  const { layout, hiddenColumns } = state.sheet;
  const { from, to } = extentIn(state);
  const length = LENGTHS[layout] ?? 1;
  // A half or a year that has begun has its column already.
  const start = where === "next" ? Math.ceil(to / length) * length : Math.floor(from / length) * length - 1;
  const quarter: Span = { start, length: 1 };
  const sheet: Partial<SheetView> = {
    ...(where === "next" ? { latest: endOf(quarter) } : { earliest: start }),
    hiddenColumns: hiddenColumns.filter((id) => id !== spanKey(quarter)),
    // What is typed next is a figure.
    overlay: "value",
  };
  const plan = gridPlanIn({ ...state, sheet: { ...state.sheet, ...sheet } });
  const line = plan.matrixLine ?? plan.rows.find(({ kind }) => kind === "line")?.id;
  return { sheet, place: line === undefined ? null : nearestPlace(plan, { line, span: quarter }) };
}

/** The layouts whose columns are wider than a quarter; a year's row of the matrix is the same to those who open it. */
const LENGTHS: Partial<Readonly<Record<Layout, number>>> = { H: 2, FY: 4, matrix: 4 };

/** Whether a person opened empty periods beyond the figures. */
export function isOpened(state: WindowState): boolean {
  const { sheet, edited, company, today, basis } = state;
  if (sheet.earliest === null && sheet.latest === null) return false;
  const { from, to } = extentIn(state);
  const shut = extentInView(
    edited.shown.facts,
    company,
    companyOf(state),
    today,
    { earliest: null, latest: null },
    basis,
  );
  return from !== shut.from || to !== shut.to;
}

/** Without the empty periods that were opened. */
export const SHUT: Partial<SheetView> = { earliest: null, latest: null };

/** The layout so many steps on, round and round. */
export const layoutAfter = (layout: Layout, step: 1 | -1): Layout => after(LAYOUTS, layout, step);

/** The overlay so many steps on, of those that the book has. */
export const overlayAfter = (state: WindowState, step: 1 | -1): Overlay =>
  after(
    OVERLAYS.filter((overlay) => isOverlayOffered(state, overlay)),
    state.sheet.overlay,
    step,
  );

function after<Choice>(choices: readonly Choice[], chosen: Choice, step: 1 | -1): Choice {
  const at = choices.indexOf(chosen);
  return choices[(at + step + choices.length) % choices.length] ?? chosen;
}

/** A share is one of total revenues: a book must have them. */
export const isOverlayOffered = (state: WindowState, overlay: Overlay): boolean =>
  overlay !== "share" || revenueIn(state) !== null;

/** The line that shares are taken of; null: the book has none. */
const revenueIn = remember((state) => [state.edited.shown.lines], revenueOf);

/** In percent, as browsers step. The ends are those of the sheet's form. */
const ZOOMS: readonly number[] = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400];

export const USUAL_ZOOM = 100;

/** The zoom one step on; the same at either end. */
export function zoomAfter(zoom: number, step: 1 | -1): number {
  const further = ZOOMS.filter((each) => (step === 1 ? each > zoom : each < zoom));
  return (step === 1 ? further[0] : further.at(-1)) ?? zoom;
}

/** The line of the matrix so many steps on; null at either end, and in other layouts. */
export function matrixLineAfter(state: WindowState, step: 1 | -1): string | null {
  const line = gridPlanIn(state).matrixLine;
  const lines = rowsInView(state).flatMap(({ kind, id }) => (kind === "line" ? [id] : []));
  return line === null ? null : (lines[lines.indexOf(line) + step] ?? null);
}
