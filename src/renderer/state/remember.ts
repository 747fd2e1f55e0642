/** Answers worked out from the state, kept for as long as what they are worked out from stays the same. */
import type { WindowState } from "./window-state.ts";

/**
 * States that were made out of the window's own, such as one that shows another company, by a name. Each has its
 * last answers to itself: else two that are asked in turn would have everything worked out anew each time.
 */
const besides = new WeakMap<WindowState, string>();

/** Has a state that was made out of the window's own remember its answers under a name. */
export function beside(state: WindowState, name: string): WindowState {
  besides.set(state, name);
  return state;
}

/** Remembers the last answer: a function of what `pick` takes from the state, by identity. */
export function remember<Key extends unknown[], Answer>(
  pick: (state: WindowState) => [...Key],
  answer: (...key: Key) => Answer,
): (state: WindowState) => Answer {
  return lastBy(pick, (_, key) => answer(...key));
}

/** Remembers the last answer for as long as what it is worked out from stays the same, by identity. */
export const rememberBy = <Answer>(
  keys: (state: WindowState) => readonly unknown[],
  answer: (state: WindowState) => Answer,
): ((state: WindowState) => Answer) => lastBy(keys, answer);

function lastBy<Key extends readonly unknown[], Answer>(
  pick: (state: WindowState) => Key,
  answer: (state: WindowState, key: Key) => Answer,
): (state: WindowState) => Answer {
  const answers = new Map<string, { readonly key: Key; readonly answer: Answer }>();
  return (state) => {
    const name = besides.get(state) ?? "";
    const key = pick(state);
    const last = answers.get(name);
    if (last !== undefined && key.every((part, index) => part === last.key[index])) return last.answer;
    const next = { key, answer: answer(state, key) };
    answers.set(name, next);
    return next.answer;
  };
}
