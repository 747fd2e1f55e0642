/** Dragging over the grid: past its edge the grid scrolls, the faster the farther out. */
import type { GridGeometry, Point } from "./selection-geometry.ts";

/** Which ways the grid scrolls under the drag: labels are dragged over downwards, headers across. */
export interface DragWays {
  readonly across: boolean;
  readonly down: boolean;
}

/** A third of the way that the pointer is outside, each frame: slow enough to stop at a row, fast at the window's edge. */
const SCROLL_SHARE = 1 / 3;
/** Without it the first pixels outside would not move anything. */
const LEAST_SCROLL_PX = 2;

/**
 * Follows the pointer until its button is let go.
 * @param onMove where the pointer is, also each time the grid has scrolled under it
 * @param onEnd where it was let go; null where the window lost it
 */
export function followPointer(
  geometry: GridGeometry,
  ways: DragWays,
  onMove: (point: Point) => void,
  onEnd: (point: Point | null) => void,
): void {
  let point: Point | null = null;
  let frame = 0;

  const beyond = (value: number, low: number, high: number): number =>
    value < low
      ? Math.min((value - low) * SCROLL_SHARE, -LEAST_SCROLL_PX)
      : value > high
        ? Math.max((value - high) * SCROLL_SHARE, LEAST_SCROLL_PX)
        : 0;

  const scroll = (): void => {
    frame = 0;
    if (point === null) return;
    const { left, top, right, bottom } = geometry.sight();
    const across = ways.across ? beyond(point.clientX, left, right) : 0;
    const down = ways.down ? beyond(point.clientY, top, bottom) : 0;
    if (across === 0 && down === 0) return;
    geometry.viewport.scrollBy(across, down);
    onMove(point);
    frame = requestAnimationFrame(scroll);
  };

  const move = (event: PointerEvent): void => {
    point = event;
    onMove(event);
    if (frame === 0) frame = requestAnimationFrame(scroll);
  };
  const end = (event: PointerEvent): void => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
    cancelAnimationFrame(frame);
    onEnd(event.type === "pointerup" ? event : null);
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
}
