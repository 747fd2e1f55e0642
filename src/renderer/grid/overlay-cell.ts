/** A cell under an overlay: shares, growth and changes as text, and how they were worked out. */
import type { Line } from "#core/book.ts";
import { isFigure, type Cell } from "#core/figures/cell.ts";
import { usualDecimals } from "#core/format-amount.ts";
import type { Gap } from "#core/gaps.ts";
import { overlaid, overlayRules, type LineOverlay, type OverlayRule } from "#core/overlays.ts";
import { cellText, gapText, measureIn, writeChange, writeFigure } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import { figuresIn, findLine, labelOf, periodOf, remember, wordsOf, type WindowState } from "../state/window-state.ts";

export interface OverlayCell {
  readonly text: string;
  /** A number; words that stand for one, as 黒字転換; or that there is none to show. */
  readonly shows: "figure" | "words" | "nothing";
}

/** Growth from here on says nothing more: the base was next to nothing. */
const HUGE = 100;
const HUGE_TEXT = ">9,999%";

const rulesIn = remember(
  ({ edited, sheet }) => [edited.shown.lines, sheet.overlay, sheet.layout === "LTM"],
  overlayRules,
);

export const ruleOf = (state: WindowState, line: string): LineOverlay => rulesIn(state).get(line) ?? "itself";

/** Null where the figure itself is shown. */
export function overlayCell(state: WindowState, { line: id, span }: Place): OverlayCell | null {
  if (state.sheet.overlay === "value") return null;
  const rule = ruleOf(state, id);
  const line = findLine(state, id);
  if (rule === "itself" || line === undefined) return null;
  const { columns } = wordsOf(state);
  if (rule === "none") return { text: columns.notApplicable, shows: "nothing" };
  const answer = overlaid(figuresIn(state), rule, span);
  return typeof answer === "number"
    ? { text: answerText(state, rule, line, { line: id, span }, answer), shows: "figure" }
    : gapCell(state, answer);
}

function gapCell(state: WindowState, { gap, growth }: Gap): OverlayCell {
  const { columns, grid } = wordsOf(state);
  switch (gap) {
    case "not-meaningful":
      return { text: growth === undefined ? columns.notMeaningful : columns.growth[growth], shows: "words" };
    case "division-by-zero":
    case "not-comparable":
      return { text: columns.notMeaningful, shows: "words" };
    case "no-such-span":
      return { text: columns.notApplicable, shows: "nothing" };
    case "does-not-exist":
      return { text: grid.doesNotExist, shows: "nothing" };
    default:
      return { text: "", shows: "nothing" };
  }
}

function answerText(state: WindowState, rule: OverlayRule, line: Line, place: Place, answer: number): string {
  const { unit, isChange } = rule;
  if (isChange && unit === "%" && answer >= HUGE) return HUGE_TEXT;
  const isAmount = unit !== "%" && unit !== "percentage points";
  const decimals = isAmount ? finestOf(state, rule, line, place) : 1;
  const of = { ...line, unit };
  return isChange ? writeChange(state, answer, of, decimals) : writeFigure(state, answer, of, decimals);
}

/** A difference has the last digit of the finer of its two figures, also of worked out ones as they are shown. */
export function finestOf(state: WindowState, rule: OverlayRule, { id }: Line, { span }: Place): number | null {
  const figures = figuresIn(state);
  const against = rule.against(span);
  const cells = [figures.cell(id, span), ...(against === null ? [] : [figures.cell(against.line, against.span)])];
  const { unit } = measureIn(state, id);
  const decimals = cells.flatMap((cell) => (isFigure(cell) ? [cell.decimals ?? usualDecimals(cell.value, unit)] : []));
  return decimals.length === cells.length ? Math.max(...decimals) : null;
}

/** Whether what an overlay shows rests on an implied figure, on either side. */
export function overlayRestsOnImplied(state: WindowState, { line, span }: Place): boolean {
  const rule = ruleOf(state, line);
  const against = rule === "itself" || rule === "none" ? null : rule.against(span);
  const isImplied = (cell: Cell): boolean => isFigure(cell) && cell.weakest === "implied";
  const figures = figuresIn(state);
  return (
    against !== null && (isImplied(figures.cell(line, span)) || isImplied(figures.cell(against.line, against.span)))
  );
}

/** How an overlay came to what it shows, or why it shows nothing; null where the figure itself is shown. */
export function overlayHint(state: WindowState, place: Place): string | null {
  const shown = overlayCell(state, place);
  const rule = ruleOf(state, place.line);
  const line = findLine(state, place.line);
  if (shown === null || rule === "itself" || line === undefined) return null;
  const { columns } = wordsOf(state);
  if (rule === "none") return columns.noShare;
  const against = rule.against(place.span);
  if (against === null) return columns.noQuarterBefore;
  const figures = figuresIn(state);
  const operand = (of: Place, name: string): string =>
    columns.operand(name, cellText(state, figures.cell(of.line, of.span), measureIn(state, of.line)) || "…");
  const now = operand(place, rule.isChange ? periodOf(state, place.span) : labelOf(state, place.line));
  const before = operand(against, rule.isChange ? periodOf(state, against.span) : labelOf(state, against.line));
  const answer = overlaid(figures, rule, place.span);
  if (typeof answer !== "number") return `${gapText(state, answer, line)}\n${now}\n${before}`;
  const text = answerText(state, rule, line, place, answer);
  if (!rule.isChange) return columns.shareOf(text, now, before);
  return rule.unit === "%" ? columns.growthOf(text, now, before) : columns.changeOf(text, now, before);
}
