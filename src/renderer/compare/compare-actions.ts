/** What can be done with companies side by side. */
import type { CompareView } from "#contract/questions.ts";
import type { Direction } from "#core/pages/compare-page.ts";
import { writeClipboard } from "../grid/clipboard-access.ts";
import { textsOf } from "../grid/copied-text.ts";
import { placeInResults } from "../pages/page-in-window.ts";
import type { MoveActions } from "../state/moves.ts";
import type { SheetActions } from "../state/sheet-actions.ts";
import type { WindowStore } from "../state/window-state.ts";
import { compareViewIn, comparedSpanBeside } from "./compare-choice.ts";
import { amountsCopied, chosenComparedIn, copiedComparison } from "./compare-figures.ts";
import type { CompanyOrder, CompareState, RowOrder } from "./compare-state.ts";

export interface CompareActions {
  /** Compares otherwise; kept for the book. */
  changeComparison(change: Partial<CompareView>): void;
  /** Shows the next period compared, or with −1 the one before. Does nothing at the end. */
  stepComparedPeriod(step: 1 | -1): void;
  /** Puts the rows in the order of a company's figures: largest first, then smallest first, then as they were. */
  orderComparedRows(by: Omit<RowOrder, "direction">): void;
  /** Puts the companies in the order of their figures in a row, in the same turns. @param row its `key` */
  orderCompared(by: Omit<CompanyOrder, "direction">): void;
  /** Takes a company out of the picture, or brings it back. */
  toggleCompared(company: string): void;
  /** Goes to the cell of the figure in hand in Results, where its company is shown then; Back returns. Does nothing where none is in hand. */
  showComparedInResults(): void;
  /** Puts the table on the clipboard; false where the system did not take it. */
  copyComparison(): boolean;
}

export function makeCompareActions(
  store: WindowStore,
  { changeSheet }: Pick<SheetActions, "changeSheet">,
  { followIn }: Pick<MoveActions, "followIn">,
): CompareActions {
  const set = (change: (compare: CompareState) => Partial<CompareState>): void =>
    store.setState(({ compare }) => ({ compare: { ...compare, ...change(compare) } }));
  return {
    changeComparison: (change) => changeSheet({ compare: { ...compareViewIn(store.getState()), ...change } }),
    stepComparedPeriod(step) {
      const pageSpan = comparedSpanBeside(store.getState(), step);
      if (pageSpan !== null) store.setState({ pageSpan });
    },
    orderComparedRows: ({ company, measure }) =>
      set(({ rowOrder: now }) => {
        const direction = turned(now?.company === company && now.measure === measure ? now : null);
        return { rowOrder: direction === null ? null : { company, measure, direction } };
      }),
    orderCompared: ({ row, measure }) =>
      set(({ companyOrder: now }) => {
        const direction = turned(now?.row === row && now.measure === measure ? now : null);
        return { companyOrder: direction === null ? null : { row, measure, direction } };
      }),
    toggleCompared: (company) =>
      set(({ hidden }) => {
        const next = new Set(hidden);
        if (!next.delete(company)) next.add(company);
        return { hidden: next };
      }),
    showComparedInResults() {
      const chosen = chosenComparedIn(store.getState());
      if (chosen === null) return;
      const { company, content } = chosen;
      const place = placeInResults(content);
      followIn(company, place, place.scope);
    },
    copyComparison: () => writeClipboard(textsOf(copiedComparison(store.getState()), amountsCopied(store.getState()))),
  };
}

/** Largest first, then smallest first, then no order at all. @param now what is in force of the same */
function turned(now: { readonly direction: Direction } | null): Direction | null {
  if (now === null) return "descending";
  return now.direction === "descending" ? "ascending" : null;
}
