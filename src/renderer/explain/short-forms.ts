/** A figure's origin in one line, for a tooltip. */
import type { Fact } from "#core/book.ts";
import type { Figure } from "#core/figures/cell.ts";
import type { Span } from "#core/timeline.ts";
import { periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { signedPath } from "./signed-path.ts";

export const MINUS = "−";
export const PLUS = "+";

/** `1H06 − 1Q06`. */
export function derivationText(state: WindowState, { facts }: Figure, span: Span): string {
  const path = signedPath(span, facts) ?? facts.map((fact) => ({ fact, sign: 1 as const }));
  return path
    .map(({ fact, sign }, index) => {
      const period = periodOf(state, fact.span);
      if (index === 0) return sign === 1 ? period : `${MINUS}${period}`;
      return `${sign === 1 ? PLUS : MINUS} ${period}`;
    })
    .join(" ");
}

/** The document a figure comes from, and when it was published. */
export function sourceText(state: WindowState, fact: Fact): string {
  const source = state.edited.shown.sources.find(({ id }) => id === fact.source);
  const { explain, grid } = wordsOf(state);
  if (source?.kind === "hand") return explain.byHand;
  return grid.reportedIn(source?.title ?? fact.source, source?.published ?? "");
}
