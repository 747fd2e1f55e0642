/** What follows for a cell that is not firmly known: from a sum that it is the missing member of, or from its printed change. */
import type { Identity, StatedChange } from "#core/figures/identities.ts";
import type { Side } from "#core/figures/side.ts";
import { DERIVED, DOES_NOT_EXIST, REPORTED, SUMMED } from "#core/states.ts";
import { endOf, yearStartBefore } from "#core/timeline.ts";

/**
 * The one member of an identity that is asked for, from its total and the others.
 * @param firm a firm side: the total must be reported or derived, and no member implied.
 * @returns NaN where anything else is missing too.
 */
export function missingMember(
  firm: Side,
  { total, members }: Identity,
  line: string,
  end: number,
  length: number,
): number {
  const route = firm.state(total, end, length);
  // A computed total was computed from the very member that is missing.
  if (route !== REPORTED && route !== DERIVED) return Number.NaN;
  let rest = firm.value(total, end, length);
  let own = 1;
  for (const member of members) {
    if (member.line === line) {
      own = member.sign;
      continue;
    }
    const state = firm.state(member.line, end, length);
    if (state === DOES_NOT_EXIST) continue;
    if (state > SUMMED) return Number.NaN;
    rest -= member.sign * firm.value(member.line, end, length);
  }
  return own * rest;
}

/** The boundary that a stated change starts from. */
export function startOf({ statement, since }: StatedChange): number {
  const now = endOf(statement.span);
  return since === "yoy_change" ? now - 4 : since === "qoq_change" ? now - 1 : yearStartBefore(now);
}

/**
 * The level of a line at one end of its printed change, from the level at the other.
 * @param firm a firm side
 * @returns NaN where the change is of other spans, the other level is not known, or a break lies between.
 */
export function levelBy(firm: Side, change: StatedChange, end: number, length: number): number {
  const { statement, line } = change;
  const now = endOf(statement.span);
  const before = startOf(change);
  const own = firm.isStock(line) ? 0 : statement.span.length;
  const isNow = end === now;
  if (length !== own || (!isNow && end !== before) || firm.isBroken(line, before - own, now)) return Number.NaN;
  const other = isNow ? before : now;
  if (firm.state(line, other, own) > SUMMED) return Number.NaN;
  const moved = firm.given(statement, statement.printed, statement.unit);
  return firm.value(line, other, own) + (isNow ? moved : -moved);
}
