/** The functions of the formula language, as data: one entry each, compiled for the span at hand. */
import type { Basis } from "#core/book.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { EarlierProgram, Machine, Program, Term } from "#core/formula/program.ts";
import { gap, growth, quotient, sumOf, withBoth, withOne } from "#core/formula/program.ts";
import { roundHalfAway } from "#core/rounding.ts";
import { NO_SUCH_SPAN } from "#core/states.ts";
import { yearStartBefore } from "#core/timeline.ts";

/** Which target counts: the one in force, or the first that was published. */
export type TargetVintage = "latest" | "initial";

/** What a function may ask of the figures it is compiled for. */
export interface Setting {
  readonly machine: Machine;
  compile(expression: Expression): Program;
  /** On an earlier span: on the target basis actuals are asked, and a break in between is a gap. */
  earlier(expression: Expression): EarlierProgram;
  /** On another basis. */
  on(basis: Basis, vintage: TargetVintage, expression: Expression): Program;
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
  /** A comparison with a quarter, a year or years before: of a percentage it would mislead. */
  readonly growth?: true;
  readonly compile: (setting: Setting, x: Expression, args: readonly Expression[]) => Program;
}

/** From the figure now and the one before to what changed. */
type Compare = (machine: Machine, now: number, before: number) => number;
function difference(_machine: Machine, now: number, before: number): number {
  return now - before;
}

/** A boundary has no length of its own; counted back from, it is a quarter's end. */
const quartersOf = (length: number): number => Math.max(length, 1);
const toDate = (end: number): number => end - yearStartBefore(end);

const whole = (expression: Expression | undefined): number => (expression?.kind === "number" ? expression.value : 0);
const vintage = (expression: Expression | undefined): TargetVintage =>
  expression?.kind === "line" && expression.id === "initial" ? "initial" : "latest";

export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  lag: { arguments: ["expression", "whole"], needed: 2, unit: "same", compile: lag },
  prior_year: { arguments: ["expression"], needed: 1, unit: "same", compile: priorYear },
  yoy: { arguments: ["expression"], needed: 1, unit: "%", growth: true, compile: onTheYear(growth) },
  yoy_change: { arguments: ["expression"], needed: 1, unit: "points", compile: onTheYear(difference) },
  qoq: { arguments: ["expression"], needed: 1, unit: "%", growth: true, compile: onTheQuarter(growth) },
  qoq_change: { arguments: ["expression"], needed: 1, unit: "points", compile: onTheQuarter(difference) },
  ytd: { arguments: ["expression"], needed: 1, unit: "same", compile: yearToDate },
  ytd_change: { arguments: ["expression"], needed: 1, unit: "points", compile: sinceYearEnd },
  ttm: { arguments: ["expression"], needed: 1, unit: "same", compile: twelveMonths },
  opening: { arguments: ["expression"], needed: 1, unit: "same", compile: opening },
  closing: { arguments: ["expression"], needed: 1, unit: "same", compile: closing },
  avg: { arguments: ["expression"], needed: 1, unit: "same", compile: average },
  cagr: { arguments: ["expression", "whole"], needed: 2, unit: "%", growth: true, compile: annualGrowth },
  target: { arguments: ["expression", "latest|initial"], needed: 1, unit: "same", compile: target },
  progress: { arguments: ["expression"], needed: 1, unit: "%", compile: progress },
  remainder: { arguments: ["expression"], needed: 1, unit: "same", compile: remainder },
  sum: { arguments: ["expression"], needed: 1, repeats: true, unit: "same", compile: sum },
  children: { arguments: ["line"], needed: 1, unit: "same", compile: children },
  abs: { arguments: ["expression"], needed: 1, unit: "same", compile: absolute },
  min: { arguments: ["expression"], needed: 1, repeats: true, unit: "same", compile: extreme(Math.min) },
  max: { arguments: ["expression"], needed: 1, repeats: true, unit: "same", compile: extreme(Math.max) },
  round: { arguments: ["expression", "whole"], needed: 1, unit: "same", compile: rounded },
  if: { arguments: ["condition", "expression", "expression"], needed: 3, unit: "same", compile: chosen },
  coalesce: { arguments: ["expression"], needed: 1, repeats: true, unit: "same", compile: firstThere },
};

