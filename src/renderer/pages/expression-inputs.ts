/** The cells that an expression of a page speaks of, with the spans it takes them from. */
import type { Basis } from "#core/book.ts";
import type { Expression } from "#core/formula/expression.ts";
import {
  endOf,
  fiscalYearOf,
  lastTwelveMonths,
  shift,
  spanKey,
  yearStartBefore,
  yearToDate,
  type Span,
} from "#core/timeline.ts";

export interface SpokenOf {
  readonly line: string;
  readonly span: Span;
  readonly basis: Basis;
  /** Of a target: the first that was published, where that is asked for. */
  readonly isInitial: boolean;
}

type At = readonly [span: Span, basis: Basis];

const aYearBefore = (span: Span): Span => shift(span, -4);
const atYearEnd = (span: Span): Span => ({ start: yearStartBefore(endOf(span)), length: 0 });

/** Where a function takes its first argument from; a comparison of a target is one with actual figures. */
const TAKES: Readonly<Record<string, (span: Span, basis: Basis) => readonly At[]>> = {
  yoy: (span, basis) => [
    [span, basis],
    [aYearBefore(span), "actual"],
  ],
  yoy_change: (span, basis) => [
    [span, basis],
    [aYearBefore(span), "actual"],
  ],
  qoq: (span, basis) => [
    [span, basis],
    [shift(span, -1), "actual"],
  ],
  qoq_change: (span, basis) => [
    [span, basis],
    [shift(span, -1), "actual"],
  ],
  ytd_change: (span, basis) => [
    [span, basis],
    [atYearEnd(span), "actual"],
  ],
  prior_year: (span) => [[aYearBefore(span), "actual"]],
  ytd: (span, basis) => [[yearToDate(span), basis]],
  ttm: (span, basis) => [[lastTwelveMonths(span), basis]],
  target: (span) => [[span, "target"]],
  progress: (span) => [
    [yearToDate(span), "actual"],
    [fiscalYearOf(span), "target"],
  ],
  remainder: (span) => [
    [fiscalYearOf(span), "target"],
    [yearToDate(span), "actual"],
  ],
};

/** In the order in which they are written, each once. */
export function spokenOfIn(expression: Expression, span: Span, basis: Basis): readonly SpokenOf[] {
  const found = new Map<string, SpokenOf>();
  const walk = (part: Expression, at: Span, on: Basis, isInitial: boolean): void => {
    switch (part.kind) {
      case "number":
        return;
      case "line":
        found.set(`${part.id}|${spanKey(at)}|${on}|${isInitial}`, { line: part.id, span: at, basis: on, isInitial });
        return;
      case "negate":
        walk(part.of, at, on, isInitial);
        return;
      case "arithmetic":
      case "comparison":
        walk(part.left, at, on, isInitial);
        walk(part.right, at, on, isInitial);
        return;
      case "call":
        walkCall(part, at, on);
    }
  };
  const walkCall = ({ name, args }: Extract<Expression, { kind: "call" }>, at: Span, on: Basis): void => {
    const [first, second] = args;
    if (first === undefined) return;
    if (name === "lag") {
      const times = second?.kind === "number" ? second.value : 0;
      walk(first, shift(at, -times * Math.max(at.length, 1)), on, false);
      return;
    }
    const isInitial = name === "target" && second?.kind === "line" && second.id === "initial";
    const takes = TAKES[name];
    if (takes === undefined) for (const each of args) walk(each, at, on, false);
    else for (const [from, basisThere] of takes(at, on)) walk(first, from, basisThere, isInitial);
  };
  walk(expression, span, basis, false);
  return [...found.values()];
}
