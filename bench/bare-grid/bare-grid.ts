/**
 * The peer of the live bench: the same version, modules, theme, rows and columns of AG Grid with numbers that
 * nothing stands behind. Enter paints another number in one cell, Alt+L other columns, Alt+O other numbers.
 * `#LABELS,COLUMN,WIDTH,HEIGHT` are the window's own measures, in pixels.
 */
import { createGrid, type ColDef } from "ag-grid-community";
import { spanKey, type Span } from "#core/timeline.ts";
import { gridThemeAt } from "../../src/renderer/grid/grid-theme.ts";
import "../../src/renderer/grid/modules.ts";
import "../../src/renderer/theme/tokens.css";
import "../../src/renderer/theme/base.css";
import { COLUMNS, EDITED, LIVE, liveRows, quarterAt } from "../live-book.ts";

interface Row {
  readonly id: string;
  readonly amounts: number[];
}

/** A half in quarters. */
const HALF = 2;

const [labelsPx = 0, columnPx = 0, width = 0, height = 0] = location.hash.slice(1).split(",").map(Number);
const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
const rows: readonly Row[] = liveRows();
let isHalves = false;
/** What is taken off every number: another one shows other numbers. */
let offset = 0;

const columnOf = (span: Span, at: number): ColDef<Row, number> => ({
  colId: spanKey(span),
  headerName: spanKey(span),
  width: columnPx,
  cellClass: "ag-right-aligned-cell",
  valueGetter: ({ data }) => (data?.amounts[at] ?? 0) - offset,
  valueSetter: ({ data, newValue }) => {
    data.amounts[at] = newValue ?? 0;
    return true;
  },
});

const columnsNow = (): ColDef<Row>[] => {
  const quarters = Array.from({ length: COLUMNS }, (_, quarter) => columnOf(quarterAt(quarter), quarter));
  const halves = Array.from({ length: LIVE.quarters / HALF }, (_, half) =>
    columnOf({ ...quarterAt(HALF * half), length: HALF }, HALF * half),
  );
  return [{ colId: "label", field: "id", pinned: "left", width: labelsPx }, ...(isHalves ? halves : quarters)];
};

const element = document.getElementById("grid");
if (element === null) throw new Error("The page has no place for the grid.");
element.style.width = `${width}px`;
element.style.height = `${height}px`;

const newest = quarterAt(LIVE.quarters - 1);
const showNewest = (): void =>
  api.ensureColumnVisible(spanKey(isHalves ? { start: newest.start - HALF + 1, length: HALF } : quarterAt(COLUMNS - 1)));

const api = createGrid<Row>(element, {
  theme: gridThemeAt(100),
  ...(styleNonce === undefined ? {} : { styleNonce }),
  rowData: [...rows],
  columnDefs: columnsNow(),
  getRowId: ({ data }) => data.id,
  animateRows: false,
  onFirstDataRendered: showNewest,
});

const ON_KEY: Readonly<Record<string, () => void>> = {
  Enter() {
    const node = api.getRowNode(EDITED.line);
    const column = rows.find(({ id }) => id === EDITED.line)?.amounts ?? [];
    node?.setDataValue(spanKey(newest), (column[LIVE.quarters - 1] ?? 0) + 1);
  },
  "Alt+KeyL"() {
    isHalves = !isHalves;
    api.setGridOption("columnDefs", columnsNow());
    showNewest();
  },
  "Alt+KeyO"() {
    offset = offset === 0 ? 1 : 0;
    api.refreshCells();
  },
};

document.addEventListener("keydown", (event) => ON_KEY[`${event.altKey ? "Alt+" : ""}${event.code}`]?.());
