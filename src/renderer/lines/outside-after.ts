/** How many checks would be outside after a change that is not made yet: worked out while nobody types. */
import { useEffect, useState } from "react";
import type { Book } from "#core/book.ts";
import { checkSlices } from "../checks/slices.ts";
import { useBookWindow } from "../state/book-window.ts";
import { scopesOf } from "../state/window-state.ts";

export interface OutsideCounts {
  readonly before: number;
  readonly after: number;
}

/** Somebody types on. */
const REST_MS = 300;

/** @param book as it would be; null: nothing is asked. Null is answered until it is worked out. */
export function useOutsideAfter(book: Book | null): OutsideCounts | null {
  const { store } = useBookWindow();
  const [counts, setCounts] = useState<{ readonly of: Book; readonly counts: OutsideCounts } | null>(null);
  useEffect(() => {
    if (book === null) return;
    const state = store.getState();
    const { findings, company } = state;
    if (findings === null || findings.book !== state.edited.shown) return;
    const before = findings.checks.filter(({ verdict }) => verdict === "outside").length;
    const steps = outsideSteps(book, company, scopesOf(state));
    let idle = 0;
    const run = (): void => {
      idle = requestIdleCallback((deadline) => {
        for (;;) {
          const step = steps.next();
          if (step.done === true) {
            setCounts({ of: book, counts: { before, after: step.value } });
            return;
          }
          if (deadline.timeRemaining() <= 1) break;
        }
        run();
      });
    };
    const timer = setTimeout(run, REST_MS);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, [book, store]);
  return counts !== null && counts.of === book ? counts.counts : null;
}

function* outsideSteps(book: Book, company: string, scopes: ReturnType<typeof scopesOf>): Generator<void, number> {
  let outside = 0;
  for (const scope of scopes) {
    for (const slice of checkSlices(book, { company, scope, asOf: null })) {
      outside += slice.filter(({ verdict }) => verdict === "outside").length;
      yield;
    }
  }
  return outside;
}
