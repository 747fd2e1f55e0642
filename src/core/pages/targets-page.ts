/** A company's targets: how they were revised and why, how far the year has come, what the rest implies. */
import type { Book, Note, Scope, Source } from "#core/book.ts";
import { SCOPES } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { groupsOf } from "#core/figures/fact-groups.ts";
import { publishedBy } from "#core/figures/ledger.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, fiscalYearOf, sameSpan, spanKey } from "#core/timeline.ts";
import { onTheYear } from "./comparison-cells.ts";
import type { Missing, PageAsk, PageCell } from "./page-cell.ts";
import { missingIn } from "./page-cell.ts";
import type { PageFigures } from "./page-figures.ts";
import { pageFiguresOf } from "./page-figures.ts";
import type { CompanyLines, Role, ShownLine } from "./page-lines.ts";
import { linesOf } from "./page-lines.ts";
import type { Progress } from "./progress-cells.ts";
import { progressOf } from "./progress-cells.ts";
import type { TargetCells, TargetVintageRow } from "./target-cells.ts";
import { targetsOf, vintagesOf } from "./target-cells.ts";
import type { Revision } from "./target-revisions.ts";
import {
  lastRevisionAmong,
  publicationsOf,
  publishedAfterResults,
  reasonsOf,
  revisionBetween,
  revisionOf,
} from "./target-revisions.ts";

export interface TargetRow extends TargetCells {
  readonly line: ShownLine;
  /** Every publication of it, the first first; none where the target follows from those of other spans. */
  readonly vintages: readonly TargetVintageRow[];
  /** From each publication to the next. */
  readonly revisions: readonly Revision[];
  /** The last revision of the span's targets, on what was in force just before it; null where nothing was. */
  readonly revision: Revision | null;
  /** Why the target is what that revision left it at, or what it was first published as. */
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
  /** The source of the last revision of any of them; null where none was revised. */
  readonly revised: Source | null;
  /** The source that left them as they are, where it followed the results of the page's period; else null. */
  readonly afterResults: Source | null;
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
    return targetSpans(figures, lines).flatMap((span) => blockOf(figures, lines, span) ?? []);
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

function blockOf(figures: PageFigures, lines: CompanyLines, span: Span): TargetBlock | null {
  const published = (lines.chosenFor("targets") ?? lines.all).flatMap((line) => {
    const vintages = vintagesOf(figures, line.id, span);
    return vintages.length === 0 ? [] : [{ line, vintages, publications: publicationsOf(vintages) }];
  });
  const publications = published.map((each) => each.publications);
  const revised = lastRevisionAmong(publications);
  const days = publications.flat().map(({ source }) => publishedBy(source));
  const known = { revised, days: days.toSorted() };
  const rows = published.flatMap((each) => rowOf(figures, lines, span, each, known) ?? []);
  const afterResults = publishedAfterResults(figures, publications);
  return rows.length === 0 ? null : { scope: figures.ask.scope, span, rows, revised, afterResults };
}

interface PublishedLine {
  readonly line: ShownLine;
  readonly vintages: readonly TargetVintageRow[];
  readonly publications: readonly TargetVintageRow[];
}

function rowOf(
  figures: PageFigures,
  lines: CompanyLines,
  span: Span,
  { line, vintages, publications }: PublishedLine,
  { revised, days }: { readonly revised: Source | null; readonly days: readonly string[] },
): TargetRow | null {
  const { ask } = figures;
  const targets = targetsOf(figures, line.id, span);
  if (targets === null) return null;
  const threshold = thresholdOf(lines, line);
  const revision = revisionOf(figures, { line: line.id, span, threshold }, publications, revised);
  const shown = revision?.to ?? publications.at(-1)?.source;
  const year = fiscalYearOf(ask.span);
  return {
    line,
    ...targets,
    vintages,
    revisions: publications.slice(1).map((to, at) => revisionBetween(publications[at] ?? to, to, threshold)),
    revision,
    reasons: reasonsOf(figures, line.id, span, days, shown === undefined ? null : publishedBy(shown)),
    targetYoy: onTheYear(figures, line.id, span, "target"),
    actual: endOf(span) <= endOf(ask.span) ? figures.cell(line.id, span) : null,
    // A year's ratio is no sum: nothing of it is reached, and nothing is left.
    progress: sameSpan(span, year) && line.line.kind !== "ratio" ? progressOf(figures, line.id, year) : null,
  };
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
