/**
 * A results presentation, rebuilt from the book: fourteen pages in a fixed order, what stands on each for the asked
 * period, and what of it is missing. Pages hold no words: the window has the titles and the sentences.
 */
import type { Affiliate, Book, Event, Note, Particular, Source } from "#core/book.ts";
import { particularsOf } from "#core/background-plans.ts";
import type { Check } from "#core/checks/check.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, fiscalYearOf, quarterEnding, sameSpan, shift, yearToDate } from "#core/timeline.ts";
import type { BalancePage } from "./balance-page.ts";
import { balancePage } from "./balance-page.ts";
import type { TakeComments } from "./briefing-comments.ts";
import { commentsToTake } from "./briefing-comments.ts";
import type { Days } from "./briefing-days.ts";
import { daysOf, eventsWithin } from "./briefing-days.ts";
import type { NoServices, ServicesPart } from "./briefing-services.ts";
import { servicesOnPages } from "./briefing-services.ts";
import type { RestatedLine } from "./briefing-sources.ts";
import { knownSources, restatedIn, sourcesOf } from "./briefing-sources.ts";
import type { TrendPart } from "./briefing-trends.ts";
import { cellsOfTrend, trendsFor } from "./briefing-trends.ts";
import type { HeadlinePage, HeadlineStyle } from "./headline-page.ts";
import { headlinePage } from "./headline-page.ts";
import type { Missing, PageAsk, PageCell } from "./page-cell.ts";
import { cellsIn, missingIn } from "./page-cell.ts";
import type { ShownLine } from "./page-lines.ts";
import { linesOf } from "./page-lines.ts";
import { periodPage } from "./period-page.ts";
import type { ProfitPage } from "./profit-page.ts";
import { profitPage } from "./profit-page.ts";
import type { TargetBlock } from "./targets-page.ts";
import { targetsPage } from "./targets-page.ts";

/** The pages, in the order in which every briefing has them. */
export const BRIEFING_PAGES = [
  "notes",
  "summary",
  "to-date",
  "quarter",
  "revenues",
  "profits",
  "services",
  "more-services",
  "balance",
  "other-data",
  "targets",
  "line-up",
  "group-changes",
  "group",
] as const;

export type BriefingPageKind = (typeof BRIEFING_PAGES)[number];

/** Why a page has little or nothing to tell. */
export type Absence =
  /** The year to date is no longer than the quarter. */
  | "same-as-quarter"
  | "no-lines"
  | NoServices
  | "no-balances"
  | "no-other-data"
  | "no-targets"
  | "no-new-services"
  | "no-group-changes"
  | "no-group";

/** What stands on a page. Where it names an {@link PageAsk}, a page of that period is shown, or a part of one. */
export type BriefingPart =
  | { readonly kind: "document"; readonly restated: readonly RestatedLine[]; readonly sources: readonly Source[] }
  | { readonly kind: "headlines"; readonly page: HeadlinePage }
  | { readonly kind: "results"; readonly ask: PageAsk }
  | TrendPart
  | { readonly kind: "profits"; readonly ask: PageAsk; readonly page: ProfitPage }
  | ServicesPart
  | { readonly kind: "balance" | "cash-flows" | "other-data"; readonly ask: PageAsk }
  /** `blocks`: which of the page's blocks, by their place there. */
  | { readonly kind: "targets"; readonly ask: PageAsk; readonly blocks: readonly number[] }
  | { readonly kind: "events"; readonly events: readonly Event[] }
  /** Of the company itself where there is no affiliate. */
  | { readonly kind: "overview"; readonly affiliate: Affiliate | null; readonly particulars: readonly Particular[] }
  | { readonly kind: "group"; readonly affiliates: readonly Affiliate[] };

