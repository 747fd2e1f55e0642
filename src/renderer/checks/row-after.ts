/** As many rows as a page of the list is thought to hold. */
const PAGE_ROWS = 20;

/** The row that a key leads to; null for any other key. @param selected -1 where none is */
export function rowAfter(key: string, selected: number, count: number): number | null {
  const from = Math.max(selected, 0);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: selected + 1,
    ArrowUp: from - 1,
    Home: 0,
    End: count - 1,
    PageDown: from + PAGE_ROWS,
    PageUp: from - PAGE_ROWS,
  };
  const target = targets[key];
  return target === undefined || count === 0 ? null : Math.min(Math.max(target, 0), count - 1);
}
