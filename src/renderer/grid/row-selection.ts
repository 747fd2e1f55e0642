export interface ClickKeys {
  /** Shift: everything between the last row clicked and this one. */
  readonly isRange: boolean;
  /** Ctrl or Command: this row in addition, or no more. */
  readonly isToggle: boolean;
}

/** The lines that are charted after a click on a label. A plain click on the only selected one lets it go. */
export function selectionAfterClick(
  selected: readonly string[],
  clicked: string,
  anchor: string | null,
  order: readonly string[],
  { isRange, isToggle }: ClickKeys,
): string[] {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(clicked);
  if (isRange && from >= 0 && to >= 0) return order.slice(Math.min(from, to), Math.max(from, to) + 1);
  if (isToggle)
    return selected.includes(clicked) ? selected.filter((line) => line !== clicked) : [...selected, clicked];
  return selected.length === 1 && selected[0] === clicked ? [] : [clicked];
}
