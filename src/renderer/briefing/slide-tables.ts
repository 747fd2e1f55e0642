/** The tables that only a briefing has: by quarter below a trend, services with their trend, income taken apart. */
import type { Book } from "#core/book.ts";
import type { ServicesPart } from "#core/pages/briefing-services.ts";
import { MOST_QUARTERS } from "#core/pages/briefing-trends.ts";
import type { PageAsk } from "#core/pages/page-cell.ts";
import type { ChangeRow } from "#core/pages/change-rows.ts";
import { linesOf } from "#core/pages/page-lines.ts";
import type { ProfitPage, ProfitRow } from "#core/pages/profit-page.ts";
import { quartersOf, type Span } from "#core/timeline.ts";
import {
  column,
  commonUnit,
  figuresOfRow,
  periodColumn,
  quarterColumn,
  unitBeside,
  withoutBareColumns,
  type PageModel,
  type PageTable,
  type PageWriting,
  type RowGroup,
  type TableColumn,
  type TableRow,
} from "../pages/page-model.ts";
import type { TrendPlot } from "../trends/trend-plot.ts";
import type { Words } from "../words/words.ts";

const row = (key: string, label: string, cells: TableRow["cells"], more: Partial<TableRow> = {}): TableRow => ({
  key,
  label,
  hint: "",
  unit: "",
  depth: 0,
  kind: "plain",
  cells,
  remark: "",
  ...more,
});

/** The newest stands where the grid has it. */
const inOrder = <T>(list: readonly T[], { state }: PageWriting): readonly T[] =>
  state.sheet.newest === "left" ? list.toReversed() : list;

/** The figures of pictures, quarter by quarter; each line once. @param span that all of them are drawn over */
export function quartersTable(
  plots: readonly TrendPlot[],
  span: Span,
  title: string,
  ask: PageAsk,
  book: Book,
  writing: PageWriting,
): PageTable {
  const { byId } = linesOf(book, ask.company);
  const seen = new Set<string>();
  const drawn = plots.flatMap(({ totals, series }) => [
    ...totals.flatMap(({ points }) => {
      const id = points.find(({ cell }) => cell.place !== null)?.cell.place?.line;
      return id === undefined ? [] : [{ id, points, isTotal: true }];
    }),
    ...series.map(({ line, points }) => ({ id: line, points, isTotal: false })),
  ]);
  const own = drawn.flatMap(({ id, points, isTotal }) => {
    const line = byId.get(id);
    if (line === undefined || seen.has(id)) return [];
    seen.add(id);
    return [{ line, isTotal, cells: points.map(({ cell }) => cell) }];
  });
  const unit = commonUnit(
    own.map(({ line }) => line),
    writing,
  );
  const quarters = inOrder(quartersOf(span), writing);
  const rows = own.map(({ line, isTotal, cells }): TableRow => {
    const figure = figuresOfRow("quarters", line.id, line, ask.scope);
    const shown = inOrder(cells, writing);
    return row(
      line.id,
      writing.label(line),
      quarters.map((_, at) => figure(`${at}`, shown[at])),
      { unit: unitBeside(line, unit, writing), kind: isTotal ? "total" : "plain" },
    );
  });
  return {
    key: "quarters",
    title,
    unit,
    columns: quarterColumns(quarters, writing),
    groups: [{ key: "quarters", heading: "", rows }],
    instead: "",
  };
}

function quarterColumns(quarters: readonly Span[], writing: PageWriting): readonly TableColumn[] {
  const newest = writing.state.sheet.newest === "left" ? 0 : quarters.length - 1;
  return quarters.map((quarter, at) => ({
    ...quarterColumn(`quarter ${at}`, quarter, writing),
    isNewest: at === newest,
  }));
}

/** The comparisons that stand beside a trend. */
const COMPARISONS = ["qoq", "qoqChange", "yoy", "yoyChange"];

/**
 * Some services of the page by service: their quarters, and beside them what changed.
 * @param model the page's own: the period first, then the quarters
 */
export function servicesTable(
  { tables }: PageModel,
  { heads, hasOthers }: ServicesPart,
  { state }: PageWriting,
): PageTable | null {
  const [now, trend] = tables;
  if (now === undefined || trend === undefined) return null;
  const isOwn = ({ key }: RowGroup): boolean =>
    heads.some((head) => key === head || key === `across ${head}`) || (hasOthers && key === "others");
  const kept = now.columns.flatMap(({ key }, at) => (COMPARISONS.includes(key) ? [at] : []));
  const isNewestFirst = state.sheet.newest === "left";
  const recent = <T>(list: readonly T[]): readonly T[] =>
    isNewestFirst ? list.slice(0, MOST_QUARTERS) : list.slice(-MOST_QUARTERS);
  const groups = trend.groups.filter(isOwn).map((group): RowGroup => {
    const beside = now.groups.find(({ key }) => key === group.key);
    const rows = group.rows.map((each, at): TableRow => ({
      ...each,
      cells: [...recent(each.cells), ...kept.map((column) => beside?.rows[at]?.cells[column] ?? null)],
    }));
    return { ...group, rows };
  });
  return withoutBareColumns({
    key: "services",
    title: now.title,
    unit: now.unit,
    columns: [...recent(trend.columns), ...kept.flatMap((at) => now.columns[at] ?? [])],
    groups,
    instead: "",
  });
}

