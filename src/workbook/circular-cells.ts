/** Formulas that lead back to themselves: a spreadsheet would refuse the whole sheet for one of them. */

/**
 * The cells of circles, to be written as values. The book finds an answer where a circle runs
 * through a branch not taken, such as the second argument of `coalesce`; a spreadsheet does not look.
 * All cells of a circle count, because the book's answers on it do not follow from one another.
 *
 * @param formulas by their cell, `C8`.
 */
export function circularCells(formulas: ReadonlyMap<string, string>): ReadonlySet<string> {
  const circular = new Set<string>();
  const order = new Map<string, number>();
  /** Cells whose circles are not known whole, in the order they were met. */
  const open: string[] = [];
  const isOpen = new Set<string>();
  const begin = (cell: string): Visit => {
    const at = order.size;
    order.set(cell, at);
    open.push(cell);
    isOpen.add(cell);
    return { cell, at, low: at, next: referencesIn(formulas.get(cell) ?? "").values() };
  };
  for (const first of formulas.keys()) {
    if (order.has(first)) continue;
    // A chain of cells may be longer than the machine's own stack.
    const path = [begin(first)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const { value: next } = visit.next.next();
      if (next === undefined) {
        path.pop();
        const before = path.at(-1);
        if (before !== undefined) before.low = Math.min(before.low, visit.low);
        if (visit.low === visit.at) {
          const circle = open.splice(open.lastIndexOf(visit.cell));
          for (const cell of circle) isOpen.delete(cell);
          if (circle.length > 1) for (const cell of circle) circular.add(cell);
        }
      } else if (next === visit.cell) circular.add(next);
      else if (isOpen.has(next)) visit.low = Math.min(visit.low, order.get(next) ?? visit.low);
      else if (formulas.has(next) && !order.has(next)) path.push(begin(next));
    }
  }
  return circular;
}

/** A cell whose formula is being read (Tarjan's strongly connected components). */
interface Visit {
  readonly cell: string;
  readonly at: number;
  /** The earliest cell that it leads back to. */
  low: number;
  /** What it names, as far as that has not been followed. */
  readonly next: Iterator<string>;
}

/** Formulas of this folder hold no text but `"-"`, so whatever looks like a cell is one. */
const referencesIn = (formula: string): readonly string[] => formula.match(/\b[A-Z]+[0-9]+\b/g) ?? [];
