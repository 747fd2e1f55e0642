/** What the checks found, as the window asks for it: how many, which are listed, which concern a cell. */
import { homeOf, type StatedFigure } from "#core/book.ts";
import type { Check, Verdict } from "#core/checks/check.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import { spanKey } from "#core/timeline.ts";
import { figureKey, type Place } from "../state/place.ts";
import { findLine, remember, rememberBy, type WindowState } from "../state/window-state.ts";
import { searchText, shownCheck, type ShownCheck } from "./check-text.ts";
import { namedLines } from "./named-lines.ts";

/** What a reader wants first, first. */
export const VERDICTS: readonly Verdict[] = ["outside", "not-computable", "within", "exact"];

/** The text that identifies a check from one run to the next. */
export const checkKey = ({ kind, expression, against, scope, basis, span, statement, rival }: Check): string =>
  statement === null
    ? [kind, scope, basis, spanKey(span), expression, against, rival?.source ?? ""].join("|")
    : claimKey(statement);

/** The {@link checkKey} of a claim's check. */
export const claimKey = ({ id }: Pick<StatedFigure, "id">): string => `stated|${id}`;

const NONE: readonly Check[] = [];

export const checksIn = ({ findings }: WindowState): readonly Check[] => findings?.checks ?? NONE;

/** Whether the findings are of an older book than the one shown. */
export const areStale = ({ findings, edited, company, asOf }: WindowState): boolean =>
  findings === null || findings.book !== edited.shown || findings.company !== company || findings.asOf !== asOf;

export type Counts = Readonly<Record<Verdict, number>>;

export const countsIn: (state: WindowState) => Counts = remember(
  (state) => [checksIn(state)],
  (checks) => {
    const counts = { outside: 0, "not-computable": 0, within: 0, exact: 0 };
    for (const { verdict } of checks) counts[verdict] += 1;
    return counts;
  },
);

/** Every check, the notable first, and within a verdict as the book has them. */
const ordered: (state: WindowState) => readonly Check[] = remember(
  (state) => [checksIn(state)],
  (checks) => checks.toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict)),
);

/** Every check in words: the same rows for as long as the findings and the words stay. */
export const shownIn: (state: WindowState) => ReadonlyMap<Check, ShownCheck> = rememberBy(
  (state) => [checksIn(state), state.settings, state.edited.shown.lines],
  (state) => new Map(checksIn(state).map((check) => [check, shownCheck(state, check)])),
);

/** What each check says, to be searched. */
const searched: (state: WindowState) => ReadonlyMap<Check, string> = remember(
  (state) => [shownIn(state)],
  (shown) => new Map([...shown].map(([check, row]) => [check, searchText(row, check)])),
);

/** The checks that the filter and the search leave. */
export function listedIn(state: WindowState): readonly Check[] {
  const wanted = state.checkSearch.normalize("NFKC").trim().toLowerCase();
  const { checkFilter } = state;
  const ofVerdict = ordered(state).filter(({ verdict }) => checkFilter === "all" || verdict === checkFilter);
  if (wanted === "") return ofVerdict;
  const texts = searched(state);
  return ofVerdict.filter((check) => wanted.split(/\s+/).every((word) => texts.get(check)?.includes(word) ?? false));
}

export const selectedCheckIn = (state: WindowState): Check | null =>
  state.selectedCheck === null
    ? null
    : (checksIn(state).find((check) => checkKey(check) === state.selectedCheck) ?? null);

/** The cell that a check is about: its line, or the first that a claim names. Null for none, or for one of a basis that is not shown. */
export function subjectOf(state: WindowState, check: Check): Place | null {
  const [line] = linesOf(state, check);
  return line === undefined || check.basis !== state.basis ? null : { line, span: check.span };
}

/** The lines a check speaks of: its own, or those that a claim names. */
function linesOf(state: WindowState, { kind, expression }: Check): readonly string[] {
  if (kind !== "stated") return [expression];
  const known = formulasOf(state.edited.shown.lines);
  const formula = readFormula(expression, known.lines);
  return "problem" in formula ? [] : namedLines(formula.expression, known);
}

/** The checks of every cell in the shown scope and basis, by `figureKey`. */
const checksByCell: (state: WindowState) => ReadonlyMap<string, readonly Check[]> = rememberBy(
  (state) => [ordered(state), state.scope, state.basis, state.edited.shown.lines],
  (state) => {
    const cells = new Map<string, Check[]>();
    for (const check of ordered(state)) {
      const place = check.scope === state.scope ? subjectOf(state, check) : null;
      const line = place === null ? undefined : findLine(state, place.line);
      if (place === null || line === undefined) continue;
      const key = figureKey(line.id, homeOf(line, place.span));
      const own = cells.get(key);
      if (own === undefined) cells.set(key, [check]);
      else own.push(check);
    }
    return cells;
  },
);

/** The checks of a cell, the notable first. @param key its `figureKey` */
export const checksOf = (state: WindowState, key: string): readonly Check[] => checksByCell(state).get(key) ?? NONE;

/**
 * Of a cell's checks, those that do not hold and tell against its own figure. A claim about several
 * lines (a margin) would put the blame on one of them by chance. @param key its `figureKey`
 */
export const outsideOf = (state: WindowState, key: string): readonly Check[] =>
  checksOf(state, key).filter((check) => check.verdict === "outside" && isOfOneLine(state, check));

const isOfOneLine = (state: WindowState, check: Check): boolean =>
  check.kind !== "stated" || new Set(linesOf(state, check)).size === 1;
