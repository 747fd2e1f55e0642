/**
 * A company's segments: what total revenues are made of, with the percentages and operating figures
 * that belong to each. Nothing says so in a book outright; formulas and names do.
 */
import type { Book } from "#core/book.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { unitOf } from "#core/units.ts";
import type { CompanyLines, ShownLine } from "./page-lines.ts";
import { isMoneyFlow, linesOf, quotientIn } from "./page-lines.ts";

export interface Segment {
  readonly line: ShownLine;
  /** Its parts and their parts, in the company's order; none for a segment that is not broken down. */
  readonly parts: readonly ShownLine[];
  /** Its margins and other ratios. */
  readonly ratios: readonly ShownLine[];
  /** What it counts besides money: contracts, bandwidth. */
  readonly counts: readonly ShownLine[];
}

/** A sum of parts of several segments, such as outsourcing revenues. */
export interface CrossCut {
  readonly line: ShownLine;
  readonly parts: readonly ShownLine[];
}

export interface Segments {
  readonly total: ShownLine | null;
  readonly segments: readonly Segment[];
  readonly crossCuts: readonly CrossCut[];
  /** Counts that belong to no one segment. */
  readonly counts: readonly ShownLine[];
}

/** The segments of a company; none where total revenues are not broken down. */
export function segmentsOf(book: Book, company: string): Segments {
  const lines = linesOf(book, company);
  const { base, all } = lines;
  const { identities } = formulasOf(book.lines);
  const counts = all.filter(({ line }) => unitOf(line.unit).kind === "count" && line.kind !== "ratio");
  if (base === null) return { total: null, segments: [], crossCuts: [], counts };
  const heads = headsOf(book, base, lines);
  const families = heads.map((line) => ({ line, parts: partsUnder(line, lines) }));
  const owner = (id: string): number =>
    families.findIndex(({ line, parts }) => line.id === id || parts.some((part) => part.id === id));
  const crossCuts = all.flatMap((line): CrossCut[] => {
    const members = identities.get(line.id)?.members ?? [];
    if (line.id === base.id || owner(line.id) !== -1 || members.some(({ line: id }) => owner(id) === -1)) return [];
    const parts = members.flatMap(({ line: id }) => lines.byId.get(id) ?? []);
    return new Set(members.map(({ line: id }) => owner(id))).size < 2 ? [] : [{ line, parts }];
  });
  const belongs = belonging(book, lines, families, counts);
  const ratios = all.filter(({ line }) => line.kind === "ratio");
  return {
    total: base,
    segments: families.map((family, at) => ({
      ...family,
      ratios: ratios.filter(({ id }) => belongs.ratio(id) === at),
      counts: counts.filter(({ id }) => belongs.count(id) === at),
    })),
    crossCuts,
    counts: counts.filter(({ id }) => belongs.count(id) === -1),
  };
}

/** What stands directly under total revenues; where the tree says nothing, the members of their sum. */
function headsOf(book: Book, base: ShownLine, lines: CompanyLines): readonly ShownLine[] {
  const children = lines.childrenOf(base.id).filter(isMoneyFlow);
  if (children.length > 0) return children;
  const members = formulasOf(book.lines).identities.get(base.id)?.members ?? [];
  return members.flatMap(({ line }) => lines.byId.get(line) ?? []);
}

function partsUnder(line: ShownLine, lines: CompanyLines): readonly ShownLine[] {
  const found = new Set<ShownLine>();
  const walk = (id: string): void => {
    for (const child of lines.childrenOf(id)) {
      // A loop of parents is wrong data, not a reason to hang.
      if (child.id === line.id || found.has(child) || !isMoneyFlow(child)) continue;
      found.add(child);
      walk(child.id);
    }
  };
  walk(line.id);
  return lines.all.filter((row) => found.has(row));
}

type Family = Pick<Segment, "line" | "parts">;

/** Which family a ratio or a count belongs to; −1: none. */
function belonging(
  book: Book,
  lines: CompanyLines,
  families: readonly Family[],
  counts: readonly ShownLine[],
): { readonly ratio: (id: string) => number; readonly count: (id: string) => number } {
  const { formulas, restsOn } = formulasOf(book.lines);
  const isIn = ({ line, parts }: Family, id: string): boolean => line.id === id || parts.some((part) => part.id === id);
  const byName = (id: string): number => {
    const row = lines.byId.get(id);
    return row === undefined ? -1 : ownerByName(row, families);
  };
  const ratio = (id: string): number => {
    const quotient = quotientIn(formulas.get(id));
    if (quotient?.by === lines.base?.id && quotient !== null) return -1;
    // Its formula speaks of one family, or its name does.
    const named = families.flatMap((family, at) =>
      [...restsOn(id)].some((line) => line !== lines.base?.id && isIn(family, line)) ? [at] : [],
    );
    return formulas.has(id) ? (named.length === 1 ? (named[0] ?? -1) : -1) : byName(id);
  };
  const linked = (id: string): number => {
    const ratios = lines.all.filter(({ line }) => line.kind === "ratio" && restsOn(line.id).has(id));
    return ratios.map((row) => ratio(row.id)).find((at) => at !== -1) ?? byName(id);
  };
  const count = (id: string): number => {
    const own = linked(id);
    if (own !== -1) return own;
    // Operating figures of one heading go together where the others all belong to one family.
    const section = lines.byId.get(id)?.line.section;
    const others = counts.filter((row) => row.line.section === section).map((row) => linked(row.id));
    const owners = new Set(others.filter((at) => at !== -1));
    return owners.size === 1 ? ([...owners][0] ?? -1) : -1;
  };
  return { ratio, count };
}

/** The family whose name stands in a line's own: in its label, or as the first word of its id. */
function ownerByName(row: ShownLine, families: readonly Family[]): number {
  const labels = [row.labelEn, row.labelJa].map((label) => label.toLowerCase());
  const inLabel = families.map(({ line, parts }) =>
    Math.max(
      0,
      ...[line, ...parts]
        .flatMap((one) => [one.labelEn, one.labelJa])
        .filter((name) => name !== "" && labels.some((label) => label.includes(name.toLowerCase())))
        .map((name) => name.length),
    ),
  );
  const longest = Math.max(0, ...inLabel);
  if (longest > 0) return inLabel.indexOf(longest);
  const word = firstWord(row.id);
  const byId = families.flatMap(({ line, parts }, at) =>
    [line, ...parts].some(({ id }) => firstWord(id) === word) ? [at] : [],
  );
  return byId.length === 1 ? (byId[0] ?? -1) : -1;
}

const firstWord = (id: string): string => id.split("_")[0] ?? id;
