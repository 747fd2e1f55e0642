/** The grid of a window: AG Grid over the window's state, kept outside React. */
import {
  createGrid,
  type CellFocusedEvent,
  type GridApi,
  type IRowNode,
  type SuppressKeyboardEventParams,
} from "ag-grid-community";
import { endOf } from "#core/timeline.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { Actions } from "../state/actions.ts";
import type { Place } from "../state/place.ts";
import { gridPlanIn, placeAt, positionOf, type GridPlan, type GridRow } from "../state/grid-plan.ts";
import {
  canEdit,
  figuresIn,
  keyIn,
  labelOf,
  lineRowsIn,
  periodOf,
  wordsOf,
  type WindowState,
  type WindowStore,
} from "../state/window-state.ts";
import { makeCellEditor, type CellEditor, type Direction } from "./cell-editor.ts";
import { columnWidth } from "./column-width.ts";
import { columnDefs, labelsPxIn, LABEL_COLUMN } from "./columns.ts";
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
  let plan = gridPlanIn(read());
  let anchor: string | null = null;
  let labelsPx = labelsPxIn(window.innerWidth);
  /** Characters of the longest figure. */
  let longest = 0;
  const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;

  const placeIn = (row: GridRow | undefined, columnId: string): Place | null => {
    const column = plan.columns.find(({ id }) => id === columnId);
    return row === undefined || column === undefined ? null : placeAt(plan, row, column);
  };

  const api: GridApi<GridRow> = createGrid<GridRow>(element, {
    theme: gridTheme,
    ...(styleNonce === undefined ? {} : { styleNonce }),
    rowData: [...plan.rows],
    columnDefs: columnDefs(plan.columns, read, labelsPx),
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
      const place = placeIn(data, column.getColId());
      if (place !== null) openEditor(place, false);
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
        api.setGridOption("columnDefs", columnDefs(plan.columns, read, labelsPx));
      }
      layAllWidths();
      showNewest();
      const { focused } = read();
      const position = focused === null ? null : positionOf(plan, focused);
      if (position !== null) api.ensureColumnVisible(columnIdAt(position.column));
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

  const columnIdAt = (index: number): string => plan.columns[index]?.id ?? "";

  /** The nearest row with cells at or beyond an index, going one way: headings hold none. */
  function lineRowFrom(index: number, step: 1 | -1): number | null {
    for (let at = index; at >= 0 && at < plan.rows.length; at += step) {
      if (plan.rows[at]?.kind !== "section") return at;
    }
    return null;
  }

  /** @param wanted where a row that was out of sight comes to stand; without it, at the nearest edge. */
  function focusCell(place: Place, wanted: "middle" | null = null): void {
    const position = positionOf(plan, place);
    const node = position === null ? undefined : api.getRowNode(plan.rows[position.row]?.id ?? "");
    if (position === null || node?.rowIndex == null) return;
    const columnId = columnIdAt(position.column);
    api.ensureIndexVisible(node.rowIndex, isInSight(node) ? null : wanted);
    api.ensureColumnVisible(columnId);
    api.setFocusedCell(node.rowIndex, columnId);
  }

  function isInSight({ rowTop, rowHeight }: IRowNode<GridRow>): boolean {
    const { top, bottom } = api.getVerticalPixelRange();
    return rowTop !== null && rowTop >= top && rowTop + (rowHeight ?? 0) <= bottom;
  }

  function moveFocus(place: Place, direction: Direction): void {
    const position = positionOf(plan, place);
    if (position === null) return;
    const isVertical = direction === "up" || direction === "down";
    const step = direction === "up" || direction === "left" ? -1 : 1;
    const row = plan.rows[(isVertical ? lineRowFrom(position.row + step, step) : position.row) ?? -1];
    const column = plan.columns[isVertical ? position.column : position.column + step];
    const target = row === undefined || column === undefined ? null : placeAt(plan, row, column);
    if (target !== null) focusCell(target);
  }

  function openEditor(place: Place, replaces: boolean): void {
    const state = read();
    const row = lineRowsIn(state).get(place.line);
    if (row === undefined) return;
    if (!canEdit(state)) {
      actions.explainBlocked();
      return;
    }
    const position = positionOf(plan, place);
    if (position === null) return;
    const rowId = CSS.escape(plan.rows[position.row]?.id ?? "");
    const cell = element.querySelector<HTMLElement>(
      `.ag-row[row-id="${rowId}"] .ag-cell[col-id="${CSS.escape(columnIdAt(position.column))}"]`,
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
    if (data === undefined || data.kind === "section" || event.type !== "keydown") return false;
    // AltGr types characters, though it reads as Ctrl and Alt.
    const withControl = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
    if (event.key === " " && !withControl && data.kind === "line") {
      event.preventDefault();
      actions.select(selectionAfterClick(read().selected, data.id, anchor, [], { isRange: false, isToggle: true }));
      anchor = data.id;
      return true;
    }
    const place = placeIn(data, column.getColId());
    if (place === null) return false;
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
    const place = columnId === null ? null : placeIn(data, columnId);
    // A label has nothing to explain: what was explained before stays.
    if (place !== null) actions.focus(place);
  }

  /** All columns as wide as the longest figure among these rows asks for; never narrower than before an edit. */
  function layWidths(rows: readonly GridRow[]): void {
    const state = read();
    for (const row of rows) {
      for (const column of plan.columns) {
        const place = placeAt(plan, row, column);
        longest = Math.max(longest, place === null ? 0 : (shownCell(state, place)?.text.length ?? 0));
      }
    }
    const { left, right } = api.getHorizontalPixelRange();
    const newWidth = columnWidth(longest, plan.columns.length, right - left);
    api.setColumnWidths(plan.columns.map(({ id }) => ({ key: id, newWidth })));
  }

  function layAllWidths(): void {
    longest = 0;
    layWidths(plan.rows);
  }

  function showNewest(): void {
    const isRight = read().sheet.newest === "right";
    const newest = plan.columns.at(isRight ? -1 : 0);
    if (newest !== undefined) api.ensureColumnVisible(newest.id, isRight ? "end" : "start");
  }

  /** The window opens ready to read and to type: on the first line of the newest period with figures. */
  function focusNewestFigure(): void {
    const figures = figuresIn(read());
    const first = plan.rows.find(({ kind }) => kind !== "section");
    if (first === undefined) return;
    const places = plan.columns.flatMap((column) => placeAt(plan, first, column) ?? []);
    const newest = places
      .toSorted((a, b) => endOf(b.span) - endOf(a.span))
      .find(({ line, span }) => isFigure(figures.cell(line, span)));
    if (newest !== undefined) focusCell(newest);
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
    const laid = gridPlanIn(state);
    if (laid !== plan || isReworded) {
      const isOther = keysOf(laid) !== keysOf(plan);
      if (laid.rows !== plan.rows) api.setGridOption("rowData", [...laid.rows]);
      plan = laid;
      if (isOther || isReworded) {
        api.setGridOption("columnDefs", columnDefs(plan.columns, read, labelsPx));
        layAllWidths();
      }
      if (isOther && state.sheet.layout !== before.sheet.layout) showNewest();
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
      layWidths(api.getRenderedNodes().flatMap(({ data }) => data ?? []));
    }
    if (state.selected !== before.selected) markSelected(state.selected);
    if (state.editRequest !== before.editRequest && state.editRequest !== null) {
      focusCell(state.editRequest.place);
      openEditor(state.editRequest.place, false);
    }
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

const keysOf = ({ columns }: GridPlan): string => columns.map(({ id }) => id).join();

/** AG Grid then compares cell by cell and draws only those that differ. */
const changesCells = (state: WindowState, before: WindowState): boolean =>
  state.edited !== before.edited ||
  state.unsaved !== before.unsaved ||
  state.refused !== before.refused ||
  state.findings !== before.findings ||
  state.scope !== before.scope ||
  state.settings !== before.settings;
