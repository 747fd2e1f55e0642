/** The functions of the formula language, as data: one entry each, compiled for the span at hand. */
import type { Basis } from "#core/book.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Arithmetic, EarlierProgram, Operation, Program, Term } from "#core/formula/program.ts";
import { NOT_MEANINGFUL, NO_SUCH_SPAN } from "#core/states.ts";
import { yearStartBefore } from "#core/timeline.ts";

/** Which target counts: the one in force, or the first that was published. */
export type TargetVintage = "latest" | "initial";

/** What a function may ask of the figures it is compiled for. */
export interface Setting {
  readonly arithmetic: Arithmetic;
  compile(expression: Expression): Program;
  /** On an earlier span: on the target basis actuals are asked, and a break in between is a gap. */
  earlier(expression: Expression): EarlierProgram;
  /** On another basis. */
  on(basis: Basis, vintage: TargetVintage, expression: Expression): Program;
  /** The lines shown under a line; null where they have no sum, their units being unlike. */
  childrenOf(line: string): readonly Expression[] | null;
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
  /** A comparison with a quarter, a year or years before: of a percentage it would mislead. */
  readonly growth?: true;
  /** Held against a year's whole: of a ratio, which nothing adds up to, it would mean nothing. */
  readonly partOfYear?: true;
  /** The first argument is worked out on two spans. */
  readonly twice?: true;
  readonly compile: (setting: Setting, x: Expression, args: readonly Expression[]) => Program;
}

/** A boundary has no length of its own; counted back from, it is a quarter's end. */
const quartersOf = (length: number): number => Math.max(length, 1);
const toDate = (end: number): number => end - yearStartBefore(end);

/** A number that is written out, a minus before it or not; null for anything else. */
export function wholeOf(expression: Expression): number | null {
  if (expression.kind === "number") return expression.value;
  return expression.kind === "negate" && expression.of.kind === "number" ? -expression.of.value : null;
}

const whole = (expression: Expression | undefined): number =>
  expression === undefined ? 0 : (wholeOf(expression) ?? 0);
const vintage = (expression: Expression | undefined): TargetVintage =>
  expression?.kind === "line" && expression.id === "initial" ? "initial" : "latest";

export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  lag: { arguments: ["expression", "whole"], needed: 2, unit: "same", compile: lag },
  prior_year: { arguments: ["expression"], needed: 1, unit: "same", compile: priorYear },
  yoy: { arguments: ["expression"], needed: 1, unit: "%", growth: true, twice: true, compile: onTheYear("growth") },
  yoy_change: { arguments: ["expression"], needed: 1, unit: "points", twice: true, compile: onTheYear("-") },
  qoq: { arguments: ["expression"], needed: 1, unit: "%", growth: true, twice: true, compile: onTheQuarter("growth") },
  qoq_change: { arguments: ["expression"], needed: 1, unit: "points", twice: true, compile: onTheQuarter("-") },
  ytd: { arguments: ["expression"], needed: 1, unit: "same", compile: yearToDate },
  ytd_change: { arguments: ["expression"], needed: 1, unit: "points", twice: true, compile: sinceYearEnd },
  ttm: { arguments: ["expression"], needed: 1, unit: "same", compile: twelveMonths },
  opening: { arguments: ["expression"], needed: 1, unit: "same", compile: opening },
  closing: { arguments: ["expression"], needed: 1, unit: "same", compile: closing },
  avg: { arguments: ["expression"], needed: 1, unit: "same", twice: true, compile: average },
  cagr: { arguments: ["expression", "whole"], needed: 2, unit: "%", growth: true, twice: true, compile: annualGrowth },
  target: { arguments: ["expression", "latest|initial"], needed: 1, unit: "same", compile: target },
  progress: { arguments: ["expression"], needed: 1, unit: "%", partOfYear: true, twice: true, compile: progress },
  remainder: { arguments: ["expression"], needed: 1, unit: "same", partOfYear: true, twice: true, compile: remainder },
  sum: { arguments: ["expression"], needed: 1, repeats: true, unit: "same", compile: sum },
  children: { arguments: ["line"], needed: 1, unit: "same", compile: children },
  abs: { arguments: ["expression"], needed: 1, unit: "same", compile: absolute },
  min: { arguments: ["expression"], needed: 1, repeats: true, unit: "same", compile: extreme("min") },
  max: { arguments: ["expression"], needed: 1, repeats: true, unit: "same", compile: extreme("max") },
  round: { arguments: ["expression", "whole"], needed: 1, unit: "same", compile: rounded },
  if: { arguments: ["condition", "expression", "expression"], needed: 3, unit: "same", compile: chosen },
  coalesce: { arguments: ["expression"], needed: 1, repeats: true, unit: "same", compile: firstThere },
};

/** Compares an expression with itself that many quarters earlier. */
function compared(setting: Setting, x: Expression, by: Operation, quarters: number): Program {
  const earlier = setting.earlier(x);
  const before: Program = (end, length) => earlier(end - quarters, length, end);
  return setting.arithmetic.both(by, setting.compile(x), before);
}

function onTheYear(by: Operation): FormulaFunction["compile"] {
  return (setting, x) => compared(setting, x, by, 4);
}

/** Half-years and nine months have no quarter before: their own ends would overlap. */
function onTheQuarter(by: Operation): FormulaFunction["compile"] {
  return (setting, x) => {
    const change = compared(setting, x, by, 1);
    if (setting.isStock(x)) return change;
    const none = setting.arithmetic.gap(NO_SUCH_SPAN);
    return (end, length) => (length === 1 || length === 4 ? change : none)(end, length);
  };
}

