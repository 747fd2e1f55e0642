/** Pieces of a sheet's formula: their text, and what must hold before the text may be calculated. */

/** How tightly the outermost operator binds, in Excel as in the book's language: unary minus before `^`. */
const BINDING = { comparison: 1, sum: 2, product: 3, power: 4, negate: 5 } as const;
/** Something that needs no parentheses anywhere. */
export const ATOM = 6;

/** Excel takes 8,192 characters, the `=` among them. */
export const MOST_CHARACTERS = 8191;

/** That a formula cannot be said in this sheet; never leaves this folder's translation. */
export class CannotSay extends Error {
  override readonly name = "CannotSay";
}

/** The order in which a formula asks: what does not exist first, as the book does, and arithmetic last. */
type Rank = "does-not-exist" | "member-missing" | "no-member-exists" | "refused";

/** Where this holds, the formula shows a mark instead of a number. */
interface Guard {
  readonly when: string;
  readonly rank: Rank;
}

export interface Term {
  readonly text: string;
  readonly binding: number;
  /** Cells that must hold numbers. */
  readonly needs: readonly string[];
  /** Later ones may rely on earlier ones not holding. */
  readonly guards: readonly Guard[];
  /** The cell itself, where the term is nothing else. */
  readonly cell: string | null;
  /** Whether it can come to `-`. */
  readonly mayNotExist: boolean;
  /** Whether the text can come to an error where the book has a gap. */
  readonly fails: boolean;
  readonly constant: boolean;
}

/** A member of a sum; null is a gap whatever is entered. */
export interface Member {
  readonly sign: 1 | -1;
  readonly term: Term | null;
}

export const cellTerm = (cell: string, mayNotExist: boolean): Term => ({
  text: cell,
  binding: ATOM,
  needs: [cell],
  guards: [],
  cell,
  mayNotExist,
  fails: false,
  constant: false,
});

/** A term that needs every one of these to be a number; `refusals` are what the book refuses besides. */
export function needing(terms: readonly Term[], text: string, binding: number, refusals: readonly string[] = []): Term {
  return {
    text,
    binding,
    needs: [...new Set(terms.flatMap(({ needs }) => needs))],
    guards: [
      ...terms.flatMap(({ guards, cell, mayNotExist }): readonly Guard[] =>
        cell !== null && mayNotExist ? [{ when: `${cell}="-"`, rank: "does-not-exist" }] : guards,
      ),
      ...refusals.map((when): Guard => ({ when, rank: "refused" })),
    ],
    cell: null,
    mayNotExist: terms.some(({ mayNotExist }) => mayNotExist),
    fails: terms.some(({ fails }) => fails),
    constant: false,
  };
}

/** The text for a place that only takes what binds at least so tightly. */
const inPlace = ({ text, binding }: Term, least: number): string => (binding < least ? `(${text})` : text);

const OPERATORS: Readonly<Record<string, number>> = { "*": BINDING.product, "/": BINDING.product, "^": BINDING.power };

/** An operator over terms that all have to be numbers. */
export function arithmetic(operator: string, terms: readonly [Term] | readonly [Term, Term]): Term {
  const [left, right] = terms;
  if (right === undefined) return needing(terms, `-${inPlace(left, BINDING.negate)}`, BINDING.negate);
  const binding = OPERATORS[operator] ?? BINDING.comparison;
  // Operators of one strength read from the left, so an equal one on the right needs parentheses.
  const text = `${inPlace(left, binding)}${operator}${inPlace(right, binding + 1)}`;
  if (operator === "/")
    return needing(terms, text, binding, right.constant && right.text !== "0" ? [] : [`${right.text}=0`]);
  const term = needing(terms, text, binding);
  return operator === "^" ? { ...term, fails: true } : term;
}

/**
 * A sum. What does not exist counts as nothing, so a member that may say `-` is asked for a blank
 * rather than for a number; where every member says `-`, so does the sum.
 */
