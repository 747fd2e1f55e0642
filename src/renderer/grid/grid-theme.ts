import { themeQuartz } from "ag-grid-community";

/** In pixels; the grid lays its rows out by number, `--row` of tokens.css is the same. */
const ROW_HEIGHT_PX = 26;
const FONT_PX = 12.5;
const HEADER_FONT_PX = 12;
const PADDING_PX = 10;
const SPACING_PX = 5;

/** AG Grid's theme over the tokens of the window: light and dark are the page's doing. At 100 %. */
const gridTheme = themeQuartz.withParams({
  accentColor: "var(--accent)",
  backgroundColor: "var(--paper)",
  foregroundColor: "var(--ink)",
  borderColor: "var(--rule)",
  browserColorScheme: "inherit",
  borderRadius: 0,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: PADDING_PX,
  columnBorder: false,
  dataBackgroundColor: "var(--paper)",
  fontFamily: "var(--font)",
  fontSize: FONT_PX,
  headerBackgroundColor: "var(--panel)",
  headerColumnBorder: false,
  headerColumnResizeHandleColor: "transparent",
  headerFontFamily: "var(--font)",
  headerFontSize: HEADER_FONT_PX,
  headerFontWeight: 600,
  headerHeight: ROW_HEIGHT_PX,
  headerRowBorder: false,
  headerTextColor: "var(--ink-quiet)",
  oddRowBackgroundColor: "transparent",
  pinnedColumnBorder: { color: "var(--rule-strong)" },
  rowBorder: { color: "var(--rule)" },
  rowHeight: ROW_HEIGHT_PX,
  rowHoverColor: "var(--hover)",
  selectedRowBackgroundColor: "var(--selected)",
  spacing: SPACING_PX,
  tooltipBackgroundColor: "var(--raised)",
  tooltipBorder: { color: "var(--rule-strong)" },
  tooltipTextColor: "var(--ink)",
});

/** The theme at a zoom in percent. Borders keep their width, as they do in spreadsheets. */
export function gridThemeAt(zoom: number): typeof gridTheme {
  const at = (px: number): number => (px * zoom) / 100;
  return gridTheme.withParams({
    cellHorizontalPadding: at(PADDING_PX),
    fontSize: at(FONT_PX),
    headerFontSize: at(HEADER_FONT_PX),
    // Rows of whole pixels: figures would blur between two.
    headerHeight: Math.round(at(ROW_HEIGHT_PX)),
    rowHeight: Math.round(at(ROW_HEIGHT_PX)),
    spacing: at(SPACING_PX),
  });
}
