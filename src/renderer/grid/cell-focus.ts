/** Puts the keyboard's focus on cells of the grid, and brings them into sight. */
import type { GridApi, IRowNode } from "ag-grid-community";
import { positionOf, type GridPlan, type GridRow } from "../state/grid-plan.ts";
import type { Place } from "../state/place.ts";
import { placeAtPosition } from "../state/selection.ts";

export interface CellFocus {
  /** Nothing scrolls: under a pressed mouse the grid must hold still. */
  take(place: Place): void;
  /** Brings the cell into sight, too. @param wanted where a row that was out of sight comes to stand; without it, at the nearest edge. */
  put(place: Place, wanted?: "middle"): void;
  /** Scrolls as little as brings a cell into sight; the focus stays where it is. */
  show(place: Place, ways?: { readonly row: boolean; readonly column: boolean }): void;
  /** The cell that the grid takes for the focused one; null for a label. */
  place(): Place | null;
  /** The cell's element, where it is drawn. */
  elementOf(place: Place): HTMLElement | null;
}

export function makeCellFocus(root: HTMLElement, api: GridApi<GridRow>, planNow: () => GridPlan): CellFocus {
  const find = (place: Place): { readonly node: IRowNode<GridRow>; readonly columnId: string } | null => {
    const plan = planNow();
    const position = positionOf(plan, place);
    const node = position === null ? undefined : api.getRowNode(plan.rows[position.row]?.id ?? "");
    const columnId = position === null ? undefined : plan.columns[position.column]?.id;
    return node?.rowIndex == null || columnId === undefined ? null : { node, columnId };
  };

  const isRowInSight = ({ rowTop, rowHeight }: IRowNode<GridRow>): boolean => {
    const { top, bottom } = api.getVerticalPixelRange();
    return rowTop !== null && rowTop >= top && rowTop + (rowHeight ?? 0) <= bottom;
  };

  const isColumnInSight = (columnId: string): boolean => {
    const { left, right } = api.getHorizontalPixelRange();
    const column = api.getColumn(columnId);
    const start = column?.getLeft() ?? null;
    return column !== null && start !== null && start >= left && start + column.getActualWidth() <= right;
  };

  return {
    take(place) {
      const found = find(place);
      if (found !== null && found.node.rowIndex !== null) api.setFocusedCell(found.node.rowIndex, found.columnId);
    },
    put(place, wanted) {
      const found = find(place);
      if (found === null || found.node.rowIndex === null) return;
      const { node, columnId } = found;
      // Asked for what is in sight already, the grid would measure everything once more.
      const isSeen = { row: isRowInSight(node), column: isColumnInSight(columnId) };
      if (!isSeen.row) api.ensureIndexVisible(found.node.rowIndex, wanted ?? null);
      if (!isSeen.column) api.ensureColumnVisible(columnId);
      api.setFocusedCell(found.node.rowIndex, columnId);
    },
    show(place, ways = { row: true, column: true }) {
      const found = find(place);
      if (found === null || found.node.rowIndex === null) return;
      if (ways.row) api.ensureIndexVisible(found.node.rowIndex);
      if (ways.column) api.ensureColumnVisible(found.columnId);
    },
    place() {
      const cell = api.getFocusedCell();
      if (cell === null) return null;
      const plan = planNow();
      const column = plan.columns.findIndex(({ id }) => id === cell.column.getColId());
      return placeAtPosition(plan, { row: cell.rowIndex, column });
    },
    elementOf(place) {
      const found = find(place);
      if (found === null) return null;
      const row = CSS.escape(found.node.id ?? "");
      return root.querySelector(`.ag-row[row-id="${row}"] .ag-cell[col-id="${CSS.escape(found.columnId)}"]`);
    },
  };
}
