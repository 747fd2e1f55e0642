/** How the targets of a span were revised: from one publication to the next, and why. */
import type { Note, Source } from "#core/book.ts";
import { isKnownBy, publishedBy } from "#core/figures/ledger.ts";
import type { Gap } from "#core/gaps.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, sameSpan } from "#core/timeline.ts";
import type { PageCell } from "./page-cell.ts";
import type { PageFigures } from "./page-figures.ts";
import { misleadingGrowth } from "./page-figures.ts";
import type { TargetVintageRow } from "./target-cells.ts";
import { vintagesOf } from "./target-cells.ts";

/** From one publication of a target to the next. */
export interface Revision {
  readonly from: Source;
  readonly to: Source;
  /** What was in force before {@link to}, in the line's unit. */
  readonly before: PageCell;
  /** In the line's unit; 0: kept. */
  readonly amount: PageCell;
  /** On the target before; a gap where that is zero or a loss. */
  readonly rate: PageCell;
  /** The rate from which exchanges ask for disclosure: 0.1 of revenues, 0.3 of profits; null for other lines. */
  readonly threshold: number | null;
  /** Whether it reaches the threshold; null where there is none. */
  readonly passes: boolean | null;
}

/**
 * The target that was in force after each day of publication, the first first. Undated targets rank
 * below dated ones: none of them ever revised one.
 */
export function publicationsOf(vintages: readonly TargetVintageRow[]): readonly TargetVintageRow[] {
  const days = new Map<string, TargetVintageRow>();
  for (const vintage of vintages) {
    const { source } = vintage;
    const other = days.get(publishedBy(source));
    if (source.published !== null && (other === undefined || other.source.id < source.id))
      days.set(publishedBy(source), vintage);
  }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, vintage]) => vintage);
}

const dayOf = ({ source }: TargetVintageRow): string => publishedBy(source);

/** The last publication among several lines' that followed another of its own line; null where none was revised. */
export function lastRevisionAmong(lines: readonly (readonly TargetVintageRow[])[]): Source | null {
  const later = lines.flatMap((publications) => publications.slice(1));
  return later.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)).at(-1)?.source ?? null;
}

/**
 * The source that left several lines' targets as they are, where it was published after the first results of the
 * page's own period: on the day of these the targets were others. Null otherwise, and without dated results.
 */
export function publishedAfterResults(
  { book, ask }: PageFigures,
  lines: readonly (readonly TargetVintageRow[])[],
): Source | null {
  const current = lines.flatMap((publications) => publications.at(-1) ?? []);
  const last = current.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)).at(-1)?.source;
  if (last === undefined) return null;
  const telling = new Set(
    book.facts
      .filter(({ company, scope }) => company === ask.company && scope === ask.scope)
      .filter(({ basis, span }) => basis === "actual" && endOf(span) === endOf(ask.span))
      .map(({ source }) => source),
  );
  const days = book.sources.filter(({ id, published }) => telling.has(id) && published !== null).map(publishedBy);
  const [results] = days.toSorted();
  return results !== undefined && publishedBy(last) > results ? last : null;
}

/** Which line's revision on which span is asked for, and what it has to reach to be announced. */
export interface Revised {
  readonly line: string;
  readonly span: Span;
  readonly threshold: number | null;
}

/**
 * What the last revision of a span's targets made of one line: from what was in force just before it. A
 * line that it does not name is kept; null for one that had no target before it.
 */
export function revisionOf(
  figures: PageFigures,
  { line, span, threshold }: Revised,
  publications: readonly TargetVintageRow[],
  last: Source | null,
): Revision | null {
  const [first] = publications;
  const current = publications.at(-1);
  if (last === null || first === undefined || current === undefined || dayOf(first) >= publishedBy(last)) return null;
  const isNamed = dayOf(current) === publishedBy(last);
  const before = isNamed ? (publications.at(-2) ?? first) : current;
  const bare = revisionBetween(before, isNamed ? current : { source: last, cell: current.cell }, threshold);
  // The formula language knows the first target and the one in force; one in between is said as its number.
  const initial = figures.expression(`target(${line}, initial)`, span, []).value;
  const isInitial = before === first && before.cell.value === initial;
  return inFormulas(figures, { line, span, threshold }, isInitial ? `target(${line}, initial)` : literal(before), bare);
}

function literal({ cell: { value, decimals, unit } }: TargetVintageRow): string {
  // A percentage of one decimal is a number of three.
  const digits = Math.max(0, (decimals ?? 0) + (unit === "%" ? 2 : 0));
  const text = Math.abs(value ?? Number.NaN).toFixed(digits);
  return (value ?? 0) < 0 ? `(-${text})` : text;
}

function inFormulas(figures: PageFigures, { line, span }: Revised, before: string, bare: Revision): Revision {
  const rests = [{ line, span, basis: "target" as const }];
  const { unit, decimals } = bare.amount;
  const amount = { ...figures.expression(`target(${line}) - ${before}`, span, rests), unit, decimals };
  if (bare.rate.value === null) return { ...bare, amount };
  const rate = figures.expression(`target(${line}) / ${before} - 1`, span, rests);
  return { ...bare, amount, rate: { ...rate, unit: "%", decimals: null } };
}

/** A tenth of a double is a hair off; a revision of exactly a tenth passes. */
const HAIR = 1e-9;

/** @param threshold see {@link Revision.threshold} */
export function revisionBetween(from: TargetVintageRow, to: TargetVintageRow, threshold: number | null): Revision {
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
    before: { ...from.cell, place: null },
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

/**
 * The reasons given for a line's target as the last of some publications left it. A reason belongs to
 * the publication that its source came with or followed; one without a dated source to the line's first
 * revision, or its first target where it was never revised. What was not known yet is left out.
 * @param days of all publications of the span's targets, as sortable text, the first first
 * @param shown the day of the publication that is shown; null where the target is undated
 */
export function reasonsOf(
  figures: PageFigures,
  line: string,
  span: Span,
  days: readonly string[],
  shown: string | null,
): readonly Note[] {
  const { book, ask } = figures;
  const ever = publicationsOf(vintagesOf({ ...figures, ask: { ...ask, asOf: null } }, line, span));
  const spokenOf = ever[1] ?? ever[0];
  return book.notes.filter((note) => {
    if (note.company !== ask.company || note.basis !== "target" || note.line !== line) return false;
    if ((note.scope !== null && note.scope !== ask.scope) || note.span === null || !sameSpan(note.span, span))
      return false;
    const source = book.sources.find(({ id }) => id === note.source);
    if (source === undefined || source.published === null)
      return (spokenOf === undefined ? null : dayOf(spokenOf)) === shown;
    return isKnownBy(source, ask.asOf) && (days.findLast((day) => day <= publishedBy(source)) ?? null) === shown;
  });
}