export function sumOf(members: readonly Member[]): Term | null {
  if (members.length === 0) throw new CannotSay();
  const strict: Term[] = [];
  const loose: string[] = [];
  let text = "";
  for (const { sign, term } of members) {
    if (term === null) return null;
    if (!term.mayNotExist) strict.push(term);
    else if (term.cell === null) throw new CannotSay();
    else loose.push(term.cell);
    const value = term.mayNotExist ? `N(${term.cell})` : memberText(term, sign, text === "");
    text += sign === -1 ? `-${value}` : text === "" ? value : `+${value}`;
  }
  const guards: Guard[] = loose.map((cell) => ({ when: `${cell}=""`, rank: "member-missing" }));
  const noneIsNever = strict.length > 0;
  if (loose.length > 0 && !noneIsNever) guards.push({ when: `COUNT(${loose.join(",")})=0`, rank: "no-member-exists" });
  const sum = needing(strict, text, BINDING.sum);
  return { ...sum, guards: [...sum.guards, ...guards], mayNotExist: loose.length > 0 && !noneIsNever };
}

/** A leading minus binds tighter than `^`: −(b^2) is not -b^2. */
const memberText = (term: Term, sign: 1 | -1, leads: boolean): string =>
  inPlace(term, leads ? (sign === -1 ? ATOM : BINDING.sum) : BINDING.product);

const SHOWN: Readonly<Record<Rank, string>> = {
  "does-not-exist": '"-"',
  "member-missing": '""',
  "no-member-exists": '"-"',
  refused: '""',
};

const RANKS: readonly Rank[] = ["does-not-exist", "member-missing", "no-member-exists"];

/** The whole formula: a number, `""` or `"-"`. */
export function finished(term: Term): string {
  const formula = guarded(needing([term], term.text, term.binding), (rank) => (rank === null ? '""' : SHOWN[rank]));
  return term.fails ? `IFERROR(${formula},"")` : formula;
}

/** The term's number, or an error where it has none: what stands inside `IF`. */
export const orError = (term: Term): string =>
  term.needs.length === 0 && term.guards.length === 0
    ? term.text
    : guarded(needing([term], term.text, term.binding), () => "NA()");

/** Asks in order; `shown` says what for each rank, null for a needed cell without a number. */
function guarded({ text, needs, guards }: Term, shown: (rank: Rank | null) => string): string {
  const questions: string[] = [];
  for (const rank of RANKS) {
    const conditions = [...new Set(guards.filter((guard) => guard.rank === rank).map(({ when }) => when))];
    if (conditions.length > 0) questions.push(`${anyOf(conditions)},${shown(rank)}`);
  }
  if (needs.length > 0) questions.push(`COUNT(${needs.join(",")})<${needs.length},${shown(null)}`);
  // One after the other: a later one may divide by what an earlier one has found not to be zero.
  for (const { when } of guards.filter(({ rank }) => rank === "refused")) questions.push(`${when},${shown("refused")}`);
  return questions.reduceRight((inner, question) => `IF(${question},${inner})`, text);
}

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] ?? "") : `OR(${conditions.join(",")})`;

/** Growth of one term on another, where the base is above zero and the current figure not below. */
export function growthOf(now: Term, before: Term): Term {
  const ratio = arithmetic("/", [now, before]);
  const refusals = [`OR(${before.text}<=0,${now.text}<0)`];
  return needing([now, before], `${ratio.text}-1`, BINDING.sum, refusals);
}

export function differenceOf(now: Term, before: Term): Term {
  return needing([now, before], `${inPlace(now, BINDING.sum)}-${inPlace(before, BINDING.product)}`, BINDING.sum);
}

/** A call that needs all of its arguments. */
export const callOf = (name: string, terms: readonly Term[], more = ""): Term =>
  needing(terms, `${name}(${terms.map(({ text }) => text).join(",")}${more})`, ATOM);
