/** The briefing of the window's company and period, page by page, in words. */
import { briefing, type Absence, type BriefingPage } from "#core/pages/briefing.ts";
import { fiscalYearOf, sameSpan } from "#core/timeline.ts";
import { checksIn } from "../checks/findings.ts";
import { asOfDay, dayText } from "../making/day-text.ts";
import { figureName, verdictText } from "../pages/figure-words.ts";
import { pageAskIn } from "../pages/page-in-window.ts";
import { figuresOfPage, writingFor } from "../pages/page-model.ts";
import { pageSpanIn } from "../state/page-in-view.ts";
import { periodOf, rememberBy, wordsOf, type WindowState } from "../state/window-state.ts";
import { rowsOf } from "./slide-blocks.ts";
import { trendSpan } from "./slide-charts.ts";
import { periodsText, type SlideMaking } from "./slide-making.ts";
import type { Slide, SlideBlock } from "./slide-model.ts";

/** The fourteen slides; the same objects until the book, the period or the words change. */
export const slidesIn: (state: WindowState) => readonly Slide[] = rememberBy(
  (state) => [
    state.edited.shown,
    state.title,
    state.company,
    state.scope,
    state.asOf,
    pageSpanIn(state),
    checksIn(state),
    state.settings,
    state.sheet.newest,
  ],
  (state) => {
    const book = state.edited.shown;
    const checks = checksIn(state);
    const made = briefing(book, pageAskIn(state), checks, state.settings);
    const making: SlideMaking = { state, book, checks, writing: writingFor(state), briefing: made };
    return made.pages.map((page) => slideOf(making, page));
  },
);

function slideOf(making: SlideMaking, page: BriefingPage): Slide {
  const { state } = making;
  const rows = rowsOf(making, page).filter((row) => row.length > 0);
  const all = rows.flat();
  return {
    kind: page.kind,
    number: page.number,
    page,
    title: titleOf(making, page),
    range: rangeOf(making, page),
    rows,
    isFull:
      page.kind === "notes" ||
      page.kind === "targets" ||
      all.some((block) => block.kind === "chart" && block.plot !== null),
    footnotes: all.flatMap((block) => footnotesOf(making, block)),
    absent: page.absent === null ? "" : absenceOf(making, page, page.absent),
    missing: page.missing,
    source: sourceOf(state, page),
  };
}

/** The calendar months that a page tells of; empty where it tells of none. */
function rangeOf({ writing, briefing: { toDate, quarter } }: SlideMaking, { kind, span, parts }: BriefingPage): string {
  switch (kind) {
    case "notes":
    case "targets":
    case "line-up":
    case "group-changes":
    case "group":
      return "";
    case "summary": {
      const spans = sameSpan(toDate, quarter) ? [quarter] : [toDate, quarter];
      return spans.map((each) => writing.range(each)).join(" · ");
    }
    case "revenues":
    case "profits":
      return writing.range(trendSpan(parts) ?? span);
    default:
      return writing.range(span);
  }
}

function titleOf(making: SlideMaking, { kind, span, lines, date }: BriefingPage): string {
  const { state, writing } = making;
  const { briefing: words, bar } = wordsOf(state);
  return words.titles[kind]({
    period: periodOf(state, span),
    periods: periodsText(making),
    scope: bar.scopes[state.scope],
    names: words.and(lines.map(writing.label)),
    date: date === null ? "" : dayText(date, state.settings.language),
  });
}

function absenceOf({ state, briefing: { days } }: SlideMaking, { span }: BriefingPage, absent: Absence): string {
  const { language } = state.settings;
  const { briefing, making } = wordsOf(state);
  const year = periodOf(state, fiscalYearOf(span));
  const found = briefing.absent[absent]({
    period: periodOf(state, span),
    year,
    from: dayText(days.from, language),
    to: dayText(days.to, language),
  });
  return absent === "no-targets" ? asOfDay(state, (day) => making.asOf.noTargets(year, day), found) : found;
}

/** `Results presentation 2Q06 / 1H06 (2 November 2006)`, one after the other; the book itself for a page without figures. */
function sourceOf(state: WindowState, { sources, kind }: BriefingPage): string {
  const { briefing: words, explain } = wordsOf(state);
  if (sources.length === 0 || kind === "notes") return words.sourceIsBook(state.title);
  const names = sources.map(({ title, kind, published }) => {
    const name = kind === "hand" ? explain.byHand : title;
    return published === null ? name : words.dated(name, dayText(published, state.settings.language));
  });
  return words.sources(names.join(words.between));
}

/** Figures that are printed otherwise: on paper nobody can hover. */
function footnotesOf({ state }: SlideMaking, block: SlideBlock): readonly string[] {
  if (block.kind !== "table") return [];
  return figuresOfPage({ tables: [block.table] })
    .filter(({ cell }) => cell.flagged)
    .flatMap((content) => {
      const verdict = verdictText(state, content);
      const span = content.cell.place?.span ?? content.cell.span;
      const what = wordsOf(state).deeds.cell(figureName(state, content), periodOf(state, span));
      return verdict === null ? [] : [wordsOf(state).briefing.flagged(what, verdict)];
    });
}
