import type { Actions } from "../state/actions.ts";
import type { WindowStore } from "../state/window-state.ts";
import { isOfferedIn } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { isChord, isOfBrowser, isOfText } from "./keys.ts";

/** The commands by their keys, wherever the focus is; where text is typed its own keys stay with it. */
export function listenToKeys(store: WindowStore, actions: Actions): () => void {
  const onKey = (event: KeyboardEvent): void => {
    // An input method has the key.
    if (event.isComposing || event.key === "Process") return;
    const isText = isTyping(event.target);
    if (isText && isOfText(event)) return;
    if (event.key === "Escape" && isInFront(event.target)) return;
    const named = COMMANDS.filter(({ keys }) => keys.some((key) => isChord(event, key)));
    if (named.length === 0 && !isOfBrowser(event)) return;
    if (named.some(({ isNative }) => isNative)) return;
    // Also where it does nothing: a browser would leave the window for the page before it, or load it anew.
    event.preventDefault();
    // What stands in front of the window has the keys; an open cell keeps its text until it is entered or given up.
    if (document.querySelector("dialog:modal") !== null || isInCell(event.target)) return;
    const here = named.filter(({ where }) => where !== "grid" || (isInGrid(event.target) && !isText));
    const state = store.getState();
    const command = here.find((each) => isOfferedIn(each, state));
    if (command === undefined) return;
    event.stopPropagation();
    command.run(actions, state);
  };
  // Captured, so that the grid does not take the key first.
  window.addEventListener("keydown", onKey, { capture: true });
  return () => window.removeEventListener("keydown", onKey, { capture: true });
}

const isInGrid = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(".results-grid") !== null;

/** What stands in front of the panes is left by Esc before anything behind it is. */
const isInFront = (target: EventTarget | null): boolean =>
  document.querySelector(":popover-open") !== null ||
  (target instanceof Element &&
    target.closest("dialog, search, [role=dialog], [role=alertdialog], [role=menu]") !== null);

/** The kinds of input that take no text. */
const NOT_TEXT = ["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"];

/** Whether what is typed now goes into a field of text. */
export const isTyping = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && !NOT_TEXT.includes(target.type)) ||
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLElement && target.isContentEditable);

const isInCell = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.classList.contains("cell-input");
