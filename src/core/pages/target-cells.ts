/** A company's targets for a line on a span: the first, the one in force, every vintage, and what was reached against them. */
import type { Source } from "#core/book.ts";
import { groupsOf } from "#core/figures/fact-groups.ts";
import { isKnownBy, publishedBy } from "#core/figures/ledger.ts";
import type { TargetVintage } from "#core/formula/functions.ts";
import type { Gap } from "#core/gaps.ts";
import type { Span } from "#core/timeline.ts";
import { sameSpan } from "#core/timeline.ts";
import { unitOf, valueOf } from "#core/units.ts";
import type { PageCell } from "./page-cell.ts";
import type { PageFigures } from "./page-figures.ts";

/** One publication of a target. */
export interface TargetVintageRow {
  readonly source: Source;
  readonly cell: PageCell;
}

/** Targets and what they are held against; null where the company has no target there. */
export interface TargetCells {
  readonly initial: PageCell;
  readonly latest: PageCell;
  /** The actual figure against each: growth over the target in percent, for `%` lines the difference in points. */
  readonly againstInitial: PageCell;
  readonly againstLatest: PageCell;
}

/** A loss, or a target of one: a percentage would mislead, and nothing turned over time. */
const MISLEADING: Gap = { gap: "not-meaningful" };

/** The targets of a line on a span; null where there is none, not even one that follows from others. */
export function targetsOf(figures: PageFigures, line: string, span: Span): TargetCells | null {
  const latest = figures.cell(line, span, "target");
  if (latest.value === null) return null;
  return {
    initial: initialTarget(figures, line, span),
    latest,
    againstInitial: againstTarget(figures, line, span, "initial"),
    againstLatest: againstTarget(figures, line, span, "latest"),
  };
}

/** The first published target. */
function initialTarget(figures: PageFigures, line: string, span: Span): PageCell {
  const [first] = vintagesOf(figures, line, span);
  const asked = figures.expression(`target(${line}, initial)`, span, [{ line, span, basis: "target" }]);
  const place = figures.cell(line, span, "target").place;
  if (first === undefined || asked.value === null) return { ...asked, place };
  return { ...asked, place, decimals: first.cell.decimals, route: "reported", weakest: "reported" };
}

function againstTarget(figures: PageFigures, line: string, span: Span, vintage: TargetVintage): PageCell {
  const { unit } = figures.line(line);
  const target = vintage === "initial" ? `target(${line}, initial)` : `target(${line})`;
  const rests = [
    { line, span },
    { line, span, basis: "target" as const },
  ];
  if (unitOf(unit).kind === "percent") return figures.expression(`${line} - ${target}`, span, rests);
  const aim = figures.expression(target, span, rests).value;
  const reached = figures.cell(line, span).value;
  const isMisleading = (aim !== null && aim <= 0) || (reached !== null && reached < 0);
  return figures.expression(`${line} / ${target} - 1`, span, rests, { instead: isMisleading ? MISLEADING : null });
}

/** Every known publication of a target, the first first; undated sources last, as they are no first target. */
export function vintagesOf(
  { book, ask, line, cell }: PageFigures,
  id: string,
  span: Span,
): readonly TargetVintageRow[] {
  const { unit } = line(id);
  const place = cell(id, span, "target").place;
  const order = (source: Source): string => (source.published === null ? "9999" : publishedBy(source));
  return groupsOf(book.facts)
    .of(ask.company, ask.scope, "target", id)
    .flatMap((fact): TargetVintageRow[] => {
      const source = book.sources.find(({ id: of }) => of === fact.source);
      if (source === undefined || fact.stated === "does-not-exist" || !sameSpan(fact.span, span)) return [];
      if (!isKnownBy(source, ask.asOf)) return [];
      const printed: PageCell = {
        value: valueOf(fact.stated, unit),
        decimals: fact.stated.decimals,
        unit,
        route: "reported",
        weakest: "reported",
        gap: null,
        printed: null,
        verdict: null,
        flagged: false,
        span,
        place,
        expression: null,
      };
      return [{ source, cell: printed }];
    })
    .toSorted((a, b) => (order(a.source) < order(b.source) ? -1 : order(a.source) > order(b.source) ? 1 : 0));
}
