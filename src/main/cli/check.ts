/** `check BOOK`: claims, sums and figures with two routes. */
import type { Book, Company } from "#core/book.ts";
import { SCOPES } from "#core/book.ts";
import { checkBook } from "#core/checks/check-book.ts";
import type { Check, Rival, Verdict } from "#core/checks/check.ts";
import { formatFigure } from "#core/format-amount.ts";
import { formatPeriod } from "#core/period-labels.ts";
import type { Arguments } from "./arguments.ts";
import { asOfOf, scopeOf } from "./arguments.ts";
import { boundsOf } from "./bounds.ts";
import type { Answer, Surroundings } from "./commands.ts";
import { gapText } from "./gap-text.ts";
import { companyOf, readBookOf } from "./open.ts";
import { tableText } from "./table-text.ts";

/** Every check of every company and scope, or of those asked for. */
export async function check(given: Arguments, surroundings: Surroundings): Promise<Answer> {
  const book = readBookOf(given, surroundings);
  const companies = given.options.company === undefined ? book.companies : [companyOf(book, given)];
  const scopes = given.options.scope === undefined ? SCOPES : [scopeOf(given)];
  const asOf = asOfOf(given);
  const rows = companies.flatMap((company) =>
    scopes.flatMap((scope) =>
      checkBook(book, { company: company.id, scope, asOf }).map((found) => ({
        found,
        data: rowOf(found, book, company),
      })),
    ),
  );
  const notable = rows.filter(({ found }) => found.verdict === "outside" || found.verdict === "not-computable");
  const text = [
    tableText(
      ["verdict", "kind", "scope", "expression", "period", "printed", "recomputed", "why"],
      notable.map(({ found, data }) => [
        data.verdict,
        data.kind,
        data.scope,
        data.expression,
        data.period,
        printed(found),
        recomputed(found),
        data.hint ?? data.detail ?? rivalText(data.rival) ?? data.against,
      ]),
      ["printed", "recomputed"],
    ),
    summary(rows.map(({ found }) => found.verdict)),
  ].join("\n\n");
  return { data: rows.map(({ data }) => data), text };
}

function rowOf(found: Check, book: Book, company: Company) {
  const { kind, against, scope, span, unit, computed, verdict, gap, hint, rival, source, page } = found;
  const titleOf = (id: string): string => book.sources.find((each) => each.id === id)?.title ?? id;
  return {
    kind,
    expression: expressionOf(found),
    against,
    company: company.id,
    scope,
    period: formatPeriod(span, company),
    unit,
    // A dash in the source is no value, and no zero either.
    stated: found.isDash ? null : found.stated,
    computed,
    ...boundsOf(found),
    verdict,
    hint: hint?.text ?? null,
    detail: gap === null ? null : gapText(gap, book, company),
    rival: rival === null ? null : { ...rival, source: titleOf(rival.source) },
    source: titleOf(source),
    page,
  };
}

/** A target is told from a result as in a formula: `target(revenue)`. */
const expressionOf = ({ expression, basis }: Check): string =>
  basis === "actual" ? expression : `${basis}(${expression})`;

const printed = ({ stated, unit, decimals, isDash }: Check): string =>
  isDash ? "-" : formatFigure(stated, { unit, decimals, negatives: "minus" });

const rivalText = (rival: Rival | null): string | null =>
  rival === null ? null : `of the same day, ${rival.source} prints ${rival.asPrinted}`;

/** One digit more than is printed where it says something, so that a difference shows. */
function recomputed({ computed, unit, decimals }: Check): string {
  if (computed === null) return "";
  const finer = formatFigure(computed, { unit, decimals: decimals + 1, negatives: "minus" });
  return /[1-9]%?$/.test(finer) ? finer : formatFigure(computed, { unit, decimals, negatives: "minus" });
}

const VERDICTS: readonly Verdict[] = ["exact", "within", "outside", "not-computable"];

const summary = (verdicts: readonly Verdict[]): string =>
  VERDICTS.map((verdict) => `${verdicts.filter((each) => each === verdict).length} ${verdict}`).join(", ");
