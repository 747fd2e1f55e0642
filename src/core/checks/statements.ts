/**
 * Claims: every printed percentage, change and comparison, judged as of its own source and with
 * that source's facts before all others. No claim rests on itself, nor on itself in other words.
 */
import type { Book, Fact, Line, StatedFigure } from "#core/book.ts";
import type { Check, Rival } from "#core/checks/check.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import { hintFor } from "#core/checks/hint.ts";
import { viewOfSource } from "#core/checks/readings.ts";
import { verdictOf } from "#core/checks/verdict.ts";
import { isFigure } from "#core/figures/cell.ts";
import { claimsOfChange } from "#core/figures/changes.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Otherwise } from "#core/figures/ground.ts";
import { isKnownBy, ledgerOf } from "#core/figures/ledger.ts";
import type { View } from "#core/figures/ledger.ts";
import type { Given } from "#core/figures/machine.ts";
import { answerTo, claimed, reachOf } from "#core/figures/reach.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Gap } from "#core/gaps.ts";
import { valueOf } from "#core/units.ts";

/** One check per claim that was known by the view's date. */
export function checkStatements(book: Book, view: CheckView): Check[] {
  const { lines } = formulasOf(book.lines);
  const sources = new Map(book.sources.map((source) => [source.id, source]));
  return book.statements.flatMap((statement) => {
    const source = sources.get(statement.source);
    if (statement.company !== view.company || statement.scope !== view.scope || source === undefined) return [];
    if (!isKnownBy(source, view.asOf)) return [];
    const formula = readFormula(statement.expression, lines);
    // The importers and the store refuse a claim whose expression cannot be read.
    if ("problem" in formula) return [];
    return [judge(book, viewOfSource(book, view, source.id), statement, formula.expression)];
  });
}

function judge(book: Book, view: View, statement: StatedFigure, expression: Expression): Check {
  const { span, printed, unit } = statement;
  const rounding = book.sources.find(({ id }) => id === statement.source)?.rounding ?? "nearest";
  const stated = valueOf(printed, unit);
  const withdrawn = withdrawnFor(book, view, statement, expression);
  const otherwise = { without: withdrawn };
  const computed = figuresOf(book, view, otherwise).evaluate(expression, span);
  const bare = {
    kind: "stated",
    expression: statement.expression,
    against: "",
    company: statement.company,
    scope: statement.scope,
    basis: view.basis,
    span,
    unit,
    stated,
    decimals: printed.decimals,
    isDash: false,
    rival: null,
    statement,
    source: statement.source,
    page: statement.page,
    isAsOfSource: true,
  } as const;
  const notComputable = (gap: Gap): Check => ({
    ...bare,
    computed: null,
    low: null,
    high: null,
    verdict: "not-computable",
    gap,
    hint: null,
  });
  if (typeof computed !== "number") {
    const told = toldOtherwise(book, view, statement, expression, withdrawn);
    return told === null ? notComputable(computed) : { ...bare, ...told, verdict: "outside", gap: null, hint: null };
  }
  const reach = reachOf(book, view, [{ sign: 1, expression, span }], otherwise);
  if (reach === null) throw new Error(`${statement.id} has a value and no reach`);
  const number = { value: stated, decimals: printed.decimals, unit };
  const verdict = verdictOf(number, claimed(statement, rounding), computed, reach);
  const old = verdict === "outside" ? notStatedAnew(book, view, statement, expression, otherwise) : [];
  // What joins vintages and does not tie proves nothing (`readings.ts`).
  if (old.length > 0) return notComputable({ gap: "needs", needs: old.map(({ line, span }) => ({ line, span })) });
  const hint = verdict === "outside" ? hintFor(book, view, statement, expression) : null;
  return { ...bare, computed, low: reach.low, high: reach.high, verdict, gap: null, hint };
}

/**
 * What a claim of the same day says of the same change, where it is not the same: nothing but these
 * two tell of it, and one of them is wrong. Of several the first in the order of the book.
 */
