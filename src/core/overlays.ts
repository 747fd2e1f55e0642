/**
 * What the cells show instead of their figures: a share of total revenues, growth, or a change.
 *
 * Each line has one rule for all its cells, so a sheet of thousands compiles one expression a line.
 */
import type { Line } from "#core/book.ts";
import type { Figures } from "#core/figures/figures.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Gap, Need } from "#core/gaps.ts";
import type { Overlay } from "#core/layout.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, quarterEnding, shift, yearStartBefore } from "#core/timeline.ts";
import { unitOf } from "#core/units.ts";

/** How one line is shown under an overlay. */
export interface OverlayRule {
  readonly expression: Expression;
  /** What the answer is measured in: `%`, `percentage points`, or the line's own unit. */
  readonly unit: string;
  /** Whether it says how a figure moved; else it is a share. */
  readonly isChange: boolean;
  /** The cell that a span's figure is held against; null where there is none, as no quarter lies before a half. */
  against(span: Span): Need | null;
}

/** `itself`: percentages are shares already. `none`: the overlay says nothing of such a line. */
export type LineOverlay = OverlayRule | "itself" | "none";

/** The id that stands for total revenues where the formulas do not tell. */
const USUAL_REVENUE = "revenue";

/**
 * The line that a book's percentages are shares of: the amount over a period by which most formulas of
 * `%` lines divide; of several equally often, the one called `revenue`, else the first of the book.
 * Without any such formula the line `revenue`. Null: the book says nowhere what its total revenues are.
 */
export function revenueOf(lines: readonly Line[]): Line | null {
  const { lines: byId, formulas } = formulasOf(lines);
  const isAmount = (line: Line | undefined): line is Line =>
    line?.kind === "flow" && unitOf(line.unit).kind === "money";
  const divisors = lines.flatMap(({ id, unit }) => {
    const formula = unitOf(unit).kind === "percent" ? formulas.get(id) : undefined;
    const isQuotient = formula?.kind === "arithmetic" && formula.operator === "/" && formula.right.kind === "line";
    const divisor = isQuotient && formula.right.kind === "line" ? byId.get(formula.right.id) : undefined;
    return isAmount(divisor) ? [divisor] : [];
  });
  const counts = Map.groupBy(divisors, (line) => line);
  const most = Math.max(...[...counts.values()].map(({ length }) => length));
  const first = lines.filter((line) => counts.get(line)?.length === most);
  const usual = byId.get(USUAL_REVENUE);
  if (usual !== undefined && isAmount(usual) && (first.length === 0 || first.includes(usual))) return usual;
  return first[0] ?? null;
}

/**
 * The rules of every line of a book by its id, none for the figures themselves.
 * @param isRolling the columns are twelve months to each quarter's end, of which one lies a quarter before another
 */
export function overlayRules(
  lines: readonly Line[],
  overlay: Overlay,
  isRolling: boolean,
): ReadonlyMap<string, LineOverlay> {
  const revenue = overlay === "share" ? revenueOf(lines) : null;
  const ruleOf = (line: Line): LineOverlay => {
    switch (overlay) {
      case "value":
        return "itself";
      case "share":
        return shareRule(line, revenue);
      case "yoy":
        return growthRule("yoy", line, (span) => shift(span, -YEAR));
      case "qoq":
        return growthRule("qoq", line, (span) => quarterBefore(line, span, isRolling));
      case "change":
        return changeRule(line);
    }
  };
  return new Map(lines.map((line) => [line.id, ruleOf(line)]));
}

/** What a cell shows under a rule; a gap with its reason where it shows nothing. */
export function overlaid(figures: Figures, rule: OverlayRule, span: Span): number | Gap {
  return rule.against(span) === null ? { gap: "no-such-span" } : figures.evaluate(rule.expression, span);
}

/** A fiscal year in quarters. */
const YEAR = 4;

const NOWHERE = { from: 0, to: 0 };
const named = (id: string): Expression => ({ kind: "line", id, ...NOWHERE });
const call = (name: string, line: Line): Expression => ({ kind: "call", name, args: [named(line.id)], ...NOWHERE });
const arithmetic = (operator: "*" | "/", left: Expression, right: Expression): Expression => ({
  kind: "arithmetic",
  operator,
  left,
  right,
  ...NOWHERE,
});

const isPercentage = ({ unit }: Line): boolean => ["percent", "points"].includes(unitOf(unit).kind);

/** Of amounts over a period, in the currency of the revenues: a balance or a count is no part of them. */
function shareRule(line: Line, revenue: Line | null): LineOverlay {
  if (isPercentage(line)) return "itself";
  const unit = unitOf(line.unit);
  const total = revenue === null ? null : unitOf(revenue.unit);
  if (revenue === null || line.kind !== "flow" || unit.kind !== "money" || unit.currency !== total?.currency)
    return "none";
  const quotient = arithmetic("/", named(line.id), named(revenue.id));
  const scale = unit.scale / total.scale;
  const scaled: Expression = { kind: "number", value: scale, text: String(scale), ...NOWHERE };
  return {
    expression: scale === 1 ? quotient : arithmetic("*", quotient, scaled),
    unit: "%",
    isChange: false,
    against: (span) => ({ line: revenue.id, span }),
  };
}

/** Growth; of a percentage the difference in points. */
function growthRule(name: "yoy" | "qoq", line: Line, before: (span: Span) => Span | null): OverlayRule {
  return {
    expression: call(isPercentage(line) ? `${name}_change` : name, line),
    unit: isPercentage(line) ? "percentage points" : "%",
    isChange: true,
    against: (span) => needOf(line, before(span)),
  };
}

/** On the year before; a balance on the last fiscal year-end, as balance sheets compare. */
function changeRule(line: Line): OverlayRule {
  const isStock = line.kind === "stock";
  return {
    expression: call(isStock ? "ytd_change" : "yoy_change", line),
    unit: isPercentage(line) ? "percentage points" : line.unit,
    isChange: true,
    against: (span) => needOf(line, isStock ? quarterEnding(yearStartBefore(endOf(span))) : shift(span, -YEAR)),
  };
}

const needOf = (line: Line, span: Span | null): Need | null => (span === null ? null : { line: line.id, span });

/** A half or a fiscal year has no quarter before it; a balance stands at its end, wherever that is. */
const quarterBefore = ({ kind }: Line, span: Span, isRolling: boolean): Span | null =>
  kind === "stock" || span.length <= 1 || isRolling ? shift(span, -1) : null;
