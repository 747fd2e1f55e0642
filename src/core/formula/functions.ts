/** The functions of the formula language, as data: one entry each, evaluated on the span at hand. */
import type { Basis } from "#core/book.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Result } from "#core/formula/results.ts";
import { NO_SUCH_SPAN, difference, growth, isNumber, quotient, sumOf, withNumbers } from "#core/formula/results.ts";
import { roundHalfAway } from "#core/rounding.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, fiscalYearOf, lastTwelveMonths, shift, yearToDate } from "#core/timeline.ts";

/** Which target counts: the one in force, or the first that was published. */
export type TargetVintage = "latest" | "initial";

/** What a function may ask of the evaluation it stands in. */
export interface Evaluation {
  readonly span: Span;
  /** An expression on another span, on the same basis. */
  at(expression: Expression, span: Span): Result;
  /** An expression on an earlier span: on the target basis, growth compares with actuals. */
  before(expression: Expression, span: Span): Result;
  /** An expression on another basis. */
  on(basis: Basis, vintage: TargetVintage, expression: Expression, span: Span): Result;
  /** The lines shown under a line. */
  childrenOf(line: string): readonly Expression[];
  /** Whether every line in it is a balance, which stands at boundaries and may be compared over any distance. */
  isStock(expression: Expression): boolean;
}

/** What may stand as an argument; `whole` is a literal whole number, a word a literal name. */
export type Argument = "expression" | "condition" | "line" | "whole" | "latest|initial";

export interface FormulaFunction {
  readonly arguments: readonly Argument[];
  /** How many of the arguments must be there. */
  readonly needed: number;
  /** The last argument may be repeated. */
  readonly repeats?: true;
  /** What the answer is measured in, from the first argument's own unit. */
  readonly unit: "same" | "%" | "points";
  readonly evaluate: (evaluation: Evaluation, args: readonly Expression[]) => Result;
}

type Evaluate = FormulaFunction["evaluate"];

/** Quarters back for a comparison with the quarter before; null where the span has none. */
const quarterBefore = (evaluation: Evaluation, x: Expression): Span | null => {
  const { span } = evaluation;
  return span.length === 1 || span.length === 4 || evaluation.isStock(x) ? shift(span, -1) : null;
};

/** The last fiscal year-end before the span's end; for a span that ends a year, the one before that. */
const yearEndBefore = (span: Span): Span => ({ start: fiscalYearOf(span).start, length: 0 });

const boundary = (at: number): Span => ({ start: at, length: 0 });
const whole = (expression: Expression | undefined): number => (expression?.kind === "number" ? expression.value : 0);
const vintage = (expression: Expression | undefined): TargetVintage =>
  expression?.kind === "line" && expression.id === "initial" ? "initial" : "latest";

/** Binds the first argument, which `checkFormula` has made sure of. */
const of =
  (evaluate: (evaluation: Evaluation, x: Expression, args: readonly Expression[]) => Result): Evaluate =>
  (evaluation, args) => {
    const [x] = args;
    if (x === undefined) throw new RangeError("a function was called without its argument; check the formula first");
    return evaluate(evaluation, x, args);
  };

const all: (apply: (...numbers: number[]) => number) => Evaluate = (apply) => (evaluation, args) =>
  withNumbers(
    args.map((arg) => evaluation.at(arg, evaluation.span)),
    apply,
  );

const opening = of((e, x) => e.before(x, boundary(e.span.start)));
const closing = of((e, x) => e.at(x, boundary(endOf(e.span))));

