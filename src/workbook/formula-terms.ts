/** Pieces of a sheet's formula: their text, and what must hold before the text may be calculated. */

/** How tightly the outermost operator binds, in Excel as in the book's language: unary minus before `^`. */
const BINDING = { comparison: 1, sum: 2, product: 3, power: 4, negate: 5 } as const;
/** Something that needs no parentheses anywhere. */
export const ATOM = 6;

/** What Excel takes; for one formula past it, it refuses the file. Of 8,192 characters the `=` is one. */
export const MOST_CHARACTERS = 8191;
const MOST_LEVELS = 64;
const MOST_ARGUMENTS = 255;

export function isWithinLimits(formula: string): boolean {
  if (formula.length > MOST_CHARACTERS) return false;
  /** The commas met on each level that is open. */
  const commas: number[] = [0];
  for (const character of formula) {
    if (character === "(") commas.push(0);
    else if (character === ")") commas.pop();
    else if (character === ",") commas.push((commas.pop() ?? 0) + 1);
    if (commas.length > MOST_LEVELS || (commas.at(-1) ?? 0) >= MOST_ARGUMENTS) return false;
  }
  return true;
}

/** That a formula cannot be said in this sheet; never leaves this folder's translation. */
export class CannotSay extends Error {
  override readonly name = "CannotSay";
}

export interface Term {
  readonly text: string;
  readonly binding: number;
  /** Cells that must hold numbers. */
  readonly needs: readonly string[];
  /** Where one of these holds there is no number; they rely on nothing. */
  readonly blanks: readonly string[];
  /** What the book refuses once the numbers are there; later ones may rely on earlier ones not holding. */
  readonly refusals: readonly string[];
  /** The cell itself, where the term is nothing else. */
  readonly cell: string | null;
  /** The formula for a term that can come to a dash: a number, `""` or `"-"`. Null where it never is one. */
  readonly shown: string | null;
  /** Whether the text can come to an error where the book has a gap. */
  readonly fails: boolean;
  readonly constant: boolean;
}

/** A member of a sum; null is a gap whatever is entered. */
export interface Member {
  readonly sign: 1 | -1;
  readonly term: Term | null;
}

export const cellTerm = (cell: string, mayBeDash: boolean): Term => ({
  text: cell,
  binding: ATOM,
  needs: [cell],
  blanks: [],
  refusals: [],
  cell,
  shown: mayBeDash ? `IF(${cell}="-","-",${asking({ needs: [cell], text: cell }, BLANK)})` : null,
  fails: false,
  constant: false,
});

/**
 * A term that needs every one of these to be a number, and so is never a dash: what is worked out
 * with one is a blank. `refusals` are what the book refuses besides.
 */
export function needing(terms: readonly Term[], text: string, binding: number, refusals: readonly string[] = []): Term {
  return {
    text,
    binding,
    needs: [...new Set(terms.flatMap(({ needs }) => needs))],
    blanks: [...new Set(terms.flatMap(({ blanks }) => blanks))],
    refusals: [...new Set([...terms.flatMap((term) => term.refusals), ...refusals])],
    cell: null,
    shown: null,
    fails: terms.some(({ fails }) => fails),
    constant: false,
  };
}

/** The text for a place that only takes what binds at least so tightly. */
const inPlace = ({ text, binding }: Term, least: number): string => (binding < least ? `(${text})` : text);

const OPERATORS: Readonly<Record<string, number>> = { "*": BINDING.product, "/": BINDING.product, "^": BINDING.power };

/** An operator over two terms that have to be numbers. */
export function arithmetic(operator: string, left: Term, right: Term): Term {
  const binding = OPERATORS[operator] ?? BINDING.comparison;
  // Operators of one strength read from the left, so an equal one on the right needs parentheses.
  const text = `${inPlace(left, binding)}${operator}${inPlace(right, binding + 1)}`;
  if (operator === "/")
    return needing([left, right], text, binding, right.constant && right.text !== "0" ? [] : [`${right.text}=0`]);
  if (operator !== "^") return needing([left, right], text, binding);
  // A spreadsheet has a cube root of a negative, by a third that is not quite one; the book has none.
  const isWhole = right.constant && Number.isInteger(Number(right.text));
  const refusals = isWhole ? [] : [`AND(${left.text}<0,${right.text}<>INT(${right.text}))`];
  return { ...needing([left, right], text, binding, refusals), fails: true };
}

