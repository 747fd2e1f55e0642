/** The blocks of a briefing's pages: the tables of the pages that are like them, pictures, texts. */
import type { Event, Note } from "#core/book.ts";
import { noteText } from "#core/note-plans.ts";
import type { BriefingPage, BriefingPart } from "#core/pages/briefing.ts";
import type { TrendPart } from "#core/pages/briefing-trends.ts";
import type { PageAsk } from "#core/pages/page-cell.ts";
import { dayText } from "../making/day-text.ts";
import { balanceModel } from "../pages/balance-model.ts";
import { breakNote } from "../pages/break-note.ts";
import { shownFigure } from "../pages/figure-words.ts";
import { pageAskIn } from "../pages/page-in-window.ts";
import { figuresOfPage, type PageModel, type PageTable } from "../pages/page-model.ts";
import { periodModel } from "../pages/period-model.ts";
import { servicesModel } from "../pages/services-model.ts";
import { targetsModel } from "../pages/targets-model.ts";
import { companyName, labelOf, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { chartBlock, trendSpan, trendsOn } from "./slide-charts.ts";
import { documentBlock } from "./slide-document.ts";
import type { SlideMaking } from "./slide-making.ts";
import type { CommentsBlock, EventRow, SlideBlock, TableBlock } from "./slide-model.ts";
import { netIncomeTable, profitTable, quartersTable, servicesTable, targetTables } from "./slide-tables.ts";

/** The blocks of a page, row by row. */
export function rowsOf(making: SlideMaking, page: BriefingPage): readonly (readonly SlideBlock[])[] {
  const { state, book, writing } = making;
  const { parts } = page;
  const trends = trendsOn(making, parts);
  const charts = trends.map((trend) => chartBlock(making, page, trend));
  const told = parts.filter((part) => part.kind !== "trend");
  const blocksOf = (part: Told): readonly SlideBlock[] => blocks(making, page, part);
  const comments: readonly SlideBlock[] =
    page.comments.length === 0
      ? []
      : [{ kind: "comments", comments: page.comments.map((note) => commentOf(state, note)) }];
  switch (page.kind) {
    case "summary": {
      const [headlines, events] = [told.filter(isHeadlines), told.filter((part) => !isHeadlines(part))];
      return [...headlines.map(blocksOf), comments, ...events.map(blocksOf)];
    }
    case "revenues":
    case "profits": {
      const { figures: title } = wordsOf(state).briefing;
      const span = trendSpan(parts);
      const plots = trends.map(({ plot }) => plot);
      const figures =
        span === null ? [] : [tableBlock(making, quartersTable(plots, span, title, pageAskIn(state), book, writing))];
      return [charts, figures.map((block) => ({ ...block, hasTitle: false })), told.flatMap(blocksOf), comments];
    }
    case "targets":
      return [...pairs(told.flatMap(blocksOf)), comments];
    case "group-changes": {
      const [events, overviews] = [told.filter(({ kind }) => kind === "events"), told.filter(isOverview)];
      return [...events.map(blocksOf), ...pairs(overviews.flatMap(blocksOf))];
    }
    default:
      return [charts, ...told.map(blocksOf), comments];
  }
}

const isHeadlines = ({ kind }: Told): boolean => kind === "headlines";
const isOverview = ({ kind }: Told): boolean => kind === "overview";

/** Two beside each other. */
const pairs = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.flatMap((_, at) => (at % 2 === 0 ? [list.slice(at, at + 2)] : []));

type Told = Exclude<BriefingPart, TrendPart>;

function blocks(making: SlideMaking, page: BriefingPage, part: Told): readonly SlideBlock[] {
  const { state, book, checks, writing } = making;
  const { briefing: words } = wordsOf(state);
  const tables = (list: readonly (PageTable | null)[], look: Partial<TableBlock> = {}): readonly SlideBlock[] =>
    list.flatMap((table) => (table === null ? [] : [tableBlock(making, table, look)]));
  const roomy = { isRoomy: true };
  const balance = (ask: PageAsk, key: string): PageModel["tables"] =>
    balanceModel(book, ask, checks, writing).tables.filter((table) => table.key === key);
  switch (part.kind) {
    case "document":
      return [documentBlock(making, part)];
    case "headlines": {
      const { page: told } = part;
      const isJapanese = state.settings.language === "ja";
      const sentences = told.headlines.flatMap(({ line, textEn, textJa, flagged }) => {
        const text = isJapanese ? textJa : textEn;
        return text === null ? [] : [{ key: line.id, text, isFlagged: flagged }];
      });
      return [{ kind: "headlines", title: isJapanese ? told.titleJa : told.titleEn, sentences }];
    }
    case "results":
      return tables(periodModel(book, part.ask, checks, writing).tables, { ...roomy, hasTitle: false });
    case "profits":
      return tables([
        profitTable(part.page, part.ask, words.profit, writing),
        netIncomeTable(part.page, part.ask, words.profit, writing),
      ]);
    case "services":
      return tables([servicesTable(servicesModel(book, part.ask, checks, writing), part, writing)], {
        hasTitle: false,
      });
    case "balance":
      return tables(balance(part.ask, "balance"), roomy);
    case "cash-flows":
      return tables(balance(part.ask, "cashFlows"), roomy);
    case "other-data":
      return tables(balance(part.ask, "otherData"), { ...roomy, hasTitle: false });
    case "targets":
      return tables(targetTables(targetsModel(book, part.ask, checks, writing), part.blocks));
    case "events":
      return [
        {
          kind: "events",
          heading: page.kind === "group-changes" ? words.columns.event : words.columns.service,
          isBrief: page.kind === "summary",
          rows: part.events.map((event) => eventRow(state, event)),
        },
      ];
    case "overview": {
      const { affiliate, particulars } = part;
      const pick = (en: string, ja: string): string => picked(state, en, ja);
      const name = affiliate === null ? companyName(state) : pick(affiliate.nameEn, affiliate.nameJa);
      const rows = particulars.map(({ id, labelEn, labelJa, textEn, textJa }) => ({
        key: id,
        label: pick(labelEn, labelJa),
        text: pick(textEn, textJa),
      }));
      return [{ kind: "overview", title: words.overview(name), rows }];
    }
    case "group":
      return [{ kind: "group", affiliates: part.affiliates }];
  }
}

const picked = ({ settings }: WindowState, en: string, ja: string): string =>
  settings.language === "ja" ? ja || en : en || ja;

function eventRow(state: WindowState, event: Event): EventRow {
  const { id, date, titleEn, titleJa, fieldEn, fieldJa, textEn, textJa } = event;
  return {
    key: id,
    date: dayText(date, state.settings.language),
    title: picked(state, titleEn, titleJa),
    field: picked(state, fieldEn, fieldJa),
    text: picked(state, textEn, textJa),
  };
}

/** More rows than these nobody could read on one slide. */
const MOST_ROWS = 48;

function tableBlock({ state }: SlideMaking, whole: PageTable, look: Partial<TableBlock> = {}): TableBlock {
  let room = MOST_ROWS;
  const groups = whole.groups.flatMap((group) => {
    const rows = group.rows.slice(0, room);
    room -= rows.length;
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
  const table = { ...whole, groups };
  const contents = figuresOfPage({ tables: [table] });
  const count = (of: PageTable): number => of.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    kind: "table",
    table,
    more: count(whole) - count(table),
    note: breakNote(state, table),
    figures: new Map(contents.map((content) => [content.key, shownFigure(state, content)])),
    isRoomy: false,
    hasTitle: true,
    ...look,
  };
}

function commentOf(state: WindowState, note: Note): CommentsBlock["comments"][number] {
  const { line, span, id } = note;
  const about = [line === null ? "" : labelOf(state, line), span === null ? "" : periodOf(state, span)];
  return {
    key: id,
    about: about.filter((part) => part !== "").join(wordsOf(state).briefing.between),
    text: noteText(note, state.settings.language),
  };
}
