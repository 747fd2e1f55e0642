/**
 * The company of the live bench: 300 lines of 80 quarters, as large as books are meant to become, in groups
 * of ten inputs, their total and its growth on the year. Plain data: the bare grid shows the same rows.
 */
import type { Book, Fact, Line } from "#core/book.ts";
import { EMPTY_BOOK } from "#core/book.ts";
import type { Span } from "#core/timeline.ts";
import { FIRST_BOUNDARY, GROUP, VIEW, amountAt, inputId, subtotalId } from "./model.ts";

export const LIVE = { lines: 300, quarters: 80 } as const;

/** Ten inputs, their total, its growth. */
const GROUPS = LIVE.lines / (GROUP + 2);

const growthId = (group: number): string => `growth_${group}`;

export const quarterAt = (quarter: number): Span => ({ start: FIRST_BOUNDARY + quarter, length: 1 });

/** The columns of the grid: all quarters, and the empty one that the window keeps for the next. */
export const COLUMNS = LIVE.quarters + 1;

/** The row that is typed into, by its id, and the rows that follow from it. */
export const EDITED = { line: inputId(3), dependents: [subtotalId(0), growthId(0)] } as const;

/** The lines in their order, with the figures of every column. */
export function liveRows(): { readonly id: string; readonly amounts: number[] }[] {
  const columns = [...Array(COLUMNS).keys()];
  return Array.from({ length: GROUPS }, (_, group) => {
    const inputs = inputsOf(group).map((input) => ({
      id: inputId(input),
      amounts: columns.map((quarter) => amountAt(input, quarter)),
    }));
    const totals = columns.map((quarter) => inputs.reduce((sum, { amounts }) => sum + (amounts[quarter] ?? 0), 0));
    const growth = totals.map((total, quarter) => Math.round((1000 * total) / (totals[quarter - 4] ?? total)) / 10);
    return [...inputs, { id: subtotalId(group), amounts: totals }, { id: growthId(group), amounts: growth }];
  }).flat();
}

const inputsOf = (group: number): number[] => Array.from({ length: GROUP }, (_, at) => group * GROUP + at);

/** The same lines as a book. */
export function liveBook(): Book {
  const lines: Line[] = [];
  const add = (id: string, kind: Line["kind"], unit: string, formula: string | null): void => {
    const plain = { labelEn: id, labelJa: id, section: "s", parent: null, note: "" };
    lines.push({ id, ...plain, kind, unit, formula, position: lines.length });
  };
  for (let group = 0; group < GROUPS; group += 1) {
    for (const input of inputsOf(group)) add(inputId(input), "flow", "JPY million", null);
    add(subtotalId(group), "flow", "JPY million", inputsOf(group).map(inputId).join(" + "));
    add(growthId(group), "ratio", "%", `yoy(${subtotalId(group)})`);
  }
  const { company, scope, basis } = VIEW;
  const facts = Array.from({ length: GROUPS * GROUP }, (_, input) =>
    Array.from({ length: LIVE.quarters }, (__, quarter): Fact => ({
      company,
      scope,
      basis,
      line: inputId(input),
      span: quarterAt(quarter),
      source: "s",
      stated: { mantissa: amountAt(input, quarter), decimals: 0 },
      restated: false,
      page: "",
      asPrinted: "",
    })),
  ).flat();
  const calendar = { yearEndMonth: 3, fyNamedBy: "start", currency: "JPY", scale: "million" } as const;
  return {
    ...EMPTY_BOOK,
    sections: [{ id: "s", labelEn: "Figures", labelJa: "数値", position: 0 }],
    lines,
    companies: [{ id: company, nameEn: "Large Inc.", nameJa: "", ...calendar, position: 0 }],
    companyLines: lines.map(({ id: line, position }) => ({ company, line, position, labelEn: null, labelJa: null })),
    sources: [{ id: "s", company, title: "Report", kind: "report", published: "2020-05-14", rounding: "nearest" }],
    facts,
  };
}
