/** What the figures of a briefing come from: the sources of a page, and what of them was restated. */
import type { Book, Source } from "#core/book.ts";
import { isFigure } from "#core/figures/cell.ts";
import { groupsOf } from "#core/figures/fact-groups.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { isKnownBy, publishedBy } from "#core/figures/ledger.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, sameSpan, spanKey } from "#core/timeline.ts";
import type { PageAsk, PageCell, PagePlace } from "./page-cell.ts";
import type { ShownLine } from "./page-lines.ts";
import { linesOf } from "./page-lines.ts";

/** The company's sources that were known on the asked day, the first published first, undated ones last. */
export const knownSources = (book: Book, { company, asOf }: PageAsk): readonly Source[] =>
  book.sources
    .filter((source) => source.company === company && isKnownBy(source, asOf))
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0));

const orderOf = (source: Source): string => (source.published === null ? "9999" : publishedBy(source));

/**
 * The sources of the figures shown on a page, and of those that they follow from; of a target those of every
 * publication. In the order of {@link knownSources}.
 */
export function sourcesOf(book: Book, ask: PageAsk, cells: readonly PageCell[]): readonly Source[] {
  const used = new Set<string>();
  const seen = new Set<string>();
  const walk = ({ line, span, scope, basis }: PagePlace): void => {
    const key = `${scope}|${basis}|${line}|${spanKey(span)}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (basis === "target") {
      for (const fact of groupsOf(book.facts).of(ask.company, scope, basis, line))
        if (sameSpan(fact.span, span)) used.add(fact.source);
    }
    const figures = figuresOf(book, { company: ask.company, scope, basis, asOf: ask.asOf });
    const cell = figures.cell(line, span);
    if (!isFigure(cell)) return;
    const fact = figures.reportedAt(line, span);
    if (fact !== null) used.add(fact.source);
    if (cell.route === "derived") for (const step of figures.pathOf(line, span) ?? []) used.add(step.fact.source);
    for (const input of figures.inputsOf(line, span)) walk({ ...input, scope });
  };
  for (const { value, place } of cells) if (value !== null && place !== null) walk(place);
  return knownSources(book, ask).filter(({ id }) => used.has(id));
}

/** A line and its figures that a source marks as restated. */
export interface RestatedLine {
  readonly line: ShownLine;
  /** Oldest first. */
  readonly spans: readonly Span[];
}

/** What is marked as restated in the asked scope, in the company's order of lines. */
export function restatedIn(book: Book, ask: PageAsk): readonly RestatedLine[] {
  const known = new Set(knownSources(book, ask).map(({ id }) => id));
  const { company, scope } = ask;
  const facts = groupsOf(book.facts);
  return linesOf(book, company).all.flatMap((line): RestatedLine[] => {
    const restated = facts
      .of(company, scope, "actual", line.id)
      .filter((fact) => fact.restated && known.has(fact.source));
    const spans = new Map(restated.map(({ span }) => [spanKey(span), span]));
    if (spans.size === 0) return [];
    return [{ line, spans: [...spans.values()].toSorted((a, b) => endOf(a) - endOf(b) || a.length - b.length) }];
  });
}
