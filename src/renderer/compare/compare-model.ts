/** Companies side by side as a table to be drawn: what stands in which row, under which company, as which measure. */
import type { PageCell } from "#core/pages/page-cell.ts";
import {
  comparisonOf,
  hasMeasure,
  measured,
  orderOf,
  type ComparedCells,
  type ComparedCompany,
  type ComparedRow,
  type Comparison,
  type Measure,
} from "#core/pages/compare-page.ts";
import { monthsOfQuarter } from "#core/pages/compare-spans.ts";
import { calendarRange, formatPeriod } from "#core/period-labels.ts";
import { extentOf } from "#core/layout.ts";
import { endOf, monthOf, quarterEnding, spanKey, type Span } from "#core/timeline.ts";
import type { FigureContent } from "../pages/page-model.ts";
import { undatedIn } from "../making/shown-figures.ts";
import { shownUnitIn } from "../state/figure-text.ts";
import {
  companyNameOf,
  companyOf,
  labelOf,
  periodOf,
  rememberBy,
  wordsOf,
  type WindowState,
} from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import {
  comparedCompaniesIn,
  comparedLinesIn,
  comparedSpanIn,
  comparedSpansIn,
  compareViewIn,
  followedLineIn,
  orderedSpansIn,
} from "./compare-choice.ts";
import { checksBeside, stateBeside } from "./state-beside.ts";

/** A figure of a company, as it is explained and as it is shown. */
export interface ComparedFigure {
  readonly kind: "figure";
  /** Unique in the table. */
  readonly key: string;
  readonly company: string;
  /** The `key` of its row. */
  readonly row: string;
  readonly measure: Measure;
  /** In the company's own unit. */
  readonly content: FigureContent;
  /** In the row's. */
  readonly shown: PageCell;
}

/** Why there is nothing to hold against the others. */
export interface NothingCompared {
  readonly kind: "words";
  readonly text: string;
  readonly hint: string;
}

export type ComparedContent = ComparedFigure | NothingCompared;

export interface ComparedColumn {
  readonly company: string;
  readonly name: string;
  /** The company's own period and its months; over time when its years end. */
  readonly period: string;
  readonly range: string;
}

export interface ComparedTableRow {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  /** Beside the label: a unit of its own, or that currencies are mixed. */
  readonly note: string;
  /** The measure that companies are put in order by in this row; null: nothing in it can be held against another. */
  readonly ranksBy: Measure | null;
  readonly row: ComparedRow;
  /** For each company one for each measure; null: the measure says nothing of this line. */
  readonly cells: readonly (readonly (ComparedContent | null)[])[];
}

export interface ComparedTable {
  readonly title: string;
  /** Of most amounts; empty: it is said in the rows. */
  readonly unit: string;
  readonly measures: readonly Measure[];
  readonly columns: readonly ComparedColumn[];
  readonly rows: readonly ComparedTableRow[];
  /** What has to be known to read it, in sentences. */
  readonly remarks: readonly string[];
}

const comparisonIn: (state: WindowState) => Comparison = rememberBy(
  (state) => [
    state.edited.shown,
    state.company,
    state.scope,
    state.asOf,
    comparedCompaniesIn(state),
    compareViewIn(state).alignment,
    state.findings,
    state.compare.findings,
  ],
  (state) => {
    const { edited, scope, asOf } = state;
    const { alignment } = compareViewIn(state);
    const ask = { companies: comparedCompaniesIn(state), scope, asOf, alignment, by: companyOf(state) };
    return comparisonOf(edited.shown, ask, (company) => checksBeside(state, company));
  },
);

/** The rows in the order in which they are asked for. */
const rowsIn: (state: WindowState) => readonly ComparedRow[] = rememberBy(
  (state) => [comparisonIn(state), comparedLinesIn(state), comparedSpanIn(state), comparedSpansIn(state), state.sheet],
  (state) => {
    const comparison = comparisonIn(state);
    if (compareViewIn(state).layout === "lines")
      return comparedLinesIn(state).map((line) => comparison.row(line, comparedSpanIn(state)));
    const line = followedLineIn(state);
    return line === null ? [] : orderedSpansIn(state).map((span) => comparison.row(line, span));
  },
);

/** The rows over time, oldest first, for the picture. */
export const rowsOverTimeIn = (state: WindowState): readonly ComparedRow[] =>
  rowsIn(state).toSorted((a, b) => endOf(a.span) - endOf(b.span));

export const comparedTableIn: (state: WindowState) => ComparedTable = rememberBy(
  (state) => [rowsIn(state), state.compare, state.settings, state.sheet],
  makeTable,
);