export interface BriefingPage {
  readonly kind: BriefingPageKind;
  /** From 1. */
  readonly number: number;
  /** The period it tells of. */
  readonly span: Span;
  /** What its title names: the services of a page by service. */
  readonly lines: readonly ShownLine[];
  /** The day that its title names: of the last revision of targets; null: none. */
  readonly date: string | null;
  readonly parts: readonly BriefingPart[];
  readonly comments: readonly Note[];
  readonly absent: Absence | null;
  readonly missing: readonly Missing[];
  /** What its figures come from; none for a page without figures. */
  readonly sources: readonly Source[];
}

export interface Briefing {
  /** The quarter that the asked span ends with. */
  readonly quarter: Span;
  /** The asked span where it is longer than a quarter, else the fiscal year up to its end. */
  readonly toDate: Span;
  /** When events happened that it tells of. */
  readonly days: Days;
  /** One for each of {@link BRIEFING_PAGES}. */
  readonly pages: readonly BriefingPage[];
}

type Content = Partial<Omit<BriefingPage, "kind" | "number" | "sources">> & { readonly cells?: readonly PageCell[] };

/**
 * @param style how headlines write figures and periods; as the reference deck where it is left out
 * @throws RangeError for a company the book does not have, and for a span that is no stretch of one to four quarters
 */
export function briefing(
  book: Book,
  asked: PageAsk,
  checks: readonly Check[] | null = null,
  style?: HeadlineStyle,
): Briefing {
  const quarter = quarterEnding(endOf(asked.span));
  const toDate = asked.span.length > 1 ? asked.span : yearToDate(asked.span);
  const ask: PageAsk = { ...asked, span: quarter };
  const days = daysOf(book, ask, quarter);
  const making: Making = { book, ask, toDate, days, checks, style, take: commentsToTake(book, ask) };
  const trends = trendsFor(book, ask);
  const services = servicesOnPages(book, ask, checks, trends);
  const { base } = linesOf(book, ask.company);
  // Comments go to the page that is most about them; what no other page takes stands under the results.
  const summary = { ...summaryContent(making), comments: takeOn(making, (id) => id === null || id === base?.id) };
  const profits = profitsContent(making, trends);
  const [first, more] = services.map(({ isAbout, ...content }) => ({
    ...content,
    comments: takeOn(making, (id) => id !== null && isAbout(id)),
  }));
  const balance = balanceContents(making);
  const contents: Readonly<Record<BriefingPageKind, Content>> = {
    notes: { parts: [{ kind: "document", restated: restatedIn(book, ask), sources: knownSources(book, ask) }] },
    summary,
    "to-date": sameSpan(toDate, quarter) ? { absent: "same-as-quarter" } : resultsContent(making, toDate),
    quarter: resultsContent(making, quarter),
    revenues: trendsContent(making, trends, ["revenue-by-service"]),
    profits,
    services: first ?? {},
    "more-services": more ?? {},
    ...balance,
    targets: targetsContent(making),
    "line-up": lineUpContent(making),
    ...groupContents(making),
  };
  const pages = BRIEFING_PAGES.map((kind, index): BriefingPage => {
    const { cells = [], ...content } = contents[kind];
    return {
      span: quarter,
      lines: [],
      date: null,
      parts: [],
      comments: [],
      absent: null,
      missing: [],
      ...content,
      kind,
      number: index + 1,
      sources: kind === "notes" ? knownSources(book, ask) : sourcesOf(book, ask, cells),
    };
  });
  return { quarter, toDate, days, pages };
}

interface Making {
  readonly book: Book;
  /** Of the quarter. */
  readonly ask: PageAsk;
  readonly toDate: Span;
  readonly days: Days;
  readonly checks: readonly Check[] | null;
  readonly style: HeadlineStyle | undefined;
  readonly take: TakeComments;
}

const takeOn = ({ take, ask, toDate }: Making, isAbout: (line: string | null) => boolean): readonly Note[] =>
  take([toDate, ask.span], isAbout);

