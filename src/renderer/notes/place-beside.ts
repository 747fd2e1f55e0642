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
