/** The rows of the grid beyond what AG Grid knows of them: folding, hiding, moving, and the focus that stays on its line. */
import type { GridApi } from "ag-grid-community";
import { planMoveLine } from "#core/line-plans.ts";
import type { Actions } from "../state/actions.ts";
import { gridPlanIn, nearestPlace, positionOf, type GridRow } from "../state/grid-plan.ts";
import { canEdit, lineRowsIn, type WindowState, type WindowStore } from "../state/window-state.ts";
import { moveLine } from "./line-actions.ts";
import { makeOutline } from "./outline.ts";
import { listenToRowClicks, rowAt } from "./row-clicks.ts";
import { listenToRowDrag } from "./row-drag.ts";
import { folded, isSorted } from "./sheet-rows.ts";
import "./rows.css";

const LABEL = "label";

/** Whether an element is the row of a section's heading. */
export const isHeading = (element: Element | null): boolean => element?.matches(".ag-full-width-row") === true;

/** @returns takes it all away again */
export function mountRows(
  element: HTMLElement,
  api: GridApi<GridRow>,
  store: WindowStore,
  actions: Actions,
): () => void {
  const read = store.getState;
  const outline = makeOutline(read, actions);
  element.append(outline.element);
  const layOutline = (): void => {
    const width = api.getColumn(LABEL)?.getActualWidth();
    if (width !== undefined) outline.element.style.setProperty("--labels", `${width}px`);
  };
  layOutline();
  const draw = (state: WindowState): void => {
    outline.draw(state);
    // Rows in another order than the company's cannot be moved in it.
    element.classList.toggle("has-sorted-rows", isSorted(state));
  };
  draw(read());
  api.addEventListener("columnResized", layOutline);
  api.addEventListener("displayedColumnsChanged", layOutline);

  const stops = [
    listenToRowClicks(element, api, read, actions),
    listenToRowDrag({
      element,
      api,
      rows: () => gridPlanIn(read()).rows,
      canMove() {
        const state = read();
        if (!canEdit(state)) actions.explainBlocked();
        return canEdit(state) && !isSorted(state);
      },
      canLand: (line, spot) => planMoveLine(read().edited.shown, read().company, line, spot) !== null,
      drop: (line, spot) => moveLine(actions, read(), line, spot),
    }),
  ];

  /** The heading that has the focus by somebody's doing; null: a cell has it, or the grid gave it to whatever came under it. */
  let heading: string | null = null;

  function focusHeading(id: string): boolean {
    const index = api.getRowNode(id)?.rowIndex;
    if (index == null) return false;
    heading = id;
    api.setFocusedCell(index, LABEL);
    return true;
  }

  const onFocusIn = (event: FocusEvent): void => {
    if (event.target instanceof Element && !isHeading(event.target)) heading = null;
  };

  /** The grid keeps its focus on the row's number; here it stays on the line, or goes to what it is folded into, or to the next line. */
  function keepFocus(state: WindowState, before: readonly GridRow[]): void {
    const isOurs = document.activeElement === document.body || element.contains(document.activeElement);
    const { focused } = state;
    if (!isOurs || focused === null || state.view !== "results") return;
    if (heading !== null && focusHeading(heading)) return;
    const plan = gridPlanIn(state);
    const row = lineRowsIn(state).get(focused.line);
    if (row === undefined) {
      const line = nextOf(focused.line, before, plan.rows);
      if (line !== null) actions.goTo({ line, span: focused.span });
      return;
    }
    const place = nearestPlace(plan, focused);
    const position = place === null ? null : positionOf(plan, place);
    if (position === null) {
      focusHeading(`section:${row.line.section}`);
      return;
    }
    const index = api.getRowNode(plan.rows[position.row]?.id ?? "")?.rowIndex;
    if (index != null) api.setFocusedCell(index, plan.columns[position.column]?.id ?? LABEL);
  }

  /** A heading with the focus: Enter and Space fold it, the arrows lead on. */
  const onKey = (event: KeyboardEvent): void => {
    const row = event.target instanceof Element && isHeading(event.target) ? rowAt(api, event.target) : null;
    if (row?.kind !== "section" || event.ctrlKey || event.metaKey || event.altKey) return;
    const fold = (isFolded: boolean): void => {
      actions.changeSheet(folded(read(), row.id, isFolded));
      // The cell in hand would take the focus, where it came into sight.
      focusHeading(row.id);
    };
    const go = (step: 1 | -1): void => {
      const { rows, columns } = gridPlanIn(read());
      const next = rows[rows.findIndex(({ id }) => id === row.id) + step];
      const span = read().focused?.span ?? columns[0]?.span;
      if (next?.kind === "line" && span !== undefined) actions.goTo({ line: next.id, span });
      else if (next !== undefined) focusHeading(next.id);
    };
    const deeds: Readonly<Record<string, () => void>> = {
      Enter: () => fold(!row.isFolded),
      " ": () => fold(!row.isFolded),
      ArrowLeft: () => fold(true),
      ArrowRight: () => fold(false),
      ArrowUp: () => go(-1),
      ArrowDown: () => go(1),
    };
    const deed = deeds[event.key];
    if (deed === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  };
  element.addEventListener("keydown", onKey, { capture: true });
  element.addEventListener("focusin", onFocusIn);

  let rows = gridPlanIn(read()).rows;
  const stopListening = store.subscribe((state, before) => {
    const { rows: now } = gridPlanIn(state);
    if (now !== rows) {
      const old = rows;
      rows = now;
      // What is out of sight at a row is no part of its label, by which the grid tells what to draw anew.
      api.refreshCells({ columns: [LABEL], force: true });
      keepFocus(state, old);
    }
    // Headers are drawn once; which of them has the mark of the order is nothing they hear of.
    if (state.sheet.sort !== before.sheet.sort) api.refreshHeader();
    if (state.sheet !== before.sheet || state.edited !== before.edited || state.settings !== before.settings)
      draw(state);
  });

  return () => {
    stopListening();
    element.removeEventListener("keydown", onKey, { capture: true });
    element.removeEventListener("focusin", onFocusIn);
    for (const stop of stops) stop();
    outline.element.remove();
  };
}

/** The line that follows one that is gone, else the one before it. */
function nextOf(line: string, before: readonly GridRow[], now: readonly GridRow[]): string | null {
  const at = before.findIndex(({ id }) => id === line);
  const there = new Set(now.flatMap(({ kind, id }) => (kind === "line" ? [id] : [])));
  const stays = ({ id }: GridRow): boolean => there.has(id);
  const next = before.slice(at + 1).find(stays) ?? before.slice(0, Math.max(at, 0)).findLast(stays);
  return next?.id ?? null;
}
