/** The border of a header that is dragged to change a width; one width holds for all columns of figures. */
import type { Column, GridApi } from "ag-grid-community";
import type { GridRow } from "../state/grid-plan.ts";
import { wordsOf } from "../state/window-state.ts";
import { widthWithin } from "./column-width.ts";
import type { HeaderContext } from "./columns.ts";

interface Handled extends HeaderContext {
  readonly api: GridApi<GridRow>;
  readonly column: Column;
}

export function makeWidthHandle(of: "labels" | "figures", { column, store, actions }: Handled): HTMLElement {
  const handle = document.createElement("span");
  handle.className = "width-handle";
  // For the mouse alone: automatic widths, which show every figure whole, are a command.
  handle.setAttribute("aria-hidden", "true");
  handle.title = wordsOf(store.getState()).columns.widthHint;

  const choose = (px: number | null): void =>
    actions.changeSheet(of === "labels" ? { labelWidth: px } : { figureWidth: px });

  handle.addEventListener("pointerdown", (down) => {
    if (down.button !== 0) return;
    // Neither a selection nor a drag of the grid's own begins here.
    down.preventDefault();
    down.stopPropagation();
    const before = column.getActualWidth();
    const scroller = of === "figures" ? handle.closest(".ag-root")?.querySelector(".ag-grid-viewport") : null;
    const move = ({ clientX }: PointerEvent): void => {
      const left = column.getLeft() ?? 0;
      const { zoom } = store.getState().sheet;
      choose(widthWithin(of, ((before + clientX - down.clientX) * 100) / zoom));
      // The columns before it change as well; the border stays under the pointer.
      if (scroller) scroller.scrollLeft += (column.getLeft() ?? 0) - left;
    };
    const end = (): void => {
      handle.removeEventListener("pointermove", move);
      handle.classList.remove("is-dragged");
    };
    handle.setPointerCapture(down.pointerId);
    handle.classList.add("is-dragged");
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", end, { once: true });
  });
  handle.addEventListener("dblclick", (event) => {
    event.stopPropagation();
    choose(null);
  });
  // The grid would take a click on the border for one on the header.
  for (const pointer of ["mousedown", "click"]) handle.addEventListener(pointer, (event) => event.stopPropagation());
  return handle;
}
