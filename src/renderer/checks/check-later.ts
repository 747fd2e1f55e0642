/** Runs the checks, and compares the focused cell with its other routes, while nobody types. */
import type { Book, Scope } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { compareIdly } from "../explain/comparison-in-view.ts";
import { scopesOf, type WindowState, type WindowStore } from "../state/window-state.ts";
import { areStale } from "./findings.ts";
import { checkSlices } from "./slices.ts";

/** Between two keystrokes of somebody who types on there is less. */
const REST_MS = 250;
/** A window that is never idle is still checked. */
const LONGEST_WAIT_MS = 3000;

/** What says which cell is explained. */
const EXPLAINED_BY = ["focused", "scope", "basis", "view", "pageCell", "pageSpan"] as const;

/** Work that can be left between two steps; done when `next` says so. */
type Steps = Iterator<unknown, void>;

/** Starts anew whenever the edited book changes, so that what is found is always of one book. */
export function checkLater(store: WindowStore): () => void {
  const checking = whenIdle(() => checkSteps(store));
  const comparing = whenIdle(() => compareSteps(store));
  const follow = (state: WindowState, before: WindowState | null): void => {
    const isOtherBook =
      state.edited.shown !== before?.edited.shown || state.company !== before.company || state.asOf !== before.asOf;
    if (isOtherBook) checking.start();
    if (isOtherBook || EXPLAINED_BY.some((part) => state[part] !== before[part])) comparing.start();
  };
  follow(store.getState(), null);
  const stopListening = store.subscribe(follow);
  return () => {
    stopListening();
    checking.stop();
    comparing.stop();
  };
}

export function* checkSteps(store: WindowStore): Generator<unknown, void> {
  const state = store.getState();
  // Undo and redo may have come back to the book that was checked.
  if (!areStale(state)) return;
  const { company, asOf } = state;
  const book = state.edited.shown;
  const checks = yield* checksOfCompany(book, company, scopesOf(state), asOf);
  store.setState({ findings: { book, company, asOf, checks } });
}

function* compareSteps(store: WindowStore): Generator<unknown, void> {
  store.setState({ compared: yield* compareIdly(store.getState()) });
}

/** Checks a company, scope by scope; between two steps somebody may type. */
export function* checksOfCompany(
  book: Book,
  company: string,
  scopes: readonly Scope[],
  asOf: string | null,
): Generator<unknown, readonly Check[]> {
  const checks: Check[] = [];
  for (const scope of scopes) {
    for (const slice of checkSlices(book, { company, scope, asOf })) {
      checks.push(...slice);
      yield;
    }
  }
  return checks;
}

/** Starts work a moment after the last call, and does it in the idle time between frames. */
export function whenIdle(begin: () => Steps): { start(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;
  const stop = (): void => {
    clearTimeout(timer);
    cancelIdleCallback(idle);
  };
  const run = (steps: Steps): void => {
    idle = requestIdleCallback(
      (deadline) => {
        do if (steps.next().done === true) return;
        while (deadline.timeRemaining() > 1);
        run(steps);
      },
      { timeout: LONGEST_WAIT_MS },
    );
  };
  return {
    start() {
      stop();
      timer = setTimeout(() => run(begin()), REST_MS);
    },
    stop,
  };
}
