/**
 * The stated changes that may imply a level. Several sources may state the same change: as among
 * facts the latest published is in force, and one that differs from an earlier one restates it.
 * Where those of the latest day contradict each other nothing tells which is misprinted, and none
 * implies a level: a level hangs on nothing else that could show it to be wrong.
 */
import type { Book, StatedFigure } from "#core/book.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { StatedChange } from "#core/figures/identities.ts";
import { statedChangeOf } from "#core/figures/identities.ts";
import type { Ledger, View } from "#core/figures/ledger.ts";
import { isKnownBy } from "#core/figures/ledger.ts";
import type { Dated } from "#core/figures/vintages.ts";
import { canBeOne, restatedOn } from "#core/figures/vintages.ts";
import { spanKey } from "#core/timeline.ts";

/** A stated change with the day on which it was restated, as a rank among the days of sources. */
export interface ChangeInForce extends StatedChange {
  readonly restated: number;
}

/** By line, those of the latest source first. @param without stated figures that imply nothing */
export function changesOf(
  book: Book,
  { company, scope, asOf, prefer }: View,
  ledger: Pick<Ledger, "rankOf" | "dayOf" | "source">,
  without: readonly StatedFigure[],
): ReadonlyMap<string, readonly ChangeInForce[]> {
  const known = changesIn(book).filter(({ statement }) => {
    const source = ledger.source(statement.source);
    if (statement.company !== company || statement.scope !== scope || source === undefined) return false;
    return isKnownBy(source, asOf) && !without.includes(statement);
  });
  const inForce = [...Map.groupBy(known, changeKey).values()].flatMap(
    (vintages) => latestOf(vintages, ledger, prefer) ?? [],
  );
  const { rankOf } = ledger;
  const ordered = inForce.toSorted(
    (a, b) => rankOf(b.statement) - rankOf(a.statement) || (a.statement.id < b.statement.id ? -1 : 1),
  );
  return Map.groupBy(ordered, ({ line }) => line);
}

/** The claims of the same change, a claim's own among them; none where it claims no change. */
export function claimsOfChange(book: Book, { id, company, scope }: StatedFigure): readonly StatedFigure[] {
  const changes = changesIn(book).filter(({ statement }) => statement.company === company && statement.scope === scope);
  const own = changes.find(({ statement }) => statement.id === id);
  if (own === undefined) return [];
  const key = changeKey(own);
  return changes.filter((other) => changeKey(other) === key).map(({ statement }) => statement);
}

const changeKey = ({ line, since, statement }: StatedChange): string => `${line} ${since} ${spanKey(statement.span)}`;

function latestOf(
  vintages: readonly StatedChange[],
  { rankOf, dayOf, source }: Pick<Ledger, "rankOf" | "dayOf" | "source">,
  prefer: string | undefined,
): ChangeInForce | null {
  // One source may say the same twice, of one line: then the claim whose id sorts first.
  const ranked = vintages.toSorted(
    (a, b) => rankOf(a.statement) - rankOf(b.statement) || (a.statement.id < b.statement.id ? 1 : -1),
  );
  const latest = ranked.at(-1);
  if (latest === undefined) return null;
  const dated = ({ statement }: StatedChange): Dated => ({
    fact: { stated: statement.printed, basis: "actual", restated: false },
    day: dayOf(statement.source),
    rounding: source(statement.source)?.rounding ?? "nearest",
  });
  const mine = dated(latest);
  const isRival = (other: StatedChange): boolean => {
    const isBeside =
      other.statement.source === latest.statement.source ||
      (prefer !== latest.statement.source && dayOf(other.statement.source) === mine.day);
    return isBeside && !canBeOne(dated(other), mine, latest.statement.unit);
  };
  if (ranked.some(isRival)) return null;
  return { ...latest, restated: restatedOn(mine, ranked.map(dated), latest.statement.unit) };
}

const read = new WeakMap<
  readonly StatedFigure[],
  { readonly lines: Book["lines"]; readonly changes: readonly StatedChange[] }
>();

/** Every stated change of a book, read once for as long as its claims and lines stay the same. */
function changesIn({ statements, lines }: Book): readonly StatedChange[] {
  const known = read.get(statements);
  if (known?.lines === lines) return known.changes;
  const byId = formulasOf(lines).lines;
  const changes = statements.flatMap((statement) => statedChangeOf(statement, byId) ?? []);
  read.set(statements, { lines, changes });
  return changes;
}
