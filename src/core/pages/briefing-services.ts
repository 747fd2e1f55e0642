/** The two pages by service of a briefing: which services stand on which, and with which trends. */
import type { Book } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { endOf } from "#core/timeline.ts";
import type { TrendPart } from "./briefing-trends.ts";
import { cellsOfTrend, trendRange } from "./briefing-trends.ts";
import type { Missing, PageAsk, PageCell } from "./page-cell.ts";
import { cellsIn, missingIn } from "./page-cell.ts";
import type { ShownLine } from "./page-lines.ts";
import type { CrossCutBlock, SegmentBlock, ServiceRow } from "./services-page.ts";
import { servicesPage } from "./services-page.ts";

/** Some of the services of a quarter: the rows of the page by service that are about these lines. */
export interface ServicesPart {
  readonly kind: "services";
  readonly ask: PageAsk;
  /** The heads of the services, and the sums across them. */
  readonly heads: readonly string[];
  /** Operating figures of no one service. */
  readonly hasOthers: boolean;
}

export type NoServices = "no-services" | "no-more-services";

export interface ServicesContent {
  readonly lines: readonly ShownLine[];
  readonly parts: readonly (TrendPart | ServicesPart)[];
  /** Why there is nothing; null where there is. */
  readonly absent: NoServices | null;
  readonly missing: readonly Missing[];
  readonly cells: readonly PageCell[];
  isAbout(line: string): boolean;
}

/** More pictures than these leave no room for the figures. */
const MOST_PICTURES = 2;

/**
 * The services in two halves, the first of an odd number on a page of its own; sums across services and operating
 * figures of none stand with the second.
 */
export function servicesOnPages(
  book: Book,
  ask: PageAsk,
  checks: readonly Check[] | null,
  trends: readonly TrendPart[],
): readonly [ServicesContent, ServicesContent] {
  const { segments, crossCuts, others } = servicesPage(book, ask, checks, trendRange(book, ask));
  const first = Math.max(1, Math.floor(segments.length / 2));
  const contentOf = (
    blocks: readonly SegmentBlock[],
    across: readonly CrossCutBlock[],
    besides: readonly ServiceRow[],
    instead: NoServices,
  ): ServicesContent => {
    const shown = { blocks, across, besides };
    const heads = [...blocks, ...across].map(({ row }) => row.line);
    const isShown = heads.length + besides.length > 0;
    const pictures = picturesOf(book, ask, checks, trends, shown);
    const cells = [...cellsIn(shown), ...pictures.flatMap((part) => cellsOfTrend(book, ask, part, checks))];
    const ids = new Set(cellsIn(shown).flatMap(({ place }) => place?.line ?? []));
    const part: ServicesPart = {
      kind: "services",
      ask,
      heads: heads.map(({ id }) => id),
      hasOthers: besides.length > 0,
    };
    return {
      lines: blocks.map(({ row }) => row.line),
      parts: isShown ? [...pictures, part] : [],
      absent: isShown ? null : instead,
      // A trend shows its own gaps; what the page waits for is its quarter.
      missing: missingIn(shown).filter(({ place }) => endOf(place.span) === endOf(ask.span)),
      cells,
      isAbout: (line) => ids.has(line),
    };
  };
  return [
    contentOf(segments.slice(0, first), [], [], "no-services"),
    contentOf(segments.slice(first), crossCuts, others, "no-more-services"),
  ];
}

interface Shown {
  readonly blocks: readonly SegmentBlock[];
  readonly across: readonly CrossCutBlock[];
  readonly besides: readonly ServiceRow[];
}

/** Services and sums across them first, then the operating figure of which most is known. */
function picturesOf(
  book: Book,
  ask: PageAsk,
  checks: readonly Check[] | null,
  trends: readonly TrendPart[],
  { blocks, across, besides }: Shown,
): readonly TrendPart[] {
  const trendOf = (of: TrendPart["of"], { line }: ServiceRow): TrendPart[] =>
    trends.filter((trend) => trend.of === of && trend.line?.id === line.id);
  const known = (part: TrendPart): number =>
    cellsOfTrend(book, ask, part, checks).filter(({ value }) => value !== null).length;
  const counts = [...blocks.flatMap((block) => block.counts), ...besides].flatMap((row) => trendOf("count", row));
  return [
    ...blocks.flatMap(({ row }) => trendOf("segment", row)),
    ...across.flatMap(({ row }) => trendOf("cross-cut", row)),
    ...counts.toSorted((a, b) => known(b) - known(a)),
  ].slice(0, MOST_PICTURES);
}
