/**
 * Why a claim may be outside: one operand of it swapped for a neighbouring known figure reproduces
 * what was printed. The deck's +5.6 % against the initial target is 26,400 / 25,000, the revised
 * target over the initial one, not 26,444 / 25,000.
 */
import type { Book, Scope, StatedFigure } from "#core/book.ts";
import { SCOPES, homeOf } from "#core/book.ts";
import type { Hint } from "#core/checks/check.ts";
import type { Operand, Worked } from "#core/checks/worked.ts";
import { operandsOf, printWorked, valueWith, workOut } from "#core/checks/worked.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { View } from "#core/figures/ledger.ts";
import { isKnownBy } from "#core/figures/ledger.ts";
import { formatFigure } from "#core/format-amount.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { TargetVintage } from "#core/formula/functions.ts";
import { roundHalfAway } from "#core/rounding.ts";
import type { Span } from "#core/timeline.ts";
import { quarterEnding, endOf, sameSpan, shift, yearToDate } from "#core/timeline.ts";
import { heldDecimals, unitOf, valueOf } from "#core/units.ts";

/** A figure that may have been meant. */
interface Neighbour {
  readonly kind: Hint["neighbour"];
  readonly span: Span;
  readonly value: number;
}

/** The first neighbour that reproduces the print: targets, then vintages, scopes, periods. Null where none does. */
export function hintFor(
  book: Book,
  view: View,
  { span, printed, unit }: StatedFigure,
  expression: Expression,
): Hint | null {
  const actual = figuresOf(book, view);
  const target = (vintage: TargetVintage) => ({
    value: (line: string, on: Span) => targetOf(book, view, vintage, line, on),
  });
  const worked = workOut(expression, span, { actual, target });
  if (worked === null) return null;
  const wanted = valueOf(printed, unit);
  const held = heldDecimals(printed.decimals, unit);
  for (const operand of operandsOf(worked))
    for (const { kind, span: at, value } of neighboursOf(book, view, operand)) {
      if (Number.isNaN(value) || value === operand.value) continue;
      const swapped = new Map([[operand, value]]);
      // Half a unit past the last held digit tells two printed numbers apart.
      const isReproduced = Math.abs(roundHalfAway(valueWith(worked, swapped), held) - wanted) <= 10 ** -held / 2;
      if (!isReproduced) continue;
      return {
        text: textOf(book, worked, swapped),
        line: operand.line,
        span: operand.span,
        from: operand.value,
        to: value,
        neighbour: kind,
        neighbourSpan: at,
      };
    }
  return null;
}

function neighboursOf(book: Book, view: View, operand: Operand): Neighbour[] {
  const { line, span } = operand;
  const within = (other: View, on: Span): number => figuresOf(book, other).value(line, on);
  const neighbours: Neighbour[] = [];
  const add = (kind: Neighbour["kind"], on: Span, value: number): void =>
    void neighbours.push({ kind, span: on, value });
  if (operand.basis !== "target" || operand.vintage !== "latest")
    add("latest-target", span, targetOf(book, view, "latest", line, span));
  if (operand.basis !== "target" || operand.vintage !== "initial")
    add("initial-target", span, targetOf(book, view, "initial", line, span));
  if (operand.basis === "target") add("other-vintage", span, within({ ...view, basis: "actual" }, span));
  for (const value of vintagesOf(book, view, operand)) add("other-vintage", span, value);
  for (const scope of SCOPES)
    if (scope !== view.scope)
      add("other-scope", span, within({ ...view, scope: scope as Scope, basis: operand.basis }, span));
  const home = book.lines.find(({ id }) => id === line);
  const nearby = [
    shift(span, -1),
    shift(span, 1),
    shift(span, -4),
    shift(span, 4),
    yearToDate(span),
    quarterEnding(endOf(span)),
  ];
  for (const on of nearby) {
    if (home === undefined || sameSpan(homeOf(home, on), homeOf(home, span))) continue;
    add("other-period", on, within({ ...view, basis: operand.basis }, on));
  }
  return neighbours;
}

/** The target of a vintage, known by the view's date. */
function targetOf(book: Book, view: View, vintage: TargetVintage, line: string, span: Span): number {
  const word: Expression = { kind: "line", id: vintage, from: 0, to: 0 };
  const name: Expression = { kind: "line", id: line, from: 0, to: 0 };
  const answer = figuresOf(book, view).evaluate(
    { kind: "call", name: "target", args: [name, word], from: 0, to: 0 },
    span,
  );
  return typeof answer === "number" ? answer : Number.NaN;
}

/** What other sources state of the same cell. */
function vintagesOf(book: Book, view: View, { line, span, basis }: Operand): number[] {
  const home = book.lines.find(({ id }) => id === line);
  if (home === undefined) return [];
  const at = homeOf(home, span);
  const known = new Set(book.sources.filter((source) => isKnownBy(source, view.asOf)).map(({ id }) => id));
  return book.facts.flatMap((fact) => {
    if (!known.has(fact.source)) return [];
    const isSame =
      fact.company === view.company && fact.scope === view.scope && fact.basis === basis && fact.line === line;
    return isSame && sameSpan(fact.span, at) && fact.stated !== "does-not-exist"
      ? [valueOf(fact.stated, home.unit)]
      : [];
  });
}

function textOf(book: Book, worked: Worked, swapped: ReadonlyMap<Operand, number>): string {
  return printWorked(worked, (operand) => {
    const unit = book.lines.find(({ id }) => id === operand.line)?.unit ?? "";
    const value = swapped.get(operand) ?? operand.value;
    // Amounts as whole as they are; percentages with the decimal they are printed with.
    const decimals = unitOf(unit).kind === "percent" ? 1 : Number.isInteger(value) ? 0 : null;
    return formatFigure(value, { unit, decimals, negatives: "minus" });
  });
}
