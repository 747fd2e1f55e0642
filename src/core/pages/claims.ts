/** What sources print besides amounts, found by what it says: the claim for an expression and span, the finding on a figure. */
import type { Book } from "#core/book.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import type { Check, Verdict } from "#core/checks/check.ts";
import { formulasOf, isStock } from "#core/figures/formulas.ts";
import { isKnownBy, publishedBy } from "#core/figures/ledger.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import type { Expression } from "#core/formula/expression.ts";
import { printFormula } from "#core/formula/print-formula.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, spanKey } from "#core/timeline.ts";

export interface Claims {
  /** The claim that a source prints for an expression, of several sources the latest's; null where none does. */
  of(expression: Expression, span: Span): Check | null;
  /** The gravest finding on a reported figure; null where it was held against nothing. */
  on(line: string, home: Span): Check | null;
}

const GRAVITY: Readonly<Record<Verdict, number>> = { "not-computable": 0, exact: 1, within: 2, outside: 3 };

/**
 * The claims of a company and scope, as of the view's date.
 * @param checks what {@link checkBook} found in this very book and view, where that is known already; it may hold
 *   other scopes too. Null: it is found now, which takes a while in a large book.
 */
export function claimsOf(book: Book, view: CheckView, checks: readonly Check[] | null): Claims {
  const { lines } = formulasOf(book.lines);
  const sources = new Map(book.sources.map((source) => [source.id, source]));
  const publishedAt = ({ source }: Check): string => publishedBy(sources.get(source) ?? { published: null });
  const keyOf = (expression: Expression, span: Span): string => {
    // A balance's change is the same whichever span ends there.
    const home = isStock(expression, lines) ? { start: endOf(span), length: 0 } : span;
    // The latest target is what `target` means without a word.
    return `${printFormula(expression).replaceAll(", latest)", ")")}|${spanKey(home)}`;
  };
  const claims = new Map<string, Check>();
  const findings = new Map<string, Check>();
  for (const check of checks ?? checkedOnce(book, view)) {
    const source = sources.get(check.source);
    if (check.company !== view.company || check.scope !== view.scope) continue;
    if (source === undefined || !isKnownBy(source, view.asOf)) continue;
    if (check.kind === "stated") {
      const formula = readFormula(check.expression, lines);
      if ("problem" in formula) continue;
      const key = keyOf(formula.expression, check.span);
      const present = claims.get(key);
      if (present === undefined || publishedAt(present) < publishedAt(check)) claims.set(key, check);
    } else {
      const key = `${check.expression}|${spanKey(check.span)}`;
      const present = findings.get(key);
      if (present === undefined || GRAVITY[present.verdict] < GRAVITY[check.verdict]) findings.set(key, check);
    }
  }
  return {
    of: (expression, span) => claims.get(keyOf(expression, span)) ?? null,
    on: (line, home) => findings.get(`${line}|${spanKey(home)}`) ?? null,
  };
}

/** Books are immutable: several pages of one ask for the same checks. */
const known = new WeakMap<Book, Map<string, readonly Check[]>>();

function checkedOnce(book: Book, view: CheckView): readonly Check[] {
  const key = `${view.company}|${view.scope}|${view.asOf ?? ""}`;
  let views = known.get(book);
  if (views === undefined) known.set(book, (views = new Map()));
  let checks = views.get(key);
  if (checks === undefined) views.set(key, (checks = checkBook(book, view)));
  return checks;
}