/** Operating and net income with their growth and margins, and the gains from securities that they hold. */
export function profitTable(
  { profits, securitiesGain, span, prior }: ProfitPage,
  { scope }: PageAsk,
  words: Words["briefing"]["profit"],
  writing: PageWriting,
): PageTable {
  const { words: pages, range, label } = writing;
  const all = [...profits, ...(securitiesGain === null ? [] : [securitiesGain])];
  const unit = commonUnit(
    all.map(({ line }) => line),
    writing,
  );
  const rowOf = ({ line, amount, priorAmount, yoy, margin, marginChange }: ProfitRow): TableRow => {
    const figure = figuresOfRow("profits", line.id, line, scope);
    return row(
      line.id,
      label(line),
      [
        figure("amount", amount),
        figure("prior", priorAmount),
        figure("yoy", yoy, { isChange: true }),
        figure("margin", margin),
        figure("marginChange", marginChange, { isChange: true }),
      ],
      { unit: unitBeside(line, unit, writing) },
    );
  };
  return withoutBareColumns({
    key: "profits",
    title: words.title,
    unit,
    columns: [
      periodColumn("amount", span, writing, { hint: range(span) }),
      periodColumn("prior", prior, writing, { hint: range(prior) }),
      column("yoy", pages.yoy, { hint: pages.yoyHint }),
      column("margin", words.margin, { hint: words.marginHint }),
      column("marginChange", words.marginChange, { hint: pages.yoyHint }),
    ],
    groups: [{ key: "profits", heading: "", rows: all.map(rowOf) }],
    instead: "",
  });
}

/** Net income as the sum that it is: what comes in, what goes off, of which. Null where it is no plain sum. */
export function netIncomeTable(
  { netIncome, span, prior }: ProfitPage,
  { scope }: PageAsk,
  words: Words["briefing"]["profit"],
  writing: PageWriting,
): PageTable | null {
  if (netIncome === null) return null;
  const { words: pages, range, label } = writing;
  const { total, parts } = netIncome;
  const unit = commonUnit(
    [total, ...parts.map((part) => part.row)].map(({ line }) => line),
    writing,
  );
  const rowOf = ({ line, now, before, change }: ChangeRow, more: Partial<TableRow> = {}): TableRow => {
    const figure = figuresOfRow("net", line.id, line, scope);
    const cells = [figure("now", now), figure("before", before), figure("change", change, { isChange: true })];
    return row(line.id, label(line), cells, { unit: unitBeside(line, unit, writing), ...more });
  };
  return {
    key: "net",
    title: words.netTitle(label(total.line)),
    unit,
    columns: [
      periodColumn("now", span, writing, { hint: range(span) }),
      periodColumn("before", prior, writing, { hint: range(prior) }),
      column("change", pages.change, { hint: pages.yoyHint }),
    ],
    groups: [
      {
        key: "net",
        heading: "",
        rows: [
          ...parts.flatMap(({ sign, row: part, ofWhich }) => [
            rowOf(part, sign === 1 ? {} : { label: pages.less(label(part.line)) }),
            ...ofWhich.map((each) => rowOf(each, { depth: 1 })),
          ]),
          rowOf(total, { kind: "total" }),
        ],
      },
    ],
    instead: "",
  };
}

/** The columns of a table of targets that there is room for where four of them share a slide. */
const OF_TARGETS = ["initial", "before", "latest", "amount", "rate", "actual"];

/**
 * The tables of revisions, as narrow as a slide wants them; how far the year has come stands on its own page.
 * @param blocks which of them, by their place among these tables
 */
export const targetTables = ({ tables }: PageModel, blocks: readonly number[]): readonly PageTable[] =>
  tables
    .filter(({ columns }) => columns.some(({ key }) => key === "initial"))
    .filter((_, at) => blocks.includes(at))
    .map((table) => {
      const kept = table.columns.map(({ key }) => OF_TARGETS.includes(key));
      return {
        ...table,
        columns: table.columns.filter((_, at) => kept[at]),
        groups: table.groups.map((group) => ({
          ...group,
          rows: group.rows.map((each) => ({ ...each, cells: each.cells.filter((_, at) => kept[at]) })),
        })),
      };
    });
