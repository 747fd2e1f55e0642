/** Says of every drawn cell whether it is selected, and marks the labels and headers of what is. */
import type { GridPlan } from "../state/grid-plan.ts";
import { onceAFrame } from "./once-a-frame.ts";
import { isInBox, type Box } from "../state/selection.ts";

/** For those who hear the grid, and for a glance at its edges. */
export function makeSelectionMarks(
  root: HTMLElement,
  read: () => { readonly plan: GridPlan; readonly boxes: readonly Box[] },
): () => void {
  const marks = onceAFrame(() => {
    const { plan, boxes } = read();
    const columns = new Map(plan.columns.map(({ id }, index) => [id, index]));
    for (const row of root.querySelectorAll(".ag-row[row-index]")) {
      const rowIndex = Number(row.getAttribute("row-index"));
      const here = boxes.filter(({ top, bottom }) => top <= rowIndex && rowIndex <= bottom);
      for (const cell of row.querySelectorAll(".ag-cell")) {
        const column = columns.get(cell.getAttribute("col-id") ?? "");
        if (column === undefined) cell.classList.toggle("is-beside-selection", here.length > 0);
        else
          setOnce(
            cell,
            here.some((box) => isInBox(box, { row: rowIndex, column })),
          );
      }
    }
    for (const header of root.querySelectorAll(".ag-header-cell[col-id]")) {
      const column = columns.get(header.getAttribute("col-id") ?? "") ?? -1;
      header.classList.toggle(
        "is-beside-selection",
        boxes.some(({ left, right }) => left <= column && column <= right),
      );
    }
  });
  return marks.ask;
}

function setOnce(cell: Element, isSelected: boolean): void {
  const said = String(isSelected);
  if (cell.getAttribute("aria-selected") !== said) cell.setAttribute("aria-selected", said);
}
