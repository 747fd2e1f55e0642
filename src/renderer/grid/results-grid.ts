/** The grid of a window: AG Grid over the window's state, kept outside React. */
import { createGrid, type GridApi } from "ag-grid-community";
import { isHeading, mountRows } from "../lines/mount-rows.ts";
import type { Actions } from "../state/actions.ts";
import type { Place } from "../state/place.ts";
import { gridPlanIn, placeAt, positionOf, type GridPlan, type GridRow } from "../state/grid-plan.ts";
import { newestPlace } from "../state/newest-place.ts";
import { linesTouched } from "../state/touched-lines.ts";
import type { GridColumn } from "../state/columns-in-view.ts";
import { selectionIn, samePlace } from "../state/selection.ts";
import { canEdit, figuresIn, lineRowsIn, wordsOf, type WindowState, type WindowStore } from "../state/window-state.ts";
import { makeCellFocus } from "./cell-focus.ts";
import { mountClipboard } from "./clipboard.ts";
import { columnWidth, labelsPxIn, sizeAt } from "./column-width.ts";
import { columnDefs, LABEL_COLUMN } from "./columns.ts";
import { followSheet } from "./follow-sheet.ts";
import { gridThemeAt } from "./grid-theme.ts";
import { makeHoverHints } from "./hover-hints.ts";
import { onceAFrame } from "./once-a-frame.ts";
import { makeEditing } from "./open-editor.ts";
import { widestHeaderPx } from "./period-header.ts";
import { selectionAfterClick } from "./row-selection.ts";
import { controlSelection } from "./selection-control.ts";
import { shownText } from "./shown-cell.ts";
import { SectionRenderer } from "./section-renderer.ts";
import "./modules.ts";

/** Long enough not to follow the pointer about, short enough to be found. */
const TOOLTIP_DELAY_MS = 500;

/** AG Grid gathers what it says for 200 ms, and waits 50 more to say it. */
const ANNOUNCED_WITHIN_MS = 300;

