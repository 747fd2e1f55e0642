/**
 * Where a hint stands, and when it gives way. It tells of a cell, so it never covers that cell; and whoever
 * presses or types has read it: none comes then until the pointer has gone on to another cell.
 */
import type { PostProcessPopupParams } from "ag-grid-community";
import type { GridRow } from "../state/grid-plan.ts";

/** Between a cell and its hint: the frame of the selection reaches out by one pixel. */
const GAP_PX = 3;
const TOLD = ".ag-cell, .ag-header-cell, .ag-header-group-cell";

/** @returns lays a popup of the grid, once the grid has */
export function makeHoverHints(root: HTMLElement): (popup: PostProcessPopupParams<GridRow>) => void {
  /** What the pointer was on when somebody went to work. */
  let hushed: Element | null = null;

  const hush = (): void => {
    hushed = root.querySelector(`:is(${TOLD}):hover`);
    for (const hint of root.querySelectorAll(".ag-tooltip")) hint.classList.add("is-hushed");
  };

  const onLeave = ({ relatedTarget }: MouseEvent): void => {
    if (cellOf(relatedTarget) !== hushed) hushed = null;
  };

  // The grid hears neither: what is pressed and typed here is the selection's.
  root.addEventListener("mousedown", hush, { capture: true });
  root.addEventListener("keydown", hush, { capture: true });
  root.addEventListener("mouseout", onLeave);

  return ({ type, ePopup, mouseEvent }) => {
    const cell = type === "tooltip" && mouseEvent instanceof MouseEvent ? cellOf(mouseEvent.target) : null;
    if (cell === null) return;
    ePopup.classList.toggle("is-hushed", cell === hushed);
    const { top, bottom } = cell.getBoundingClientRect();
    const { top: now, height } = ePopup.getBoundingClientRect();
    const isRoomBelow = bottom + GAP_PX + height <= root.getBoundingClientRect().bottom;
    const wanted = isRoomBelow ? bottom + GAP_PX : top - GAP_PX - height;
    ePopup.style.top = `${ePopup.offsetTop + wanted - now}px`;
  };
}

const cellOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest(TOLD) : null;
