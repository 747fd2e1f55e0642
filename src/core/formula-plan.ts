/** What giving a line another formula does: the change of the book, whom it reaches, and what speaks against it. */
import type { Book, Line, LineKind } from "#core/book.ts";
import { applyChanges, type Deed, type RowChange } from "#core/changes.ts";
import { isFigure, type Cell } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { formulasOf, isStock, type LineFormulas } from "#core/figures/formulas.ts";
import type { View } from "#core/figures/ledger.ts";
import { checkFormula } from "#core/formula/check-formula.ts";
import type { Expression, FormulaProblem, Place } from "#core/formula/expression.ts";
import { unitOfExpression } from "#core/formula/unit-of-expression.ts";
import { isPlain, withKnownNames } from "#core/formula/names-in-formula.ts";
import type { Span } from "#core/timeline.ts";
import { unitOf } from "#core/units.ts";

/** Why a text cannot be a line's formula, and where in the text. */
export interface FormulaObjection extends Place {
  /**
   * `circle`: the line would rest on itself, on the very same span. `unit`: it gives a share where the line holds
   * amounts, or the other way round, so that no figure of it could be right.
   */
  readonly code: FormulaProblem["code"] | "circle" | "unit";
  /** The word the reader stumbled over; of a circle, the name that leads into it; of a unit, the one it gives and the line’s. */
  readonly word: string;
  /** Of a circle: the lines it goes through, from the line back to itself. Else empty. */
  readonly circle: readonly string[];
}

/** A formula that may be stored. */
export interface FormulaPlan {
  readonly line: string;
  /** Null: the line has none any more. */
  readonly expression: Expression | null;
  /** Empty where the line has this very formula. */
  readonly changes: readonly RowChange[];
  readonly deed: Deed;
}

/** What people and input methods type for a character of formulas. One for one, so that positions hold. */
const TYPED_FOR: Readonly<Record<string, string>> = { "　": " ", "−": "-", "×": "*", "÷": "/", "・": "/", "、": "," };

/** Full-width forms stand this far above the characters they widen. */
const WIDENED = 0xfee0;

/**
 * A formula's text as the reader takes it: full-width characters narrowed, the `=` of spreadsheets
 * before it made a space. As long as the text, so that every position holds in both.
 */
export function formulaText(typed: string): string {
  const narrow = typed.replace(/[\u3000−×÷・、]|[！-～]/gu, (mark) =>
    mark >= "！" && mark <= "～" ? String.fromCharCode(mark.charCodeAt(0) - WIDENED) : (TYPED_FOR[mark] ?? mark),
  );
  return narrow.replace(/^\s*=/u, (before) => " ".repeat(before.length));
}

/**
 * The change that gives a line the formula a person typed; a text of nothing but spaces takes the formula away.
 * Names of lines and functions may be typed in any case; they are stored as they are written here.
 * @throws RangeError for a line the book does not have.
 */
export function planFormula(book: Book, id: string, typed: string): FormulaPlan | { objection: FormulaObjection } {
  const formulas = formulasOf(book.lines);
  const line = formulas.lines.get(id);
  if (line === undefined) throw new RangeError(`the book has no line ${id}`);
  const deed: Deed = { kind: "formula", count: 1, line: id };
  const text = withKnownNames(formulaText(typed), formulas.lines.keys());
  const formula = text.trim() === "" ? null : text.trim();
  const changes: RowChange[] =
    formula === line.formula ? [] : [{ in: "lines", before: line, after: { ...line, formula } }];
  if (formula === null) return { line: id, expression: null, changes, deed };
  const read = checkFormula(text, formulas.lines);
  if ("problem" in read) return { objection: { ...read.problem, circle: [] } };
  const objection = circleThrough(id, read.expression, formulas) ?? shareAmongAmounts(line, read.expression, formulas);
  return objection === null ? { line: id, expression: read.expression, changes, deed } : { objection };
}

function shareAmongAmounts(line: Line, expression: Expression, { lines }: LineFormulas): FormulaObjection | null {
  const gives = unitOfExpression(expression, lines);
  if (gives === null) return null;
  const kinds = [unitOf(gives).kind, unitOf(line.unit).kind];
  const isShare = kinds.some((kind) => kind === "percent" || kind === "points");
  if (!isShare || !kinds.includes("money")) return null;
  return { code: "unit", word: `${gives}, ${line.unit}`, from: expression.from, to: expression.to, circle: [] };
}

function circleThrough(line: string, expression: Expression, formulas: LineFormulas): FormulaObjection | null {
  for (const { id, from, to } of restsAtOnceOn(expression, formulas)) {
    const path = pathTo(line, id, formulas, new Set());
    if (path !== null) return { code: "circle", word: id, from, to, circle: [line, ...path] };
  }
  return null;
}

