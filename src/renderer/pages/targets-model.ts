/** Targets as tables: how they were revised and why, and how far the year has come. */
import type { Book, Source } from "#core/book.ts";
import { publishedBy } from "#core/figures/ledger.ts";
import type { Check } from "#core/checks/check.ts";
import type { PageAsk, PageCell } from "#core/pages/page-cell.ts";
import type { Implied, Progress } from "#core/pages/progress-cells.ts";
import type { Revision } from "#core/pages/target-revisions.ts";
import { targetsPage, type TargetBlock, type TargetRow } from "#core/pages/targets-page.ts";
import { endOf, fiscalYearOf, sameSpan, shift } from "#core/timeline.ts";
import { asOfDay } from "../making/day-text.ts";
import { writeFigure } from "../state/figure-text.ts";
import { wordsOf } from "../state/window-state.ts";
import {
  column,
  commonUnit,
  figuresOfRow,
  unitBeside,
  withoutBareColumns,
  type CellContent,
  type PageModel,
  type PageTable,
  type PageWriting,
  type TableColumn,
  type TableRow,
  type WordsContent,
} from "./page-model.ts";

export function targetsModel(book: Book, ask: PageAsk, checks: readonly Check[], writing: PageWriting): PageModel {
  const { blocks, missing } = targetsPage(book, ask, checks);
  const tables = blocks.flatMap((block) => {
    const progress = progressTable(block, ask, writing);
    return [revisionTable(block, writing), ...(progress === null ? [] : [progress])];
  });
  const told = untold(blocks, ask, writing);
  return tables.length === 0 ? { tables, missing: [], told } : { tables, missing, told };
}

/** That the asked year has no targets, and whose are shown instead; empty where it has some. */
function untold(blocks: readonly TargetBlock[], ask: PageAsk, { words, state, period }: PageWriting): string {
  const { asOf } = wordsOf(state).making;
  const year = period(fiscalYearOf(ask.span));
  const years = [...new Set(blocks.map(({ span }) => period(fiscalYearOf(span))))];
  if (years.length === 0) return asOfDay(state, (day) => asOf.noTargetsFrom(year, day), words.empty.targets(year));
  if (years.includes(year)) return "";
  const none = asOfDay(state, (day) => asOf.noTargets(year, day), words.noTargets(year));
  return words.laterTargets(none, years.join(words.between));
}

const blockKey = ({ scope, span }: TargetBlock): string => `${scope} ${span.length}`;

const isKnown = (cell: PageCell | null | undefined): boolean => cell?.value != null;

function revisionTable(block: TargetBlock, writing: PageWriting): PageTable {
  const { words, period, range, state } = writing;
  const { scope, span, rows, revised } = block;
  const key = blockKey(block);
  const unit = commonUnit(
    rows.map(({ line }) => line),
    writing,
  );
  const isRevised = rows.some(({ vintages }) => vintages.length > 1);
  // Where that is the first one, its column stands there already.
  const isBeforeAnother = rows.some(
    ({ vintages: [first], revision }) =>
      first !== undefined && revision !== null && publishedBy(revision.from) !== publishedBy(first.source),
  );
  const before = latestOf(rows.flatMap(({ revision }) => revision?.from ?? []));
  const isReached = rows.some(({ actual }) => isKnown(actual));
  const targets = { group: words.targets };
  const dated = (source: Source | null): string => source?.published ?? "";
  const revision = {
    group: words.revision,
    groupNote: isBeforeAnother ? words.fromTo(dated(before), dated(revised)) : "",
  };
  const actual = { group: words.actual, groupNote: period(span) };
  const columns = [
    column("initial", isRevised ? words.initial : words.target, {
      ...targets,
      note: dated(sharedSource(rows, (row) => row.vintages[0]?.source)),
    }),
    column("before", words.before, { ...targets, note: dated(before), hint: words.beforeHint }),
    column("latest", words.revised, { ...targets, note: dated(revised) }),
    column("amount", words.amount, revision),
    column("rate", words.rate, revision),
    column("disclosure", words.disclosure, { ...revision, hint: words.disclosureHint }),
    column("targetYoy", words.targetYoy, { hint: words.targetYoyHint }),
    column("actual", words.amount, actual),
    column("againstInitial", isRevised ? words.againstInitial : words.against, { ...actual, hint: words.againstHint }),
    column("againstLatest", words.againstLatest, { ...actual, hint: words.againstHint }),
  ];
  const rowOf = (row: TargetRow): TableRow => {
    const { line } = row;
    const figure = figuresOfRow(key, line.id, line, scope);
    const change = { isChange: true };
    const ifRevised = (content: CellContent): CellContent => (isRevised ? content : null);
    const ifReached = (content: CellContent): CellContent => (isReached ? content : null);
    return {
      key: line.id,
      label: writing.label(line),
      hint: "",
      unit: unitBeside(line, unit, writing),
      depth: 0,
      kind: "plain",
      cells: [
        figure("initial", row.initial, { basis: "target" }),
        isBeforeAnother ? figure("before", row.revision?.before, { basis: "target" }) : null,
        ifRevised(figure("latest", row.latest, { basis: "target" })),
        figure("amount", row.revision?.amount, change),
        figure("rate", row.revision?.rate, change),
        ifRevised(disclosureOf(row.revision, writing)),
        figure("targetYoy", row.targetYoy, { ...change, basis: "target" }),
        ifReached(figure("actual", row.actual)),
        ifReached(figure("againstInitial", row.againstInitial, change)),
        ifReached(ifRevised(figure("againstLatest", row.againstLatest, change))),
      ],
      remark: remarkOf(row, writing),
    };
  };
  const title = words.block(wordsOf(state).bar.scopes[scope], period(span), range(span));
  const groups = [{ key, heading: "", rows: rows.map(rowOf) }];
  return withoutBareColumns({ key, title, unit, columns, groups, instead: "" });
}

