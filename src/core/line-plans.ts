/** What a person does to the lines of a book, as changes of its rows. Nothing here asks back: consequences are `line-consequences.ts`. */
import type { Book, CompanyLine, Line } from "#core/book.ts";
import type { BookRows, Collection, Deed, RowChange } from "#core/changes.ts";
import { withLineRenamed, withoutMember, linesNamedIn } from "#core/formula/names-in-formula.ts";
import { rowsOf, type LayoutRow } from "#core/layout.ts";

/** Changes and what the journal calls them. */
export interface LinePlan {
  readonly changes: readonly RowChange[];
  readonly deed: Deed;
}

/** What a person says of a line; where it stands in the order is said apart. */
export type LineDraft = Omit<Line, "position">;

/** Where among a company's lines one comes to stand. */
export interface LineSpot {
  readonly section: string;
  readonly parent: string | null;
  /** The sibling it stands before; null: after the last. */
  readonly before: string | null;
}

/** A company's own names for a line; null where the book's serve. */
export interface OwnLabels {
  readonly labelEn: string | null;
  readonly labelJa: string | null;
}

type LineRow = Extract<LayoutRow, { readonly kind: "line" }>;

const planOf = (changes: readonly RowChange[], line: string): LinePlan => ({
  changes,
  deed: { kind: "lines", count: 1, line },
});

/**
 * Adds a line to the book and to one company, after another line: below what stands under that one where
 * they are siblings, else last under its parent. Other companies find it in the book's list.
 * @param after null: last
 */
export function planAddLine(book: Book, company: string, draft: LineDraft, after: string | null): LinePlan {
  const rows = lineRowsOf(book, company);
  const sibling = rows.find(({ id }) => id === after);
  const isBeside = sibling?.line.section === draft.section && sibling.parent === draft.parent;
  const before = isBeside ? nextSibling(rows, sibling) : null;
  const order = rows.map(({ id }) => id).toSpliced(placeIn(rows, { ...draft, before }), 0, draft.id);
  const own = usesOf(book, company);
  const inBook = book.lines.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
  const bookOrder = inBook.toSpliced(after === null ? inBook.length : inBook.indexOf(after) + 1, 0, draft.id);
  const inCompany = positionsOf(order, own, ({ line }) => line);
  const places = positionsOf(bookOrder, book.lines, ({ id }) => id);
  const position = (of: ReadonlyMap<string, number>): number => of.get(draft.id) ?? 0;
  const use: CompanyLine = { company, line: draft.id, position: position(inCompany), labelEn: null, labelJa: null };
  return planOf(
    [
      ...changed("lines", book.lines, (line) => at(line, places.get(line.id))),
      { in: "lines", before: null, after: { ...draft, position: position(places) } },
      ...changed("companyLines", own, (each) => at(each, inCompany.get(each.line))),
      { in: "companyLines", before: null, after: use },
    ],
    draft.id,
  );
}

/**
 * Changes what is said of a line. Another id is written into every row and every formula that names it;
 * what stands under the line goes with it into another section.
 * @throws RangeError for a line the book does not have.
 */
export function planEditLine(book: Book, id: string, draft: LineDraft): LinePlan {
  const line = lineOf(book, id);
  const moved = draft.section === line.section ? new Set<string>() : descendantsOf(book, id);
  const isRenamed = draft.id !== id;
  const named = (formula: string | null): string | null =>
    formula === null || !isRenamed ? formula : withLineRenamed(formula, id, draft.id);
  const lines = changed("lines", book.lines, (each) => {
    const formula = named(each.id === id ? draft.formula : each.formula);
    if (each.id === id) return same(each, { ...each, ...draft, formula });
    const section = moved.has(each.id) ? draft.section : each.section;
    const parent = each.parent === id ? draft.id : each.parent;
    return same(each, { ...each, section, parent, formula });
  });
  return planOf(isRenamed ? [...lines, ...renamedIn(book, id, draft.id)] : lines, draft.id);
}

/** Everything but lines that names one, with its other id. */
function renamedIn(book: Book, from: string, to: string): RowChange[] {
  const renamed = <Row extends { readonly line: string | null }>(row: Row): Row =>
    row.line === from ? { ...row, line: to } : row;
  return [
    ...changed("companyLines", book.companyLines, renamed),
    ...changed("facts", book.facts, renamed),
    ...changed("statements", book.statements, (row) =>
      same(row, { ...row, expression: withLineRenamed(row.expression, from, to) }),
    ),
    ...changed("notes", book.notes, renamed),
    ...changed("breaks", book.breaks, renamed),
  ];
}

