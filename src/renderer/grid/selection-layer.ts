/**
 * Draws the selection over the cells: a frame for each range, one for the active cell, and the fill
 * handle. The layer lies in what is scrolled, above the figures and below the labels, so that it
 * follows every scroll by itself; only a change of the selection or of the sizes draws it anew.
 */
import type { Box, Position } from "../state/selection.ts";
import { isInBox } from "../state/selection.ts";
import type { GridGeometry, Rectangle } from "./selection-geometry.ts";

/** What there is to draw. */
export interface DrawnSelection {
  /** The active one last. */
  readonly boxes: readonly Box[];
  readonly active: Position | null;
  /** Where the handle stands at; null: nothing can be filled from here. */
  readonly handle: Box | null;
  /** What a dragged handle would fill. */
  readonly filled: Box | null;
}

export interface SelectionLayer {
  /** The small square at the corner of the active range. */
  readonly handle: HTMLElement;
  draw(selection: DrawnSelection): void;
}

export function makeSelectionLayer(geometry: GridGeometry): SelectionLayer {
  const layer = elementOf("selection-layer");
  layer.setAttribute("role", "presentation");
  layer.setAttribute("aria-hidden", "true");
  const active = elementOf("active-cell");
  const filled = elementOf("filled-range");
  const handle = elementOf("fill-handle");
  const frames: HTMLElement[] = [];
  layer.append(active, filled, handle);
  geometry.content.append(layer);

  const frameAt = (index: number): HTMLElement => {
    const known = frames[index];
    if (known !== undefined) return known;
    const made = elementOf("range-frame");
    made.append(elementOf("range-tint"));
    frames.push(made);
    layer.prepend(made);
    return made;
  };

  return {
    handle,
    draw(selection) {
      const { boxes } = selection;
      const cell = selection.active === null ? null : geometry.rectangleOf(boxAt(selection.active));
      lay(active, cell);
      for (const [index, box] of boxes.entries()) {
        const frame = frameAt(index);
        const isOneCell = box.top === box.bottom && box.left === box.right;
        const rectangle = geometry.rectangleOf(box);
        frame.classList.toggle("is-active", index === boxes.length - 1);
        // The active cell has its own frame; a tint over it would be a second one.
        lay(frame, isOneCell && boxes.length === 1 ? null : rectangle);
        const hole = selection.active !== null && isInBox(box, selection.active) ? cell : null;
        const tint = frame.firstElementChild;
        if (tint instanceof HTMLElement) tint.style.clipPath = hole === null ? "" : without(rectangle, hole);
      }
      for (const unused of frames.slice(boxes.length)) lay(unused, null);
      lay(filled, selection.filled === null ? null : geometry.rectangleOf(selection.filled));
      const corner = selection.handle === null ? null : geometry.rectangleOf(selection.handle);
      handle.hidden = corner === null;
      if (corner !== null) {
        handle.style.left = `${corner.right}px`;
        handle.style.top = `${corner.bottom}px`;
      }
    },
  };
}

const boxAt = ({ row, column }: Position): Box => ({ top: row, bottom: row, left: column, right: column });

function elementOf(name: string): HTMLElement {
  const element = document.createElement("div");
  element.className = name;
  return element;
}

function lay(element: HTMLElement, rectangle: Rectangle | null): void {
  element.hidden = rectangle === null;
  if (rectangle === null) return;
  const { left, top, right, bottom } = rectangle;
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.width = `${right - left}px`;
  element.style.height = `${bottom - top}px`;
}

/** A clip that leaves a hole: the outline of one rectangle, then of the other within it. */
function without(outer: Rectangle, hole: Rectangle): string {
  const points = (left: number, top: number, right: number, bottom: number): string =>
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
    ]
      .map(([x = 0, y = 0]) => `${x}px ${y}px`)
      .join(", ");
  const { left, top } = outer;
  const around = points(0, 0, outer.right - left, outer.bottom - top);
  return `polygon(evenodd, ${around}, ${points(hole.left - left, hole.top - top, hole.right - left, hole.bottom - top)})`;
}