/** What all rows have in common: a heading may say it. */
function sharedSource(rows: readonly TargetRow[], pick: (row: TargetRow) => Source | undefined): Source | null {
  const sources = new Set(rows.map(pick));
  const [only] = sources;
  return sources.size === 1 ? (only ?? null) : null;
}

/** The last published of several; null where there are none. */
const latestOf = (sources: readonly Source[]): Source | null =>
  sources.toSorted((a, b) => (publishedBy(a) < publishedBy(b) ? -1 : 1)).at(-1) ?? null;

/** Whether a revision had to be announced, in words. */
function disclosureOf(revision: Revision | null, { words, state }: PageWriting): WordsContent | null {
  if (revision === null) return null;
  if (revision.amount.value === 0) return { kind: "words", text: words.kept, isMarked: false };
  const { threshold, passes } = revision;
  if (threshold === null) return null;
  const rate = writeFigure(state, threshold, { unit: "%" }, 0);
  const text = passes === true ? words.past(rate) : words.below(rate);
  return { kind: "words", text, isMarked: passes === true };
}

/** Every publication where there are more than the first and the one in force, and the reasons given. */
function remarkOf({ vintages, reasons, line }: TargetRow, { words, state }: PageWriting): string {
  const { language } = state.settings;
  const published =
    vintages.length < 3
      ? []
      : vintages.map(({ source, cell }) => {
          const value = writeFigure(state, cell.value ?? Number.NaN, line.line, cell.decimals);
          return words.vintage(source.published ?? source.title, value);
        });
  const told = reasons.map(({ textEn, textJa }) => (language === "ja" ? textJa || textEn : textEn || textJa));
  return [...(published.length === 0 ? [] : [published.join(words.between)]), ...told].join(" ");
}

/** Null where no target of the block is one of the page's year, or the company never has figures of that scope. */
function progressTable(block: TargetBlock, ask: PageAsk, writing: PageWriting): PageTable | null {
  const { words, period, range, state } = writing;
  const { scope, span, rows, afterResults } = block;
  const told = rows.flatMap(({ line, progress }) => (progress === null ? [] : [{ line, progress }]));
  const [first] = told;
  if (first === undefined) return null;
  const key = `${blockKey(block)} progress`;
  const { toDate, remainder, secondHalf } = first.progress;
  const unit = commonUnit(
    told.map(({ line }) => line),
    writing,
  );
  const isReached = told.some(({ progress }) => isKnown(progress.reached));
  const isHalfTold = secondHalf !== null && (remainder === null || !sameSpan(secondHalf.span, remainder.span));
  const now = { group: period(toDate), groupNote: range(toDate) };
  const before = shift(toDate, -4);
  const columns = [
    column("reached", words.actual, now),
    column("progress", words.ofTarget, {
      ...now,
      hint: words.ofTargetHint,
      note: afterResults === null ? "" : words.ofTargetDated(afterResults.published ?? ""),
    }),
    column("priorProgress", words.ofYear, { group: period(before), hint: words.ofYearHint }),
    column("bars", words.progress, { hint: words.barHint(period(toDate), period(before)) }),
    ...impliedColumns("rest", remainder, words.stillToCome, writing),
    ...impliedColumns("half", isHalfTold ? secondHalf : null, words.secondHalf, writing),
  ];
  const impliedCells = (name: string, implied: Implied | null, figure: ReturnType<typeof figuresOfRow>) => [
    figure(name, implied?.amount),
    figure(`${name}Prior`, implied?.prior),
    figure(`${name}Growth`, implied?.growth, { isChange: true }),
  ];
  const rowOf = (line: TargetRow["line"], progress: Progress): TableRow => {
    const figure = figuresOfRow(key, line.id, line, scope);
    const bars: CellContent = { kind: "bars", now: progress.progress, before: progress.priorProgress };
    return {
      key: line.id,
      label: writing.label(line),
      hint: "",
      unit: unitBeside(line, unit, writing),
      depth: 0,
      kind: "plain",
      cells: [
        figure("reached", progress.reached),
        figure("progress", progress.progress),
        figure("priorProgress", progress.priorProgress),
        bars,
        ...(remainder === null ? [] : impliedCells("rest", progress.remainder, figure)),
        ...(isHalfTold ? impliedCells("half", progress.secondHalf, figure) : []),
      ],
      remark: "",
    };
  };
  const title = words.progressTitle(period(span));
  const groups = isReached ? [{ key, heading: "", rows: told.map(({ line, progress }) => rowOf(line, progress)) }] : [];
  const { noReached } = wordsOf(state).making.asOf;
  const instead = isReached ? "" : asOfDay(state, noReached, words.noReached);
  return endOf(ask.span) < span.start ? null : { key, title, unit, columns, groups, instead };
}

function impliedColumns(
  key: string,
  implied: Implied | null,
  heading: (period: string) => string,
  { words, period, range }: PageWriting,
): readonly TableColumn[] {
  if (implied === null) return [];
  const { span } = implied;
  const group = { group: heading(period(span)), groupNote: range(span), groupHint: words.stillToComeHint };
  return [
    column(key, words.amount, group),
    column(`${key}Prior`, words.yearBefore(period(shift(span, -4))), group),
    column(`${key}Growth`, words.growth, { ...group, hint: words.growthHint }),
  ];
}
