/**
 * The peer of the live bench: the same version, theme, rows and columns of AG Grid with numbers that nothing stands
 * behind. A number is typed into a cell with the grid's own editor; Enter enters it and leads to the cell below.
 * `#LABELS,COLUMN,WIDTH,HEIGHT` are the window's own measures, in pixels.
 */
import { createGrid, ModuleRegistry, NumberEditorModule, type ColDef } from "ag-grid-community";
import { spanKey } from "#core/timeline.ts";
import { gridThemeAt } from "../../src/renderer/grid/grid-theme.ts";
import "../../src/renderer/grid/modules.ts";
import "../../src/renderer/theme/tokens.css";
import "../../src/renderer/theme/base.css";
import { COLUMNS, liveRows, quarterAt } from "../live-book.ts";

ModuleRegistry.registerModules([NumberEditorModule]);

interface Row {
  readonly id: string;
  readonly amounts: number[];
}

const [labelsPx = 0, columnPx = 0, width = 0, height = 0] = location.hash.slice(1).split(",").map(Number);
const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
const rows: readonly Row[] = liveRows();

const columnAt = (quarter: number): ColDef<Row, number> => ({
  colId: spanKey(quarterAt(quarter)),
  headerName: spanKey(quarterAt(quarter)),
  width: columnPx,
  cellClass: "ag-right-aligned-cell",
  editable: true,
  cellEditor: "agNumberCellEditor",
  valueGetter: ({ data }) => data?.amounts[quarter] ?? 0,
  valueSetter: ({ data, newValue }) => {
    data.amounts[quarter] = newValue ?? 0;
    return true;
  },
});

const element = document.getElementById("grid");
if (element === null) throw new Error("The page has no place for the grid.");
element.style.width = `${width}px`;
element.style.height = `${height}px`;

const api = createGrid<Row>(element, {
  theme: gridThemeAt(100),
  ...(styleNonce === undefined ? {} : { styleNonce }),
  rowData: [...rows],
  columnDefs: [
    { colId: "label", field: "id", pinned: "left", width: labelsPx },
    ...Array.from({ length: COLUMNS }, (_, quarter) => columnAt(quarter)),
  ],
  getRowId: ({ data }) => data.id,
  animateRows: false,
  enterNavigatesVerticallyAfterEdit: true,
  onFirstDataRendered: () => api.ensureColumnVisible(spanKey(quarterAt(COLUMNS - 1))),
});
