/** The rows of the view of sources and notes: of the window's company, as of the day that is shown. */
import type { Affiliate, Event, Note, Particular, StatedFigure } from "#core/book.ts";
import { particularsOf } from "#core/background-plans.ts";
import { isKnownBy } from "#core/figures/ledger.ts";
import { endOf, spanKey, type Span } from "#core/timeline.ts";
import { remember, type WindowState } from "../state/window-state.ts";

/** What is counted of a source. */
export interface SourceCounts {
  readonly actual: number;
  readonly target: number;
  readonly estimate: number;
  readonly claims: number;
  readonly notes: number;
}

const NOTHING: SourceCounts = { actual: 0, target: 0, estimate: 0, claims: 0, notes: 0 };

/** What each source states, by its id. */
export const countsBySource: (state: WindowState) => (source: string) => SourceCounts = remember(
  (state) => [state.edited.shown.facts, state.edited.shown.statements, state.edited.shown.notes],
  (facts, statements, notes) => {
    const counts = new Map<string, Record<keyof SourceCounts, number>>();
    const add = (source: string | null, what: keyof SourceCounts): void => {
      if (source === null) return;
      const own = counts.get(source) ?? { ...NOTHING };
      own[what] += 1;
      counts.set(source, own);
    };
    for (const { source, basis } of facts) add(source, basis);
    for (const { source } of statements) add(source, "claims");
    for (const { source } of notes) add(source, "notes");
    return (source) => counts.get(source) ?? NOTHING;
  },
);

/** The ids of the sources that were known on the day shown. */
export const knownSources: (state: WindowState) => ReadonlySet<string> = remember(
  (state) => [state.edited.shown.sources, state.asOf],
  (sources, asOf) => new Set(sources.filter((source) => isKnownBy(source, asOf)).map(({ id }) => id)),
);

/** How many sources of the company were published after the day shown. */
export const laterSources = (state: WindowState): number =>
  state.edited.shown.sources.filter(({ id, company }) => company === state.company && !knownSources(state).has(id))
    .length;

/** The claims of the company, or of one of its sources, in the order of the book. */
export const claimsIn: (state: WindowState) => readonly StatedFigure[] = remember(
  (state) => [state.edited.shown.statements, knownSources(state), state.company, state.sourcesLook.source],
  (statements, known, company, source) =>
    statements.filter(
      (each) => each.company === company && known.has(each.source) && (source === null || each.source === source),
    ),
);

const commentsKnown: (state: WindowState) => readonly Note[] = remember(
  (state) => [state.edited.shown.notes, knownSources(state), state.company],
  (notes, known, company) =>
    notes.filter((note) => note.company === company && (note.source === null || known.has(note.source))),
);

/** The periods that comments are about, the newest first. */
export const commentPeriods: (state: WindowState) => readonly Span[] = remember(
  (state) => [commentsKnown(state)],
  (notes) => {
    const spans = new Map(notes.flatMap(({ span }) => (span === null ? [] : [[spanKey(span), span] as const])));
    return [...spans.values()].toSorted((a, b) => endOf(b) - endOf(a) || b.length - a.length);
  },
);

/** The comments on the period chosen, or all: the newest period first, those on every period last. */
export const commentsIn: (state: WindowState) => readonly Note[] = remember(
  (state) => [commentsKnown(state), state.sourcesLook.period],
  (notes, period) =>
    notes
      .filter(({ span }) => period === null || (span !== null && spanKey(span) === period))
      .toSorted((a, b) => rank(b.span) - rank(a.span)),
);

const rank = (span: Span | null): number => (span === null ? -Infinity : endOf(span) * 8 + span.length);

/** The company's events, the latest first; as of a day, those that had happened. */
export const eventsIn: (state: WindowState) => readonly Event[] = remember(
  (state) => [state.edited.shown.events, state.company, state.asOf],
  (events, company, asOf) =>
    events
      .filter((event) => event.company === company && (asOf === null || event.date <= asOf))
      .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
);

/** The companies of the group, in their order. */
export const groupIn: (state: WindowState) => readonly Affiliate[] = remember(
  (state) => [state.edited.shown.affiliates, state.company],
  (affiliates, company) =>
    affiliates.filter((each) => each.company === company).toSorted((a, b) => a.position - b.position),
);

/**
 * The company of the group whose facts are shown; null: the company itself, also where the one chosen is gone. Until
 * one is chosen, the first of which anything is said.
 */
export function affiliateInView(state: WindowState): Affiliate | null {
  const { edited, company, sourcesLook } = state;
  const group = groupIn(state);
  const isToldOf = (affiliate: string | null): boolean => particularsOf(edited.shown, company, affiliate).length > 0;
  if (sourcesLook.affiliate !== undefined) return group.find(({ id }) => id === sourcesLook.affiliate) ?? null;
  return isToldOf(null) ? null : (group.find(({ id }) => isToldOf(id)) ?? null);
}

export const factsInView = (state: WindowState): readonly Particular[] =>
  particularsOf(state.edited.shown, state.company, affiliateInView(state)?.id ?? null);
