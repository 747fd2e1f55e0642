/**
 * Claims: every printed percentage, change and comparison, judged as of its own source and with
 * that source's facts before all others. No claim rests on itself.
 */
import type { Book, StatedFigure } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import { hintFor } from "#core/checks/hint.ts";
import { verdictOf } from "#core/checks/verdict.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { isKnownBy, publishedBy } from "#core/figures/ledger.ts";
import type { View } from "#core/figures/ledger.ts";
import { claimed, reachOf } from "#core/figures/reach.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Expression } from "#core/formula/expression.ts";
import { valueOf } from "#core/units.ts";

/** One check per claim that was known by the view's date. */
export function checkStatements(book: Book, view: CheckView): Check[] {
  const { lines } = formulasOf(book.lines);
  const sources = new Map(book.sources.map((source) => [source.id, source]));
  return book.statements.flatMap((statement) => {
    const source = sources.get(statement.source);
    if (statement.company !== view.company || statement.scope !== view.scope || source === undefined) return [];
    if (!isKnownBy(source, view.asOf)) return [];
    const formula = readFormula(statement.expression, lines);
    // The importers and the store refuse a claim whose expression cannot be read.
    if ("problem" in formula) return [];
    const asOf = source.published === null ? view.asOf : publishedBy(source);
    return [judge(book, { ...view, basis: "actual", asOf, prefer: source.id }, statement, formula.expression)];
  });
}

function judge(book: Book, view: View, statement: StatedFigure, expression: Expression): Check {
  const { span, printed, unit } = statement;
  const rounding = book.sources.find(({ id }) => id === statement.source)?.rounding ?? "nearest";
  const stated = valueOf(printed, unit);
  const otherwise = { without: statement };
  const computed = figuresOf(book, view, otherwise).evaluate(expression, span);
  const bare = {
    kind: "stated",
    expression: statement.expression,
    against: "",
    company: statement.company,
    scope: statement.scope,
    span,
    unit,
    stated,
    decimals: printed.decimals,
    statement,
    source: statement.source,
    page: statement.page,
  } as const;
  if (typeof computed !== "number")
    return { ...bare, computed: null, low: null, high: null, verdict: "not-computable", gap: computed, hint: null };
  const reach = reachOf(book, view, (figures) => numberOf(figures.evaluate(expression, span)), otherwise);
  if (reach === null) throw new Error(`${statement.id} has a value and no reach`);
  const number = { value: stated, decimals: printed.decimals, unit };
  const verdict = verdictOf(number, claimed(statement, rounding), computed, reach);
  const hint = verdict === "outside" ? hintFor(book, view, statement, expression) : null;
  return { ...bare, computed, low: reach.low, high: reach.high, verdict, gap: null, hint };
}

const numberOf = (answer: number | object): number => (typeof answer === "number" ? answer : Number.NaN);