export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  lag: {
    arguments: ["expression", "whole"],
    needed: 2,
    unit: "same",
    evaluate: of((e, x, args) => e.before(x, shift(e.span, -whole(args[1]) * e.span.length))),
  },
  prior_year: {
    arguments: ["expression"],
    needed: 1,
    unit: "same",
    evaluate: of((e, x) => e.before(x, shift(e.span, -4))),
  },
  yoy: {
    arguments: ["expression"],
    needed: 1,
    unit: "%",
    evaluate: of((e, x) => growth(e.at(x, e.span), e.before(x, shift(e.span, -4)))),
  },
  yoy_change: {
    arguments: ["expression"],
    needed: 1,
    unit: "points",
    evaluate: of((e, x) => difference(e.at(x, e.span), e.before(x, shift(e.span, -4)))),
  },
  qoq: { arguments: ["expression"], needed: 1, unit: "%", evaluate: of((e, x) => compared(e, x, growth)) },
  qoq_change: {
    arguments: ["expression"],
    needed: 1,
    unit: "points",
    evaluate: of((e, x) => compared(e, x, difference)),
  },
  ytd: { arguments: ["expression"], needed: 1, unit: "same", evaluate: of((e, x) => e.at(x, yearToDate(e.span))) },
  ytd_change: {
    arguments: ["expression"],
    needed: 1,
    unit: "points",
    evaluate: of((e, x) => difference(e.at(x, boundary(endOf(e.span))), e.before(x, yearEndBefore(e.span)))),
  },
  ttm: {
    arguments: ["expression"],
    needed: 1,
    unit: "same",
    evaluate: of((e, x) => (e.isStock(x) ? NO_SUCH_SPAN : e.at(x, lastTwelveMonths(e.span)))),
  },
  opening: { arguments: ["expression"], needed: 1, unit: "same", evaluate: opening },
  closing: { arguments: ["expression"], needed: 1, unit: "same", evaluate: closing },
  avg: {
    arguments: ["expression"],
    needed: 1,
    unit: "same",
    evaluate: (e, args) => withNumbers([opening(e, args), closing(e, args)], (a, b) => (a + b) / 2),
  },
  cagr: { arguments: ["expression", "whole"], needed: 2, unit: "%", evaluate: of(annualGrowth) },
  target: {
    arguments: ["expression", "latest|initial"],
    needed: 1,
    unit: "same",
    evaluate: of((e, x, args) => e.on("target", vintage(args[1]), x, e.span)),
  },
  progress: {
    arguments: ["expression"],
    needed: 1,
    unit: "%",
    evaluate: of((e, x) =>
      quotient(e.on("actual", "latest", x, yearToDate(e.span)), e.on("target", "latest", x, fiscalYearOf(e.span))),
    ),
  },
  sum: {
    arguments: ["expression"],
    needed: 1,
    repeats: true,
    unit: "same",
    evaluate: (e, args) => sumOf(args.map((arg) => ({ sign: 1, result: e.at(arg, e.span) }))),
  },
  children: {
    arguments: ["line"],
    needed: 1,
    unit: "same",
    evaluate: of((e, x) =>
      sumOf(x.kind === "line" ? e.childrenOf(x.id).map((child) => ({ sign: 1, result: e.at(child, e.span) })) : []),
    ),
  },
  abs: { arguments: ["expression"], needed: 1, unit: "same", evaluate: all((x = 0) => Math.abs(x)) },
  min: { arguments: ["expression"], needed: 1, repeats: true, unit: "same", evaluate: all(Math.min) },
  max: { arguments: ["expression"], needed: 1, repeats: true, unit: "same", evaluate: all(Math.max) },
  round: {
    arguments: ["expression", "whole"],
    needed: 1,
    unit: "same",
    evaluate: of((e, x, args) => withNumbers([e.at(x, e.span)], (value = 0) => roundHalfAway(value, whole(args[1])))),
  },
  if: { arguments: ["condition", "expression", "expression"], needed: 3, unit: "same", evaluate: chosen },
  coalesce: { arguments: ["expression"], needed: 1, repeats: true, unit: "same", evaluate: firstThere },
};

function compared(e: Evaluation, x: Expression, compare: (now: Result, before: Result) => Result): Result {
  const earlier = quarterBefore(e, x);
  return earlier === null ? NO_SUCH_SPAN : compare(e.at(x, e.span), e.before(x, earlier));
}

function annualGrowth(e: Evaluation, x: Expression, args: readonly Expression[]): Result {
  const years = whole(args[1]);
  const total = growth(e.at(x, e.span), e.before(x, shift(e.span, -4 * years)));
  return withNumbers([total], (grown = 0) => (1 + grown) ** (1 / years) - 1);
}

function chosen(e: Evaluation, args: readonly Expression[]): Result {
  const [condition, yes, no] = args;
  if (condition === undefined || yes === undefined || no === undefined)
    throw new RangeError("if was called without its arguments");
  const holds = e.at(condition, e.span);
  return isNumber(holds) ? e.at(holds === 0 ? no : yes, e.span) : holds;
}

function firstThere(e: Evaluation, args: readonly Expression[]): Result {
  let last: Result = NO_SUCH_SPAN;
  for (const arg of args) {
    last = e.at(arg, e.span);
    if (isNumber(last)) return last;
  }
  return last;
}
