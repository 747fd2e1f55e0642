/** A page's figures as text, and what they say on hover. */
import type { PageCell } from "#core/pages/page-cell.ts";
import { growthWords } from "#core/gap-words.ts";
import { sameSpan } from "#core/timeline.ts";
import { unitOf, valueOf, type Measured } from "#core/units.ts";
import { formulaWords } from "../checks/claim-words.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { gapText, measureIn, writeChange, writeFigure } from "../state/figure-text.ts";
import { labelOf, periodOf, rememberBy, wordsOf, type WindowState } from "../state/window-state.ts";
import { figuresOfPage, type FigureContent } from "./page-model.ts";
import { checkOf, pageIn } from "./page-in-window.ts";

/** A figure as it is to be written; without a line it is of the one whose cell it is. */
type Told = Pick<FigureContent, "cell" | "isChange"> & Partial<Pick<FigureContent, "line">>;

/** `14,007`, `+17.4%`, `-867`, `turned to profit`; a dash where there is nothing, another where the item does not exist. */
export function figureText(state: WindowState, content: Told): string {
  const { cell, isChange } = content;
  const { value, gap, decimals } = cell;
  if (value !== null) return numberText(state, value, measureOf(state, content), decimals, isChange);
  const words = wordsOf(state);
  if (gap?.growth !== undefined && gap.growth !== "from-zero") return growthWords(gap.growth, state.settings.language);
  if (gap?.gap === "not-comparable") return words.pages.notComparable;
  return gap?.isDash === true ? words.grid.doesNotExist : words.pages.noFigure;
}

/** What a figure of a page measures: an amount as its line does. */
export function measureOf(state: WindowState, { cell: { unit, place }, line }: Told): Measured {
  const of = line?.line ?? (place === null ? null : measureIn(state, place.line));
  return { ...of, unit };
}

/** A change has a sign, also a plus; a level that is negative stands as the window's negative figures do. */
export function numberText(
  state: WindowState,
  value: number,
  of: Measured,
  decimals: number | null,
  isChange: boolean,
): string {
  if (isChange) return writeChange(state, value, of, decimals);
  const digits = writeFigure(state, value, of, decimals);
  return unitOf(of.unit).kind === "points" ? `${digits}${wordsOf(state).columns.points}` : digits;
}

/** What is printed in a figure's place, as the window writes figures; null where nothing is. */
function printedOf(state: WindowState, content: FigureContent): string | null {
  const { cell, isChange } = content;
  const { printed, unit } = cell;
  if (printed === null) return null;
  return numberText(state, valueOf(printed, unit), measureOf(state, content), printed.decimals, isChange);
}

/** `printed +5.6%, recomputed +5.8%: outside`; null where nothing was held against it. */
export function verdictText(state: WindowState, content: FigureContent): string | null {
  const { cell, isChange } = content;
  if (cell.verdict === null || cell.value === null) return null;
  const { pages, checks } = wordsOf(state);
  const shown = figureText(state, content);
  const printed = printedOf(state, content);
  if (!cell.flagged) return pages.printed(printed ?? shown, checks.verdicts[cell.verdict].toLowerCase());
  if (printed !== null) return pages.printedOutside(printed, shown);
  const computed = checkOf(state, content)?.computed ?? null;
  const recomputed =
    computed === null
      ? pages.noFigure
      : numberText(state, computed, measureOf(state, content), cell.decimals, isChange);
  return pages.printedOutside(shown, recomputed);
}

/** `Total revenues, year on year`, `Total revenues: initial target`: what a figure is, without its period. */
export function figureName(state: WindowState, { line, cell, basis }: FigureContent): string {
  const { pages } = wordsOf(state);
  const own = labelOf(state, cell.place?.line ?? line.id);
  if (cell.place === null && cell.expression === null && basis === "target") return pages.targetBefore(own);
  if (cell.place?.basis === "target")
    return cell.expression === null ? pages.latestTarget(own) : pages.initialTarget(own);
  if (cell.expression === null || cell.place !== null) return own;
  const { lines } = formulasOf(state.edited.shown.lines);
  return formulaWords(cell.expression, { lines, labelOf: (id) => labelOf(state, id), words: wordsOf(state) });
}

/** On hover: what it is and of when, how it came to be or why it is not there, and how it stands to what is printed. */
export function figureHint(state: WindowState, content: FigureContent): string {
  const { cell } = content;
  const { deeds, explain, legend } = wordsOf(state);
  const span = cell.place === null || sameSpan(cell.place.span, cell.span) ? cell.span : cell.place.span;
  const how =
    cell.route === null
      ? gapText(state, cell.gap ?? { gap: "not-entered" }, measureOf(state, content))
      : rests(cell)
        ? explain.restingOnImplied(explain.routes[cell.route])
        : cell.verdict !== null && cell.printed !== null
          ? ""
          : legend.hints[cell.route];
  const lines = [deeds.cell(figureName(state, content), periodOf(state, span)), how, verdictText(state, content) ?? ""];
  return lines.filter((text) => text !== "").join("\n");
}

/** Whether a figure that is not implied itself rests on one that is. */
export const rests = ({ route, weakest }: PageCell): boolean => weakest === "implied" && route !== "implied";

/** A figure as it is drawn. */
export interface ShownFigure {
  readonly text: string;
  readonly hint: string;
  readonly route: FigureContent["cell"]["route"];
  readonly restsOnImplied: boolean;
  readonly isFlagged: boolean;
  /** Words in place of a percentage: how a result turned. */
  readonly isTurn: boolean;
}

/** Every figure of the page by its key; the same objects until the page or the words change. */
export const shownFiguresIn: (state: WindowState) => ReadonlyMap<string, ShownFigure> = rememberBy(
  (state) => [pageIn(state)],
  (state) => {
    const page = pageIn(state);
    const figures = page === null ? [] : figuresOfPage(page);
    return new Map(figures.map((content) => [content.key, shownFigure(state, content)]));
  },
);

export function shownFigure(state: WindowState, content: FigureContent): ShownFigure {
  const { cell } = content;
  return {
    text: figureText(state, content),
    hint: figureHint(state, content),
    route: cell.route,
    restsOnImplied: rests(cell),
    isFlagged: cell.flagged,
    isTurn: cell.gap?.growth !== undefined && cell.gap.growth !== "from-zero",
  };
}
