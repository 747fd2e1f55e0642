/** From one span's result to another's, line by line: what each line of its formula added or took. */
import type { Book, Scope } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { isFigure } from "#core/figures/cell.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { lineOn, reachOf } from "#core/figures/reach.ts";
import type { Part } from "#core/figures/workings.ts";
import type { Span } from "#core/timeline.ts";
import { sameSpan } from "#core/timeline.ts";
import { yearBefore } from "./comparison-cells.ts";
import type { Missing, PageCell } from "./page-cell.ts";
import { missingIn, weakestOf } from "./page-cell.ts";
import type { PageFigures } from "./page-figures.ts";
import { pageFiguresOf } from "./page-figures.ts";
import type { CompanyLines, ShownLine } from "./page-lines.ts";
import { linesOf } from "./page-lines.ts";

export interface BridgeAsk {
  readonly company: string;
  readonly scope: Scope;
  readonly asOf: string | null;
  readonly from: Span;
  readonly to: Span;
  /** The result; null: operating income, else net income. */
  readonly line: string | null;
}

export interface BridgeStep {
  readonly line: ShownLine;
  /** With which sign the line enters the result. */
  readonly sign: 1 | -1;
  readonly from: PageCell;
  readonly to: PageCell;
  /** What its change adds to the result: higher costs are negative. A gap where one of the two is. */
  readonly effect: PageCell;
}

export interface Bridge {
  readonly line: ShownLine;
  readonly from: PageCell;
  readonly to: PageCell;
  readonly steps: readonly BridgeStep[];
  /** What the steps leave of the change; null where something is not known. */
  readonly rest: PageCell | null;
  /** Whether rounding alone explains the rest; else something is not shown. Null where there is no rest. */
  readonly isRounding: boolean | null;
  readonly missing: readonly Missing[];
}

interface Member {
  readonly id: string;
  readonly sign: 1 | -1;
}

/**
 * The way from one span to another; null where the company has no such result, or its formula is no plain sum.
 * Sums inside the sum are opened, but for breakdowns: total revenues stay one step, their segments are shown elsewhere.
 * @throws RangeError for a company or a line the book does not have
 */
export function bridgeOf(book: Book, ask: BridgeAsk, checks: readonly Check[] | null = null): Bridge | null {
  const { company, scope, asOf, from, to } = ask;
  const figures = pageFiguresOf(book, { company, scope, asOf, span: to }, checks);
  const lines = linesOf(book, company);
  const total = ask.line === null ? (lines.role("operating") ?? lines.role("net")) : (lines.byId.get(ask.line) ?? null);
  const members = total === null ? [] : opened(figures, lines, { id: total.id, sign: 1 }, ask, new Set());
  if (total === null || members.length < 2) return null;
  const steps = members.flatMap(({ id, sign }): BridgeStep[] => {
    const line = lines.byId.get(id);
    return line === undefined ? [] : [stepOf(figures, line, sign, from, to)];
  });
  const bridge = { line: total, from: figures.cell(total.id, from), to: figures.cell(total.id, to), steps };
  const rest = restOf(bridge, to);
  return {
    ...bridge,
    rest,
    isRounding: rest === null ? null : isRoundingOnly(book, ask, bridge),
    missing: missingIn(bridge),
  };
}

/** The signed lines of a sum, sums within it opened where all their members are known on both spans. */
function opened(
  figures: PageFigures,
  lines: CompanyLines,
  member: Member,
  ask: BridgeAsk,
  seen: ReadonlySet<string>,
): readonly Member[] {
  const identity = formulasOf(figures.book.lines).identities.get(member.id);
  const isTop = seen.size === 0;
  const isBreakdown = identity?.members.some(({ line }) => lines.byId.get(line)?.line.parent === member.id) ?? false;
  if (identity === undefined || (isBreakdown && !isTop) || seen.has(member.id)) return [member];
  const isThere = (id: string, span: Span): boolean => {
    const { value, gap } = figures.cell(id, span);
    return value !== null || gap?.isDash === true;
  };
  const isKnown = identity.members.every(({ line }) => isThere(line, ask.from) && isThere(line, ask.to));
  // The result itself is opened all the same, so that what is missing can be named.
  if (!isKnown && !isTop) return [member];
  const within = new Set([...seen, member.id]);
  return identity.members.flatMap(({ line, sign }) =>
    opened(figures, lines, { id: line, sign: sign === member.sign ? 1 : -1 }, ask, within),
  );
}

function stepOf(figures: PageFigures, line: ShownLine, sign: 1 | -1, from: Span, to: Span): BridgeStep {
  const [before, after] = [figures.cell(line.id, from), figures.cell(line.id, to)];
  if (sameSpan(yearBefore(to), from) && before.value !== null && after.value !== null) {
    const rests = [before, after].map(({ span }) => ({ line: line.id, span }));
    const text = `${sign === 1 ? "" : "-"}yoy_change(${line.id})`;
    return { line, sign, from: before, to: after, effect: figures.expression(text, to, rests) };
  }
  const effect = differenceOf(before, after, to);
  const { value } = effect;
  return { line, sign, from: before, to: after, effect: { ...effect, value: value === null ? null : sign * value } };
}

/** What does not exist counts as nothing; a gap of either is one of the difference. */
function differenceOf(before: PageCell, after: PageCell, span: Span): PageCell {
  const bare = { ...after, span, place: null, printed: null, verdict: null, flagged: false, expression: null };
  const missing = [after, before].find(({ value, gap }) => value === null && gap?.isDash !== true);
  if (missing !== undefined) return { ...bare, value: null, route: null, weakest: null, gap: missing.gap };
  const there = [before, after].filter(({ value }) => value !== null);
  if (there.length === 0) return bare;
  return {
    ...bare,
    value: (after.value ?? 0) - (before.value ?? 0),
    decimals: Math.max(...there.map(({ decimals }) => decimals ?? 0)),
    route: "computed",
    weakest: weakestOf(["computed", ...there.map(({ weakest }) => weakest)]),
    gap: null,
  };
}

function restOf({ from, to, steps }: Pick<Bridge, "from" | "to" | "steps">, span: Span): PageCell | null {
  const change = differenceOf(from, to, span);
  let rest = change.value;
  for (const { effect } of steps) {
    if (rest === null || (effect.value === null && effect.gap?.isDash !== true)) return null;
    rest -= effect.value ?? 0;
  }
  return rest === null ? null : { ...change, value: rest };
}

/** Whether the printed figures' own rounding can bring the rest to nothing. */
function isRoundingOnly(book: Book, ask: BridgeAsk, { line, steps }: Pick<Bridge, "line" | "steps">): boolean {
  const { company, scope, asOf, from, to } = ask;
  const view = { company, scope, asOf, basis: "actual" } as const;
  const figures = figuresOf(book, view);
  // What does not exist counts as nothing, as it does among the steps.
  const change = (id: string, sign: 1 | -1): Part[] =>
    [
      { ...lineOn(id, to), sign },
      { ...lineOn(id, from), sign: opposite(sign) },
    ].filter(({ span }) => isFigure(figures.cell(id, span)));
  const reach = reachOf(book, view, [
    ...change(line.id, 1),
    ...steps.flatMap((step) => change(step.line.id, opposite(step.sign))),
  ]);
  // A sum of doubles may be off by a hair at an interval's end.
  const hair = 1e-6;
  return reach !== null && reach.low <= hair && reach.high >= -hair;
}

const opposite = (sign: 1 | -1): 1 | -1 => (sign === 1 ? -1 : 1);
