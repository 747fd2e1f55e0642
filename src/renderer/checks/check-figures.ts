/** What a check was judged by: the figures of its own source and time, and the formula that was worked out. */
import { BESIDE, type Check } from "#core/checks/check.ts";
import { viewOfSource } from "#core/checks/readings.ts";
import { withdrawnFor } from "#core/checks/statements.ts";
import { figuresOf, type Figures } from "#core/figures/figures.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { WindowState } from "../state/window-state.ts";

/** The figures a check was judged by: a claim by what its own source says and knew. */
export function figuresFor(state: WindowState, check: Check): Figures {
  const { company, edited } = state;
  const { kind, scope, basis, source, statement, isAsOfSource } = check;
  const now = { company, scope, asOf: state.asOf };
  const view = isAsOfSource ? viewOfSource(edited.shown, now, source, basis) : { ...now, basis };
  // As `core/checks/ways.ts` has it: a ratio is held against all figures.
  const isFirm = kind === "routes" && formulasOf(edited.shown.lines).lines.get(check.expression)?.kind !== "ratio";
  if (statement === null) return figuresOf(edited.shown, view, { isFirm });
  const claim = formulaOf(state, check);
  const without = claim === null ? [statement] : withdrawnFor(edited.shown, view, statement, claim);
  return figuresOf(edited.shown, view, { without });
}

/**
 * What is worked out: the claim, the sum, the line's formula, of two sums the one that is not shown; null for a path of
 * spans, or a line that is gone.
 */
export function formulaOf({ edited }: WindowState, { kind, expression, against }: Check): Expression | null {
  const other = against.split(BESIDE).at(-1) ?? against;
  const formula = readFormula(kind === "stated" ? expression : other, formulasOf(edited.shown.lines).lines);
  return "problem" in formula ? null : formula.expression;
}
