/** How a figure came to be, or what a gap waits for: in words, and cell by cell. */
import type { Basis } from "#core/book.ts";
import { isFigure, type Cell, type Figure, type Route } from "#core/figures/cell.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Figures } from "#core/figures/figures.ts";
import type { Identity, StatedChange } from "#core/figures/identities.ts";
import { startOf } from "#core/figures/implied.ts";
import type { Gap, Need } from "#core/gaps.ts";
import { calendarRange } from "#core/period-labels.ts";
import { endOf, type Span } from "#core/timeline.ts";
import type { Measured } from "#core/units.ts";
import { claimKey } from "../checks/findings.ts";
import { cellText, claimedText, factText, gapText, measureIn } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import {
  companyOf,
  figuresIn,
  labelOf,
  lineRowsIn,
  periodOf,
  wordsOf,
  type WindowState,
} from "../state/window-state.ts";
import { derivationText, MINUS, PLUS, withMinus } from "./short-forms.ts";
import { signedPath } from "./signed-path.ts";
import { workedOut, workedText } from "./worked-text.ts";

/** A cell that another rests on, or waits for. */
export interface ExplainedInput {
  readonly key: string;
  /** Where it is in the grid; null where the grid does not show it. */
  readonly place: Place | null;
  /** A printed change is no cell: the `checkKey` of its check; else null. */
  readonly check: string | null;
  /** A plus or a minus in a sum; else empty. */
  readonly sign: string;
  readonly label: string;
  readonly period: string;
  /** The period in calendar months. */
  readonly months: string;
  /** Its figure, or in a word why it has none. */
  readonly value: string;
  /** Null for a gap. */
  readonly route: Route | null;
  readonly restsOnImplied: boolean;
}

export interface Trace {
  /** The way in a phrase: `1H06 − 1Q06`; null where the inputs say all. */
  readonly how: string | null;
  readonly formula: string | null;
  /** The formula with its numbers: `2,559 / 14,007`. */
  readonly worked: string | null;
  readonly inputs: readonly ExplainedInput[];
  /** The cells that a gap waits for. */
  readonly needs: readonly ExplainedInput[];
}

const NOTHING: Trace = { how: null, formula: null, worked: null, inputs: [], needs: [] };

/** @param home where the line's own figure stands (`homeOf`). */
export function traceOf(state: WindowState, place: Place, cell: Cell, home: Span): Trace {
  if (!isFigure(cell)) return gapTrace(state, place, cell);
  switch (cell.route) {
    case "reported":
      return NOTHING;
    case "derived":
      return derivedTrace(state, cell, home);
    case "computed":
      return { ...NOTHING, ...formulaOf(state, place), inputs: inputsOf(state, place) };
    case "implied":
      return impliedTrace(state, place, home);
    case "summed":
      return { ...NOTHING, inputs: inputsOf(state, place).map((input) => ({ ...input, sign: PLUS })) };
  }
}

/** Whether a figure that is not implied itself rests on one that is. */
export const restsOnImplied = ({ route, weakest }: Figure): boolean => weakest === "implied" && route !== "implied";

function formulaOf(state: WindowState, { line, span }: Place): Pick<Trace, "formula" | "worked"> {
  const { shown } = state.edited;
  const expression = formulasOf(shown.lines).formulas.get(line);
  const formula = shown.lines.find(({ id }) => id === line)?.formula ?? null;
  const worked = expression === undefined ? null : workedOut(figuresIn(state), expression, span);
  return { formula, worked: worked === null ? null : workedText(state, worked, measureIn(state, line)) };
}

/** A sum of reported amounts of the same line: 1H06 − 1Q06. */
function derivedTrace(state: WindowState, figure: Figure, home: Span): Trace {
  const path = signedPath(home, figure.facts) ?? figure.facts.map((fact) => ({ fact, sign: 1 as const }));
  const inputs = path.map(({ fact, sign }): ExplainedInput => ({
    ...namedAt(state, fact.line, fact.span, fact.basis),
    sign: sign === 1 ? PLUS : MINUS,
    value: factText(state, fact, measureIn(state, fact.line)),
    route: "reported",
    restsOnImplied: false,
  }));
  return { ...NOTHING, how: derivationText(state, figure, home), inputs };
}

function impliedTrace(state: WindowState, { line, span }: Place, home: Span): Trace {
  const by = figuresIn(state).impliedBy(line, span);
  if (by === null) return NOTHING;
  const inputs = inputsOf(state, { line, span });
  const how = impliedText(state, by, line, home);
  if ("members" in by)
    return { ...NOTHING, how, inputs: inputs.map((input) => ({ ...input, sign: signIn(by, line, input.key) })) };
  const levels = inputs.map((input) => ({ ...input, sign: PLUS }));
  return { ...NOTHING, how, inputs: [...levels, printedChange(state, by, isLaterEnd(by, home))] };
}