function makeTable(state: WindowState): ComparedTable {
  const { layout, measures: chosen } = compareViewIn(state);
  const found = rowsIn(state);
  const measures = chosen.filter((measure) => measure === "value" || found.some((row) => hasMeasure(row, measure)));
  const unit = mostOf(found.map((row) => unitOfRow(state, row)));
  const companies = placesOf(state, found);
  const rows = placesOfRows(state, found).flatMap((at) => {
    const row = found[at];
    return row === undefined ? [] : [tableRow(state, row, measures, unit, companies)];
  });
  const columns = comparisonIn(state).columns(comparedSpanIn(state));
  const shown = companies.flatMap((at) => columns[at] ?? []);
  return {
    title: layout === "lines" ? titleOf(state) : found[0] === undefined ? "" : nameOfLine(state, found[0].line.id),
    unit,
    measures,
    columns: shown.map((column) => columnOf(state, column, layout)),
    rows,
    remarks: remarksOf(state, found, columns),
  };
}

/** What a row is called where it is put in order by. */
export const rowKeyOf = (layout: "lines" | "periods", { line, span }: ComparedRow): string =>
  layout === "lines" ? line.id : spanKey(span);

/** Where the companies stand: in the order of their figures in a row, or as they were chosen. */
function placesOf(state: WindowState, rows: readonly ComparedRow[]): readonly number[] {
  const asChosen = comparedCompaniesIn(state).map((_, index) => index);
  const { companyOrder: order } = state.compare;
  const row = rows.find((each) => rowKeyOf(compareViewIn(state).layout, each) === order?.row);
  if (order === null || row === undefined) return asChosen;
  return orderOf(
    row.cells.map((cells) => measured(cells, order.measure)?.value ?? null),
    order.direction,
  );
}

function placesOfRows(state: WindowState, rows: readonly ComparedRow[]): readonly number[] {
  const { rowOrder: order } = state.compare;
  const at = order === null ? -1 : comparedCompaniesIn(state).indexOf(order.company);
  if (order === null || at < 0) return rows.map((_, index) => index);
  const valueOf = ({ cells }: ComparedRow): number | null => {
    const own = cells[at];
    return own === undefined ? null : (measured(own, order.measure)?.value ?? null);
  };
  return orderOf(rows.map(valueOf), order.direction);
}

/** The unit that a row's amounts are shown in; empty where they are percentages, or not held against each other. */
const unitOfRow = (state: WindowState, { unit, line }: ComparedRow): string =>
  unit === null || unit === "%" ? "" : shownUnitIn(state, { unit, kind: line.kind });

function mostOf(units: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const unit of units) if (unit !== "") counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

function columnOf(state: WindowState, { company, span }: ComparedCompany, layout: "lines" | "periods"): ComparedColumn {
  const { language } = state.settings;
  const own = stateBeside(state, company.id);
  const name = companyNameOf(company, language);
  const { yearEnds } = wordsOf(state).compare;
  return layout === "lines"
    ? { company: company.id, name, period: periodOf(own, span), range: calendarRange(span, company, language) }
    : { company: company.id, name, period: "", range: yearEnds(company.yearEndMonth) };
}

/** A period's name that several companies have: none that says when one's year ends. */
const sharedName = (state: WindowState, span: Span): string =>
  formatPeriod(span, companyOf(state), state.settings.periods === "fiscal" ? "fiscal" : "deck");

/** A period by its name, which is every company's own, or by its months. */
export function spanLabel(state: WindowState, span: Span): string {
  const { alignment } = compareViewIn(state);
  return alignment === "fiscal"
    ? sharedName(state, span)
    : calendarRange(span, companyOf(state), state.settings.language);
}

function titleOf(state: WindowState): string {
  const { compare } = wordsOf(state);
  const { alignment, kind } = compareViewIn(state);
  const span = comparedSpanIn(state);
  const by = companyOf(state);
  if (alignment === "fiscal") return compare.titleByName(sharedName(state, span));
  // Months of the calendar's quarter name the period only where all companies end with its last one.
  if (comparisonIn(state).monthsApart(span) === 0)
    return compare.titleOfMonths(calendarRange(span, by, state.settings.language), compare.kindsOf[kind]);
  const [first, , last] = monthsOfQuarter(monthOf(endOf(span), by));
  return compare.titleByMonths(compare.kindsOf[kind], first.month, last.month, last.year);
}

/** A line by its name; where the first company has its own for it, by that. */
export function nameOfLine(state: WindowState, line: string): string {
  const [first] = comparedCompaniesIn(state);
  return labelOf(first === undefined ? state : stateBeside(state, first), line);
}