/** The lines from one to another through formulas, both included; null where there is no way. */
function pathTo(goal: string, from: string, formulas: LineFormulas, seen: Set<string>): readonly string[] | null {
  if (from === goal) return [goal];
  const formula = formulas.formulas.get(from);
  if (formula === undefined || seen.has(from)) return null;
  seen.add(from);
  for (const { id } of restsAtOnceOn(formula, formulas)) {
    const path = pathTo(goal, id, formulas, seen);
    if (path !== null) return [from, ...path];
  }
  return null;
}

/** Calls that look at earlier spans alone: through them a line may rest on its own past, as a balance does. */
const isOfThePast = ({ name, args }: Extract<Expression, { kind: "call" }>): boolean =>
  name === "prior_year" || name === "opening" || (name === "lag" && args[1]?.kind === "number" && args[1].value > 0);

/** The lines that a value rests on at the very span it is asked for, with their places in the text. */
function restsAtOnceOn(expression: Expression, formulas: LineFormulas): (Place & { readonly id: string })[] {
  const inner = (part: Expression): (Place & { readonly id: string })[] => restsAtOnceOn(part, formulas);
  switch (expression.kind) {
    case "number":
      return [];
    case "line":
      return [expression];
    case "negate":
      return inner(expression.of);
    case "arithmetic":
    case "comparison":
      return [...inner(expression.left), ...inner(expression.right)];
    case "call": {
      const { name, args, from, to } = expression;
      const [first] = args;
      if (first === undefined || isOfThePast(expression)) return [];
      if (name === "children" && first.kind === "line")
        return (formulas.children.get(first.id) ?? []).flatMap(inner).map(({ id }) => ({ id, from, to }));
      // The second word of target(x, initial) says which target, and is no line.
      return (name === "target" ? [first] : args).flatMap(inner);
    }
  }
}

/** Whom a change of a formula reaches. */
export interface FormulaConsequences {
  /** Cells of the line, among the spans asked for, that a formula answers before the change or after it. */
  readonly cells: number;
  /** Of all its cells there, how many have a figure before and none after. */
  readonly lost: number;
  /** The lines whose figures rest on this one through their formulas, in the order of the book. */
  readonly users: readonly string[];
}

/** What a plan changes among the cells of its line on these spans. */
export function consequencesOfFormula(
  book: Book,
  view: View,
  { line, changes }: FormulaPlan,
  spans: readonly Span[],
): FormulaConsequences {
  const before = figuresOf(book, view);
  const after = changes.length === 0 ? before : figuresOf(applyChanges(book, changes), view);
  let cells = 0;
  let lost = 0;
  for (const span of spans) {
    const was = before.cell(line, span);
    const is = after.cell(line, span);
    if (isComputed(was) || isComputed(is)) cells += 1;
    if (isFigure(was) && !isFigure(is)) lost += 1;
  }
  const { restsOn } = formulasOf(book.lines);
  return { cells, lost, users: book.lines.flatMap(({ id }) => (id !== line && restsOn(id).has(line) ? [id] : [])) };
}

const isComputed = (cell: Cell): boolean => isFigure(cell) && cell.route === "computed";

/** That a formula gives something else than its line is; it may, so this is a hint and no objection. */
export type FormulaHint =
  /** The units of what the formula gives and of the line. */
  | { readonly code: "unit"; readonly gives: string; readonly line: string }
  /** A line that adds up over time, of a formula that does not. */
  | { readonly code: "kind"; readonly gives: LineKind; readonly line: LineKind };

/** Where a formula does not fit its line's unit or kind; null where it does, or where nothing can be said. */
export function hintOnFormula(
  line: Pick<Line, "unit" | "kind">,
  expression: Expression,
  lines: ReadonlyMap<string, Line>,
): FormulaHint | null {
  const gives = unitOfExpression(expression, lines);
  if (gives !== null && gives !== line.unit) return { code: "unit", gives, line: line.unit };
  if (line.kind === "ratio" || isPlain(expression) || !isOfLinesAlone(expression)) return null;
  const kind: LineKind = isStock(expression, lines) ? "stock" : "flow";
  return kind === line.kind ? null : { code: "kind", gives: kind, line: line.kind };
}

/** Whether it names lines and calls nothing: the change of a balance is a flow, and other calls turn kinds as well. */
function isOfLinesAlone(expression: Expression): boolean {
  switch (expression.kind) {
    case "number":
    case "call":
      return false;
    case "line":
      return true;
    case "negate":
      return isOfLinesAlone(expression.of);
    case "arithmetic":
    case "comparison":
      return [expression.left, expression.right].every((part) => part.kind === "number" || isOfLinesAlone(part));
  }
}
