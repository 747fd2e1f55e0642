/** The keyboard stays where somebody types, also when something is clicked that takes no keys. */
import { formulaEditIn } from "../formula-bar/formula-actions.ts";
import type { Actions } from "../state/actions.ts";
import type { WindowStore } from "../state/window-state.ts";

const TYPED_IN = ".cell-input, .formula-bar";

/**
 * What is clicked gets the focus first, and nothing gets it where there is nothing to take it. Then an open formula
 * has it again, else the cell in hand: what was typed into that is stored by then.
 */
export function keepKeyboard(store: WindowStore, actions: Actions): () => void {
  const onLeave = ({ target, relatedTarget }: FocusEvent): void => {
    const wasTyping = target instanceof Element && target.closest(TYPED_IN) !== null;
    if (!wasTyping || relatedTarget !== null) return;
    setTimeout(() => {
      // A blur because the whole window lost focus changes nothing.
      if (!document.hasFocus() || document.activeElement !== document.body) return;
      const state = store.getState();
      const open = formulaEditIn(state);
      if (open !== null && state.view === "results") actions.editFormula(open.line);
      else if (state.dialog === null) actions.showView(state.view);
    });
  };
  window.addEventListener("focusout", onLeave);
  return () => window.removeEventListener("focusout", onLeave);
}
