/** One check in words and figures, for the list, for a search, and for the pane. */
import { BESIDE, type Check, type Hint } from "#core/checks/check.ts";
import type { Interval } from "#core/figures/reach.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { formatFigure } from "#core/format-amount.ts";
import { roundHalfAway } from "#core/rounding.ts";
import { heldDecimals, unitOf } from "#core/units.ts";
import { withMinus } from "../explain/short-forms.ts";
import { gapText, unitIn } from "../state/figure-text.ts";
import { labelOf, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
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

/** The other way of a sum or of a second route, in words; empty for a claim. */
export const againstText = (state: WindowState, { against }: Check): string =>
  against
    .split(BESIDE)
    .map((way) => (way === "" ? "" : formulaWords(way, namingIn(state))))
    .join(BESIDE);

/** A number in a check's unit; percentage points say so, since a bare number would pass for an amount. */
export function numberText(state: WindowState, value: number, unit: string, decimals: number): string {
  const text = formatFigure(value, { unit, decimals, negatives: state.settings.negatives });
  return unitOf(unit).kind === "points" ? wordsOf(state).checks.points(text) : text;
}

/** The characters of the source for a claim; else the figure as it was printed. */
export function printedText(state: WindowState, { statement, stated, unit, decimals, isDash }: Check): string {
  if (statement !== null && statement.asPrinted !== "") return statement.asPrinted;
  return isDash ? DASH : numberText(state, stated, unit, decimals);
}

/** As sources print what does not exist. */
const DASH = "-";

/** Longer than any number: the source says it in a sentence. */
const LONGEST_NUMBER = 10;

/** What is printed, in a column of numbers: a sentence would hide the number in it. */
const printedShort = (state: WindowState, check: Check): string => {
  const { stated, unit, decimals } = check;
  const text = printedText(state, check);
  return text.length > LONGEST_NUMBER ? numberText(state, stated, unit, decimals) : text;
};

/** One digit more than is printed, so that a difference shows. */
export const recomputedText = (state: WindowState, { computed, unit, decimals }: Check): string =>
  computed === null ? "" : numberText(state, computed, unit, decimals + 1);

/** Past four digits more than are printed two ends are the same for every reader. */
const MOST_MORE_DIGITS = 4;

/** The ends of an interval as text; null: none, the number has no bound there. */
export type Ends = readonly [low: string | null, high: string | null];

/** The two ends of an interval with as many digits as tell them apart; null where there is but one number. */
export function endsText(
  state: WindowState,
  { low, high }: Pick<Interval, "low" | "high">,
  unit: string,
  decimals: number,
): Ends | null {
  const text = (end: number, more: number): string | null =>
    Number.isFinite(end) ? numberText(state, end, unit, decimals + more) : null;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [text(low, 1), text(high, 1)];
  for (let more = 1; more <= MOST_MORE_DIGITS; more++) {
    const held = heldDecimals(decimals + more, unit);
    if (roundHalfAway(low, held) !== roundHalfAway(high, held)) return [text(low, more), text(high, more)];
  }
  return null;
}

/** From where to where the recomputed number can reach; empty where it cannot be computed, or cannot move. */
function rangeText(state: WindowState, { low, high, unit, decimals }: Check): string {
  const ends = low === null || high === null ? null : endsText(state, { low, high }, unit, decimals);
  return ends === null ? "" : wordsOf(state).checks.range(...ends);
}

/** Why a check is as it is: the slip that would explain it, what is missing, or what it was held against. */
export function whyText(state: WindowState, check: Check): string {
  if (check.hint !== null) return hintText(state, check, check.hint);
  if (check.gap !== null) return gapText(state, check.gap, check.unit);
  const { checks } = wordsOf(state);
  const difference = check.verdict === "outside" ? checks.differenceOf(differenceText(state, check)) : "";
  return [difference, againstText(state, check)].filter((text) => text !== "").join(checks.between);
}

/** Printed less recomputed; empty where nothing was recomputed. */
export function differenceText(state: WindowState, { computed, stated, unit, decimals, kind }: Check): string {
  if (computed === null) return "";
  const shown = kind === "stated" ? decimals + 1 : decimals;
  return numberText(state, stated - computed, pointsOf(unit), shown);
}

/** Percentages differ in points. */
const pointsOf = (unit: string): string => (unit === "%" ? "percentage points" : unit);

/** `26,400 / 25,000 − 1 = 5.6%: the latest target in place of 26,444`. */
export function hintText(state: WindowState, check: Check, hint: Hint): string {
  const { checks } = wordsOf(state);
  const unit = unitIn(state, hint.line);
  const from = numberText(state, hint.from, unit, unitOf(unit).kind === "percent" ? 1 : 0);
  const neighbour = checks.neighbours[hint.neighbour](periodOf(state, hint.neighbourSpan));
  return checks.hint(
    withMinus(hint.text),
    numberText(state, check.stated, check.unit, check.decimals),
    neighbour,
    from,
  );
}

const sourceTitle = (state: WindowState, { source }: Check): string =>
  state.edited.shown.sources.find(({ id }) => id === source)?.title ?? source;

/** A check as a row of the list. */
export interface ShownCheck {
  readonly verdict: string;
  readonly kind: string;
  readonly claim: string;
  readonly period: string;
  readonly printed: string;
  readonly printedShort: string;
  readonly recomputed: string;
  readonly range: string;
  readonly why: string;
  readonly source: string;
  readonly page: string;
}

export function shownCheck(state: WindowState, check: Check): ShownCheck {
  const { checks } = wordsOf(state);
  return {
    verdict: checks.verdicts[check.verdict],
    kind: checks.kinds[check.kind],
    claim: claimText(state, check),
    period: periodOf(state, check.span),
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
