/** The rows that the grid shows of a company's lines: ordered as asked for, without those folded away or hidden. */
import { isFigure } from "#core/figures/cell.ts";
import type { LayoutRow } from "#core/layout.ts";
import { overlaid, overlayRules } from "#core/overlays.ts";
import { columnsInView } from "./columns-in-view.ts";
import { figuresIn, remember, rememberBy, rowsIn, type LineRow, type WindowState } from "./window-state.ts";

/** What is out of sight at a row. */
interface Standing {
  readonly isFolded: boolean;
  /** The lines that this row stands for, as it is folded. */
  readonly folded: readonly string[];
  /** The hidden lines between this row and the next one shown. */
  readonly hidden: readonly string[];
}

/** A row of the grid, and what is out of sight there. */
export type RowInView = LayoutRow & Standing;

/**
 * The rows without those under a folded line or section, and without hidden lines.
 * What stands under a hidden line stays: hiding is not folding.
 */
export function withoutFolded(
  rows: readonly LayoutRow[],
  folded: readonly string[],
  hidden: readonly string[],
): RowInView[] {
  const lines = new Map(rows.flatMap((row) => (row.kind === "line" ? [[row.id, row] as const] : [])));
  /** The outermost folded line above a line; null: none is. A line that is hidden folds nothing away. */
  const foldedInto = ({ parent }: LineRow): string | null => {
    const above = parent === null ? undefined : lines.get(parent);
    if (above === undefined) return null;
    return foldedInto(above) ?? (folded.includes(above.id) && !hidden.includes(above.id) ? above.id : null);
  };
  const away = Map.groupBy(lines.values(), foldedInto);
  const shown: { row: LayoutRow; folded: readonly string[]; hidden: string[] }[] = [];
  let isSectionFolded = false;
  for (const row of rows) {
    if (row.kind === "section") isSectionFolded = folded.includes(row.id);
    else if (isSectionFolded || foldedInto(row) !== null) continue;
    else if (hidden.includes(row.id)) {
      shown.at(-1)?.hidden.push(row.id);
      continue;
    }
    shown.push({ row, folded: (away.get(row.id) ?? []).map(({ id }) => id), hidden: [] });
  }
  return shown.map(({ row, ...standing }) => ({ ...row, ...standing, isFolded: folded.includes(row.id) }));
}

/**
 * The rows with those beside each other, under one line or at the top of a section, in the order of their
 * figures; those without one come last. A total that stands under its parts stays under them.
 */
export function sorted(
  rows: readonly LayoutRow[],
  figureOf: (line: string) => number | null,
  direction: "descending" | "ascending",
): LayoutRow[] {
  const index = new Map(rows.map((row, at) => [row.id, at]));
  const sign = direction === "descending" ? -1 : 1;
  const inOrder = (siblings: readonly LineRow[]): LineRow[] => {
    const figures = new Map(siblings.map(({ id }) => [id, figureOf(id)]));
    const has = ({ id }: LineRow): boolean => figures.get(id) !== null;
    const by = ({ id }: LineRow): number => sign * (figures.get(id) ?? 0);
    return [...siblings.filter(has).toSorted((a, b) => by(a) - by(b)), ...siblings.filter((row) => !has(row))];
  };
  const lines = rows.filter((row) => row.kind === "line");
  const under = Map.groupBy(lines, ({ parent }) => parent);
  const withChildren = (row: LineRow): LayoutRow[] => {
    const children = under.get(row.id) ?? [];
    const below = inOrder(children).flatMap(withChildren);
    const isBelow = (index.get(children[0]?.id ?? "") ?? Infinity) > (index.get(row.id) ?? 0);
    return isBelow ? [row, ...below] : [...below, row];
  };
  return rows.flatMap((row): LayoutRow[] => {
    if (row.kind === "line") return [];
    const top = lines.filter(({ parent, line }) => parent === null && row.id === `section:${line.section}`);
    return [row, ...inOrder(top).flatMap(withChildren)];
  });
}

/**
 * The company's rows in the order of the sheet. They are ordered when that is asked for, and when other
 * figures come into view; a figure that is typed leaves its row where it is.
 */
const rowsInOrder: (state: WindowState) => readonly LayoutRow[] = rememberBy(
  (state) => [rowsIn(state), state.sheet.sort, sortColumnIn(state)?.id, state.sheet.overlay, state.scope, state.basis],
  (state) => {
    const { sort } = state.sheet;
    const column = sortColumnIn(state);
    if (sort === null || column === null) return rowsIn(state);
    const { span } = column;
    const figures = figuresIn(state);
    const rules = overlayRules(state.edited.shown.lines, state.sheet.overlay, state.sheet.layout === "LTM");
    const figureOf = (line: string): number | null => {
      const rule = rules.get(line) ?? "itself";
      if (rule === "none") return null;
      if (rule !== "itself") {
        const answer = overlaid(figures, rule, span);
        return typeof answer === "number" ? answer : null;
      }
      const cell = figures.cell(line, span);
      return isFigure(cell) ? cell.value : null;
    };
    return sorted(rowsIn(state), figureOf, sort.direction);
  },
);

/** The column by whose figures the rows are ordered; null: none, or it is out of sight, and the book's order holds. */
export const sortColumnIn = (state: WindowState): ReturnType<typeof columnsInView>[number] | null =>
  state.sheet.layout === "matrix" || state.sheet.sort === null
    ? null
    : (columnsInView(state).find(({ id }) => id === state.sheet.sort?.column) ?? null);

/** The rows of the grid; the same array until lines, their order, folding or hiding change. */
export const rowsInView: (state: WindowState) => readonly RowInView[] = remember(
  (state) => [rowsInOrder(state), state.sheet.folded, state.sheet.hiddenLines],
  withoutFolded,
);
