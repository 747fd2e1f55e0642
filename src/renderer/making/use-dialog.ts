/** What every dialog about a row of the book does: says what is wrong once somebody wants to save, stores, closes. */
import { useState } from "react";
import { flushSync } from "react-dom";
import type { RowPlan } from "#core/row-plans.ts";
import { useBookWindow } from "../state/book-window.ts";

export interface Saving {
  /** Whether somebody wanted to save: an empty field is no mistake before. */
  readonly isTried: boolean;
  /** Stores a plan and closes; `plan` answers null where there is nothing to do. What was typed stays where it is refused. */
  save(isReady: boolean, plan: () => RowPlan | null, then?: () => void): void;
}

export function useSaving(): Saving {
  const { actions } = useBookWindow();
  const [isTried, setIsTried] = useState(false);
  return {
    isTried,
    save(isReady, plan, then) {
      setIsTried(true);
      if (!isReady) return;
      const planned = plan();
      const done = planned === null ? Promise.resolve(true) : actions.changeRows(planned.changes, planned.deed);
      void done.then((isDone) => {
        if (!isDone) return;
        // At once: a dialog that closes gives the focus back to where it was.
        flushSync(actions.closeDialog);
        then?.();
      });
    },
  };
}
