/** The functions of the book's language in a sheet: one entry each, over the same spans as in core. */
import type { Basis } from "#core/book.ts";
import type { Expression } from "#core/formula/expression.ts";
import { wholeOf } from "#core/formula/functions.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, fiscalYearOf, lastTwelveMonths, shift, yearToDate } from "#core/timeline.ts";
import type { Member, Term } from "#workbook/formula-terms.ts";
import {
  ATOM,
  CannotSay,
  arithmetic,
  asking,
  blankOnError,
  callOf,
  differenceOf,
  finished,
  growthOf,
  isAlways,
  needing,
  orError,
  sumOf,
} from "#workbook/formula-terms.ts";

/** What the translation of a function may ask. A term of null is a gap whatever is entered, and no dash. */
export interface Translation {
  readonly span: Span;
  readonly basis: Basis;
  at(expression: Expression, span: Span): Term | null;
  /** Like `at`, on an earlier span: on the target basis that is an actual figure, which the sheet does not hold. */
  before(expression: Expression, span: Span): Term | null;
  /** The members of a sum, with the sums within them. */
  membersOf(expression: Expression, span: Span): readonly Member[];
  isStock(expression: Expression): boolean;
}

type Translate = (translation: Translation, args: readonly Expression[]) => Term | null;

const boundary = (at: number): Span => ({ start: at, length: 0 });
const whole = (expression: Expression | undefined): number =>
  expression === undefined ? 0 : (wholeOf(expression) ?? 0);

/** Binds the first argument, which `checkFormula` has made sure of. */
const of =
  (translate: (t: Translation, x: Expression, args: readonly Expression[]) => Term | null): Translate =>
  (translation, args) => {
    const [x] = args;
    if (x === undefined) throw new RangeError("a function was called without its argument; check the formula first");
    return translate(translation, x, args);
  };

const both = (a: Term | null, b: Term | null, make: (a: Term, b: Term) => Term): Term | null =>
  a === null || b === null ? null : make(a, b);

/** A function that needs every argument on the span at hand. */
const call =
  (name: string): Translate =>
  (t, args) => {
    const terms = args.map((arg) => t.at(arg, t.span));
    return terms.includes(null)
      ? null
      : callOf(
          name,
          terms.filter((term) => term !== null),
        );
  };

/** Of one alone it is that one, be it a dash. */
const extreme =
  (name: string): Translate =>
  (t, args) => {
    const [only] = args;
    return only !== undefined && args.length === 1 ? t.at(only, t.span) : call(name)(t, args);
  };

const summed: Translate = (t, args) => sumOf(args.flatMap((arg) => t.membersOf(arg, t.span)));

const opening = of((t, x) => (t.span.length > 0 ? t.before(x, boundary(t.span.start)) : null));
const closing = of((t, x) => t.at(x, boundary(endOf(t.span))));

/** Against the quarter before, for the spans that have one. */
const againstQuarterBefore = (compare: (now: Term, before: Term) => Term): Translate =>
  of((t, x) => {
    const { length } = t.span;
    if (length !== 1 && length !== 4 && !t.isStock(x)) return null;
    return both(t.at(x, t.span), t.before(x, shift(t.span, -1)), compare);
  });

const againstPriorYear = (compare: (now: Term, before: Term) => Term): Translate =>
  of((t, x) => both(t.at(x, t.span), t.before(x, shift(t.span, -4)), compare));

/** Figures of another basis are on another sheet, which the book does not write. */
const elsewhere: Translate = () => {
  throw new CannotSay();
};

