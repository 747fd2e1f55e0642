/** The grid of a window: AG Grid over the window's state, kept outside React. */
import {
  createGrid,
  type CellFocusedEvent,
  type GridApi,
  type IRowNode,
  type SuppressKeyboardEventParams,
} from "ag-grid-community";
import { spanKey, type Span } from "#core/timeline.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { LayoutColumn } from "#core/layout.ts";
import type { Actions } from "../state/actions.ts";
import type { Place } from "../state/place.ts";
import { columnsInView } from "../state/columns-in-view.ts";
import {
  canEdit,
  figuresIn,
  keyIn,
  labelOf,
  lineRowsIn,
  periodOf,
  rowsIn,
  wordsOf,
  type WindowState,
  type WindowStore,
} from "../state/window-state.ts";
import { makeCellEditor, type CellEditor, type Direction } from "./cell-editor.ts";
import { columnWidth } from "./column-width.ts";
import { columnDefs, labelsPxIn, LABEL_COLUMN, type GridRow } from "./columns.ts";
import { editText } from "./edit-text.ts";
import { gridTheme } from "./grid-theme.ts";
import { selectionAfterClick } from "./row-selection.ts";
import { shownCell } from "./shown-cell.ts";
import { SectionRenderer } from "./section-renderer.ts";
import "./modules.ts";

/** Long enough not to follow the pointer about, short enough to be found. */
const TOOLTIP_DELAY_MS = 500;

