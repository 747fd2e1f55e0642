/** One period as a results table: amounts, shares, the year before, growth, targets. */
import type { Book } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { PageAsk } from "#core/pages/page-cell.ts";
import { periodPage, type PeriodPage, type PeriodRow } from "#core/pages/period-page.ts";
import {
  column,
  commonUnit,
  figuresOfRow,
  unitBeside,
  type PageModel,
  type PageWriting,
  type TableColumn,
  type TableRow,
} from "./page-model.ts";

export function periodModel(book: Book, ask: PageAsk, checks: readonly Check[], writing: PageWriting): PageModel {
  const { words, period, range } = writing;
  const page = periodPage(book, ask, checks);
  const { span, prior, rows, missing } = page;
  if (rows.length === 0) return { tables: [], missing, told: words.empty.period };
  const unit = commonUnit(
    rows.map(({ line }) => line),
    writing,
  );
  const now = { group: period(span), groupNote: range(span) };
  const before = { group: period(prior), groupNote: range(prior) };
  const columns = [
    column("amount", words.amount, now),
    column("share", words.share, { ...now, hint: words.shareHint }),
    column("yoy", words.yoy, { ...now, hint: words.yoyHint }),
    column("prior", words.amount, before),
    column("priorShare", words.share, { ...before, hint: words.shareHint }),
    ...targetColumns(page, writing),
  ];
  const groups = [{ key: "results", heading: "", rows: rows.map((row) => rowOf(row, page, ask, unit, writing)) }];
  const table = { key: "results", title: words.results, unit, columns, groups, instead: "" };
  return { tables: [table], missing, told: "" };
}

function targetColumns(page: PeriodPage, { words }: PageWriting): readonly TableColumn[] {
  const { hasTargets, hasRevisedTargets, targetsAfterResults } = page;
  if (!hasTargets) return [];
  const note = targetsAfterResults?.published ?? "";
  const group = { group: words.targets };
  const against = { ...group, hint: words.againstHint };
  if (!hasRevisedTargets)
    return [column("initial", words.target, { ...group, note }), column("againstInitial", words.against, against)];
  return [
    column("initial", words.initial, group),
    column("againstInitial", words.againstInitial, against),
    column("latest", words.latest, { ...group, note }),
    column("againstLatest", words.againstLatest, against),
  ];
}

function rowOf(row: PeriodRow, page: PeriodPage, { scope }: PageAsk, unit: string, writing: PageWriting): TableRow {
  const { line, targets } = row;
  const figure = figuresOfRow("results", line.id, line, scope);
  const change = { isChange: true };
  const first = [
    figure("initial", targets?.initial, { basis: "target" }),
    figure("againstInitial", targets?.againstInitial, change),
  ];
  const latest = [
    figure("latest", targets?.latest, { basis: "target" }),
    figure("againstLatest", targets?.againstLatest, change),
  ];
  return {
    key: line.id,
    label: writing.label(line),
    hint: "",
    unit: unitBeside(line, unit, writing),
    depth: line.depth,
    kind: "plain",
    cells: [
      figure("amount", row.amount),
      figure("share", row.share),
      figure("yoy", row.yoy, change),
      figure("prior", row.priorAmount),
      figure("priorShare", row.priorShare),
      ...(page.hasTargets ? first : []),
      ...(page.hasRevisedTargets ? latest : []),
    ],
    remark: "",
  };
}