export const TRANSLATIONS: Readonly<Record<string, Translate>> = {
  lag: of((t, x, args) => {
    const times = whole(args[1]);
    // A boundary is counted back from by quarters.
    return times === 0 ? t.at(x, t.span) : t.before(x, shift(t.span, -times * Math.max(t.span.length, 1)));
  }),
  prior_year: of((t, x) => t.before(x, shift(t.span, -4))),
  yoy: againstPriorYear(growthOf),
  yoy_change: againstPriorYear(differenceOf),
  qoq: againstQuarterBefore(growthOf),
  qoq_change: againstQuarterBefore(differenceOf),
  ytd: of((t, x) => t.at(x, yearToDate(t.span))),
  ytd_change: of((t, x) =>
    both(t.at(x, boundary(endOf(t.span))), t.before(x, boundary(fiscalYearOf(t.span).start)), differenceOf),
  ),
  ttm: of((t, x) => (t.isStock(x) ? null : t.at(x, lastTwelveMonths(t.span)))),
  opening,
  closing,
  avg: (t, args) => both(opening(t, args), closing(t, args), (a, b) => callOf("AVERAGE", [a, b])),
  cagr: of((t, x, args) => {
    const years = whole(args[1]);
    return both(t.at(x, t.span), t.before(x, shift(t.span, -4 * years)), (now, before) => {
      const growth = growthOf(now, before);
      const ratio = arithmetic("/", now, before);
      return { ...growth, text: `(${ratio.text})^(1/${years})-1` };
    });
  }),
  target: of((t, x, args) => {
    const [, vintage] = args;
    const latest = vintage === undefined || (vintage.kind === "line" && vintage.id === "latest");
    return t.basis === "target" && latest ? t.at(x, t.span) : elsewhere(t, args);
  }),
  progress: elsewhere,
  remainder: elsewhere,
  sum: summed,
  children: of((t, x) =>
    sumOf(t.membersOf({ kind: "call", name: "children", args: [x], from: x.from, to: x.to }, t.span)),
  ),
  abs: call("ABS"),
  min: extreme("MIN"),
  max: extreme("MAX"),
  round: of((t, x, args) => {
    const term = t.at(x, t.span);
    return term === null ? null : callOf("ROUND", [term], `,${whole(args[1])}`);
  }),
  if: chosen,
  coalesce: firstThere,
};

function chosen(t: Translation, args: readonly Expression[]): Term | null {
  const [condition, yes, no] = args;
  if (condition === undefined || yes === undefined || no === undefined)
    throw new RangeError("if was called without its arguments");
  const asked = t.at(condition, t.span);
  if (asked === null) return null;
  const branches = [yes, no].map((branch) => t.at(branch, t.span));
  const choice = (texts: readonly string[]): string => `IF(${[asked.text, ...texts].join(",")})`;
  // Only the chosen branch may stop the figure, so a gap in either is an error inside the IF.
  const numbers = choice(branches.map((branch) => (branch === null ? "NA()" : orError(branch))));
  const mayBeDash = branches.some((branch) => branch !== null && branch.shown !== null);
  const shown = choice(branches.map((branch) => (branch === null ? '""' : finished(branch))));
  return {
    ...needing([asked], numbers, ATOM),
    fails: true,
    shown: mayBeDash ? blankOnError(asked, asking({ ...asked, text: shown }, '""')) : null,
  };
}

function firstThere(t: Translation, args: readonly Expression[]): Term | null {
  const terms = args.map((arg) => t.at(arg, t.span));
  const there = terms.filter((term) => term !== null);
  const last = there.at(-1);
  if (last === undefined) return null;
  const before = there.slice(0, -1);
  const orElse = (end: string): string => before.reduceRight((rest, term) => firstOf(term, rest), end);
  return {
    ...needing([], orElse(orError(last)), ATOM),
    fails: !isAlways(last),
    // Where none is there, the last one's gap is the answer.
    shown: last === terms.at(-1) && last.shown !== null ? orElse(last.shown) : null,
  };
}

function firstOf(term: Term, rest: string): string {
  if (term.cell !== null) return `IF(COUNT(${term.cell})=1,${term.cell},${rest})`;
  return isAlways(term) ? term.text : `IFERROR(${orError(term)},${rest})`;
}