function summaryContent({ book, ask, toDate, days, checks, style }: Making): Content {
  const spans = sameSpan(toDate, ask.span) ? [ask.span] : [toDate, ask.span];
  const pages = spans.map((span) => headlinePage(book, { ...ask, span }, checks, style));
  const events = eventsWithin(book, ask.company, days);
  return {
    parts: [
      ...pages.map((page) => ({ kind: "headlines" as const, page })),
      ...(events.length === 0 ? [] : [{ kind: "events" as const, events }]),
    ],
    absent: pages.some(({ headlines }) => headlines.length > 0) ? null : "no-lines",
    missing: missingIn(pages),
    cells: cellsIn(pages),
  };
}

function resultsContent(making: Making, span: Span): Content {
  const { book, ask, checks, take } = making;
  const page = periodPage(book, { ...ask, span }, checks);
  const isShown = page.rows.length > 0;
  return {
    span,
    parts: isShown ? [{ kind: "results", ask: { ...ask, span } }] : [],
    comments: take([span], () => true),
    absent: isShown ? null : "no-lines",
    missing: page.missing,
    cells: cellsIn(page),
  };
}

function trendsContent(
  { book, ask, checks }: Making,
  trends: readonly TrendPart[],
  kinds: readonly TrendPart["of"][],
): Content {
  const parts = trends.filter(({ of }) => kinds.includes(of));
  const cells = parts.flatMap((part) => cellsOfTrend(book, ask, part, checks));
  return {
    parts,
    absent: parts.length === 0 ? "no-lines" : null,
    missing: atEndOf(ask.span, missingIn(cells)),
    cells,
  };
}

function profitsContent(making: Making, trends: readonly TrendPart[]): Content {
  const { book, ask, checks } = making;
  const page = profitPage(book, ask, checks);
  const drawn = trendsContent(making, trends, ["profits", "securities-gain"]);
  const ids = new Set(
    [
      ...page.profits.map(({ line }) => line),
      ...(page.securitiesGain === null ? [] : [page.securitiesGain.line]),
      ...(page.netIncome === null
        ? []
        : [page.netIncome.total.line, ...page.netIncome.parts.map(({ row }) => row.line)]),
    ].map(({ id }) => id),
  );
  const isShown = page.profits.length > 0;
  const cells = [...(drawn.cells ?? []), ...cellsIn(page)];
  return {
    ...drawn,
    parts: [...(drawn.parts ?? []), ...(isShown ? [{ kind: "profits" as const, ask, page }] : [])],
    comments: takeOn(making, (id) => id !== null && ids.has(id)),
    absent: isShown ? null : "no-lines",
    missing: atEndOf(ask.span, missingIn(cells)),
    cells,
  };
}

/** A trend shows its own gaps; what a page waits for is its quarter. */
const atEndOf = (span: Span, missing: readonly Missing[]): readonly Missing[] =>
  missing.filter(({ place }) => endOf(place.span) === endOf(span));

