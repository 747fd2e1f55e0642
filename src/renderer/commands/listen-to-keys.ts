import type { Actions } from "../state/actions.ts";
import type { WindowStore } from "../state/window-state.ts";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { isChord } from "./keys.ts";

/** The commands that work wherever the focus is, save where text is typed: there Ctrl+Z takes back typing. */
export function listenToKeys(store: WindowStore, actions: Actions): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const command = commandOf(event);
    if (command === null || (event.ctrlKey && isTyping(event.target))) return;
    if (command.where === "grid" && (!isInGrid(event.target) || isTyping(event.target))) return;
    // Also where it does nothing: a browser would leave the window for the page before it.
    event.preventDefault();
    if (isInCell(event.target)) return;
    event.stopPropagation();
    const state = store.getState();
    if (command.isOffered?.(state) !== false) command.run(actions, state);
  };
  // Captured, so that the grid does not take the key first.
  window.addEventListener("keydown", onKey, { capture: true });
  return () => window.removeEventListener("keydown", onKey, { capture: true });
}

const commandOf = (event: KeyboardEvent): Command | null =>
  COMMANDS.find(({ keys }) => keys.some((key) => isChord(event, key))) ?? null;

const isInGrid = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(".results-grid") !== null;

const isTyping = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && target.type === "text") ||
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLElement && target.isContentEditable);

/** An open cell editor keeps its text until it is entered or given up. */
const isInCell = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.classList.contains("cell-input");