/** The printed change between two levels, as something that one of them rests on. */
function printedChange(state: WindowState, { statement, line }: StatedChange, isAdded: boolean): ExplainedInput {
  return {
    key: statement.id,
    place: null,
    check: claimKey(statement),
    sign: isAdded ? PLUS : MINUS,
    label: wordsOf(state).explain.printedChange(labelOf(state, line)),
    period: periodOf(state, statement.span),
    months: calendarRange(statement.span, companyOf(state), state.settings.language),
    value: claimedText(state, statement),
    route: "reported",
    restsOnImplied: false,
  };
}

/** Whether a level is the one that a change leads to, not the one it starts from. */
const isLaterEnd = ({ statement }: StatedChange, home: Span): boolean => endOf(home) === endOf(statement.span);

/** How a sum's other members and its total come to what is missing: the total in, the others out. */
function signIn({ total, members }: Identity, line: string, key: string): string {
  const own = members.find((member) => member.line === line)?.sign ?? 1;
  const of = key.split("|")[0];
  const sign = of === total ? own : -own * (members.find((member) => member.line === of)?.sign ?? 1);
  return sign === 1 ? PLUS : MINUS;
}

/** `what Total revenues leaves for it`, `16,112 at 2Q06, less the printed change +758`. */
export function impliedText(state: WindowState, by: Identity | StatedChange, line: string, home: Span): string {
  const { explain } = wordsOf(state);
  if ("members" in by) return explain.leftBy(labelOf(state, by.total));
  const now = endOf(by.statement.span);
  const isLater = isLaterEnd(by, home);
  const from = { start: (isLater ? startOf(by) : now) - home.length, length: home.length };
  const value = cellText(state, figuresIn(state).cell(line, from), measureIn(state, line));
  const change = claimedText(state, by.statement);
  const period = periodOf(state, from);
  return isLater ? explain.plusChange(value, period, change) : explain.lessChange(value, period, change);
}

function gapTrace(state: WindowState, place: Place, gap: Gap): Trace {
  const figures = figuresIn(state);
  const needs = (gap.needs ?? []).map((need) => needAt(state, need, state.basis, figures));
  const isNeeded = (input: ExplainedInput): boolean => needs.some(({ key }) => key === input.key);
  const { formula } = formulaOf(state, place);
  return {
    ...NOTHING,
    formula: formula === null ? null : withMinus(formula),
    needs,
    inputs: inputsOf(state, place).filter((input) => !isNeeded(input)),
  };
}

const inputsOf = (state: WindowState, { line, span }: Place): ExplainedInput[] =>
  figuresIn(state)
    .inputsOf(line, span)
    .map((input) => inputAt(state, input.line, input.span, input.basis, input.cell));

/** What is missing; of another basis than was asked nothing more is known than that it is not there. */
export function needAt(state: WindowState, need: Need, asked: Basis, figures: Figures): ExplainedInput {
  const { line, span, basis = asked } = need;
  return inputAt(
    state,
    line,
    span,
    basis,
    need.basis === undefined ? figures.cell(line, span) : { gap: "not-entered" },
  );
}

export function inputAt(state: WindowState, line: string, span: Span, basis: Basis, cell: Cell): ExplainedInput {
  const of = measureIn(state, line);
  const figure = isFigure(cell) ? cell : null;
  return {
    ...namedAt(state, line, span, basis),
    sign: "",
    value: isFigure(cell) ? cellText(state, cell, of) : shortGap(state, cell, of),
    route: figure?.route ?? null,
    restsOnImplied: figure !== null && restsOnImplied(figure),
  };
}

/** A cell's name and place. Targets and estimates have no view in which theirs could be shown. */
function namedAt(
  state: WindowState,
  line: string,
  span: Span,
  basis: Basis,
): Pick<ExplainedInput, "key" | "place" | "check" | "label" | "period" | "months"> {
  const label = labelOf(state, line);
  const isShown = basis === state.basis && lineRowsIn(state).has(line);
  return {
    key: `${line}|${basis}|${span.start}+${span.length}`,
    place: isShown ? { line, span } : null,
    check: null,
    label: basis === "actual" ? label : wordsOf(state).explain.onBasis(label, wordsOf(state).bases[basis]),
    period: periodOf(state, span),
    months: calendarRange(span, companyOf(state), state.settings.language),
  };
}

/** What an input waits for is seen by going there. */
const shortGap = (state: WindowState, gap: Gap, of: Measured): string =>
  gap.gap === "needs" ? wordsOf(state).explain.incomplete : gapText(state, gap, of);

/** Which of a sum's quarters are the weakest: those that are implied or rest on what is. */
export const isWeakest = ({ route, restsOnImplied: rests }: ExplainedInput): boolean => route === "implied" || rests;