function tableRow(
  state: WindowState,
  row: ComparedRow,
  measures: readonly Measure[],
  unit: string,
  companies: readonly number[],
): ComparedTableRow {
  const words = wordsOf(state);
  const { layout } = compareViewIn(state);
  const key = rowKeyOf(layout, row);
  const mixed = row.unit === null ? words.compare.mixed(row.currencies) : "";
  const own = unitOfRow(state, row);
  const ownUnit = own === "" || own === unit ? "" : unitLabel(own, words);
  const periods = comparisonIn(state)
    .columns(row.span)
    .map(
      ({ company, span }) =>
        `${companyNameOf(company, state.settings.language)}: ${rangeText(state, company.id, span)}`,
    );
  return {
    key,
    label: layout === "lines" ? nameOfLine(state, row.line.id) : spanLabel(state, row.span),
    hint: layout === "lines" ? row.line.id : periods.join("\n"),
    note: mixed || ownUnit,
    ranksBy: measures.find((measure) => hasMeasure(row, measure)) ?? null,
    row,
    cells: companies.map((at) => {
      const cells = row.cells[at];
      return cells === undefined
        ? []
        : measures.map((measure, index) => contentOf(state, row, cells, measure, index, key));
    }),
  };
}

const rangeText = (state: WindowState, company: string, span: Span): string => {
  const own = stateBeside(state, company);
  return `${periodOf(own, span)}, ${calendarRange(span, companyOf(own), state.settings.language)}`;
};

function contentOf(
  state: WindowState,
  row: ComparedRow,
  cells: ComparedCells,
  measure: Measure,
  index: number,
  key: string,
): ComparedContent | null {
  const { compare } = wordsOf(state);
  const { company, line } = cells;
  const name = companyNameOf(companyOf(stateBeside(state, company)), state.settings.language);
  if (line === null)
    return index > 0
      ? null
      : { kind: "words", text: compare.noLine, hint: compare.noLineHint(name, nameOfLine(state, row.line.id)) };
  const cell = measure === "value" ? cells.value : cells[measure];
  if (cell === null) return null;
  const shown = measured(cells, measure);
  if (shown === null) return { kind: "words", text: compare.nothing, hint: compare.mixed(row.currencies) };
  const content: FigureContent = {
    kind: "figure",
    key: `${key}|${company}|${measure}`,
    line,
    cell,
    scope: state.scope,
    basis: "actual",
    isChange: measure === "yoy",
  };
  return { kind: "figure", key: content.key, company, row: key, measure, content, shown };
}

function remarksOf(state: WindowState, rows: readonly ComparedRow[], columns: readonly ComparedCompany[]): string[] {
  const words = wordsOf(state);
  const { compare } = words;
  const mixed = [...new Set(rows.flatMap(({ unit, currencies }) => (unit === null ? currencies : [])))];
  const apart = comparisonIn(state).monthsApart(comparedSpanIn(state));
  const rescaled = columns.flatMap(({ company }, at) => {
    const pairs = rows.flatMap(({ unit, cells }) => {
      const own = cells[at]?.line?.line.unit ?? unit;
      return unit === null || own === null || own === unit ? [] : [`${own}|${unit}`];
    });
    return [...new Set(pairs)].map((pair) => {
      const [own = "", unit = ""] = pair.split("|");
      const name = companyNameOf(company, state.settings.language);
      return compare.rescaled(name, unitLabel(own, words), unitLabel(unit, words));
    });
  });
  const without = columns.flatMap(({ company }, at) => {
    if (rows.some(({ cells }) => (cells[at]?.value?.value ?? null) !== null)) return [];
    const own = stateBeside(state, company.id);
    const latest = extentOf(state.edited.shown, company.id);
    const period = latest === null ? "" : periodOf(own, quarterEnding(latest.to));
    return [compare.without(companyNameOf(company, state.settings.language), period)];
  });
  // The banner speaks of the window's company alone.
  const undated = columns.flatMap(({ company }) => {
    const count = state.asOf === null || company.id === state.company ? 0 : undatedIn(state, company.id);
    return count === 0 ? [] : [words.making.asOf.undatedOf(companyNameOf(company, state.settings.language), count)];
  });
  return [
    ...undated,
    ...without,
    ...(mixed.length > 0 ? [compare.mixedRemark(mixed)] : []),
    ...rescaled,
    ...(apart > 0 ? [compare.apart(apart, compareViewIn(state).alignment)] : []),
  ];
}
