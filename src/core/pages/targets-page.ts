/** A company's targets: how they were revised and why, how far the year has come, what the rest implies. */
import type { Book, Note, Scope, Source } from "#core/book.ts";
import { SCOPES } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { groupsOf } from "#core/figures/fact-groups.ts";
import type { Gap } from "#core/gaps.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, fiscalYearOf, sameSpan, spanKey } from "#core/timeline.ts";
import { onTheYear } from "./comparison-cells.ts";
import type { Missing, PageAsk, PageCell } from "./page-cell.ts";
import { missingIn } from "./page-cell.ts";
import type { PageFigures } from "./page-figures.ts";
import { misleadingGrowth, pageFiguresOf } from "./page-figures.ts";
import type { CompanyLines, Role, ShownLine } from "./page-lines.ts";
import { linesOf } from "./page-lines.ts";
import type { Progress } from "./progress-cells.ts";
import { progressOf } from "./progress-cells.ts";
import type { TargetCells, TargetVintageRow } from "./target-cells.ts";
import { targetsOf, vintagesOf } from "./target-cells.ts";

/** From one publication of a target to the next. */
export interface Revision {
  readonly from: Source;
  readonly to: Source;
  /** In the line's unit; 0: kept. */
  readonly amount: PageCell;
  /** On the target before; a gap where that is zero or a loss. */
  readonly rate: PageCell;
  /** The rate from which exchanges ask for disclosure: 0.1 of revenues, 0.3 of profits; null for other lines. */
  readonly threshold: number | null;
  /** Whether it reaches the threshold; null where there is none. */
  readonly passes: boolean | null;
}

export interface TargetRow extends TargetCells {
  readonly line: ShownLine;
  /** Every publication of it, the first first; none where the target follows from those of other spans. */
  readonly vintages: readonly TargetVintageRow[];
  /** From each publication to the next. */
  readonly revisions: readonly Revision[];
  /** From the first publication to the one in force; null where there is only one. */
  readonly revision: Revision | null;
  /** Why the targets are what they are. */
  readonly reasons: readonly Note[];
  /** The growth that the target in force means on the year before. */
  readonly targetYoy: PageCell;
  /** Null before the span has ended. */
  readonly actual: PageCell | null;
  /** For targets of the year that the page's span ends in; null for all others. */
  readonly progress: Progress | null;
}

/** The targets of one scope for one span. */
export interface TargetBlock {
  readonly scope: Scope;
  readonly span: Span;
  readonly rows: readonly TargetRow[];
}

export interface TargetsPage {
  /** Consolidated before non-consolidated, shorter spans before longer; empty where nothing was published. */
  readonly blocks: readonly TargetBlock[];
  readonly missing: readonly Missing[];
}

/**
 * The targets for the fiscal year that the asked span ends in and for later ones, of every scope.
 * @param checks of all scopes
 * @throws RangeError for a company the book does not have, and for a span that is no stretch of one to four quarters
 */
export function targetsPage(book: Book, ask: PageAsk, checks: readonly Check[] | null = null): TargetsPage {
  const lines = linesOf(book, ask.company);
  const blocks = SCOPES.flatMap((scope): TargetBlock[] => {
    const figures = pageFiguresOf(book, { ...ask, scope }, checks);
    return targetSpans(figures, lines).flatMap((span) => {
      const rows = (lines.chosenFor("targets") ?? lines.all).flatMap((line) => rowOf(figures, lines, line, span) ?? []);
      return rows.length === 0 ? [] : [{ scope, span, rows }];
    });
  });
  return { blocks, missing: missingIn(blocks) };
}

/** The spans with published targets, from the page's fiscal year on. */
function targetSpans({ book, ask }: PageFigures, { all }: CompanyLines): readonly Span[] {
  const year = fiscalYearOf(ask.span);
  const spans = new Map<string, Span>();
  const facts = groupsOf(book.facts);
  for (const { id } of all)
    for (const { span } of facts.of(ask.company, ask.scope, "target", id))
      if (fiscalYearOf(span).start >= year.start) spans.set(spanKey(span), span);
  return [...spans.values()].toSorted(
    (a, b) => fiscalYearOf(a).start - fiscalYearOf(b).start || a.length - b.length || a.start - b.start,
  );
}

