/** What the pane says of a cell: gathered from the figures and the book, worded, ready to lay out. */
import { homeOf, type Fact, type Note } from "#core/book.ts";
import { isFigure, type Cell, type Figure, type Route } from "#core/figures/cell.ts";
import type { Gap } from "#core/gaps.ts";
import { calendarRange } from "#core/period-labels.ts";
import { sameSpan, type Span } from "#core/timeline.ts";
import { unitOf } from "#core/units.ts";
import { cellText, factText, gapText, unitIn } from "../state/figure-text.ts";
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
import { faultText, unitLabel } from "../words/words.ts";
import { MINUS, PLUS } from "./short-forms.ts";
import { signedPath } from "./signed-path.ts";
import { unrounded } from "./unrounded.ts";

export interface ExplainedInput {
  readonly place: Place;
  /** A plus or a minus in a derived figure; else empty. */
  readonly sign: string;
  readonly label: string;
  readonly period: string;
  /** Its figure, or in a word why it has none. */
  readonly value: string;
  readonly isGap: boolean;
}

export interface ExplainedSource {
  readonly title: string;
  /** Null where the source has no date. */
  readonly published: string | null;
  readonly page: string;
  readonly asPrinted: string;
  readonly isRestated: boolean;
}

export interface Explanation {
  readonly label: string;
  readonly period: string;
  readonly range: string;
  /** Null for a gap. */
  readonly value: string | null;
  readonly unit: string;
  /** More digits than `value` shows; null where there are none. */
  readonly unrounded: string | null;
  readonly route: Route | null;
  readonly gap: string | null;
  readonly isMixed: boolean;
  readonly formula: string | null;
  readonly inputs: readonly ExplainedInput[];
  /** Of a reported figure. */
  readonly source: ExplainedSource | null;
  /** A reported figure that a computed one is shown instead of. */
  readonly alsoReported: { readonly value: string; readonly source: ExplainedSource } | null;
  /** Text that was typed here and not stored, with the reason. */
  readonly refused: { readonly text: string; readonly reason: string } | null;
  readonly notes: readonly string[];
}

/** @throws RangeError for a line the book does not have. */
export function explain(state: WindowState, { line: id, span }: Place): Explanation {
  const line = findLine(state, id);
  if (line === undefined) throw new RangeError(`no line ${id}`);
  const figures = figuresIn(state);
  const words = wordsOf(state);
  const { negatives, language } = state.settings;
  const home = homeOf(line, span);
  const cell = figures.cell(id, span);
  const figure = isFigure(cell) ? cell : null;
  const fact = figures.reportedAt(id, span);
  const isReported = figure?.route === "reported" || (figure === null && fact !== null);
  const refused = state.refused.get(keyIn(state, { line: id, span }));
  const inputs = inputsOf(state, { line: id, span }, cell, home);
  const percent = unitOf(line.unit).kind === "percent";
  return {
    label: labelOf(state, id),
    period: periodOf(state, span),
    range: calendarRange(home, companyOf(state), language),
    value: figure === null ? null : cellText(state, figure, line.unit),
    // The sign stands at the figure itself.
    unit: percent ? "" : unitLabel(line.unit, words),
    unrounded:
      figure === null ? null : unrounded(figure.value, { unit: line.unit, decimals: figure.decimals, negatives }),
    route: figure?.route ?? null,
    gap: isFigure(cell) ? null : gapIn(state, cell, line.unit, inputs.length > 0),
    isMixed: figure?.mixedVintages ?? false,
    formula: isReported || figure?.route === "derived" ? null : line.formula,
    inputs,
    source: isReported && fact !== null ? sourceOf(state, fact) : null,
    alsoReported:
      !isReported && fact !== null
        ? { value: factText(state, fact, unitIn(state, fact.line)), source: sourceOf(state, fact) }
        : null,
    refused: refused === undefined ? null : { text: refused.text, reason: faultText(refused.code, words) },
    notes: state.edited.shown.notes
      .filter((note) => note.company === state.company && isAbout(note, id, span, home))
      .map(({ textEn, textJa }) => (language === "ja" ? textJa || textEn : textEn || textJa)),
  };
}

function inputsOf(state: WindowState, { line, span }: Place, cell: Cell, home: Span): ExplainedInput[] {
  if (isFigure(cell) && cell.route === "derived") return derivation(state, cell, home);
  const asked = figuresIn(state)
    .inputsOf(line, span)
    .map((input) => inputAt(state, input, input.cell));
  if (asked.length > 0 || isFigure(cell)) return asked;
  return (cell.needs ?? []).map((need) => inputAt(state, need, figuresIn(state).cell(need.line, need.span)));
}

/** A sum of reported amounts of the same line: 1H06 − 1Q06. */
function derivation(state: WindowState, { facts }: Figure, home: Span): ExplainedInput[] {
  const path = signedPath(home, facts) ?? facts.map((fact) => ({ fact, sign: 1 as const }));
  return path.map(({ fact, sign }): ExplainedInput => ({
    place: { line: fact.line, span: fact.span },
    sign: sign === 1 ? PLUS : MINUS,
    label: labelOf(state, fact.line),
    period: periodOf(state, fact.span),
    value: factText(state, fact, unitIn(state, fact.line)),
    isGap: false,
  }));
}

function inputAt(state: WindowState, { line, span }: Place, cell: Cell): ExplainedInput {
  const unit = unitIn(state, line);
  const value = isFigure(cell) ? cellText(state, cell, unit) : shortGap(state, cell, unit);
  return {
    place: { line, span },
    label: labelOf(state, line),
    period: periodOf(state, span),
    sign: "",
    value,
    isGap: !isFigure(cell),
  };
}

/** The list of inputs says what is missing; a sentence that names them again would be one too many. */
function gapIn(state: WindowState, gap: Gap, unit: string, areInputsListed: boolean): string {
  if (gap.gap === "needs" && gap.entered === undefined && areInputsListed) return wordsOf(state).explain.noFigure;
  return gapText(state, gap, unit);
}

/** What an input waits for is seen by going there. */
const shortGap = (state: WindowState, gap: Gap, unit: string): string =>
  gap.gap === "needs" ? wordsOf(state).explain.incomplete : gapText(state, gap, unit);

function sourceOf(state: WindowState, fact: Fact): ExplainedSource {
  const source = state.edited.shown.sources.find(({ id }) => id === fact.source);
  const isByHand = source?.kind === "hand";
  return {
    title: isByHand ? wordsOf(state).explain.byHand : (source?.title ?? fact.source),
    published: source?.published ?? null,
    page: fact.page,
    asPrinted: fact.asPrinted,
    isRestated: fact.restated,
  };
}

/** A note on a line, on a span, or on both; a note on neither belongs to the company. */
function isAbout(note: Note, line: string, span: Span, home: Span): boolean {
  if (note.line === null && note.span === null) return false;
  const isOfSpan = note.span === null || sameSpan(note.span, span) || sameSpan(note.span, home);
  return (note.line === null || note.line === line) && isOfSpan;
}