/**
 * Moves a line, with what stands under it, to another place of a company's order; under another parent or
 * section where the spot says so, which holds for every company. Null where it stands there already, or
 * would stand under itself.
 * @throws RangeError for a line the book does not have.
 */
export function planMoveLine(book: Book, company: string, id: string, spot: LineSpot): LinePlan | null {
  const line = lineOf(book, id);
  const below = descendantsOf(book, id);
  if (spot.parent === id || spot.before === id || (spot.parent !== null && below.has(spot.parent))) return null;
  const rows = lineRowsOf(book, company);
  // A parent that the company does not use is kept where the line moves among those it is shown beside.
  const shownUnder = rows.find((row) => row.id === id)?.parent ?? null;
  const isElsewhere = line.section !== spot.section || shownUnder !== spot.parent;
  const draft: LineDraft = { ...line, section: spot.section, parent: spot.parent };
  const changes: RowChange[] = isElsewhere ? [...planEditLine(book, id, draft).changes] : [];
  const block = blockOf(rows, id);
  const others = rows.filter((row) => !block.includes(row));
  const ids = others.map((row) => row.id);
  const order = ids.toSpliced(placeIn(others, spot), 0, ...block.map((row) => row.id));
  const own = usesOf(book, company);
  const places = positionsOf(order, own, (use) => use.line);
  changes.push(...changed("companyLines", own, (use) => at(use, places.get(use.line))));
  return changes.length === 0 ? null : planOf(changes, id);
}

/** Where one step up or down among its siblings leads; null at either end, and for a line the company does not use. */
export function spotBeside(book: Book, company: string, id: string, step: -1 | 1): LineSpot | null {
  const rows = lineRowsOf(book, company);
  const row = rows.find((each) => each.id === id);
  if (row === undefined) return null;
  const siblings = siblingsOf(rows, row);
  const at = siblings.indexOf(row);
  if (siblings[at + step] === undefined) return null;
  const before = siblings[step === -1 ? at - 1 : at + 2]?.id ?? null;
  return { section: row.line.section, parent: row.parent, before };
}

/**
 * Takes a line out of the book, with its figures, notes, breaks and the printed claims that name it. Sums go
 * on without it; any other formula that names it goes too. What stood under it moves up.
 * @throws RangeError for a line the book does not have.
 */
export function planRemoveLine(book: Book, id: string): LinePlan {
  const line = lineOf(book, id);
  const withoutLine = <Row extends { readonly line: string | null }>(row: Row): Row | null =>
    row.line === id ? null : row;
  return planOf(
    [
      ...changed("statements", book.statements, (row) => (linesNamedIn(row.expression).has(id) ? null : row)),
      ...changed("notes", book.notes, withoutLine),
      ...changed("breaks", book.breaks, withoutLine),
      ...changed("facts", book.facts, withoutLine),
      ...changed("companyLines", book.companyLines, withoutLine),
      ...changed("lines", book.lines, (each) => {
        if (each.id === id) return null;
        const parent = each.parent === id ? line.parent : each.parent;
        const isNamed = each.formula !== null && linesNamedIn(each.formula).has(id);
        return same(each, { ...each, parent, formula: isNamed ? withoutMember(each.formula, id) : each.formula });
      }),
    ],
    id,
  );
}

/**
 * Has a company use these lines of the book, in this order, and no others. Figures of a line it no longer
 * uses stay in the book. Null where nothing changes.
 */
export function planUseLines(book: Book, company: string, order: readonly string[]): LinePlan | null {
  const own = usesOf(book, company);
  const known = new Set(own.map(({ line }) => line));
  const places = positionsOf(order, own, ({ line }) => line);
  const changes: RowChange[] = [
    ...changed("companyLines", own, (use) => (places.has(use.line) ? at(use, places.get(use.line)) : null)),
    ...[...places].flatMap(([line, position]): RowChange[] =>
      known.has(line)
        ? []
        : [{ in: "companyLines", before: null, after: { company, line, position, labelEn: null, labelJa: null } }],
    ),
  ];
  const [only] = changes.length === 1 ? changes : [];
  const line = only?.in === "companyLines" ? (only.after ?? only.before)?.line : undefined;
  const deed: Deed = { kind: "lines", count: changes.length, ...(line === undefined ? {} : { line }) };
  return changes.length === 0 ? null : { changes, deed };
}

/** Has a company no longer use a line; null where it does not. */
export function planTakeOut(book: Book, company: string, id: string): LinePlan | null {
  const order = lineRowsOf(book, company).flatMap((row) => (row.id === id ? [] : [row.id]));
  return planUseLines(book, company, order);
}

