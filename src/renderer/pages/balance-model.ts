/** Balances against the last fiscal year-end; cash flows and other data against the year before. */
import type { Book } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { balancePage, type BalancePage, type YearRow } from "#core/pages/balance-page.ts";
import type { ChangeRow, RestRow, SumBlock } from "#core/pages/change-rows.ts";
import type { PageAsk, PagePlace } from "#core/pages/page-cell.ts";
import type { ShownLine } from "#core/pages/page-lines.ts";
import { spanKey } from "#core/timeline.ts";
import {
  column,
  commonUnit,
  figuresOfPage,
  figuresOfRow,
  periodColumn,
  unitBeside,
  withoutBareColumns,
  type PageModel,
  type PageTable,
  type PageWriting,
  type TableRow,
} from "./page-model.ts";

export function balanceModel(book: Book, ask: PageAsk, checks: readonly Check[], writing: PageWriting): PageModel {
  const { words } = writing;
  const page = balancePage(book, ask, checks);
  const { cashFlows, closingCash, otherData, missing } = page;
  const flows = cashFlows.map((row) => ({ row, label: writing.label(row.line), isEnd: false }));
  const cash =
    closingCash === null || flows.length === 0
      ? []
      : [{ row: closingCash, label: words.atEnd(writing.label(closingCash.line)), isEnd: true }];
  const other = otherData.map((row) => ({ row, label: writing.label(row.line), isEnd: false }));
  const tables = [
    balanceTable(page, ask, writing),
    yearTable("cashFlows", words.cashFlows, [...flows, ...cash], page, ask, writing),
    yearTable("otherData", words.otherData, other, page, ask, writing),
  ].filter(({ groups }) => groups.some(({ rows }) => rows.length > 0));
  if (tables.length === 0) return { tables, missing: [], told: words.empty.balance };
  // Without cash flows there is no end that they lead to.
  const shown = new Set(figuresOfPage({ tables }).map(({ cell }) => placeKey(cell.place)));
  return { tables, missing: missing.filter(({ place }) => shown.has(placeKey(place))), told: "" };
}

const placeKey = (place: PagePlace | null): string => (place === null ? "" : `${place.line} ${spanKey(place.span)}`);

type Triple = Pick<ChangeRow, "now" | "before" | "change">;

function balanceTable(page: BalancePage, { scope }: PageAsk, writing: PageWriting): PageTable {
  const { words, label, range } = writing;
  const { stocks, sums, end, yearEnd } = page;
  const unit = commonUnit(
    [...stocks, ...sums.map(({ total }) => total)].map(({ line }) => line),
    writing,
  );
  const rowOf = (key: string, line: ShownLine, cells: Triple, more: Partial<TableRow> = {}): TableRow => {
    const figure = figuresOfRow("balance", key, line, scope);
    return {
      key,
      label: label(line),
      hint: "",
      unit: unitBeside(line, unit, writing),
      depth: 0,
      kind: "plain",
      cells: [
        figure("now", cells.now),
        figure("before", cells.before),
        figure("change", cells.change, { isChange: true }),
      ],
      remark: "",
      ...more,
    };
  };
  const lineRow = (row: ChangeRow, more: Partial<TableRow> = {}): TableRow => rowOf(row.line.id, row.line, row, more);
  const restRow = (total: ShownLine, rest: RestRow): TableRow =>
    rowOf(`rest ${total.id}`, total, rest, {
      label: words.notShown,
      hint: words.notShownHint(label(total)),
      kind: "rest",
      depth: 1,
    });
  const sumRows = ({ total, parts, rest }: SumBlock): TableRow[] => [
    ...parts.flatMap(({ sign, row, ofWhich }) => [
      lineRow(row, sign === 1 ? { depth: 1 } : { depth: 1, label: words.less(label(row.line)) }),
      ...ofWhich.map((each) => lineRow(each, { depth: 2, label: words.ofWhich(label(each.line)) })),
    ]),
    ...(rest === null ? [] : [restRow(total.line, rest)]),
    lineRow(total, { kind: "total" }),
  ];
  return {
    key: "balance",
    title: words.balanceSheet,
    unit,
    columns: [
      periodColumn("now", end, writing, { note: range(end), isNewest: true }),
      periodColumn("before", yearEnd, writing, { note: range(yearEnd) }),
      column("change", words.change, { hint: words.changeSinceYearEnd(range(yearEnd)) }),
    ],
    groups: [
      { key: "stocks", heading: "", rows: stocks.map((row) => lineRow(row)) },
      ...sums.map((sum) => ({ key: sum.total.line.id, heading: "", rows: sumRows(sum) })),
    ].filter(({ rows }) => rows.length > 0),
    instead: "",
  };
}

interface NamedYearRow {
  readonly row: YearRow;
  readonly label: string;
  /** What the rows above lead to. */
  readonly isEnd: boolean;
}

function yearTable(
  key: string,
  title: string,
  rows: readonly NamedYearRow[],
  { span, prior }: BalancePage,
  { scope }: PageAsk,
  writing: PageWriting,
): PageTable {
  const { words, range } = writing;
  const unit = commonUnit(
    rows.map(({ row }) => row.line),
    writing,
  );
  return withoutBareColumns({
    key,
    title: words.months(title, span.length * 3),
    unit,
    columns: [
      periodColumn("now", span, writing, { note: range(span), isNewest: true }),
      periodColumn("prior", prior, writing, { note: range(prior) }),
      column("change", words.change, { hint: words.yoyHint }),
      column("yoy", words.yoy, { hint: words.yoyHint }),
    ],
    groups: [
      {
        key,
        heading: "",
        rows: rows.map(({ row, label, isEnd }): TableRow => {
          const { line, now, prior: before, change, yoy } = row;
          const figure = figuresOfRow(key, line.id, line, scope);
          return {
            key: line.id,
            label,
            hint: "",
            unit: unitBeside(line, unit, writing),
            depth: 0,
            kind: isEnd ? "total" : "plain",
            cells: [
              figure("now", now),
              figure("prior", before),
              figure("change", change, { isChange: true }),
              figure("yoy", yoy, { isChange: true }),
            ],
            remark: "",
          };
        }),
      },
    ],
    instead: "",
  });
}
