/** Figures and gaps as text, in the window's language and number style. */
import type { Fact, Stated } from "#core/book.ts";
import { isDash, isFigure, type Cell } from "#core/figures/cell.ts";
import { formatFigure } from "#core/format-amount.ts";
import { describeGap } from "#core/gap-words.ts";
import type { Gap } from "#core/gaps.ts";
import { valueOf } from "#core/units.ts";
import { findLine, labelOf, periodOf, wordsOf, type WindowState } from "./window-state.ts";

/** `14,007`, `18.3%`; a dash where the item does not exist; empty for every other gap. */
export function cellText(state: WindowState, cell: Cell, unit: string): string {
  const { negatives } = state.settings;
  if (isFigure(cell)) return formatFigure(cell.value, { unit, decimals: cell.decimals, negatives });
  return isDash(cell) ? wordsOf(state).grid.doesNotExist : "";
}

export const factText = (state: WindowState, { stated }: Fact, unit: string): string => statedText(state, stated, unit);

/** What a source states, with the digits it printed. */
export function statedText(state: WindowState, stated: Stated, unit: string): string {
  if (stated === "does-not-exist") return wordsOf(state).grid.doesNotExist;
  return formatFigure(valueOf(stated, unit), { unit, decimals: stated.decimals, negatives: state.settings.negatives });
}

/** Why there is no figure, with the window's labels and periods; `unit` is the empty cell's own. */
export function gapText(state: WindowState, gap: Gap, unit: string): string {
  const { language, negatives } = state.settings;
  const { cell } = wordsOf(state).deeds;
  return describeGap(
    gap,
    language,
    ({ line, span }) => cell(labelOf(state, line), periodOf(state, span)),
    (sum) => formatFigure(sum, { unit, decimals: null, negatives }),
  );
}

/** The unit of any line of the book; empty for one it does not have. */
export const unitIn = (state: WindowState, line: string): string => findLine(state, line)?.unit ?? "";