export function mountGrid(element: HTMLElement, store: WindowStore, actions: Actions): () => void {
  const read = store.getState;
  let columns = columnsInView(read());
  let rows = rowsIn(read());
  let anchor: string | null = null;
  let labelsPx = labelsPxIn(window.innerWidth);
  /** Characters of the longest figure. */
  let longest = 0;
  const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;

  const spanOf = (columnId: string): Span | null =>
    columns.find(({ span }) => spanKey(span) === columnId)?.span ?? null;

  const api: GridApi<GridRow> = createGrid<GridRow>(element, {
    theme: gridTheme,
    ...(styleNonce === undefined ? {} : { styleNonce }),
    rowData: rows,
    columnDefs: columnDefs(columns, read, labelsPx),
    defaultColDef: {
      sortable: false,
      suppressHeaderMenuButton: true,
      suppressKeyboardEvent: (params) => onKey(params),
    },
    getRowId: ({ data }) => data.id,
    isFullWidthRow: ({ rowNode }) => rowNode.data?.kind === "section",
    fullWidthCellRenderer: SectionRenderer,
    fullWidthCellRendererParams: { language: () => read().settings.language },
    rowSelection: {
      mode: "multiRow",
      checkboxes: false,
      headerCheckbox: false,
      enableClickSelection: false,
      isRowSelectable: ({ data }) => data?.kind === "line",
    },
    animateRows: false,
    // The grid's own sentences are read out, never seen; without this they would stay English.
    getLocaleText: ({ key, defaultValue }) => wordsOf(read()).gridReader[key] ?? defaultValue,
    ensureDomOrder: true,
    suppressDragLeaveHidesColumns: true,
    suppressMovableColumns: true,
    tooltipShowDelay: TOOLTIP_DELAY_MS,
    navigateToNextCell: ({ nextCellPosition, key }) => {
      if (nextCellPosition === null) return null;
      const rowIndex = lineRowFrom(nextCellPosition.rowIndex, key === "ArrowUp" ? -1 : 1);
      return rowIndex === null ? null : { ...nextCellPosition, rowIndex };
    },
    tabToNextCell: ({ nextCellPosition, backwards }) => {
      if (nextCellPosition === null) return false;
      const rowIndex = lineRowFrom(nextCellPosition.rowIndex, backwards ? -1 : 1);
      return rowIndex === null ? false : { ...nextCellPosition, rowIndex };
    },
    onCellFocused: (event) => onFocus(event),
    onCellDoubleClicked: ({ data, column }) => {
      const span = spanOf(column.getColId());
      if (data !== undefined && span !== null) openEditor({ line: data.id, span }, false);
    },
    onCellClicked: ({ data, column, event }) => {
      if (data?.kind !== "line" || column.getColId() !== LABEL_COLUMN || !(event instanceof MouseEvent)) return;
      const order = [...lineRowsIn(read()).keys()];
      const keys = { isRange: event.shiftKey, isToggle: event.ctrlKey || event.metaKey };
      actions.select(selectionAfterClick(read().selected, data.id, anchor, order, keys));
      if (!event.shiftKey) anchor = data.id;
    },
    onBodyScrollEnd: () => editor.checkAlive(),
    onGridSizeChanged: () => {
      if (labelsPx !== labelsPxIn(window.innerWidth)) {
        labelsPx = labelsPxIn(window.innerWidth);
        api.setGridOption("columnDefs", columnDefs(columns, read, labelsPx));
      }
      layAllWidths();
      showNewest();
      const { focused } = read();
      if (focused !== null && api.getColumn(spanKey(focused.span)) !== null)
        api.ensureColumnVisible(spanKey(focused.span));
    },
    onFirstDataRendered: () => {
      layAllWidths();
      showNewest();
      focusNewestFigure();
    },
  });

  const editor: CellEditor = makeCellEditor({
    enter: actions.enter,
    clear: actions.clear,
    closed(place, move) {
      if (move === null) return;
      focusCell(place);
      if (move !== "stay") moveFocus(place, move);
    },
    held: (place) => focusCell(place),
    lost: (place, text) => actions.reportLost(place, text),
    problemText: (code) => wordsOf(read()).amounts[code],
  });

  /** The nearest row of a line at or beyond an index, going one way: headings hold no cells. */
  function lineRowFrom(index: number, step: 1 | -1): number | null {
    for (let at = index; at >= 0 && at < api.getDisplayedRowCount(); at += step) {
      if (api.getDisplayedRowAtIndex(at)?.data?.kind === "line") return at;
    }
    return null;
  }

  /** @param position where a row that was out of sight comes to stand; without it, at the nearest edge. */
  function focusCell({ line, span }: Place, position: "middle" | null = null): void {
    const node = api.getRowNode(line);
    const columnId = spanKey(span);
    if (node?.rowIndex == null || api.getColumn(columnId) === null) return;
    api.ensureIndexVisible(node.rowIndex, isInSight(node) ? null : position);
    api.ensureColumnVisible(columnId);
    api.setFocusedCell(node.rowIndex, columnId);
  }

  function isInSight({ rowTop, rowHeight }: IRowNode<GridRow>): boolean {
    const { top, bottom } = api.getVerticalPixelRange();
    return rowTop !== null && rowTop >= top && rowTop + (rowHeight ?? 0) <= bottom;
  }

  function moveFocus({ line, span }: Place, direction: Direction): void {
    const rowIndex = api.getRowNode(line)?.rowIndex;
    const column = columns.findIndex((each) => spanKey(each.span) === spanKey(span));
    if (rowIndex == null || column < 0) return;
    const isVertical = direction === "up" || direction === "down";
    const step = direction === "up" || direction === "left" ? -1 : 1;
    const row = isVertical ? lineRowFrom(rowIndex + step, step) : rowIndex;
    const target = columns[isVertical ? column : column + step];
    const data = row === null ? undefined : api.getDisplayedRowAtIndex(row)?.data;
    if (target !== undefined && data !== undefined) focusCell({ line: data.id, span: target.span });
  }

  function openEditor(place: Place, replaces: boolean): void {
    const state = read();
    const row = lineRowsIn(state).get(place.line);
    if (row === undefined) return;
    if (!canEdit(state)) {
      actions.explainBlocked();
      return;
    }
    const cell = element.querySelector<HTMLElement>(
      `.ag-row[row-id="${CSS.escape(place.line)}"] .ag-cell[col-id="${CSS.escape(spanKey(place.span))}"]`,
    );
    if (cell === null) return;
    editor.open({
      place,
      element: cell,
      unit: row.line.unit,
      name: wordsOf(state).grid.edit(labelOf(state, place.line), periodOf(state, place.span)),
      text: editText(state, place),
      isRefusedText: state.refused.has(keyIn(state, place)),
      replaces,
    });
  }

  /** True: the key is ours, the grid does nothing with it. */
  function onKey({ event, data, column }: SuppressKeyboardEventParams<GridRow>): boolean {
    if (data?.kind !== "line" || event.type !== "keydown") return false;
    // AltGr types characters, though it reads as Ctrl and Alt.
    const withControl = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
    if (event.key === " " && !withControl) {
      event.preventDefault();
      actions.select(selectionAfterClick(read().selected, data.id, anchor, [], { isRange: false, isToggle: true }));
      anchor = data.id;
      return true;
    }
    const span = spanOf(column.getColId());
    if (span === null) return false;
    const place = { line: data.id, span };
    // 229: an input method has the key. The editor must have the focus before the composition begins.
    if (event.isComposing || event.keyCode === 229) {
      openEditor(place, true);
      return true;
    }
    if (withControl) return false;
    switch (event.key) {
      case "Enter":
        moveFocus(place, event.shiftKey ? "up" : "down");
        break;
      case "F2":
        openEditor(place, false);
        break;
      case "Delete":
      case "Backspace":
        actions.clear(place);
        break;
      case "Escape":
        actions.select([]);
        break;
      default:
        // The character itself goes to the input, which has the focus by the time it is typed.
        if (event.key.length !== 1) return false;
        openEditor(place, true);
        return true;
    }
    event.preventDefault();
    return true;
  }

  function onFocus({ rowIndex, column }: CellFocusedEvent<GridRow>): void {
    const data = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data;
    const columnId = column === null || typeof column === "string" ? column : column.getColId();
    const span = columnId === null ? null : spanOf(columnId);
    // A label has nothing to explain: what was explained before stays.
    if (data?.kind === "line" && span !== null) actions.focus({ line: data.id, span });
  }

  /** All columns as wide as the longest figure among these rows asks for; never narrower than before an edit. */
  function layWidths(ids: Iterable<string>): void {
    const state = read();
    const texts = [...ids].flatMap((id) => {
      const row = lineRowsIn(state).get(id);
      return row === undefined ? [] : columns.map(({ span }) => shownCell(state, row, span).text.length);
    });
    longest = Math.max(longest, ...texts);
    const { left, right } = api.getHorizontalPixelRange();
    const newWidth = columnWidth(longest, columns.length, right - left);
    api.setColumnWidths(columns.map(({ span }) => ({ key: spanKey(span), newWidth })));
  }

  function layAllWidths(): void {
    longest = 0;
    layWidths(lineRowsIn(read()).keys());
  }

  function showNewest(): void {
    const newest = columns.at(-1);
    if (newest !== undefined) api.ensureColumnVisible(spanKey(newest.span), "end");
  }

  /** The window opens ready to read and to type: on the first line of the newest period with figures. */
  function focusNewestFigure(): void {
    const [first] = lineRowsIn(read()).keys();
    const figures = figuresIn(read());
    const newest =
      first === undefined ? undefined : columns.findLast(({ span }) => isFigure(figures.cell(first, span)));
    if (first !== undefined && newest !== undefined) focusCell({ line: first, span: newest.span });
  }

  function nameGrid(): void {
    const grid = element.querySelector('[role="grid"], [role="treegrid"]');
    grid?.setAttribute("aria-label", wordsOf(read()).grid.label);
  }
  nameGrid();

  const stopListening = store.subscribe((state, before) => {
    // Before anything takes the focus: what is out of sight cannot have it.
    element.classList.toggle("is-away", state.view !== "results");
    const isReworded = state.settings.language !== before.settings.language;
    const laid = columnsInView(state);
    if (laid !== columns || isReworded) {
      const isOther = keysOf(laid) !== keysOf(columns);
      columns = laid;
      if (isOther || isReworded) {
        api.setGridOption("columnDefs", columnDefs(columns, read, labelsPx));
        layAllWidths();
      }
      if (isOther && state.mode !== before.mode) showNewest();
    }
    if (rowsIn(state) !== rows) {
      rows = rowsIn(state);
      api.setGridOption("rowData", rows);
    }
    if (isReworded) {
      nameGrid();
      api.redrawRows();
      // What was read out last stands there until the next; in the other language it would be noise.
      for (const said of document.querySelectorAll(".ag-aria-description-container")) said.textContent = "";
    }
    if (state.scope !== before.scope) editor.abandon();
    if (changesCells(state, before)) {
      api.refreshCells();
      layWidths(api.getRenderedNodes().flatMap(({ id }) => id ?? []));
    }
    if (state.selected !== before.selected) markSelected(state.selected);
    if (state.destination !== before.destination && state.destination !== null) focusCell(state.destination, "middle");
  });

  function markSelected(selected: readonly string[]): void {
    api.forEachNode((node) => node.setSelected(node.id !== undefined && selected.includes(node.id)));
  }

  return () => {
    stopListening();
    api.destroy();
  };
}

const keysOf = (columns: readonly LayoutColumn[]): string => columns.map(({ span }) => spanKey(span)).join();

/** AG Grid then compares cell by cell and draws only those that differ. */
const changesCells = (state: WindowState, before: WindowState): boolean =>
  state.edited !== before.edited ||
  state.unsaved !== before.unsaved ||
  state.refused !== before.refused ||
  state.findings !== before.findings ||
  state.scope !== before.scope ||
  state.settings !== before.settings;
