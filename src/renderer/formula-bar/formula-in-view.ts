/** What the formula bar says of a formula while it is written: what storing it does, what is wrong, what it gives. */
import { consequencesOfFormula, hintOnFormula, type FormulaObjection, type FormulaPlan } from "#core/formula-plan.ts";
import { problemWords } from "#core/formula/problem-words.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Span } from "#core/timeline.ts";
import { gapText, writeFigure } from "../state/figure-text.ts";
import { gridPlanIn, placeAt } from "../state/grid-plan.ts";
import {
  figuresIn,
  figuresViewOf,
  findLine,
  labelOf,
  periodOf,
  rowsIn,
  wordsOf,
  type WindowState,
} from "../state/window-state.ts";
import { unitClashText } from "../lines/consequence-words.ts";
import { unitLabel } from "../words/words.ts";
import { suggestionsFor, type NamedLine } from "./suggestions.ts";

/** More names than this would not be read. */
const NAMED = 2;
const PERHAPS = 2;

/** The lines of the book, those of the company first and in its order, with every label they go by. */
export function namedLinesIn(state: WindowState): readonly NamedLine[] {
  const isJapanese = state.settings.language === "ja";
  const inOrder = (labelEn: string, labelJa: string): string[] =>
    isJapanese ? [labelJa, labelEn] : [labelEn, labelJa];
  const named = new Map<string, NamedLine>();
  for (const row of rowsIn(state)) {
    if (row.kind !== "line") continue;
    const { labelEn, labelJa } = row.line;
    named.set(row.id, { id: row.id, labels: [...inOrder(row.labelEn, row.labelJa), labelEn, labelJa] });
  }
  for (const { id, labelEn, labelJa } of state.edited.shown.lines)
    if (!named.has(id)) named.set(id, { id, labels: inOrder(labelEn, labelJa) });
  return [...named.values()];
}

/** Every span that the grid has a cell of a line on. */
export function spansIn(state: WindowState): readonly Span[] {
  const plan = gridPlanIn(state);
  const row = plan.rows.find(({ kind }) => kind === "line");
  const rows = plan.matrixLine === null ? (row === undefined ? [] : [row]) : plan.rows;
  return rows.flatMap((each) => plan.columns.flatMap((column) => placeAt(plan, each, column)?.span ?? []));
}

/** What storing does, in a few short sentences. */
export function consequenceText(state: WindowState, plan: FormulaPlan): readonly string[] {
  const { formulaBar: words } = wordsOf(state);
  const line = findLine(state, plan.line);
  if (line === undefined) return [];
  const { cells, lost, users } = consequencesOfFormula(state.edited.shown, figuresViewOf(state), plan, spansIn(state));
  const label = labelOf(state, plan.line);
  const isUnchanged = plan.changes.length === 0;
  if (isUnchanged) return [line.formula === null ? words.none(label) : words.holds(label, cells)];
  const deed = plan.expression === null ? words.removes : line.formula === null ? words.gives : words.changes;
  const sentences = [deed(label, cells)];
  if (lost > 0) sentences.push(words.lost(lost));
  if (users.length > 0) sentences.push(words.users(namesOf(state, users)));
  const hint = plan.expression === null ? null : hintText(state, plan);
  return hint === null ? sentences : [...sentences, hint];
}

function namesOf(state: WindowState, lines: readonly string[]): string {
  const { between, more } = wordsOf(state).formulaBar;
  const names = lines.slice(0, NAMED).map((line) => labelOf(state, line));
  const rest = lines.length - names.length;
  return rest > 0 ? more(names.join(between), rest) : names.join(between);
}

function hintText(state: WindowState, { line: id, expression }: FormulaPlan): string | null {
  const line = findLine(state, id);
  const words = wordsOf(state);
  if (line === undefined || expression === null) return null;
  const hint = hintOnFormula(line, expression, formulasOf(state.edited.shown.lines).lines);
  if (hint === null) return null;
  return hint.code === "unit"
    ? words.formulaBar.hints.unit(unitLabel(hint.gives, words), unitLabel(hint.line, words))
    : words.formulaBar.hints.kind(hint.gives, hint.line);
}

/** What is wrong, as a sentence; of a name that is none, the names it may stand for. */
export function objectionText(state: WindowState, { code, word, circle }: FormulaObjection, itself: string): string {
  const { formulaBar: words } = wordsOf(state);
  if (code === "circle")
    return `${words.circle}${words.space}${circle.map((line) => labelOf(state, line)).join(" → ")}`;
  if (code === "unit") return unitClashText(word, wordsOf(state));
  const sentence = words.sentence(problemWords({ code, word }, state.settings.language));
  if (code !== "unknown-line" && code !== "unknown-function") return sentence;
  const isCalled = code === "unknown-function";
  const close = suggestionsFor(word, namedLinesIn(state), itself).filter(
    ({ kind }) => kind === "function" || !isCalled,
  );
  const names = close.slice(0, PERHAPS).map(({ id, kind }) => (kind === "function" ? `${id}( )` : id));
  return names.length === 0 ? sentence : `${sentence}${words.space}${words.perhaps(names.join(words.between))}`;
}

/** What a formula gives in the period of the active cell, or why it gives nothing; null where there is none to ask. */
export function previewText(state: WindowState, { line: id, expression }: FormulaPlan): string | null {
  const line = findLine(state, id);
  if (state.focused === null || line === undefined || expression === null) return null;
  const { span } = state.focused;
  const value = figuresIn(state).evaluate(expression, span);
  const text = typeof value === "number" ? writeFigure(state, value, line, null) : gapText(state, value, line);
  return wordsOf(state).formulaBar.preview(periodOf(state, span), text);
}
