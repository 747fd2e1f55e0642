/** What the selected figures come to: sum, average, how many, the least and the greatest. */
import { homeOf } from "#core/book.ts";
import { endOf, sameSpan } from "#core/timeline.ts";
import { unitOf } from "#core/units.ts";
import { copiedFigure } from "../grid/copied-figure.ts";
import { figureInCell, type FigureInCell } from "../grid/figure-in-cell.ts";
import { numberStyleIn, shownUnitIn, writeFigure } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import { placesSelectedIn } from "../state/selection.ts";
import { figuresIn, findLine, rememberBy, type WindowState } from "../state/window-state.ts";

export type Statistic = "sum" | "average" | "count" | "least" | "greatest";

interface Told {
  readonly name: Statistic;
  readonly text: string;
  /** As it is copied. */
  readonly plain: string;
}

export interface SelectionSummary {
  /** In the order in which they are shown; the count alone where the figures have several units. Of periods that overlap no sum and no average. */
  readonly statistics: readonly Told[];
  /** The unit that all the figures are shown in; null where they have several. */
  readonly unit: string | null;
  /** A figure is part of another of its line, as a quarter of its year. */
  readonly overlaps: boolean;
}

/** A cell with its figure. */
interface Found extends FigureInCell {
  readonly place: Place;
}

/** Null where fewer than two figures are selected. Gaps do not count: a blank is no zero. */
export const summaryIn: (state: WindowState) => SelectionSummary | null = rememberBy(
  (state) => [placesSelectedIn(state), figuresIn(state), state.sheet.overlay, state.sheet.layout, state.settings],
  (state) => {
    const places = placesSelectedIn(state);
    const found = places.flatMap((place): Found[] => {
      const figure = figureInCell(state, place);
      return figure === null ? [] : [{ ...figure, place }];
    });
    return summaryOf(state, found);
  },
);

function summaryOf(state: WindowState, found: readonly Found[]): SelectionSummary | null {
  const [first] = found;
  if (first === undefined || found.length < 2) return null;
  const howMany = writeFigure(state, found.length, { unit: "" }, 0);
  const count: Told = { name: "count", text: howMany, plain: howMany };
  const { unit } = first;
  const shown = shownUnitIn(state, first);
  if (found.some((each) => each.unit !== unit || shownUnitIn(state, each) !== shown))
    return { statistics: [count], unit: null, overlaps: false };
  const values = found.map(({ value }) => value);
  const decimals = Math.max(...found.map((each) => each.decimals));
  const total = values.reduce((sum, value) => sum + value, 0);
  const tell = (name: Statistic, value: number, digits: number): Told => {
    const copied = copiedFigure({ ...first, value, decimals: digits, isPrinted: false }, "shown", numberStyleIn(state));
    return { name, text: copied.shown, plain: copied.plain };
  };
  const overlaps = haveOverlap(state, found);
  return {
    statistics: [
      ...(!overlaps && addUp(state, found) ? [tell("sum", total, decimals)] : []),
      // The mean of whole figures is rarely one.
      ...(overlaps ? [] : [tell("average", total / values.length, Math.max(decimals, 1))]),
      count,
      tell("least", Math.min(...values), decimals),
      tell("greatest", Math.max(...values), decimals),
    ],
    unit: shown,
    overlaps,
  };
}

/** Whether a period of one line lies within another, or a balance stands twice. */
function haveOverlap(state: WindowState, found: readonly Found[]): boolean {
  const byLine = Map.groupBy(found, ({ place }) => place.line);
  return [...byLine].some(([id, figures]) => {
    const line = findLine(state, id);
    const spans = figures.map(({ place: { span } }) => (line === undefined ? span : homeOf(line, span)));
    const inOrder = spans.toSorted((a, b) => a.start - b.start || a.length - b.length);
    return inOrder.some((span, index) => {
      const before = inOrder[index - 1];
      return before !== undefined && (sameSpan(before, span) || span.start < endOf(before));
    });
  });
}

/**
 * Whether a sum of figures says something: amounts and numbers over periods add up, and so do balances of one
 * date; balances of several dates, percentages and other ratios do not.
 */
function addUp(state: WindowState, found: readonly Found[]): boolean {
  const kinds = new Set(found.map(({ place }) => findLine(state, place.line)?.kind));
  const dates = new Set(found.map(({ place }) => endOf(place.span)));
  return (
    found.every(({ unit }) => ["money", "count"].includes(unitOf(unit).kind)) &&
    !kinds.has("ratio") &&
    (!kinds.has("stock") || (kinds.size === 1 && dates.size === 1))
  );
}
