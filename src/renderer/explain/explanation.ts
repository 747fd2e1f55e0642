/** What the pane says of a cell: gathered from the figures and the book, worded, ready to lay out. */
import { homeOf, type Fact, type Line } from "#core/book.ts";
import { isFigure, type Figure, type Route } from "#core/figures/cell.ts";
import { isKnownBy, publishedBy } from "#core/figures/ledger.ts";
import type { Expression } from "#core/formula/expression.ts";
import { growthWords } from "#core/gap-words.ts";
import type { Gap } from "#core/gaps.ts";
import { calendarRange } from "#core/period-labels.ts";
import { sameSpan, type Span } from "#core/timeline.ts";
import { unitOf, type Measured } from "#core/units.ts";
import {
  cellText,
  factText,
  gapText,
  numberStyleIn,
  partText,
  printedIn,
  shownUnitLabel,
  writeChange,
} from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import {
  companyOf,
  figuresIn,
  findLine,
  keyIn,
  labelOf,
  periodOf,
  wordsOf,
  type WindowState,
} from "../state/window-state.ts";
import { faultText } from "../words/words.ts";
import { restsOnImplied, traceOf, type Trace } from "./trace.ts";
import { unrounded } from "./unrounded.ts";

export interface ExplainedSource {
  readonly title: string;
  /** Null where the source has no date. */
  readonly published: string | null;
  readonly page: string;
  readonly asPrinted: string;
  readonly isRestated: boolean;
}

/** One source's figure among several of the same cell. */
export interface Vintage {
  readonly key: string;
  readonly value: string;
  readonly title: string;
  readonly published: string | null;
  readonly isRestated: boolean;
  readonly isInForce: boolean;
}

export interface Explanation extends Trace {
  readonly label: string;
  readonly period: string;
  readonly range: string;
  /** Null for a gap. */
  readonly value: string | null;
  readonly unit: string;
  /** More digits than `value` shows; null where there are none. */
  readonly unrounded: string | null;
  readonly route: Route | null;
  readonly restsOnImplied: boolean;
  readonly gap: string | null;
  readonly isMixed: boolean;
  /** A sum of spans one of which is printed as a dash. */
  readonly hasDash: boolean;
  /** Of a reported figure. */
  readonly source: ExplainedSource | null;
  /** Against the year and the quarter before: growth, points for percentages, or how a result turned. Null: not known. */
  readonly yoy: string | null;
  readonly qoq: string | null;
  /** A reported figure that a computed one is shown instead of. */
  readonly alsoReported: { readonly value: string; readonly source: ExplainedSource } | null;
  /** The latest first; empty where there is but one. */
  readonly vintages: readonly Vintage[];
  /** Text that was typed here and not stored, with the reason. */
  readonly refused: { readonly text: string; readonly reason: string } | null;
}

/** @throws RangeError for a line the book does not have. */
export function explain(state: WindowState, { line: id, span }: Place): Explanation {
  const line = findLine(state, id);
  if (line === undefined) throw new RangeError(`no line ${id}`);
  const figures = figuresIn(state);
  const words = wordsOf(state);
  const { language } = state.settings;
  const home = homeOf(line, span);
  const cell = figures.cell(id, span);
  const figure = isFigure(cell) ? cell : null;
  const fact = figures.reportedAt(id, span);
  const isReported = figure?.route === "reported" || (figure === null && fact !== null);
  const refused = state.refused.get(keyIn(state, { line: id, span }));
  const trace = traceOf(state, { line: id, span }, cell, home);
  return {
    ...trace,
    label: labelOf(state, id),
    period: periodOf(state, span),
    range: calendarRange(home, companyOf(state), language),
    ...valueOf(state, line, figure),
    route: figure?.route ?? null,
    restsOnImplied: figure !== null && restsOnImplied(figure),
    gap: isFigure(cell) ? null : gapIn(state, cell, line, trace.needs.length > 0),
    yoy: changeText(state, line, "yoy", span),
    qoq: changeText(state, line, "qoq", span),
    isMixed: figure?.mixedVintages ?? false,
    hasDash: figure !== null && hasDash(state, figure, id, span),
    source: isReported && fact !== null ? sourceOf(state, fact, line) : null,
    alsoReported:
      !isReported && fact !== null ? { value: factText(state, fact, line), source: sourceOf(state, fact, line) } : null,
    vintages: vintagesOf(state, line, home, fact),
    refused: refused === undefined ? null : { text: refused.text, reason: faultText(refused.code, words) },
  };
}

