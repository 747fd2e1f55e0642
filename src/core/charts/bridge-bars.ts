/** A bridge as bars: where each begins and where it ends, also where the way crosses zero. */
import type { Bridge, BridgeStep } from "#core/pages/bridge.ts";
import type { PageCell } from "#core/pages/page-cell.ts";

export interface BridgeBar {
  readonly kind: "from" | "step" | "rest" | "to";
  /** The line whose effect it is; null for the result and for the rest. */
  readonly step: BridgeStep | null;
  /** The result at either end, what a step adds to it, or the rest. */
  readonly cell: PageCell;
  /** Null: nobody knows where it stands, as something before it is a gap. */
  readonly extent: { readonly start: number; readonly end: number } | null;
}

/** The bars from the left to the right. The rest has one where it is not nothing. */
export function bridgeBars({ from, to, steps, rest }: Bridge): readonly BridgeBar[] {
  const bars: BridgeBar[] = [{ kind: "from", step: null, cell: from, extent: fromZero(from) }];
  let level = from.value;
  const add = (kind: "step" | "rest", step: BridgeStep | null, cell: PageCell): void => {
    // A line that does not exist takes the result nowhere.
    const effect = cell.value ?? (cell.gap?.isDash === true ? 0 : null);
    const next = level === null || effect === null ? null : level + effect;
    bars.push({ kind, step, cell, extent: level === null || next === null ? null : { start: level, end: next } });
    level = next;
  };
  for (const step of steps) add("step", step, step.effect);
  if (rest !== null && !isNothing(rest, to)) add("rest", null, rest);
  bars.push({ kind: "to", step: null, cell: to, extent: fromZero(to) });
  return bars;
}

const fromZero = ({ value }: PageCell): BridgeBar["extent"] => (value === null ? null : { start: 0, end: value });

/** A part of the result below which a rest is the slip of doubles, not a figure. */
const HAIR = 1e-9;

const isNothing = (rest: PageCell, to: PageCell): boolean =>
  Math.abs(rest.value ?? 0) <= HAIR * Math.max(1, Math.abs(to.value ?? 0));