export function mountGrid(element: HTMLElement, store: WindowStore, actions: Actions): () => void {
  const read = store.getState;
  const context = { store, actions };
  let plan = gridPlanIn(read());
  let anchor: string | null = null;
  let labelsPx = labelsPxIn(window.innerWidth);
  /** Characters of the longest figure. */
  let longest = 0;
  /** The widening that waits for an idle moment. */
  let widening = 0;
  /** Where the figures began that were drawn last: before it no formula finds any. */
  let drawnSince = figuresIn(read()).since;
  /** What the drawn selection was drawn from. */
  let drawn: readonly unknown[] = [];
  const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;

  const placeIn = (row: GridRow | undefined, columnId: string): Place | null => {
    const column = plan.columns.find(({ id }) => id === columnId);
    return row === undefined || column === undefined ? null : placeAt(plan, row, column);
  };

  const api: GridApi<GridRow> = createGrid<GridRow>(element, {
    theme: gridThemeAt(read().sheet.zoom),
    ...(styleNonce === undefined ? {} : { styleNonce }),
    rowData: [...plan.rows],
    columnDefs: columnDefs(context, labelsPx, element.clientWidth),
    defaultColDef: {
      sortable: false,
      suppressHeaderMenuButton: true,
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
    // Rows that scroll into sight come in the same frame, not in the next ones: figures are never missing.
    suppressAnimationFrame: true,
    // The grid's own sentences are read out, never seen; without this they would stay English.
    getLocaleText: ({ key, defaultValue }) => wordsOf(read()).gridReader[key] ?? defaultValue,
    ensureDomOrder: true,
    suppressDragLeaveHidesColumns: true,
    suppressMovableColumns: true,
    tooltipShowDelay: TOOLTIP_DELAY_MS,
    postProcessPopup: makeHoverHints(element),
    // Rows then lie in one layer with what is drawn over them: the selection, above the figures and below the labels.
    suppressRowTransform: true,
    // Into the grid leads Tab or F6; within it, from cell to cell.
    focusGridInnerElement: () => {
      const { focused } = read();
      if (focused !== null) focus.put(focused);
      return focused !== null;
    },
    onCellFocused: () => onFocus(),
    onCellDoubleClicked: ({ data, column }) => {
      const place = placeIn(data, column.getColId());
      if (place !== null) editing.open(place, false);
    },
    onCellClicked: ({ data, column, event }) => {
      if (data?.kind !== "line" || column.getColId() !== LABEL_COLUMN || !(event instanceof MouseEvent)) return;
      const order = [...lineRowsIn(read()).keys()];
      const keys = { isRange: event.shiftKey, isToggle: event.ctrlKey || event.metaKey };
      actions.select(selectionAfterClick(read().selected, data.id, anchor, order, keys));
      if (!event.shiftKey) anchor = data.id;
    },
    onBodyScrollEnd: () => editing.editor.checkAlive(),
    onGridSizeChanged: () => {
      if (labelsPx !== labelsPxIn(window.innerWidth)) {
        labelsPx = labelsPxIn(window.innerWidth);
        api.setGridOption("columnDefs", columnDefs(context, labelsPx, element.clientWidth));
      }
      layAllWidths();
      showNewest();
      showInHand();
    },
    onFirstDataRendered: () => {
      layAllWidths();
      showNewest();
      focusNewestFigure();
    },
  });

  const focus = makeCellFocus(element, api, () => plan);
  const editing = makeEditing(read, actions, focus, (leave) => selection.goOn(leave));
  const selection = controlSelection(element, api, read, actions, focus, {
    type: (place) => editing.open(place, true),
    typeFormula: (line) => actions.editFormula(line),
    chart(line) {
      actions.select(selectionAfterClick(read().selected, line, anchor, [], { isRange: false, isToggle: true }));
      anchor = line;
    },
  });

  const columnIdAt = (index: number): string => plan.columns[index]?.id ?? "";

  /** Something other than an action moved the grid's focus: what reads the screen aloud, or the grid itself. */
  function onFocus(): void {
    const place = focus.place();
    // A label has nothing to explain: what was explained before stays.
    if (place !== null && !samePlace(place, read().focused)) actions.focus(place);
  }

  function longestIn(rows: readonly GridRow[], columns: readonly GridColumn[]): number {
    const state = read();
    const places = rows.flatMap((row) => columns.flatMap((column) => placeAt(plan, row, column) ?? []));
    return places.reduce((most, place) => Math.max(most, shownText(state, place).length), 0);
  }

  /** All columns as wide as the longest figure asks for. */
  function layWidths(): void {
    const state = read();
    const { left, right } = api.getHorizontalPixelRange();
    const { zoom, figureWidth: chosen } = state.sheet;
    const viewPx = ((right - left) * 100) / zoom;
    const width = columnWidth({
      longest,
      headerPx: widestHeaderPx(state),
      columns: plan.columns.length,
      viewPx,
      chosen,
    });
    api.setColumnWidths(plan.columns.map(({ id }) => ({ key: id, newWidth: sizeAt(zoom, width) })));
  }

  function layAllWidths(): void {
    longest = longestIn(plan.rows, plan.columns);
    layWidths();
  }

  /** After an edit, never narrower than before it: no figure of these is cut off. */
  function widenFor(rows: readonly GridRow[], columns: readonly GridColumn[]): void {
    const needed = longestIn(rows, columns);
    if (needed <= longest) return;
    longest = needed;
    layWidths();
  }

  /**
   * AG Grid compares cell by cell and draws only those that differ.
   * @param lines whose rows are looked at; without them, every row
   */
  function drawCells(lines?: ReadonlySet<string>): void {
    const nodes = api.getRenderedNodes().filter(({ id }) => lines?.has(id ?? "") ?? true);
    api.refreshCells({ rowNodes: nodes });
    const rows = nodes.flatMap(({ data }) => data ?? []);
    const inSight = new Set(api.getAllDisplayedVirtualColumns().map((column) => column.getColId()));
    widenFor(
      rows,
      plan.columns.filter(({ id }) => inSight.has(id)),
    );
    // Nobody sees the other columns yet, and there are more of them.
    cancelIdleCallback(widening);
    widening = requestIdleCallback(() => widenFor(drawnRows(), plan.columns));
  }
  const drawnRows = (): GridRow[] => api.getRenderedNodes().flatMap(({ data }) => data ?? []);
  const cells = onceAFrame(() => drawCells());

  /**
   * After an edit of figures at once, so that the move to the next cell finds all drawn: to move the focus the
   * browser lays out what has changed, and would do so twice.
   */
  function drawEdited(state: WindowState, before: WindowState): void {
    const { since } = figuresIn(state);
    const isSameSince = since === drawnSince;
    drawnSince = since;
    const isPlain = plan.matrixLine === null && state.sheet.overlay === "value";
    const lines =
      isPlain && isSameSince && changesFiguresAlone(state, before) ? linesTouched(before.edited, state.edited) : null;
    if (lines === null) cells.ask();
    else drawCells(lines);
  }

  function showNewest(): void {
    const isRight = read().sheet.newest === "right";
    const newest = plan.columns.at(isRight ? -1 : 0);
    if (newest !== undefined) api.ensureColumnVisible(newest.id, isRight ? "end" : "start");
  }

  function showInHand(): void {
    const { focused } = read();
    const position = focused === null ? null : positionOf(plan, focused);
    if (position !== null) api.ensureColumnVisible(columnIdAt(position.column));
  }

  /** The window opens ready to read and to type: on the first line of the newest period with figures. */
  function focusNewestFigure(): void {
    const newest = newestPlace(read());
    if (newest === null) return;
    actions.selectCell(newest);
    focus.put(newest);
  }

  function nameGrid(): void {
    const grid = element.querySelector('[role="grid"], [role="treegrid"]');
    const words = wordsOf(read());
    grid?.setAttribute("aria-label", words.grid.label);
    grid?.setAttribute("aria-description", words.selection.gridHint);
  }
  nameGrid();

  const stopClipboard = mountClipboard(element, api, store, actions);
  const stopFollowing = followSheet(element, api, context, layAllWidths);
  const stopListening = store.subscribe((state, before) => {
    // Before anything takes the focus: what is out of sight cannot have it.
    element.classList.toggle("is-away", state.view !== "results");
    // A section's heading has it for folding, and keeps it.
    const hasFocus = element.contains(document.activeElement) && !isHeading(document.activeElement);
    const isReworded = wordingOf(state) !== wordingOf(before);
    const laid = gridPlanIn(state);
    // Headers carry the marks of notes, breaks and locks.
    const [shown, last] = [state.edited.shown, before.edited.shown];
    // A company of the same periods has other marks, and a scope, a basis and a day have other notes.
    const isMarked = shown.breaks !== last.breaks || shown.locks !== last.locks || state.company !== before.company;
    const isAnnotated =
      isMarked ||
      shown.notes !== last.notes ||
      state.scope !== before.scope ||
      state.basis !== before.basis ||
      state.asOf !== before.asOf;
    if (laid !== plan || isReworded || isAnnotated) {
      const isOther = keysOf(laid) !== keysOf(plan) || state.sheet.layout !== before.sheet.layout;
      if (laid.rows !== plan.rows) api.setGridOption("rowData", [...laid.rows]);
      plan = laid;
      if (isOther || isReworded || isAnnotated) {
        api.setGridOption("columnDefs", columnDefs(context, labelsPx, element.clientWidth));
        layAllWidths();
        // A class is given to a cell when it is drawn.
        if (isMarked) api.redrawRows();
      }
      const isElsewhere = state.sheet.layout !== before.sheet.layout || state.company !== before.company;
      if (isOther && isElsewhere) showNewest();
    }
    if (isReworded) {
      // Longer figures or names of periods make wider columns.
      showInHand();
      nameGrid();
      api.redrawRows();
      forgetSaid();
      // What the grid was about to say is said a moment later, in the words of before.
      setTimeout(forgetSaid, ANNOUNCED_WITHIN_MS);
    }
    if (state.scope !== before.scope || state.basis !== before.basis) editing.editor.abandon();
    if (changesCells(state, before)) drawEdited(state, before);
    if (state.selected !== before.selected) markSelected(state.selected);
    if (state.editRequest !== before.editRequest && state.editRequest !== null) {
      focus.put(state.editRequest.place);
      editing.open(state.editRequest.place, state.editRequest.isAnew);
    }
    if (state.destination !== before.destination && state.destination !== null) focus.put(state.destination, "middle");
    else if (hasFocus && !editing.editor.isOpen && !samePlace(state.focused, focus.place()) && state.focused !== null)
      focus.take(state.focused);
    const selected = [selectionIn(state), plan, state.focused, state.sheet.overlay, canEdit(state)];
    if (selected.some((each, index) => each !== drawn[index])) selection.draw();
    drawn = selected;
  });

  function markSelected(selected: readonly string[]): void {
    api.forEachNode((node) => node.setSelected(node.id !== undefined && selected.includes(node.id)));
  }

  const stopRows = mountRows(element, api, store, actions);

  return () => {
    cells.stop();
    cancelIdleCallback(widening);
    stopRows();
    stopClipboard();
    stopFollowing();
    stopListening();
    selection.stop();
    api.destroy();
  };
}

/** What was read out last stands there until the next; in the other language it would be noise. */
function forgetSaid(): void {
  for (const said of document.querySelectorAll(".ag-aria-description-container")) said.textContent = "";
}

/** What every header and label is written in. */
const wordingOf = ({ settings: { language, amounts, periods } }: WindowState): string =>
  `${language} ${amounts} ${periods}`;

/** What the headers are made of: a company may come to name its years otherwise. */
const keysOf = ({ columns }: GridPlan): string => columns.map(({ id, label }) => `${id} ${label}`).join();

const changesCells = (state: WindowState, before: WindowState): boolean =>
  state.edited !== before.edited || state.unsaved !== before.unsaved || !changesFiguresAlone(state, before);

/** Whether whatever else the cells show is as it was. */
const changesFiguresAlone = (state: WindowState, before: WindowState): boolean =>
  state.refused === before.refused &&
  state.findings === before.findings &&
  state.find.found === before.find.found &&
  state.scope === before.scope &&
  state.basis === before.basis &&
  state.asOf === before.asOf &&
  state.company === before.company &&
  state.settings === before.settings;
