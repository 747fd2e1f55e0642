/** The lines that a page can show, as a list from which a company chooses. */
import type { Page } from "#core/book.ts";
import { groupsOf } from "#core/figures/fact-groups.ts";
import type { ShownLine } from "#core/pages/page-lines.ts";
import { isMoneyFlow, isMoneyStock, linesOf } from "#core/pages/page-lines.ts";
import { segmentsOf } from "#core/pages/segments.ts";
import type { WindowState } from "../state/window-state.ts";
import { figuresOfPage } from "./page-model.ts";
import { pageIn } from "./page-in-window.ts";

export interface ChosenLine {
  readonly line: string;
  readonly isShown: boolean;
}

/** Those that the page shows now are chosen, in their order; every other line stands after the one before it in the company's. */
export function pageChoiceIn(state: WindowState, page: Page): readonly ChosenLine[] {
  const possible = linesOf(state.edited.shown, state.company).all.filter(canStandOn(state, page));
  const shown = shownOn(state, page).filter((line) => possible.some(({ id }) => id === line));
  const order = [...shown];
  for (const [index, { id }] of possible.entries())
    if (!order.includes(id)) order.splice(order.indexOf(possible[index - 1]?.id ?? "") + 1, 0, id);
  return order.map((line) => ({ line, isShown: shown.includes(line) }));
}

/** The company's own choice, else what stands on the page as it is. */
function shownOn(state: WindowState, page: Page): readonly string[] {
  const { edited, company, view } = state;
  const chosen = linesOf(edited.shown, company).chosenFor(page);
  if (chosen !== null) return chosen.map(({ id }) => id);
  const shown = view === page ? pageIn(state) : null;
  return shown === null ? [] : [...new Set(figuresOfPage(shown).map(({ line }) => line.id))];
}

function canStandOn({ edited, company }: WindowState, page: Page): (line: ShownLine) => boolean {
  const book = edited.shown;
  switch (page) {
    case "period":
      return () => true;
    case "balance":
      return (line) => isMoneyStock(line) || isMoneyFlow(line);
    case "services": {
      const { total } = segmentsOf(book, company);
      return ({ id }) => id !== total?.id;
    }
    case "targets": {
      const facts = groupsOf(book.facts);
      const hasTarget = (line: string, scope: "consolidated" | "non-consolidated"): boolean =>
        facts.of(company, scope, "target", line).length > 0;
      return ({ id }) => hasTarget(id, "consolidated") || hasTarget(id, "non-consolidated");
    }
  }
}

export const toggled = (choice: readonly ChosenLine[], line: string): readonly ChosenLine[] =>
  choice.map((each) => (each.line === line ? { ...each, isShown: !each.isShown } : each));

/** One place up or down; at the ends it stays. */
export function movedBy(choice: readonly ChosenLine[], line: string, step: 1 | -1): readonly ChosenLine[] {
  const at = choice.findIndex((each) => each.line === line);
  const [own, other] = [choice[at], choice[at + step]];
  return own === undefined || other === undefined ? choice : choice.with(at, other).with(at + step, own);
}