/** Compares an expression with itself on the span that `back` names; NaN for none. */
function compared(
  setting: Setting,
  x: Expression,
  compare: Compare,
  back: (end: number, length: number) => number,
): Program {
  const { machine } = setting;
  const now = setting.compile(x);
  const before = setting.earlier(x);
  return (end, length) => {
    const earlier = back(end, length);
    if (Number.isNaN(earlier)) return gap(machine, NO_SUCH_SPAN);
    const a = now(end, length);
    const missing = machine.gap;
    const b = before(earlier, length, end);
    if (!Number.isNaN(a) && !Number.isNaN(b)) return compare(machine, a, b);
    if (Number.isNaN(a)) machine.gap = Number.isNaN(b) ? Math.max(missing, machine.gap) : missing;
    return Number.NaN;
  };
}

function onTheYear(compare: Compare): FormulaFunction["compile"] {
  return (setting, x) => compared(setting, x, compare, (end) => end - 4);
}

/** Half-years and nine months have no quarter before: their own ends would overlap. */
function onTheQuarter(compare: Compare): FormulaFunction["compile"] {
  return (setting, x) => {
    const isStock = setting.isStock(x);
    return compared(setting, x, compare, (end, length) =>
      length === 1 || length === 4 || isStock ? end - 1 : Number.NaN,
    );
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
  return withBoth(setting.machine, now, yearEnd, (a, b) => a - b);
}

function twelveMonths(setting: Setting, x: Expression): Program {
  if (setting.isStock(x)) return () => gap(setting.machine, NO_SUCH_SPAN);
  const now = setting.compile(x);
  return (end) => now(end, 4);
}

function opening(setting: Setting, x: Expression): Program {
  const before = setting.earlier(x);
  return (end, length) => before(end - length, 0, end);
}

function closing(setting: Setting, x: Expression): Program {
  const now = setting.compile(x);
  return (end) => now(end, 0);
}

function average(setting: Setting, x: Expression): Program {
  return withBoth(setting.machine, opening(setting, x), closing(setting, x), (a, b) => (a + b) / 2);
}

function annualGrowth(setting: Setting, x: Expression, args: readonly Expression[]): Program {
  const years = whole(args[1]);
  const total = compared(setting, x, growth, (end) => end - 4 * years);
  return withOne(setting.machine, total, (grown) => (1 + grown) ** (1 / years) - 1);
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

/** Year to date over the full-year target. */
function progress(setting: Setting, x: Expression): Program {
  const { reached, aim } = againstTheYear(setting, x);
  return quotient(setting.machine, reached, aim);
}

/** What the rest of the year has to bring: the full-year target less the year to date. */
function remainder(setting: Setting, x: Expression): Program {
  const { reached, aim } = againstTheYear(setting, x);
  return withBoth(setting.machine, aim, reached, (a, b) => a - b);
}

const terms = (setting: Setting, expressions: readonly Expression[]): readonly Term[] =>
  expressions.map((of) => ({ sign: 1, of: setting.compile(of) }));

function sum(setting: Setting, _x: Expression, args: readonly Expression[]): Program {
  return sumOf(setting.machine, terms(setting, args));
}

function children(setting: Setting, x: Expression): Program {
  return sumOf(setting.machine, terms(setting, x.kind === "line" ? setting.childrenOf(x.id) : []));
}

function absolute(setting: Setting, x: Expression): Program {
  return withOne(setting.machine, setting.compile(x), Math.abs);
}

function extreme(pick: (a: number, b: number) => number): FormulaFunction["compile"] {
  return (setting, _x, args) =>
    args.map((arg) => setting.compile(arg)).reduce((left, right) => withBoth(setting.machine, left, right, pick));
}

function rounded(setting: Setting, x: Expression, args: readonly Expression[]): Program {
  const decimals = whole(args[1]);
  return withOne(setting.machine, setting.compile(x), (value) => {
    const result = roundHalfAway(value, decimals);
    // Past what a double can scale there is nothing left to round.
    return Number.isNaN(result) ? value : result;
  });
}

function chosen(setting: Setting, condition: Expression, args: readonly Expression[]): Program {
  const holds = setting.compile(condition);
  const [yes, no] = args.slice(1).map((arg) => setting.compile(arg));
  if (yes === undefined || no === undefined)
    throw new RangeError("if was compiled without its arguments; check the formula first");
  return (end, length) => {
    const held = holds(end, length);
    return Number.isNaN(held) ? held : held === 0 ? no(end, length) : yes(end, length);
  };
}

function firstThere(setting: Setting, _x: Expression, args: readonly Expression[]): Program {
  const programs = args.map((arg) => setting.compile(arg));
  return (end, length) => {
    let value = Number.NaN;
    for (const program of programs) {
      value = program(end, length);
      if (!Number.isNaN(value)) return value;
    }
    return value;
  };
}
