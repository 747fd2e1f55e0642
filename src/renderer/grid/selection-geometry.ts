/** Between the pixels of the grid and the cells of its plan. */
import type { GridApi } from "ag-grid-community";
import type { GridPlan, GridRow } from "../state/grid-plan.ts";
import { cellRows, type Box, type Position } from "../state/selection.ts";
import type { Page } from "../state/selection-moves.ts";
import { LABEL_COLUMN } from "./columns.ts";

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A point of the window, as pointer events give it. */
export interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

export interface GridGeometry {
  /** What scrolls. */
  readonly viewport: HTMLElement;
  /** What is scrolled: rows, and whatever is drawn over them. */
  readonly content: HTMLElement;
  /** Where a box lies within the content. */
  rectangleOf(box: Box): Rectangle;
  /** The cells in sight, beside the labels and below the headers, in the window's pixels. */
  sight(): Rectangle;
  /** The cell nearest to a point, among those in sight. */
  positionAt(point: Point): Position | null;
  /** The columns between two points across, in the window's pixels. */
  columnsBetween(left: number, right: number): { readonly first: number; readonly last: number } | null;
  page(): Page;
}

export function makeGeometry(root: HTMLElement, api: GridApi<GridRow>, planNow: () => GridPlan): GridGeometry {
  const part = (selector: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(selector);
    if (found === null) throw new RangeError(`the grid has no ${selector}`);
    return found;
  };
  const viewport = part(".ag-grid-viewport");
  const content = part(".ag-grid-scrolling-container");
  const header = part(".ag-header");

  const labelsPx = (): number => api.getColumn(LABEL_COLUMN)?.getActualWidth() ?? 0;

  const acrossOf = (column: number): { readonly left: number; readonly right: number } => {
    const found = api.getColumn(planNow().columns[column]?.id ?? "");
    const left = labelsPx() + (found?.getLeft() ?? 0);
    return { left, right: left + (found?.getActualWidth() ?? 0) };
  };

  const downOf = (row: number): { readonly top: number; readonly bottom: number } => {
    const node = api.getRowNode(planNow().rows[row]?.id ?? "");
    const top = node?.rowTop ?? 0;
    return { top, bottom: top + (node?.rowHeight ?? 0) };
  };

  const sight = (): Rectangle => {
    const { left, top } = viewport.getBoundingClientRect();
    return {
      left: left + labelsPx(),
      top: top + header.offsetHeight,
      right: left + viewport.clientWidth,
      bottom: top + viewport.clientHeight,
    };
  };

  const columnAt = (x: number): number => {
    const { columns } = planNow();
    const at = [...columns.keys()].findIndex((column) => x < acrossOf(column).right);
    return at < 0 ? columns.length - 1 : at;
  };

  return {
    viewport,
    content,
    rectangleOf: ({ top, bottom, left, right }) => ({
      left: acrossOf(left).left,
      top: downOf(top).top,
      right: acrossOf(right).right,
      bottom: downOf(bottom).bottom,
    }),
    sight,
    positionAt({ clientX, clientY }) {
      const seen = sight();
      const origin = content.getBoundingClientRect();
      const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high - 1));
      const x = within(clientX, seen.left, seen.right) - origin.left;
      const y = within(clientY, seen.top, seen.bottom) - origin.top;
      const rows = cellRows(planNow());
      const row = rows.find((each) => y < downOf(each).bottom) ?? rows.at(-1);
      const column = columnAt(x);
      return row === undefined || column < 0 ? null : { row, column };
    },
    columnsBetween(left, right) {
      const origin = content.getBoundingClientRect().left;
      const [first, last] = [columnAt(left + 1 - origin), columnAt(right - 1 - origin)];
      return first < 0 ? null : { first, last };
    },
    page() {
      const { left, right, top, bottom } = sight();
      // One less than fits: what was at the edge stays in sight, as a reader's thread.
      const fitting = (px: number, each: number): number => Math.max(1, Math.floor(px / Math.max(each, 1)) - 1);
      const [firstRow = 0] = cellRows(planNow());
      const row = downOf(firstRow);
      const column = acrossOf(0);
      return {
        rows: fitting(bottom - top, row.bottom - row.top),
        columns: fitting(right - left, column.right - column.left),
      };
    },
  };
}
