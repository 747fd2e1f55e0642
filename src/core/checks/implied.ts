/**
 * Figures that nobody prints and that two sums leave: what the one leaves is held against what the
 * other leaves. The one that is shown stands first (`figures/implied.ts` chooses it).
 */
import type { Book, Fact } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { Way } from "#core/checks/ways.ts";
import { factsUsed, held } from "#core/checks/ways.ts";
import { isFigure } from "#core/figures/cell.ts";
import type { Figures } from "#core/figures/figures.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Identity } from "#core/figures/identities.ts";
import type { View } from "#core/figures/ledger.ts";
import { ledgerOf } from "#core/figures/ledger.ts";
import { answerTo, reachOf } from "#core/figures/reach.ts";
import type { Part } from "#core/figures/workings.ts";
import { usualDecimals } from "#core/format-amount.ts";
import type { Expression } from "#core/formula/expression.ts";
import { printFormula } from "#core/formula/print-formula.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, spanKey } from "#core/timeline.ts";

/** One check per figure and sum besides the one that is shown; none where they are mixed and do not tie. */
export function checkImplied(book: Book, view: View): Check[] {
  const { memberOf } = formulasOf(book.lines);
  const contested = [...memberOf].filter(([, identities]) => identities.length > 1);
  if (contested.length === 0) return [];
  const figures = figuresOf(book, view);
  const ledger = ledgerOf(book, view);
  return contested.flatMap(([line, identities]) => {
    const named = new Set(identities.flatMap(({ total, members }) => [total, ...members.map((member) => member.line)]));
    const spans = new Map(
      [...named].flatMap((id) => ledger.facts(view.basis, id)).map(({ span }) => [spanKey(span), span]),
    );
    return [...spans.values()]
      .toSorted((a, b) => endOf(a) - endOf(b) || a.length - b.length)
      .flatMap((span) => {
        const shown = figures.impliedBy(line, span);
        if (shown === null || "statement" in shown) return [];
        return identities.flatMap((other) => (other === shown ? [] : heldBeside(book, view, line, span, shown, other)));
      });
  });
}

function heldBeside(book: Book, view: View, line: string, span: Span, shown: Identity, other: Identity): Check[] {
  const firm = { isFirm: true };
  const leftBy = (identity: Identity): Way | null => {
    const value = rest(figuresOf(book, view, firm), identity, line, span);
    const reach = Number.isNaN(value) ? null : reachOf(book, view, restOn(identity, line, span), firm);
    if (reach === null) return null;
    const facts = (): readonly Fact[] => factsUsed((figures) => rest(figures, identity, line, span), book, view, firm);
    return { text: printFormula(restOf(identity, line)), value, reach, facts };
  };
  const [first, second] = [leftBy(shown), leftBy(other)];
  if (first === null || second === null) return [];
  const figures = figuresOf(book, view);
  const cell = figures.cell(line, span);
  const unit = book.lines.find(({ id }) => id === line)?.unit ?? "";
  const decimals = (isFigure(cell) ? cell.decimals : null) ?? usualDecimals(first.value, unit);
  const total = figures.reportedAt(shown.total, span) ?? figures.pathOf(shown.total, span)?.[0]?.fact;
  const { source = "", page = "" } = total ?? {};
  const check = held("routes", { line, span }, { ...first, decimals, source, page }, second, book, { view });
  const isMixed = check.verdict === "outside" && ledgerOf(book, view).areMixed([...first.facts(), ...second.facts()]);
  return isMixed ? [] : [check];
}

/** What an identity leaves for a member; NaN where the total was itself computed, or anything else is missing. */
function rest(figures: Figures, identity: Identity, line: string, span: Span): number {
  const total = figures.cell(identity.total, span);
  if (!isFigure(total) || (total.route !== "reported" && total.route !== "derived")) return Number.NaN;
  return answerTo(restOn(identity, line, span), figures);
}

/** The total less the other members, what is added first. */
function restOf({ total, members }: Identity, line: string): Expression {
  const own = members.find((member) => member.line === line)?.sign ?? 1;
  const others = members.filter((member) => member.line !== line);
  const terms = [{ id: total, sign: own }, ...others.map((member) => ({ id: member.line, sign: -own * member.sign }))];
  const at = { from: 0, to: 0 };
  return (
    terms
      .toSorted((a, b) => b.sign - a.sign)
      .reduce<Expression | null>((left, { id, sign }) => {
        const right: Expression = { kind: "line", id, ...at };
        if (left !== null) return { kind: "arithmetic", operator: sign === 1 ? "+" : "-", left, right, ...at };
        return sign === 1 ? right : { kind: "negate", of: right, ...at };
      }, null) ?? { kind: "line", id: total, ...at }
  );
}

/** The same as a question. In one expression, for there a dash counts as nothing. */
const restOn = (identity: Identity, line: string, span: Span): readonly Part[] => [
  { sign: 1, expression: restOf(identity, line), span },
];
