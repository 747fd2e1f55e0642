/** Printed claims as a person enters them: read, judged in form, and written into the book. */
import type { Book, Scope, StatedFigure } from "#core/book.ts";
import { formulaText } from "#core/formula-plan.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { FormulaProblem } from "#core/formula/expression.ts";
import { unitOfExpression } from "#core/formula/unit-of-expression.ts";
import { parseAmount, type AmountProblemCode } from "#core/parse-amount.ts";
import { parsePeriod, type PeriodProblem } from "#core/period-labels.ts";
import { newId, planRow, type RowPlan } from "#core/row-plans.ts";
import type { FiscalCalendar } from "#core/timeline.ts";

/** A claim as typed. */
export interface ClaimFields {
  readonly expression: string;
  readonly period: string;
  /** The number as it stands in the source: `59.9%`, `+758`, `(1.2)`. */
  readonly printed: string;
  /** Empty: what the expression is measured in. */
  readonly unit: string;
  readonly scope: Scope;
  readonly source: string;
  readonly page: string;
}

/** What is wrong with a claim, by its field. */
export interface ClaimProblems {
  readonly expression?: FormulaProblem;
  readonly period?: PeriodProblem;
  readonly printed?: AmountProblemCode | "does-not-exist";
  readonly source?: "no-source";
}

/** The unit a claim of this expression is read in: that of the expression, or percent where it is a plain number. */
export function unitOfClaim(book: Book, expression: string): string {
  const { lines } = formulasOf(book.lines);
  const read = readFormula(formulaText(expression), lines);
  return ("problem" in read ? null : unitOfExpression(read.expression, lines)) ?? "%";
}

/**
 * Reads a claim. What sources print of a change is signed with a plus, which amounts never are.
 * @param before the one that is changed; null: a new one
 */
export function readClaim(
  book: Book,
  company: { readonly id: string } & FiscalCalendar,
  before: StatedFigure | null,
  fields: ClaimFields,
): { readonly claim: StatedFigure } | { readonly problems: ClaimProblems } {
  const text = formulaText(fields.expression);
  const expression = readFormula(text, formulasOf(book.lines).lines);
  const period = parsePeriod(fields.period, company);
  const unit = fields.unit.trim() === "" ? unitOfClaim(book, fields.expression) : fields.unit.trim();
  const amount = parseAmount(fields.printed.normalize("NFKC").trim().replace(/^\+/u, ""), inWholeUnit(unit), {
    origin: "printed",
  });
  const hasSource = book.sources.some(({ id, company: of }) => id === fields.source && of === company.id);
  const problems: ClaimProblems = {
    ...("problem" in expression && { expression: expression.problem }),
    ...("problem" in period && { period: period.problem }),
    ...("problem" in amount && { printed: amount.problem.code }),
    ...("stated" in amount && amount.stated === "does-not-exist" && { printed: "does-not-exist" as const }),
    ...(!hasSource && { source: "no-source" as const }),
  };
  if ("problem" in period || "problem" in amount || amount.stated === "does-not-exist") return { problems };
  if (Object.keys(problems).length > 0) return { problems };
  const claim: StatedFigure = {
    id: before?.id ?? newId(`${company.id}-claim`, book.statements),
    company: company.id,
    scope: fields.scope,
    source: fields.source,
    page: fields.page.trim(),
    expression: text.trim(),
    span: period.span,
    printed: amount.stated,
    unit,
    asPrinted: fields.printed.trim(),
  };
  return { claim };
}

/** `percentage points` are typed as a plain number or with a percent sign; both mean the same there. */
const inWholeUnit = (unit: string): string => (unit === "percentage points" ? "%" : unit);

/** Writes a claim; null where it is in the book just so. */
export const planClaim = (book: Book, claim: StatedFigure): RowPlan | null =>
  planRow("statements", book.statements.find(({ id }) => id === claim.id) ?? null, claim, "statements");

export const planRemoveClaim = (claim: StatedFigure): RowPlan | null =>
  planRow("statements", claim, null, "statements");