/**
 * A sum. A dash counts as nothing, so a member that may be one is asked for a blank rather than for a
 * number; where every member is a dash, so is the sum.
 */
export function sumOf(members: readonly Member[]): Term | null {
  if (members.length === 0) throw new CannotSay();
  const strict: Term[] = [];
  const loose: string[] = [];
  let text = "";
  for (const { sign, term } of members) {
    if (term === null) return null;
    const shown = term.shown === null ? null : (term.cell ?? term.shown);
    if (shown === null) strict.push(term);
    else loose.push(shown);
    const value = shown === null ? memberText(term, sign, text === "") : `N(${shown})`;
    text += sign === -1 ? `-${value}` : text === "" ? value : `+${value}`;
  }
  const sum = needing(strict, text, text.startsWith("-") && members.length === 1 ? BINDING.negate : BINDING.sum);
  const missing = loose.map((shown) => `${shown}=""`);
  if (loose.length === 0 || strict.length > 0) return { ...sum, blanks: [...sum.blanks, ...missing] };
  const none = `COUNT(${loose.join(",")})=0`;
  return {
    ...sum,
    blanks: [...missing, none],
    shown: asking({ blanks: missing, text: `IF(${none},"-",${text})` }, BLANK),
  };
}

/** A leading minus binds tighter than `^`: −(b^2) is not -b^2. */
const memberText = (term: Term, sign: 1 | -1, leads: boolean): string =>
  inPlace(term, leads ? (sign === -1 ? ATOM : BINDING.sum) : BINDING.product);

const BLANK = '""';

/** The whole formula: a number, `""` or `"-"`. */
export const finished = (term: Term): string => term.shown ?? blankOnError(term, asking(term, BLANK));

/** The formula with `""` in place of the errors that a term can come to. */
export const blankOnError = ({ fails }: Pick<Term, "fails">, formula: string): string =>
  fails ? `IFERROR(${formula},${BLANK})` : formula;

/** The term's number, or an error where it has none: what stands inside `IF`. */
export const orError = (term: Term): string => asking(term, "NA()");

/** Whether a term is a number whatever the cells hold. */
export const isAlways = ({ needs, blanks, refusals, fails }: Term): boolean =>
  needs.length === 0 && blanks.length === 0 && refusals.length === 0 && !fails;

/** Asks before the text is calculated; `instead` stands where there is no number. */
export function asking(
  { text, needs = [], blanks = [], refusals = [] }: Partial<Term> & Pick<Term, "text">,
  instead: string,
): string {
  const questions: string[] = [];
  if (blanks.length > 0) questions.push(anyOf(blanks));
  if (needs.length > 0) questions.push(`COUNT(${needs.join(",")})<${needs.length}`);
  // One after the other: a later one may divide by what an earlier one has found not to be zero.
  return [...questions, ...refusals].reduceRight((inner, question) => `IF(${question},${instead},${inner})`, text);
}

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] ?? "") : `OR(${conditions.join(",")})`;

/** Growth of one term on another, where the base is above zero and the current figure not below. */
export function growthOf(now: Term, before: Term): Term {
  const ratio = arithmetic("/", now, before);
  const refusals = [`OR(${before.text}<=0,${now.text}<0)`];
  return needing([now, before], `${ratio.text}-1`, BINDING.sum, refusals);
}

export function differenceOf(now: Term, before: Term): Term {
  return needing([now, before], `${inPlace(now, BINDING.sum)}-${inPlace(before, BINDING.product)}`, BINDING.sum);
}

/** A call that needs all of its arguments. */
export const callOf = (name: string, terms: readonly Term[], more = ""): Term =>
  needing(terms, `${name}(${terms.map(({ text }) => text).join(",")}${more})`, ATOM);