function toldOtherwise(
  book: Book,
  view: View,
  statement: StatedFigure,
  expression: Expression,
  withdrawn: readonly StatedFigure[],
): Pick<Check, "computed" | "low" | "high" | "rival"> | null {
  const { dayOf, source } = ledgerOf(book, view);
  const twins = new Set([...withdrawn, ...claimsOfChange(book, statement)]);
  twins.delete(statement);
  const { span, printed, unit } = statement;
  const own = claimed(statement, source(statement.source)?.rounding ?? "nearest");
  for (const twin of book.statements) {
    if (!twins.has(twin) || dayOf(twin.source) !== dayOf(statement.source)) continue;
    const otherwise = { without: [statement, ...twins].filter((other) => other !== twin) };
    const computed = figuresOf(book, view, otherwise).evaluate(expression, span);
    const reach = reachOf(book, view, [{ sign: 1, expression, span }], otherwise);
    if (typeof computed !== "number" || reach === null) continue;
    const number = { value: valueOf(printed, unit), decimals: printed.decimals, unit };
    if (verdictOf(number, own, computed, reach) !== "outside") continue;
    return { computed, low: reach.low, high: reach.high, rival: rivalIn(twin) };
  }
  return null;
}

const rivalIn = ({ asPrinted, source, page }: StatedFigure): Rival => ({ asPrinted, source, page });

/** The figures that leave a claim resting on both sides of a restatement: published before it, and not stated anew since. */
function notStatedAnew(
  book: Book,
  view: View,
  { span, unit, expression: formula }: StatedFigure,
  expression: Expression,
  otherwise: Otherwise,
): readonly Fact[] {
  // Whether it does is what the figures say of a line that has the claim for its formula.
  const line: Line = { ...NO_LINE, unit, formula };
  const cell = figuresOf({ ...book, lines: [...book.lines, line] }, view, otherwise).cell(line.id, span);
  if (!isFigure(cell) || !cell.mixedVintages) return [];
  const used = new Set<Fact>();
  const onGiven = (given: Given): void => void ("stated" in given && used.add(given));
  figuresOf(book, view, { ...otherwise, trial: { values: new Map(), onGiven } }).evaluate(expression, span);
  const { areMixed, dayOf } = ledgerOf(book, view);
  const facts = [...used];
  return facts.filter((fact) =>
    facts.some((other) => dayOf(fact.source) < dayOf(other.source) && areMixed([fact, other])),
  );
}

/** Nobody can name it in a formula. */
const NO_LINE: Line = {
  id: "(claim)",
  labelEn: "",
  labelJa: "",
  section: "",
  parent: null,
  unit: "",
  kind: "ratio",
  formula: null,
  note: "",
  position: 0,
};

/**
 * What must not imply anything while a claim is judged: the claim itself, and it in other words.
 *
 * `n - lag(n, 1)` beside a printed `qoq_change(n)` would be worked out from a level that the change
 * itself implies, and tie whatever the level is. So a claim in which every fact cancels out, until
 * only other claims move it, is one of those claims over again: they are withdrawn, and it is judged
 * by what is then left. `qoq(n)` in percent moves with the level, and may rest on the change.
 */
export function withdrawnFor(
  book: Book,
  view: View,
  statement: StatedFigure,
  expression: Expression,
): readonly StatedFigure[] {
  const { lines } = formulasOf(book.lines);
  const without = [statement];
  for (;;) {
    const facts = new Set<Fact>();
    const claims = new Set<StatedFigure>();
    const onGiven = (given: Given): void => void ("stated" in given ? facts.add(given) : claims.add(given));
    const asked = (values: ReadonlyMap<Given, number>): number =>
      answerTo(
        [{ sign: 1, expression, span: statement.span }],
        figuresOf(book, view, { without, trial: { values, onGiven } }),
      );
    const value = asked(new Map());
    if (Number.isNaN(value) || claims.size === 0) return without;
    const moves = (fact: Fact): boolean => {
      if (fact.stated === "does-not-exist") return false;
      const elsewhere = 2 * valueOf(fact.stated, lines.get(fact.line)?.unit ?? "") + 1;
      // What cancels out leaves a hair of double arithmetic; what becomes a gap has moved too.
      const hair = HAIR * (Math.abs(value) + Math.abs(elsewhere));
      return !(Math.abs(asked(new Map([[fact, elsewhere]])) - value) <= hair);
    };
    if ([...facts].some(moves)) return without;
    without.push(...claims);
  }
}

/** Doubles put together in another order differ by less than this part of themselves. */
const HAIR = 1e-12;
