import { themeQuartz } from "ag-grid-community";

/** In pixels; the grid lays its rows out by number, `--row` of tokens.css is the same. */
const ROW_HEIGHT_PX = 26;

/** AG Grid's theme over the tokens of the window: light and dark are the page's doing. */
export const gridTheme = themeQuartz.withParams({
  accentColor: "var(--accent)",
  backgroundColor: "var(--paper)",
  foregroundColor: "var(--ink)",
  borderColor: "var(--rule)",
  browserColorScheme: "inherit",
  borderRadius: 0,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: 10,
  columnBorder: false,
  dataBackgroundColor: "var(--paper)",
  fontFamily: "var(--font)",
  fontSize: 12.5,
  headerBackgroundColor: "var(--panel)",
  headerColumnBorder: false,
  headerColumnResizeHandleColor: "transparent",
  headerFontFamily: "var(--font)",
  headerFontSize: 12,
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
  spacing: 5,
  tooltipBackgroundColor: "var(--raised)",
  tooltipBorder: { color: "var(--rule-strong)" },
  tooltipTextColor: "var(--ink)",
});
