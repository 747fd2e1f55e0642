import { wordsOf, type WindowState } from "../state/window-state.ts";

/** A source's title, or in the window's language that it is the user's own hand. */
export function nameOfSource(state: WindowState, id: string): string {
  const source = state.edited.shown.sources.find((each) => each.id === id);
  return source?.kind === "hand" ? wordsOf(state).explain.byHand : (source?.title ?? id);
}
