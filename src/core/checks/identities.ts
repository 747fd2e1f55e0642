/**
 * Sums whose total and members are all printed for the same span, each total in force held against
 * its members: those in force, or those its own source knew (`readings.ts`).
 */
import type { Book, Fact } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import type { Judged, Reading } from "#core/checks/readings.ts";
import { basesIn, readingsOf, settled } from "#core/checks/readings.ts";
import { held, isDash, printed, sumOf } from "#core/checks/ways.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Identity } from "#core/figures/identities.ts";
import { printFormula } from "#core/formula/print-formula.ts";

/** One check per span on which every member is printed; a dash counts as nothing. */
export function checkIdentities(book: Book, view: CheckView): Check[] {
  const { identities, formulas } = formulasOf(book.lines);
  return basesIn(book, view).flatMap((basis) => {
    const readings = readingsOf(book, view, basis);
    return [...identities.values()].flatMap((identity) => {
      const formula = formulas.get(identity.total);
      const against = formula === undefined ? "" : printFormula(formula);
      return readings.inForce.of(identity.total).flatMap((total) => {
        const now = judge(book, readings.inForce, identity, total, against);
        if (now === null || now.ofOneSource) return now === null ? [] : [now.check];
        const own = judge(book, readings.asOfSource(total), identity, total, against);
        return settled(own === null ? [now] : [now, own]).map(({ check }) => check);
      });
    });
  });
}

/** Null where a member is not printed, or nothing but dashes is. */
function judge(
  book: Book,
  reading: Reading,
  { members }: Identity,
  total: Fact,
  against: string,
): (Judged & { readonly ofOneSource: boolean }) | null {
  const terms = members.flatMap(({ line, sign }) => {
    const fact = reading.at(line, total.span);
    return fact === undefined ? [] : [{ sign, fact }];
  });
  const facts = [total, ...terms.map(({ fact }) => fact)];
  if (terms.length < members.length || facts.every(isDash)) return null;
  const ofOneSource = facts.every(({ source }) => source === total.source);
  return {
    check: held("identity", total, printed(book, total), sumOf(book, terms, against), book, reading),
    isMixed: !ofOneSource && reading.ledger.areMixed(facts),
    ofOneSource,
  };
}
