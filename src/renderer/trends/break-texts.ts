/** Breaks of the series that a chart draws, in words, by the columns that they stand before. */
import type { Break } from "#core/book.ts";
import { breaksBefore, breaksIn } from "#core/breaks.ts";
import type { DrawnChart } from "#core/charts/resolve-drawing.ts";
import { labelOf, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";

/** What changed at a break, in the window's language. */
const breakReason = ({ settings }: WindowState, { textEn, textJa }: Break): string =>
  settings.language === "ja" ? textJa || textEn : textEn || textJa;

/** `Break before 1Q06: new standard`; with the line that it is marked on, where that is not every line. */
export function breakText(state: WindowState, row: Break): string {
  const { trends } = wordsOf(state);
  const text = trends.breakBefore(periodOf(state, { start: row.boundary, length: 1 }), breakReason(state, row));
  return row.line === null ? text : trends.breakOf(labelOf(state, row.line), text);
}

/** One list for each column; a break of several series once. */
export function breakTexts(state: WindowState, { columns, series }: DrawnChart): readonly (readonly string[])[] {
  const { edited, company } = state;
  const lines = new Set(series.map(({ line }) => line.id));
  const breaks = new Map([...lines].map((line) => [line, breaksIn(edited.shown, company, line)]));
  return columns.map((_, column) => {
    const before = series.flatMap(({ line, points }) => {
      const point = points[column];
      if (point === undefined) return [];
      return breaksBefore(breaks.get(line.id) ?? [], point.span, points[column - 1]?.span ?? null);
    });
    return [...new Set(before)].map((row) => breakText(state, row));
  });
}
