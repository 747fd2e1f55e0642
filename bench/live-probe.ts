/** What the live bench runs inside both pages. Each function is sent as its text, so it stands on nothing around it. */

declare global {
  interface Window {
    /** Milliseconds from the key to the end of the frame that painted what follows from it. */
    painted: Promise<number>;
    /** Ends the watch of a scroll. */
    scrolled: () => Scrolled;
  }
}

export interface Scrolled {
  /** Between one frame and the next, in milliseconds. */
  readonly frames: readonly number[];
  /** Cells in sight without content, frame by frame. */
  readonly blank: readonly number[];
}

/** Waits for the next key, and then for the frame after which every one of these cells reads differently. */
export function watchKey(selectors: readonly string[]): void {
  const read = (): string[] => selectors.map((selector) => document.querySelector(selector)?.textContent ?? "");
  const before = read();
  window.painted = new Promise((resolve) => {
    const onKey = ({ key, timeStamp }: KeyboardEvent): void => {
      if (key === "Alt") return;
      removeEventListener("keydown", onKey, { capture: true });
      const isDrawn = (): boolean => read().every((text, index) => text !== before[index]);
      // What is asked for in a frame's callback runs when the frame is painted; so asked, before all that waits for
      // the paint itself, such as the answer of whoever saved the edit.
      const look = (): number =>
        requestAnimationFrame(() => {
          const run = (): unknown => (isDrawn() ? resolve(performance.now() - timeStamp) : look());
          void scheduler.postTask(run, { priority: "user-blocking" });
        });
      look();
    };
    addEventListener("keydown", onKey, { capture: true });
  });
}

/** Counts, frame by frame, the cells in sight that are not there or have nothing in them. */
export function watchScroll({ columns, rows }: { readonly columns: readonly string[]; readonly rows: number }): void {
  const part = (selector: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`no ${selector}`);
    return found;
  };
  const viewport = part(".ag-grid-viewport");
  const headerPx = part(".ag-header").offsetHeight;
  const labelsPx = part(".ag-cell[col-id=label]").offsetWidth;
  const columnPx = part(".ag-cell:not([col-id=label])").offsetWidth;
  const rowPx = part(".ag-row:not(.ag-full-width-row)").offsetHeight;

  const countBlank = (): number => {
    const filled = new Set<string>();
    for (const row of document.querySelectorAll(".ag-row")) {
      const index = row.getAttribute("row-index");
      if (row.matches(".ag-full-width-row")) for (const column of columns) filled.add(`${index} ${column}`);
      for (const cell of row.querySelectorAll(".ag-cell"))
        if (cell.textContent !== "" || cell.firstElementChild !== null)
          filled.add(`${index} ${cell.getAttribute("col-id")}`);
    }
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = viewport;
    const lastRow = Math.min(rows - 1, Math.floor((scrollTop + clientHeight - headerPx - 1) / rowPx));
    const lastColumn = Math.min(columns.length - 1, Math.floor((scrollLeft + clientWidth - labelsPx - 1) / columnPx));
    let blank = 0;
    for (let row = Math.floor(scrollTop / rowPx); row <= lastRow; row += 1)
      for (let column = Math.floor(scrollLeft / columnPx); column <= lastColumn; column += 1)
        if (!filled.has(`${row} ${columns[column]}`)) blank += 1;
    return blank;
  };

  const frames: number[] = [];
  const blank: number[] = [];
  let last: number | null = null;
  let isOver = false;
  // What observes a size is called in the very frame in which it changed, after all that scrolling has drawn and
  // before anything is painted: it sees what a person will see.
  const pulse = document.createElement("div");
  pulse.style.position = "fixed";
  document.body.append(pulse);
  const observer = new ResizeObserver(() => blank.push(countBlank()));
  observer.observe(pulse);
  const look = (): number =>
    requestAnimationFrame((now) => {
      if (isOver) return;
      if (last !== null) frames.push(now - last);
      last = now;
      pulse.style.width = pulse.style.width === "1px" ? "2px" : "1px";
      look();
    });
  look();
  window.scrolled = () => {
    isOver = true;
    observer.disconnect();
    pulse.remove();
    return { frames, blank };
  };
}