function balanceContents(making: Making): Pick<Record<BriefingPageKind, Content>, "balance" | "other-data"> {
  const { book, ask, toDate, checks } = making;
  const pageOn = (span: Span): BalancePage => balancePage(book, { ...ask, span }, checks);
  const hasFlows = ({ cashFlows, otherData }: BalancePage): boolean =>
    (cashFlows.length > 0 ? cashFlows : otherData).some(({ now }) => now.value !== null);
  const ofQuarter = pageOn(ask.span);
  const ofYear = pageOn(toDate);
  // Many companies publish cash flows for the year to date alone.
  const page = !hasFlows(ofQuarter) && hasFlows(ofYear) ? ofYear : ofQuarter;
  const at: PageAsk = { ...ask, span: page.span };
  const { stocks, sums, cashFlows, closingCash, otherData } = page;
  const own = { stocks, sums, cashFlows, ...(cashFlows.length === 0 ? {} : { closingCash }) };
  const hasBalances = stocks.length + sums.length > 0;
  const others = new Set(otherData.map(({ line }) => line.id));
  const balances = new Set(cellsIn(own).flatMap(({ place }) => place?.line ?? []));
  return {
    balance: {
      span: page.span,
      parts: [
        ...(hasBalances ? [{ kind: "balance" as const, ask: at }] : []),
        ...(cashFlows.length > 0 ? [{ kind: "cash-flows" as const, ask: at }] : []),
      ],
      comments: takeOn(making, (id) => id !== null && balances.has(id)),
      absent: hasBalances || cashFlows.length > 0 ? null : "no-balances",
      missing: missingIn(own),
      cells: cellsIn(own),
    },
    "other-data": {
      span: page.span,
      parts: otherData.length > 0 ? [{ kind: "other-data", ask: at }] : [],
      comments: takeOn(making, (id) => id !== null && others.has(id)),
      absent: otherData.length > 0 ? null : "no-other-data",
      missing: missingIn(otherData),
      cells: cellsIn(otherData),
    },
  };
}

function targetsContent({ book, ask, checks }: Making): Content {
  const page = targetsPage(book, ask, checks);
  const year = fiscalYearOf(ask.span);
  // With a year's results come the targets for the next one; others were set at another time.
  const last = endOf(ask.span) === endOf(year) ? shift(year, 4) : year;
  const isTold = ({ span }: TargetBlock): boolean => fiscalYearOf(span).start <= last.start;
  const blocks = page.blocks.filter(isTold);
  return {
    date: lastRevision(blocks),
    parts:
      blocks.length === 0
        ? []
        : [{ kind: "targets", ask, blocks: page.blocks.flatMap((block, at) => (isTold(block) ? [at] : [])) }],
    absent: blocks.length === 0 ? "no-targets" : null,
    missing: missingIn(blocks),
    cells: cellsIn(blocks),
  };
}

/** The day of the last revision; null where nothing was revised. */
const lastRevision = (blocks: readonly TargetBlock[]): string | null =>
  blocks
    .flatMap(({ revised }) => revised?.published ?? [])
    .toSorted()
    .at(-1) ?? null;

function lineUpContent({ book, ask, days }: Making): Content {
  const events = eventsWithin(book, ask.company, days).filter(({ kind }) => kind !== "group");
  return events.length === 0 ? { absent: "no-new-services" } : { parts: [{ kind: "events", events }] };
}

function groupContents({
  book,
  ask,
  days,
}: Making): Pick<Record<BriefingPageKind, Content>, "group-changes" | "group"> {
  const { company } = ask;
  const events = eventsWithin(book, company, days).filter(({ kind }) => kind === "group");
  const affiliates = book.affiliates
    .filter((each) => each.company === company)
    .toSorted((a, b) => a.position - b.position);
  const told = affiliates.filter((each) => events.some((event) => isNamedIn(each, event)));
  // Nothing happened: the company itself is introduced, where the book does so.
  const overviews = (told.length === 0 ? [null] : told)
    .map((affiliate) => ({
      kind: "overview" as const,
      affiliate,
      particulars: particularsOf(book, company, affiliate?.id ?? null),
    }))
    .filter(({ particulars }) => particulars.length > 0);
  return {
    "group-changes": {
      parts: [...(events.length === 0 ? [] : [{ kind: "events" as const, events }]), ...overviews],
      absent: events.length === 0 ? "no-group-changes" : null,
    },
    group: affiliates.length === 0 ? { absent: "no-group" } : { parts: [{ kind: "group", affiliates }] },
  };
}

function isNamedIn({ nameEn, nameJa }: Affiliate, { titleEn, titleJa, textEn, textJa }: Event): boolean {
  const texts = [titleEn, titleJa, textEn, textJa];
  return [nameEn, nameJa].some((name) => name !== "" && texts.some((text) => text.includes(name)));
}
