/** One check in words and figures, for the list, for a search, and for the pane. */
import { homeOf } from "#core/book.ts";
import { BESIDE, type Check, type Hint } from "#core/checks/check.ts";
import { operandsOf, type Operand } from "#core/checks/worked.ts";
import type { Interval } from "#core/figures/reach.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { calendarRange, parsePeriod } from "#core/period-labels.ts";
import { roundHalfAway } from "#core/rounding.ts";
import { sameSpan, type Span } from "#core/timeline.ts";
import { heldDecimals, unitOf, type Measured } from "#core/units.ts";
import { MINUS, withMinus } from "../explain/short-forms.ts";
import { workedOut, workedText } from "../explain/worked-text.ts";
import {
  asEntered,
  claimedText,
  gapText,
  measureIn,
  printedIn,
  writeChange,
  writeWhole,
} from "../state/figure-text.ts";
import { companyOf, findLine, labelOf, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { figuresFor, formulaOf } from "./check-figures.ts";
import { formulaWords, type Naming } from "./claim-words.ts";

const namingIn = (state: WindowState): Naming => ({
  lines: formulasOf(state.edited.shown.lines).lines,
  labelOf: (line) => labelOf(state, line),
  words: wordsOf(state),
});

/** What is claimed: a printed comparison in words, or the line whose figure is held against another way. */
export const claimText = (state: WindowState, { kind, expression, basis }: Check): string => {
  if (kind === "stated") return formulaWords(expression, namingIn(state));
  const { explain, bases } = wordsOf(state);
  const label = labelOf(state, expression);
  return basis === "actual" ? label : explain.onBasis(label, bases[basis]);
};

/** The other way of a sum or of a second route, or the print that contradicts it, in words; empty for any other claim. */
export const againstText = (state: WindowState, { against, rival }: Check): string => {
  if (rival !== null) return wordsOf(state).checks.rival(rival.asPrinted, sourceTitle(state, rival));
  return against
    .split(BESIDE)
    .map((way) => pathText(state, way) ?? (way === "" ? "" : formulaWords(way, namingIn(state))))
    .join(BESIDE);
};

/** What it is at the cell that it is about. */
export const checkAtCell = (state: WindowState, check: Check): string => {
  if (check.kind === "stated") return claimText(state, check);
  const { kindsAsClaims, rivalAsClaim } = wordsOf(state).checks;
  return check.rival === null ? kindsAsClaims[check.kind] : rivalAsClaim;
};

/** `1Q05 + 2Q05` with the window's own names of periods; null for what is no path of spans. */
export function pathText(state: WindowState, way: string): string | null {
  const named = termsOfPath(state, way)?.map(({ sign, span }, index) => {
    const period = periodOf(state, span);
    return index === 0 ? `${sign === 1 ? "" : MINUS}${period}` : `${sign === 1 ? "+" : MINUS} ${period}`;
  });
  return named?.join(" ") ?? null;
}

/** The spans of a path as it is written, with their signs; null for what is none. */
export function termsOfPath(
  state: WindowState,
  way: string,
): readonly { readonly sign: 1 | -1; readonly span: Span }[] | null {
  const terms = way.split(/ (?=[+-] )/).map((term) => {
    const [, sign, label = ""] = /^([+-] )?(.+)$/.exec(term) ?? [];
    const period = parsePeriod(label, companyOf(state));
    return "problem" in period ? null : { sign: sign === "- " ? (-1 as const) : (1 as const), span: period.span };
  });
  return terms.includes(null) ? null : terms.filter((term) => term !== null);
}

/** What the numbers of a check measure: those of a line as the line does. */
export const measureOf = (state: WindowState, { kind, expression, unit }: Check): Measured =>
  kind === "stated" ? { unit } : { ...measureIn(state, expression), unit };

/** The window as it writes the numbers of a check: those of a claim in money stay in the unit that it was printed in. */
export const inOwnUnit = (state: WindowState, { kind, unit }: Check): WindowState =>
  kind === "stated" && unitOf(unit).kind === "money" ? asEntered(state) : state;

/** A number of a claim, with its unit where amounts are shown in another. */
const withUnit = (state: WindowState, check: Check, text: string): string =>
  check.kind === "stated" ? printedIn(state, { asPrinted: text }, measureOf(state, check)) : text;

/** Functions that are growth or a difference by themselves. */
const CHANGES: readonly string[] = ["yoy", "yoy_change", "qoq", "qoq_change", "ytd_change"];

/** Whether a check is of growth or of a difference, which has its sign: `yoy(x)`, `x / y - 1`, `x - target(x)`. */
export function isOfChange(state: WindowState, check: Check): boolean {
  const formula = check.kind === "stated" ? formulaOf(state, check) : null;
  if (formula?.kind === "call") return CHANGES.includes(formula.name);
  const isLess = formula?.kind === "arithmetic" && formula.operator === "-";
  return isLess && (formula.right.kind === "number" || formula.right.kind === "call");
}

/** A number in a check's unit; percentage points say so, since a bare number would pass for an amount. */
export function numberText(
  state: WindowState,
  value: number,
  of: Measured,
  decimals: number,
  isChange = unitOf(of.unit).kind === "points",
): string {
  return isChange ? writeChange(state, value, of, decimals, true) : writeWhole(state, value, of, decimals);
}

/** A number of a check as the window writes it. */
const writtenText = (state: WindowState, check: Check, value: number, decimals: number): string => {
  const text = numberText(inOwnUnit(state, check), value, measureOf(state, check), decimals, isOfChange(state, check));
  return withUnit(state, check, text);
};

/** A number of a check as the result of arithmetic or as an end, where a plus would be one sign too many. */
const bareText = (state: WindowState, value: number, of: Measured, decimals: number, isChange: boolean): string =>
  numberText(state, value, of, decimals, isChange).replace(/^\+/u, "");

/** The decimals that were printed; one more where they do not show all of the number. */
function decimalsFor(value: number, unit: string, printed: number): number {
  const held = heldDecimals(printed, unit);
  const left = Math.abs(value - roundHalfAway(value, held));
  return left <= SAME * Math.max(1, Math.abs(value)) ? printed : printed + 1;
}

/** Two ways to one double differ by less than this part of it. */
const SAME = 1e-9;

/** The characters of the source for a claim; else the figure as it was printed. */
export function printedText(state: WindowState, check: Check): string {
  if (check.statement !== null && check.statement.asPrinted !== "") return claimedText(state, check.statement);
  if (check.isDash) return DASH;
  const text = writtenText(state, check, check.stated, check.decimals);
  return check.against.includes(BESIDE) ? wordsOf(state).checks.notPrinted(text) : text;
}

/** As sources print what does not exist. */
const DASH = "-";

/** Longer than any number: the source says it in a sentence. */
const LONGEST_NUMBER = 10;

/** What is printed, in a column of numbers: a sentence would hide the number in it. */
const printedShort = (state: WindowState, check: Check): string =>
  (check.statement?.asPrinted ?? "").length > LONGEST_NUMBER
    ? writtenText(state, check, check.stated, check.decimals)
    : printedText(state, check);

/** With one digit more than is printed where a difference would not show without it. */
export function recomputedText(state: WindowState, check: Check): string {
  const { computed, decimals } = check;
  if (computed === null) return "";
  return writtenText(state, check, computed, decimalsFor(computed, check.unit, decimals));
}

/** The same where it ends an equation. */
export function resultText(state: WindowState, check: Check, computed: number): string {
  const of = measureOf(state, check);
  const own = inOwnUnit(state, check);
  const text = bareText(own, computed, of, decimalsFor(computed, of.unit, check.decimals), isOfChange(state, check));
  return withUnit(state, check, text);
}

/** Past four digits more than are printed two ends are the same for every reader. */
const MOST_MORE_DIGITS = 4;

/** The ends of an interval as text; null: none, the number has no bound there. */
export type Ends = readonly [low: string | null, high: string | null];

/** The two ends of an interval with as many digits as tell them apart; null where there is but one number. */
export function endsText(
  state: WindowState,
  { low, high }: Pick<Interval, "low" | "high">,
  of: Measured,
  decimals: number,
  isChange = false,
): Ends | null {
  const text = (end: number, more: number): string | null =>
    Number.isFinite(end) ? bareText(state, end, of, decimals + more, isChange) : null;
  const least = Math.max(...[low, high].map((end) => decimalsFor(end, of.unit, decimals) - decimals));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [text(low, least), text(high, least)];
  for (let more = least; more <= MOST_MORE_DIGITS; more++) {
    const held = heldDecimals(decimals + more, of.unit);
    if (roundHalfAway(low, held) !== roundHalfAway(high, held)) return [text(low, more), text(high, more)];
  }
  return null;
}

/** From where to where the recomputed number can reach; empty where it cannot be computed, or cannot move. */
function rangeText(state: WindowState, check: Check): string {
  const { low, high, decimals } = check;
  const ends =
    low === null || high === null
      ? null
      : endsText(inOwnUnit(state, check), { low, high }, measureOf(state, check), decimals, isOfChange(state, check));
  return ends === null ? "" : wordsOf(state).checks.range(...ends);
}

/** Why a check is as it is: the slip that would explain it, what is missing, or what it was held against. */
export function whyText(state: WindowState, check: Check): string {
  if (check.hint !== null) return hintText(state, check, check.hint);
  if (check.gap !== null) return gapText(state, check.gap, measureOf(state, check));
  const { checks } = wordsOf(state);
  const difference = check.verdict === "outside" ? checks.differenceOf(differenceText(state, check)) : "";
  return [difference, againstText(state, check)].filter((text) => text !== "").join(checks.between);
}

/** Printed less recomputed; empty where nothing was recomputed. */
export function differenceText(state: WindowState, check: Check): string {
  const { computed, stated, decimals, kind } = check;
  if (computed === null) return "";
  const of = inPoints(measureOf(state, check));
  const shown = kind === "stated" ? decimalsFor(stated - computed, of.unit, decimals) : decimals;
  return withUnit(state, check, numberText(inOwnUnit(state, check), stated - computed, of, shown, true));
}

/** Percentages differ in points. */
const inPoints = (of: Measured): Measured => (of.unit === "%" ? { unit: "percentage points" } : of);

/** `26,400 / 25,000 − 1 = 5.6%: the latest target in place of 26,444`. */
export function hintText(shown: WindowState, check: Check, hint: Hint): string {
  const state = inOwnUnit(shown, check);
  const { checks } = wordsOf(state);
  const of = measureIn(state, hint.line);
  const from = numberText(state, hint.from, of, unitOf(of.unit).kind === "percent" ? 1 : 0);
  const neighbour = checks.neighbours[hint.neighbour](periodOf(state, hint.neighbourSpan));
  return checks.hint(
    swappedText(state, check, hint) ?? withMinus(hint.text),
    bareText(state, check.stated, measureOf(state, check), check.decimals, isOfChange(state, check)),
    neighbour,
    from,
  );
}

/** The claim's arithmetic with the neighbour in its place, as the window writes figures; null where it cannot be written. */
function swappedText(state: WindowState, check: Check, hint: Hint): string | null {
  const formula = formulaOf(state, check);
  const worked = formula === null ? null : workedOut(figuresFor(state, check), formula, check.span);
  const operand = worked === null ? undefined : operandsOf(worked).find((each) => isOf(each, hint));
  if (worked === null || operand === undefined) return null;
  return workedText(state, worked, measureOf(state, check), new Map([[operand, hint.to]]));
}

const isOf = ({ line, span, value }: Operand, hint: Hint): boolean =>
  line === hint.line && sameSpan(span, hint.span) && value === hint.from;

const sourceTitle = (state: WindowState, { source }: Pick<Check, "source">): string =>
  state.edited.shown.sources.find(({ id }) => id === source)?.title ?? source;

/** A check as a row of the list. */
export interface ShownCheck {
  readonly verdict: string;
  readonly kind: string;
  readonly claim: string;
  readonly period: string;
  /** The period in calendar months. */
  readonly months: string;
  readonly printed: string;
  readonly printedShort: string;
  readonly recomputed: string;
  readonly range: string;
  readonly why: string;
  readonly source: string;
  readonly page: string;
}

/** The months of a period; of a balance, its date. */
function homeIn(state: WindowState, { kind, expression, span }: Check): Span {
  const line = kind === "stated" ? undefined : findLine(state, expression);
  return line === undefined ? span : homeOf(line, span);
}

export function shownCheck(state: WindowState, check: Check): ShownCheck {
  const { checks } = wordsOf(state);
  return {
    verdict: checks.verdicts[check.verdict],
    kind: checks.kinds[check.kind],
    claim: claimText(state, check),
    period: periodOf(state, check.span),
    months: calendarRange(homeIn(state, check), companyOf(state), state.settings.language),
    printed: printedText(state, check),
    printedShort: printedShort(state, check),
    recomputed: recomputedText(state, check),
    range: rangeText(state, check),
    why: whyText(state, check),
    source: sourceTitle(state, check),
    page: check.page,
  };
}

/** What a search looks through, in lower case: all that the row says, and the formula behind it. */
export const searchText = (shown: ShownCheck, { expression }: Check): string =>
  [...Object.values(shown), expression].join(" ").normalize("NFKC").toLowerCase();
