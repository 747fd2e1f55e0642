/** Results by service: the period with shares and growth, and the same lines quarter by quarter. */
import type { Book, Scope } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { PageAsk } from "#core/pages/page-cell.ts";
import type { ShownLine } from "#core/pages/page-lines.ts";
import { servicesPage, type ServiceRow, type ServicesPage } from "#core/pages/services-page.ts";
import {
  column,
  commonUnit,
  figuresOfRow,
  quarterColumn,
  unitBeside,
  withoutBareColumns,
  type CellContent,
  type PageModel,
  type PageTable,
  type PageWriting,
  type RowGroup,
  type TableColumn,
  type TableRow,
} from "./page-model.ts";

/** A row of the page with its standing among the others. */
interface Standing {
  readonly row: ServiceRow;
  readonly depth: number;
  readonly isTotal: boolean;
}

interface ServiceGroup {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly Standing[];
}

export function servicesModel(book: Book, ask: PageAsk, checks: readonly Check[], writing: PageWriting): PageModel {
  const { words } = writing;
  const page = servicesPage(book, ask, checks);
  const { segments, crossCuts, others, missing } = page;
  if (segments.length === 0 && crossCuts.length === 0 && others.length === 0)
    return { tables: [], missing: [], told: words.empty.services };
  const groups = groupsOf(page, writing);
  const unit = commonUnit(
    groups.flatMap(({ rows }) => rows.map(({ row }) => row.line)),
    writing,
  );
  return {
    tables: [nowTable(page, ask, groups, unit, writing), trendTable(page, ask, groups, unit, writing)],
    missing,
    told: "",
  };
}

function groupsOf({ total, segments, crossCuts, others }: ServicesPage, { words }: PageWriting): ServiceGroup[] {
  const under =
    (head: ShownLine) =>
    (row: ServiceRow): Standing => ({
      row,
      depth: Math.max(1, row.line.depth - head.depth),
      isTotal: false,
    });
  const groups: ServiceGroup[] = segments.map(({ row, parts, ratios, counts }) => ({
    key: row.line.id,
    heading: "",
    rows: [
      { row, depth: 0, isTotal: true },
      ...parts.map(under(row.line)),
      ...[...ratios, ...counts].map((each): Standing => ({ row: each, depth: 1, isTotal: false })),
    ],
  }));
  if (total !== null) groups.push({ key: "total", heading: "", rows: [{ row: total, depth: 0, isTotal: true }] });
  for (const { row, parts } of crossCuts)
    groups.push({
      key: `across ${row.line.id}`,
      heading: words.across,
      rows: [
        { row, depth: 0, isTotal: true },
        ...parts.map((part): Standing => ({ row: part, depth: 1, isTotal: false })),
      ],
    });
  if (others.length > 0)
    groups.push({
      key: "others",
      heading: words.operating,
      rows: others.map((row): Standing => ({ row, depth: 0, isTotal: false })),
    });
  return groups;
}

type CellsOf = (key: string, row: ServiceRow) => readonly CellContent[];

function rowGroups(
  groups: readonly ServiceGroup[],
  unit: string,
  writing: PageWriting,
  cellsOf: CellsOf,
): readonly RowGroup[] {
  return groups.map(({ key, heading, rows }) => ({
    key,
    heading,
    rows: rows.map(({ row, depth, isTotal }): TableRow => {
      const rowKey = `${key} ${row.line.id}`;
      return {
        key: rowKey,
        label: writing.label(row.line),
        hint: "",
        unit: unitBeside(row.line, unit, writing),
        depth,
        kind: isTotal ? "total" : "plain",
        cells: cellsOf(rowKey, row),
        remark: "",
      };
    }),
  }));
}

function nowTable(
  { span }: ServicesPage,
  { scope }: PageAsk,
  groups: readonly ServiceGroup[],
  unit: string,
  writing: PageWriting,
): PageTable {
  const { words, period, range } = writing;
  const now = { group: period(span), groupNote: range(span) };
  const columns = [
    column("now", words.amount, now),
    column("share", words.share, { ...now, hint: words.shareHint }),
    column("qoq", words.qoq, { hint: words.qoqHint }),
    column("qoqChange", words.qoqChange, { hint: words.qoqHint }),
    column("yoy", words.yoy, { hint: words.yoyHint }),
    column("yoyChange", words.yoyChange, { hint: words.yoyHint }),
  ];
  const cellsOf: CellsOf = (key, row) => {
    const figure = figuresOfRow("services", key, row.line, scope);
    const change = { isChange: true };
    return [
      figure("now", row.now),
      figure("share", row.share),
      figure("qoq", row.qoq, change),
      figure("qoqChange", row.qoqChange, change),
      figure("yoy", row.yoy, change),
      figure("yoyChange", row.yoyChange, change),
    ];
  };
  const rows = rowGroups(groups, unit, writing, cellsOf);
  return withoutBareColumns({ key: "services", title: words.services, unit, columns, groups: rows, instead: "" });
}

function trendTable(
  { quarters }: ServicesPage,
  { scope }: PageAsk,
  groups: readonly ServiceGroup[],
  unit: string,
  writing: PageWriting,
): PageTable {
  const { words, state } = writing;
  const isNewestFirst = state.sheet.newest === "left";
  const inOrder = <T>(list: readonly T[]): readonly T[] => (isNewestFirst ? list.toReversed() : list);
  const columns = quarters.map((quarter, index): TableColumn => ({
    ...quarterColumn(`trend ${quarters.length - index}`, quarter, writing),
    isNewest: index === quarters.length - 1,
  }));
  const cellsOf: CellsOf = (key, row) =>
    inOrder(row.trend.map((cell, index) => trendCell(key, row, scope, index, cell)));
  const rows = rowGroups(groups, unit, writing, cellsOf);
  return { key: "trend", title: words.byQuarter, unit, columns: inOrder(columns), groups: rows, instead: "" };
}

/** Counted back from the newest, so that the same figure of another period has the same key. */
const trendCell = (key: string, row: ServiceRow, scope: Scope, index: number, cell: ServiceRow["trend"][number]) =>
  figuresOfRow("trend", key, row.line, scope)(`${row.trend.length - index}`, cell);
