/** A figure's origin in one line, for a tooltip. */
import type { Fact } from "#core/book.ts";
import type { Figure } from "#core/figures/cell.ts";
import type { Step } from "#core/figures/derive.ts";
import type { Span } from "#core/timeline.ts";
import { periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { signedPath } from "./signed-path.ts";

export const MINUS = "−";
export const PLUS = "+";

/** Formulas are written with a hyphen; a minus is read more easily between numbers. */
export const withMinus = (text: string): string => text.replaceAll(" - ", ` ${MINUS} `);

/** `1H06 − 1Q06`. */
export function derivationText(state: WindowState, { facts }: Figure, span: Span): string {
  return pathText(state, signedPath(span, facts) ?? facts.map((fact) => ({ fact, sign: 1 })));
}

/** The spans of a path with their signs; what is taken away reads last. */
export function pathText(state: WindowState, path: readonly Step[]): string {
  return path
    .toSorted((a, b) => b.sign - a.sign)
    .map(({ fact, sign }, index) => {
      const period = periodOf(state, fact.span);
      if (index === 0) return sign === 1 ? period : `${MINUS}${period}`;
      return `${sign === 1 ? PLUS : MINUS} ${period}`;
    })
    .join(" ");
}

/** The document a figure comes from, and when it was published. */
export function sourceText(state: WindowState, { source: id }: Pick<Fact, "source">): string {
  const source = state.edited.shown.sources.find((each) => each.id === id);
  const { explain, grid } = wordsOf(state);
  if (source?.kind === "hand") return explain.byHand;
  return grid.reportedIn(source?.title ?? id, source?.published ?? "");
}