function lag(setting: Setting, x: Expression, args: readonly Expression[]): Program {
  const times = whole(args[1]);
  // Nothing lies between a span and itself: no other basis, no break.
  if (times === 0) return setting.compile(x);
  const before = setting.earlier(x);
  return (end, length) => before(end - times * quartersOf(length), length, end);
}

function priorYear(setting: Setting, x: Expression): Program {
  const before = setting.earlier(x);
  return (end, length) => before(end - 4, length, end);
}

function yearToDate(setting: Setting, x: Expression): Program {
  const now = setting.compile(x);
  return (end) => now(end, toDate(end));
}

function sinceYearEnd(setting: Setting, x: Expression): Program {
  const now = closing(setting, x);
  const before = setting.earlier(x);
  const yearEnd: Program = (end) => before(yearStartBefore(end), 0, end);
  return setting.arithmetic.both("-", now, yearEnd);
}

function twelveMonths(setting: Setting, x: Expression): Program {
  if (setting.isStock(x)) return setting.arithmetic.gap(NO_SUCH_SPAN);
  const now = setting.compile(x);
  return (end) => now(end, 4);
}

/** A boundary has neither an opening nor an average: a balance worked out from them would be the closing one. */
function opening(setting: Setting, x: Expression): Program {
  const before = setting.earlier(x);
  const none = setting.arithmetic.gap(NO_SUCH_SPAN);
  return (end, length) => (length > 0 ? before(end - length, 0, end) : none(end, length));
}

function closing(setting: Setting, x: Expression): Program {
  const now = setting.compile(x);
  return (end) => now(end, 0);
}

function average(setting: Setting, x: Expression): Program {
  const { arithmetic } = setting;
  return arithmetic.both("/", arithmetic.both("+", opening(setting, x), closing(setting, x)), arithmetic.constant(2));
}

function annualGrowth(setting: Setting, x: Expression, args: readonly Expression[]): Program {
  const years = whole(args[1]);
  const { arithmetic } = setting;
  const one = arithmetic.constant(1);
  const total = compared(setting, x, "growth", 4 * years);
  const times = arithmetic.both("^", arithmetic.both("+", one, total), arithmetic.constant(1 / years));
  return arithmetic.both("-", times, one);
}

function target(setting: Setting, x: Expression, args: readonly Expression[]): Program {
  return setting.on("target", vintage(args[1]), x);
}

/** What was reached since the year began, and what the year is to bring. */
function againstTheYear(setting: Setting, x: Expression): { readonly reached: Program; readonly aim: Program } {
  const actual = setting.on("actual", "latest", x);
  const target = setting.on("target", "latest", x);
  return { reached: (end) => actual(end, toDate(end)), aim: (end) => target(yearStartBefore(end) + 4, 4) };
}

/** Year to date over the full-year target. There is no part of an expected loss to be reached. */
function progress(setting: Setting, x: Expression): Program {
  const { arithmetic } = setting;
  const { reached, aim } = againstTheYear(setting, x);
  const isLoss = arithmetic.both("<", aim, arithmetic.constant(0));
  return arithmetic.both("/", reached, arithmetic.choose(isLoss, arithmetic.gap(NOT_MEANINGFUL), aim));
}

/** What the rest of the year has to bring: the full-year target, which there must be, less the year to date. */
function remainder(setting: Setting, x: Expression): Program {
  const { arithmetic } = setting;
  const { reached, aim } = againstTheYear(setting, x);
  const whole = arithmetic.both("*", aim, arithmetic.constant(1));
  return arithmetic.sum([
    { sign: 1, of: whole },
    { sign: -1, of: reached },
  ]);
}

const terms = (setting: Setting, expressions: readonly Expression[]): readonly Term[] =>
  expressions.map((of) => ({ sign: 1, of: setting.compile(of) }));

function sum(setting: Setting, _x: Expression, args: readonly Expression[]): Program {
  return setting.arithmetic.sum(terms(setting, args));
}

function children(setting: Setting, x: Expression): Program {
  const shown = x.kind === "line" ? setting.childrenOf(x.id) : null;
  return shown === null ? setting.arithmetic.gap(NOT_MEANINGFUL) : setting.arithmetic.sum(terms(setting, shown));
}

function absolute(setting: Setting, x: Expression): Program {
  return setting.arithmetic.absolute(setting.compile(x));
}

function extreme(by: Operation): FormulaFunction["compile"] {
  return (setting, _x, args) =>
    args.map((arg) => setting.compile(arg)).reduce((left, right) => setting.arithmetic.both(by, left, right));
}

function rounded(setting: Setting, x: Expression, args: readonly Expression[]): Program {
  const { arithmetic } = setting;
  return arithmetic.both("round", setting.compile(x), arithmetic.constant(whole(args[1])));
}

function chosen(setting: Setting, condition: Expression, args: readonly Expression[]): Program {
  const [yes, no] = args.slice(1).map((arg) => setting.compile(arg));
  if (yes === undefined || no === undefined)
    throw new RangeError("if was compiled without its arguments; check the formula first");
  return setting.arithmetic.choose(setting.compile(condition), yes, no);
}

function firstThere(setting: Setting, _x: Expression, args: readonly Expression[]): Program {
  return setting.arithmetic.first(args.map((arg) => setting.compile(arg)));
}
