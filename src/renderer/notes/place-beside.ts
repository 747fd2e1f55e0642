import { gridPlanIn, positionOf } from "../state/grid-plan.ts";
import type { WindowState } from "../state/window-state.ts";
import { LABEL_COLUMN } from "../grid/columns.ts";
import type { OpenNote } from "./note-actions.ts";

/** What of the grid a note is about: a cell, a row's label, or a period's header; null where it is not drawn. */
export function elementOf(state: WindowState, { line, span }: OpenNote): Element | null {
  const plan = gridPlanIn(state);
  const somewhere = plan.rows.find(({ kind }) => kind === "line")?.id ?? plan.matrixLine;
  const of = line ?? somewhere;
  const at = of === null || span === null ? null : positionOf(plan, { line: of, span });
  const row = line === null ? null : (plan.rows[at?.row ?? -1]?.id ?? line);
  const column = span === null ? LABEL_COLUMN : (plan.columns[at?.column ?? -1]?.id ?? null);
  if (column === null) return null;
  const inRow = row === null ? ".ag-header-cell" : `.ag-row[row-id="${CSS.escape(row)}"] .ag-cell`;
  return document.querySelector(`.results-grid ${inRow}[col-id="${CSS.escape(column)}"]`);
}

/** Between the cell and the box, and between the box and the edge of the window. */
const GAP_PX = 4;

/** Lays a box below a cell, or above it where there is no room; without a cell in sight, in the middle of the window. */
export function placeBeside(box: HTMLElement | null, cell: Element | null): void {
  if (box === null) return;
  const { offsetWidth: width, offsetHeight: height } = box;
  const { innerWidth, innerHeight } = window;
  const rect = cell?.getBoundingClientRect();
  const isInSight = rect !== undefined && rect.bottom > 0 && rect.top < innerHeight;
  const fromLeft = isInSight ? rect.left : (innerWidth - width) / 2;
  const below = isInSight ? rect.bottom + GAP_PX : (innerHeight - height) / 2;
  const above = isInSight ? rect.top - GAP_PX - height : below;
  const top = below + height + GAP_PX <= innerHeight ? below : Math.max(above, GAP_PX);
  box.style.left = `${Math.max(GAP_PX, Math.min(fromLeft, innerWidth - width - GAP_PX))}px`;
  box.style.top = `${top}px`;
}
