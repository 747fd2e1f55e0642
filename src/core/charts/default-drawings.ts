/** The trends that a results presentation draws, made of a company's own lines, before anybody has made a chart. */
import type { Book } from "#core/book.ts";
import { SCOPES } from "#core/book.ts";
import { groupsOf } from "#core/figures/fact-groups.ts";
import type { CompanyLines, ShownLine } from "#core/pages/page-lines.ts";
import { isMoneyFlow, linesOf } from "#core/pages/page-lines.ts";
import type { Segment } from "#core/pages/segments.ts";
import { segmentsOf } from "#core/pages/segments.ts";
import type { DrawnLine, Drawing } from "./drawing.ts";

export interface DefaultDrawing {
  /** What it is of; the window has the title for it. */
  readonly kind: "revenue-by-service" | "profits" | "securities-gain" | "segment" | "cross-cut" | "count";
  /** The line that the title names; null where the kind says all. */
  readonly line: ShownLine | null;
  readonly drawing: Drawing;
}

/** In the order of a presentation; only those for which the company has lines. */
export function defaultDrawings(book: Book, company: string): readonly DefaultDrawing[] {
  const facts = groupsOf(book.facts);
  // A line that is kept for its commentary alone would be an empty series.
  return drawingsOf(
    book,
    company,
    (row) => row.line.formula !== null || SCOPES.some((scope) => facts.of(company, scope, "actual", row.id).length > 0),
  );
}

/** The same for a company that had figures of everything: it depends on lines alone. */
export const possibleDrawings = (book: Book, company: string): readonly DefaultDrawing[] =>
  drawingsOf(book, company, () => true);

function drawingsOf(book: Book, company: string, isDrawable: (row: ShownLine) => boolean): readonly DefaultDrawing[] {
  const lines = linesOf(book, company);
  const { segments, crossCuts, counts } = segmentsOf(book, company);
  const services = segments.flatMap(({ line }) => partsOf(lines, line));
  const drawable = (row: ShownLine | null): ShownLine | null => (row !== null && isDrawable(row) ? row : null);
  const profits = [lines.role("operating"), lines.role("net")].filter((line) => line !== null);
  const gain = drawable(lines.role("securitiesGain"));
  const drawn: (DefaultDrawing | null)[] = [
    byQuarter("revenue-by-service", null, services.map(stacked), drawable(grossRatioOf(lines, segments))),
    byQuarter("profits", null, profits.map(bar), drawable(marginOf(lines))),
    byQuarter("securities-gain", gain, gain === null ? [] : [bar(gain)], null),
    ...segments.map(({ line, parts, ratios }) =>
      parts.length === 0 && ratios.length === 0
        ? null
        : byQuarter("segment", line, lowestOf(lines, line, parts).map(stacked), ratios.find(isDrawable) ?? null),
    ),
    ...crossCuts.map(({ line, parts }) => byQuarter("cross-cut", line, parts.map(stacked), null)),
    ...[...segments.flatMap((segment) => segment.counts), ...counts]
      .filter(isDrawable)
      .map((line) => byQuarter("count", line, [bar(line)], null)),
  ];
  return drawn.filter((one) => one !== null);
}

const bar = ({ id }: ShownLine): DrawnLine => ({ line: id, as: "bar", axis: "left", transform: "value" });
const stacked = (line: ShownLine): DrawnLine => ({ ...bar(line), as: "stacked" });

/** Quarters of amounts, with a percentage over them on the other axis; null where there is no amount to draw. */
function byQuarter(
  kind: DefaultDrawing["kind"],
  line: ShownLine | null,
  amounts: readonly DrawnLine[],
  ratio: ShownLine | null,
): DefaultDrawing | null {
  if (amounts.length === 0) return null;
  const over: readonly DrawnLine[] =
    ratio === null ? [] : [{ line: ratio.id, as: "line", axis: "right", transform: "value" }];
  return { kind, line, drawing: { lines: [...amounts, ...over], spans: "Q", range: "all" } };
}

/** What a line is made of, one level down; the line itself where it is not broken down. */
function partsOf(lines: CompanyLines, line: ShownLine): readonly ShownLine[] {
  const parts = lines.childrenOf(line.id).filter(isMoneyFlow);
  return parts.length === 0 ? [line] : parts;
}

/** A segment's parts that are not broken down any further: what is stacked must not count anything twice. */
function lowestOf(lines: CompanyLines, line: ShownLine, parts: readonly ShownLine[]): readonly ShownLine[] {
  const lowest = parts.filter(({ id }) => lines.childrenOf(id).filter(isMoneyFlow).length === 0);
  return lowest.length === 0 ? [line] : lowest;
}

/** The gross margin of the whole, by its name; a segment's own is none. */
function grossRatioOf({ all }: CompanyLines, segments: readonly Segment[]): ShownLine | null {
  const isGross = ({ id, labelEn, labelJa }: ShownLine): boolean =>
    /\bgross (margin|profit)/i.test(`${id.replaceAll("_", " ")} ${labelEn}`) || /総利益率|粗利/.test(labelJa);
  const isOfSegment = (row: ShownLine): boolean => segments.some(({ ratios }) => ratios.includes(row));
  return all.find((row) => row.line.unit === "%" && isGross(row) && !isOfSegment(row)) ?? null;
}

const marginOf = (lines: CompanyLines): ShownLine | null => {
  const operating = lines.role("operating");
  return operating === null ? null : lines.shareLineOf(operating.id);
};
