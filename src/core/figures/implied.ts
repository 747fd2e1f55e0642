/** What follows for a cell that is not firmly known: from a sum that it is the missing member of, or from its printed change. */
import type { Cells } from "#core/figures/cells.ts";
import { digitOf } from "#core/figures/derive.ts";
import type { Identity, StatedChange } from "#core/figures/identities.ts";
import type { ChangeInForce } from "#core/figures/changes.ts";
import type { Ledger } from "#core/figures/ledger.ts";
import type { Rests } from "#core/figures/rests.ts";
import { UNDATED, joined, restsOnSource } from "#core/figures/rests.ts";
import type { Side } from "#core/figures/side.ts";
import { Tally } from "#core/formula/settled.ts";
import { COMPUTED, DERIVED, DOES_NOT_EXIST, REPORTED, SUMMED } from "#core/states.ts";
import { endOf, yearStartBefore } from "#core/timeline.ts";

interface Level {
  readonly value: number;
  /** As held (`settled.ts`). */
  readonly decimals: number;
}

/** What implies a cell, and the value. */
export interface Implication extends Level {
  readonly by: Identity | ChangeInForce;
}

/**
 * What implies a cell: of several sums the one that leaves it the narrowest interval, then the first by the
 * positions of the lines; else a stated change, of several the latest source's, then the first by their ids. Where two sums disagree, `checks/implied.ts` says so.
 *
 * @param firm the firm side of the cell
 * @param identities every identity, by the line whose formula states it
 */
export function implicationOf(
  firm: Side,
  cells: Pick<Cells, "line" | "identities" | "changes">,
  identities: ReadonlyMap<string, Identity>,
  end: number,
  length: number,
): Implication | null {
  const { id } = cells.line;
  let best: (Implication & { readonly by: Identity }) | null = null;
  for (const by of cells.identities) {
    const left = missingMember(firm, by, id, end, length);
    if (left === null) continue;
    const widthBy = (identity: Identity): number => restWidth(firm, identities, identity, id, end, length);
    if (best === null || widthBy(by) < widthBy(best.by)) best = { by, ...left };
  }
  if (best !== null || firm.basis !== "actual") return best;
  for (const by of cells.changes) {
    const level = levelBy(firm, by, end, length);
    if (level !== null) return { by, ...level };
  }
  return null;
}

/**
 * The one member of an identity that is asked for, from its total and the others.
 * @param firm a firm side: the total must be reported or derived, and no member implied.
 * @returns null where anything else is missing too.
 */
function missingMember(
  firm: Side,
  { total, members }: Identity,
  line: string,
  end: number,
  length: number,
): Level | null {
  const route = firm.state(total, end, length);
  // A computed total was computed from the very member that is missing.
  if (route !== REPORTED && route !== DERIVED) return null;
  const own = members.find((member) => member.line === line)?.sign ?? 1;
  const left = new Tally();
  left.add(own * firm.value(total, end, length), firm.decimals(total, end, length));
  for (const member of members) {
    const state = firm.state(member.line, end, length);
    if (member.line === line || state === DOES_NOT_EXIST) continue;
    if (state > SUMMED) return null;
    left.add(-own * member.sign * firm.value(member.line, end, length), firm.decimals(member.line, end, length));
  }
  return { value: left.sum, decimals: left.decimals };
}

/**
 * How wide the interval is in which an identity's missing member can lie: the sum of the last digits that were printed,
 * in the printed unit that they share. Infinite where a member is the result of more than a sum.
 */
const restWidth = (
  firm: Side,
  identities: ReadonlyMap<string, Identity>,
  { total, members }: Identity,
  line: string,
  end: number,
  length: number,
): number =>
  [total, ...members.map((member) => member.line)]
    .filter((id) => id !== line)
    .reduce((sum, id) => sum + widthOf(firm, identities, id, end, length), 0);

function widthOf(
  firm: Side,
  identities: ReadonlyMap<string, Identity>,
  line: string,
  end: number,
  length: number,
): number {
  switch (firm.state(line, end, length)) {
    case REPORTED: {
      const fact = firm.fact(line, end, length);
      return fact === undefined ? Infinity : digitOf(fact);
    }
    case DERIVED:
      return (firm.path(line, end, length) ?? []).reduce((sum, { fact }) => sum + digitOf(fact), 0);
    case DOES_NOT_EXIST:
      return 0;
    case COMPUTED: {
      const members = identities.get(line)?.members;
      if (members === undefined) return Infinity;
      return members.reduce((sum, member) => sum + widthOf(firm, identities, member.line, end, length), 0);
    }
    default:
      return Infinity;
  }
}

/** The boundary that a stated change starts from. */
export function startOf({ statement, since }: StatedChange): number {
  const now = endOf(statement.span);
  return since === "yoy_change" ? now - 4 : since === "qoq_change" ? now - 1 : yearStartBefore(now);
}

/** The other end of a stated change. */
export function otherEndOf(change: ChangeInForce, end: number): number {
  const now = endOf(change.statement.span);
  return end === now ? startOf(change) : now;
}

/**
 * The level of a line at one end of its printed change, from the level at the other.
 * @param firm a firm side
 * @returns null where the change is of other spans, the other level is not known, or a break lies between.
 */
function levelBy(firm: Side, change: ChangeInForce, end: number, length: number): Level | null {
  const { statement, line } = change;
  const now = endOf(statement.span);
  const before = startOf(change);
  const own = firm.isStock(line) ? 0 : statement.span.length;
  const isNow = end === now;
  if (length !== own || (!isNow && end !== before)) return null;
  // A balance at the boundary of a break is the last of those before it, as the quarter is that ends there.
  if (firm.isBroken(line, before - Math.max(own, 1), now)) return null;
  const other = otherEndOf(change, end);
  if (firm.state(line, other, own) > SUMMED) return null;
  const level = new Tally();
  level.add(firm.value(line, other, own), firm.decimals(line, other, own));
  const moved = firm.givenChange(statement);
  level.add(isNow ? moved.value : -moved.value, moved.decimals);
  return { value: level.sum, decimals: level.decimals };
}

/** What an implied cell rests on: the other figures of the sum, or the level and the change that lead to it. */
export function restsOfImplying(
  firm: Side,
  by: Identity | ChangeInForce,
  line: string,
  end: number,
  length: number,
  { dayOf }: Pick<Ledger, "dayOf">,
): Rests {
  if ("statement" in by)
    return joined(
      firm.rests(line, otherEndOf(by, end), length),
      restsOnSource(dayOf(by.statement.source), by.restated, UNDATED),
    );
  return by.members
    .filter((member) => member.line !== line)
    .reduce((rests, member) => joined(rests, firm.rests(member.line, end, length)), firm.rests(by.total, end, length));
}
