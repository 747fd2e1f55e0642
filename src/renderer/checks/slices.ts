/**
 * `checkBook` in slices, so that typing comes between them: a few hundred milliseconds in one piece
 * would be felt at the keyboard. The checks and their order are the same.
 */
import type { Book, StatedFigure } from "#core/book.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import type { Check } from "#core/checks/check.ts";
import { checkIdentities } from "#core/checks/identities.ts";
import { checkRoutes } from "#core/checks/routes.ts";
import { checkStatements } from "#core/checks/statements.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { statedChangeOf } from "#core/figures/identities.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import { namedLines } from "./named-lines.ts";

export function* checkSlices(book: Book, view: CheckView): Generator<readonly Check[]> {
  const companions = companionsIn(book);
  for (const statement of book.statements) {
    const checks = checkStatements({ ...book, statements: [statement, ...companions(statement)] }, view);
    yield checks.filter((check) => check.statement === statement);
  }
  yield checkIdentities(book, view);
  yield checkRoutes(book, view);
}

/** The printed changes that may imply a level which a claim rests on: the claim cannot be judged without them. */
export function companionsIn(book: Book): (statement: StatedFigure) => readonly StatedFigure[] {
  const known = formulasOf(book.lines);
  const changes = book.statements.flatMap((statement) => {
    const change = statedChangeOf(statement, known.lines);
    return change === null ? [] : [change];
  });
  return (statement) => {
    const formula = readFormula(statement.expression, known.lines);
    if ("problem" in formula) return [];
    const restsOn = new Set(namedLines(formula.expression, known).flatMap((line) => [...known.restsOn(line)]));
    return changes
      .filter((change) => change.statement !== statement && restsOn.has(change.line))
      .map((change) => change.statement);
  };
}
