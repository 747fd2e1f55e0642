/** Has a table of periods open where the newest stand, with no figure cut off at either edge. */
import { useLayoutEffect, useRef, type RefObject } from "react";

/**
 * Scrolls a table whose first column stays to its end, anew for every other `content` and size, and keeps
 * as much room behind the last column (`--spare`) as lets a whole column stand beside the labels there. How wide
 * they are stands in `--labels`, what is seen beside them in `--room`.
 * @returns what to put on the area that scrolls
 */
export function useNewestInSight(content: string): RefObject<HTMLDivElement | null> {
  const area = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = area;
    const table = current?.querySelector("table") ?? null;
    if (current === null || table === null) return undefined;
    const show = (): void => {
      current.style.setProperty("--spare", "0px");
      const [labels, ...columns] = table.querySelectorAll<HTMLElement>("thead th");
      if (labels === undefined) return;
      const { right } = table.getBoundingClientRect();
      const { width } = labels.getBoundingClientRect();
      const room = current.clientWidth - width;
      const behind = (column: HTMLElement): number => right - column.getBoundingClientRect().left;
      // Widths are fractions of pixels, the area's is whole. Where not even the last has room it is cut off in any case.
      const first = columns.find((column) => behind(column) < room + 1) ?? columns.at(-1);
      const spare = first === undefined || first === columns[0] ? 0 : Math.max(0, room - behind(first));
      current.style.setProperty("--spare", `${spare}px`);
      current.style.setProperty("--labels", `${width}px`);
      current.style.setProperty("--room", `${room - spare}px`);
      current.scrollLeft = current.scrollWidth;
    };
    const sizes = new ResizeObserver(show);
    for (const each of [current, table]) sizes.observe(each);
    show();
    return () => sizes.disconnect();
  }, [content]);
  return area;
}