function hasDash(state: WindowState, { route, facts }: Figure, line: string, span: Span): boolean {
  if (route === "derived") return facts.some(({ stated }) => stated === "does-not-exist");
  // A figure that is a sum of quarters has all of them, but for those that do not exist.
  return (
    route === "summed" &&
    figuresIn(state)
      .inputsOf(line, span)
      .some(({ cell }) => !isFigure(cell))
  );
}

function valueOf(
  state: WindowState,
  line: Line,
  figure: Figure | null,
): Pick<Explanation, "value" | "unit" | "unrounded"> {
  return {
    value: figure === null ? null : cellText(state, figure, line),
    // The sign stands at the figure itself.
    unit: unitOf(line.unit).kind === "percent" ? "" : shownUnitLabel(state, line),
    unrounded:
      figure === null
        ? null
        : unrounded(figure.value, { of: line, decimals: figure.decimals, ...numberStyleIn(state) }),
  };
}

/** `+17.4%`, `+1.5pp`, `turned to profit`; null where one of the two figures is missing or cannot be compared. */
function changeText(state: WindowState, line: Line, against: "yoy" | "qoq", span: Span): string | null {
  const { language } = state.settings;
  const isPercent = unitOf(line.unit).kind === "percent";
  const x: Expression = { kind: "line", id: line.id, from: 0, to: 0 };
  const name = isPercent ? `${against}_change` : against;
  const change = figuresIn(state).evaluate({ kind: "call", name, args: [x], from: 0, to: 0 }, span);
  if (typeof change !== "number") {
    if (change.growth !== undefined) return growthWords(change.growth, language);
    return change.gap === "not-comparable" ? gapText(state, change, line) : null;
  }
  return writeChange(state, change, { unit: isPercent ? "percentage points" : "%" }, 1);
}

/** The list of needs says what is missing; a sentence that names them again would be one too many. */
function gapIn(state: WindowState, gap: Gap, of: Measured, areNeedsListed: boolean): string {
  if (gap.gap !== "needs" || !areNeedsListed) return gapText(state, gap, of);
  const { explain: words } = wordsOf(state);
  if (gap.entered === undefined) return words.noFigure;
  const { count, of: all, sum } = gap.entered;
  return words.entered(count, all, partText(state, sum, of));
}

/** @param of what the source's figure measures; null: its characters are not told */
export function sourceOf(
  state: WindowState,
  fact: Pick<Fact, "source" | "page" | "asPrinted" | "restated">,
  of: Measured | null,
) {
  const source = state.edited.shown.sources.find(({ id }) => id === fact.source);
  const isByHand = source?.kind === "hand";
  return {
    title: isByHand ? wordsOf(state).explain.byHand : (source?.title ?? fact.source),
    published: source?.published ?? null,
    page: fact.page,
    asPrinted: of === null ? "" : printedIn(state, fact, of),
    isRestated: fact.restated,
  } satisfies ExplainedSource;
}

function vintagesOf(state: WindowState, line: Line, home: Span, inForce: Fact | null): Vintage[] {
  const { company, scope, basis, asOf, edited } = state;
  const isKnown = ({ source }: Fact): boolean =>
    edited.shown.sources.some((each) => each.id === source && isKnownBy(each, asOf));
  const facts = edited.shown.facts.filter(
    (fact) =>
      fact.line === line.id &&
      fact.company === company &&
      fact.scope === scope &&
      fact.basis === basis &&
      sameSpan(fact.span, home) &&
      isKnown(fact),
  );
  if (facts.length < 2) return [];
  const dayOf = ({ source }: Fact): string =>
    publishedBy(edited.shown.sources.find((each) => each.id === source) ?? { published: null });
  return facts
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0))
    .map((fact) => {
      const { title, published, isRestated } = sourceOf(state, fact, line);
      const value = factText(state, fact, line);
      return { key: fact.source, value, title, published, isRestated, isInForce: fact === inForce };
    });
}