function rowOf(figures: PageFigures, lines: CompanyLines, line: ShownLine, span: Span): TargetRow | null {
  const { book, ask } = figures;
  const vintages = vintagesOf(figures, line.id, span);
  const targets = vintages.length === 0 ? null : targetsOf(figures, line.id, span);
  if (targets === null) return null;
  const threshold = thresholdOf(lines, line);
  const revisions = vintages.slice(1).map((to, at) => revisionBetween(vintages[at] ?? to, to, threshold));
  const [first] = vintages;
  const last = vintages.at(-1);
  const year = fiscalYearOf(ask.span);
  return {
    line,
    ...targets,
    vintages,
    revisions,
    revision:
      first === undefined || last === undefined || first === last
        ? null
        : wholeRevision(figures, line.id, span, revisionBetween(first, last, threshold)),
    reasons: reasonsFor(book, ask, line.id, span),
    targetYoy: onTheYear(figures, line.id, span, "target"),
    actual: endOf(span) <= endOf(ask.span) ? figures.cell(line.id, span) : null,
    progress: sameSpan(span, year) ? progressOf(figures, line.id, year) : null,
  };
}

function reasonsFor(book: Book, { company, scope }: PageAsk, line: string, span: Span): readonly Note[] {
  return book.notes.filter(
    (note) =>
      note.company === company &&
      note.basis === "target" &&
      note.line === line &&
      (note.scope === null || note.scope === scope) &&
      note.span !== null &&
      sameSpan(note.span, span),
  );
}

/**
 * The timely-disclosure rule of Japanese exchanges: a forecast that moves by a tenth of revenues, or
 * by three tenths of operating, ordinary (where there is none: pre-tax) or net income, is announced.
 */
const THRESHOLDS: readonly (readonly [Role, number])[] = [
  ["revenue", 0.1],
  ["operating", 0.3],
  ["ordinary", 0.3],
  ["pretax", 0.3],
  ["net", 0.3],
];

const thresholdOf = (lines: CompanyLines, { id }: ShownLine): number | null =>
  THRESHOLDS.find(([role]) => lines.role(role)?.id === id)?.[1] ?? null;

/** A tenth of a double is a hair off; a revision of exactly a tenth passes. */
const HAIR = 1e-9;

function revisionBetween(from: TargetVintageRow, to: TargetVintageRow, threshold: number | null): Revision {
  const [before, after] = [from.cell.value ?? Number.NaN, to.cell.value ?? Number.NaN];
  const decimals = Math.max(from.cell.decimals ?? 0, to.cell.decimals ?? 0);
  const moved = after - before;
  const isPercent = to.cell.unit === "%";
  const computed = { ...to.cell, route: "computed", place: null } as const;
  const misleading: Gap | null = isPercent ? { gap: "no-such-span" } : misleadingGrowth(after, before);
  const rate: PageCell = { ...computed, unit: "%", decimals: null };
  return {
    from: from.source,
    to: to.source,
    amount: { ...computed, value: moved, decimals, unit: isPercent ? "percentage points" : to.cell.unit },
    rate:
      misleading === null
        ? { ...rate, value: moved / before }
        : { ...rate, value: null, route: null, weakest: null, gap: { gap: "not-meaningful" } },
    threshold,
    // A forecast of nothing, or of a loss, counts by its size.
    passes: threshold === null ? null : moved !== 0 && Math.abs(moved) >= (threshold - HAIR) * Math.abs(before),
  };
}

/** From the first publication to the one in force, which the formula language can say. */
function wholeRevision(figures: PageFigures, line: string, span: Span, bare: Revision): Revision {
  const rests = [{ line, span, basis: "target" as const }];
  const amount = figures.expression(`target(${line}) - target(${line}, initial)`, span, rests);
  if (bare.rate.value === null) return { ...bare, amount };
  return { ...bare, amount, rate: figures.expression(`target(${line}) / target(${line}, initial) - 1`, span, rests) };
}
