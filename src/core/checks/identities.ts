/** Sums whose total and members are all printed for the same span, each held against the others. */
import type { Book, Fact } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import { factsInForce, judgeFact, printedSumOf } from "#core/checks/facts.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { printFormula } from "#core/formula/print-formula.ts";

/** One check per span on which every member is printed; a dash counts as nothing. */
export function checkIdentities(book: Book, view: CheckView): Check[] {
  const { identities, formulas } = formulasOf(book.lines);
  const inForce = factsInForce(book, view);
  const checks: Check[] = [];
  for (const identity of identities.values()) {
    const formula = formulas.get(identity.total);
    for (const total of inForce.of(identity.total)) {
      const members: { sign: 1 | -1; fact: Fact }[] = [];
      for (const { line, sign } of identity.members) {
        const fact = inForce.at(line, total.span);
        if (fact !== undefined) members.push({ sign, fact });
      }
      if (total.stated === "does-not-exist" || members.length < identity.members.length) continue;
      const against = formula === undefined ? "" : printFormula(formula);
      checks.push(judgeFact(book, "identity", total, total.stated, against, printedSumOf(book, members)));
    }
  }
  return checks;
}
