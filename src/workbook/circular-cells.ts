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
  const visited = new Set<string>();
  const path: string[] = [];
  const visit = (cell: string): void => {
    visited.add(cell);
    path.push(cell);
    for (const next of referencesIn(formulas.get(cell) ?? "")) {
      if (!formulas.has(next)) continue;
      const since = path.indexOf(next);
      if (since !== -1) for (const one of path.slice(since)) circular.add(one);
      else if (!visited.has(next)) visit(next);
    }
    path.pop();
  };
  for (const cell of formulas.keys()) if (!visited.has(cell)) visit(cell);
  return circular;
}

/** Formulas of this folder hold no text but `"-"`, so whatever looks like a cell is one. */
const referencesIn = (formula: string): readonly string[] => formula.match(/\b[A-Z]+[0-9]+\b/g) ?? [];