/** Gives a line the company's own names; null where it has them already, or the company does not use it. */
export function planOwnLabels(book: Book, company: string, id: string, labels: OwnLabels): LinePlan | null {
  const own = usesOf(book, company);
  const changes = changed("companyLines", own, (use) => (use.line === id ? same(use, { ...use, ...labels }) : use));
  return changes.length === 0 ? null : planOf(changes, id);
}

/** Every line under a line, at whatever depth. */
export function descendantsOf(book: Book, id: string): ReadonlySet<string> {
  const children = Map.groupBy(book.lines, ({ parent }) => parent);
  const found = new Set<string>();
  const walk = (parent: string): void => {
    for (const child of children.get(parent) ?? []) {
      if (found.has(child.id)) continue;
      found.add(child.id);
      walk(child.id);
    }
  };
  walk(id);
  found.delete(id);
  return found;
}

function lineOf(book: Book, id: string): Line {
  const line = book.lines.find((each) => each.id === id);
  if (line === undefined) throw new RangeError(`the book has no line ${id}`);
  return line;
}

const lineRowsOf = (book: Book, company: string): LineRow[] =>
  rowsOf(book, company).filter((row) => row.kind === "line");

const usesOf = (book: Book, company: string): CompanyLine[] =>
  book.companyLines.filter((use) => use.company === company);

const siblingsOf = (rows: readonly LineRow[], { line, parent }: LineRow): LineRow[] =>
  rows.filter((row) => row.parent === parent && row.line.section === line.section);

function nextSibling(rows: readonly LineRow[], row: LineRow): string | null {
  const siblings = siblingsOf(rows, row);
  return siblings[siblings.indexOf(row) + 1]?.id ?? null;
}

/** A line's row and those of all that is shown under it; they stand together. */
function blockOf(rows: readonly LineRow[], id: string): LineRow[] {
  const within = new Set([id]);
  // A parent may stand below its children: those above it are only known once it was passed.
  for (let size = 0; size !== within.size;) {
    size = within.size;
    for (const row of rows) if (row.parent !== null && within.has(row.parent)) within.add(row.id);
  }
  return rows.filter((row) => within.has(row.id));
}

/** The index among the rows at which a line at the spot begins. */
function placeIn(rows: readonly LineRow[], { section, parent, before }: LineSpot): number {
  const first = (ids: readonly LineRow[]): number => rows.findIndex((row) => ids.includes(row));
  const afterLast = (ids: readonly LineRow[]): number => rows.findLastIndex((row) => ids.includes(row)) + 1;
  if (before !== null) {
    const at = first(blockOf(rows, before));
    if (at >= 0) return at;
  }
  const above = parent === null ? undefined : rows.find(({ id }) => id === parent);
  if (above === undefined) {
    const inSection = rows.filter(({ line }) => line.section === section);
    return inSection.length === 0 ? rows.length : afterLast(inSection);
  }
  const block = blockOf(rows, above.id);
  // A total under its parts stays under them.
  return block.length > 1 && block.at(-1) === above ? rows.indexOf(above) : afterLast(block);
}

/**
 * Where each of an order stands: at the positions that those there already have among themselves, so that
 * few rows change; what is new makes room for itself.
 */
function positionsOf<Row extends { readonly position: number }>(
  order: readonly string[],
  rows: readonly Row[],
  idOf: (row: Row) => string,
): ReadonlyMap<string, number> {
  const known = new Set(rows.map(idOf));
  const staying = new Set(order);
  const free = rows.flatMap((row) => (staying.has(idOf(row)) ? [row.position] : [])).toSorted((a, b) => a - b);
  const places = new Map<string, number>();
  let taken = 0;
  let last = (free[0] ?? 0) - 1;
  for (const id of order) {
    const own = known.has(id) ? (free[taken++] ?? 0) : -Infinity;
    last = Math.max(own, last + 1);
    places.set(id, last);
  }
  return places;
}

/** A row at a position; undefined: where it is. */
const at = <Row extends { readonly position: number }>(row: Row, position: number | undefined): Row =>
  position === undefined || position === row.position ? row : { ...row, position };

/** The row itself where the other says the same. */
const same = <Row extends object>(row: Row, other: Row): Row =>
  Object.entries(row).every(([name, value]) => other[name as keyof Row] === value) ? row : other;

/** The changes of a collection, row by row; null: the row goes. */
const changed = <C extends Collection>(
  of: C,
  rows: readonly BookRows[C][],
  change: (row: BookRows[C]) => BookRows[C] | null,
): RowChange[] =>
  rows.flatMap((before) => {
    const after = change(before);
    return after === before ? [] : [{ in: of, before, after } as RowChange];
  });
