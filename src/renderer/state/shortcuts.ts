import type { Actions } from "./actions.ts";

/** The commands that work wherever the focus is, save in an open editor: there Ctrl+Z takes back typing. */
export function listenToShortcuts(actions: Actions): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.isComposing;
    if (!isCommand || isTyping(event.target)) return;
    const command = commandOf(event, actions);
    if (command === null) return;
    event.preventDefault();
    event.stopPropagation();
    command();
  };
  // Captured, so that the grid does not take the key first.
  window.addEventListener("keydown", onKey, { capture: true });
  return () => window.removeEventListener("keydown", onKey, { capture: true });
}

function commandOf({ key, code, shiftKey }: KeyboardEvent, actions: Actions): (() => void) | null {
  // By its place too: on Japanese keyboards the key says ¥ or ろ.
  if (code === "Backslash" || code === "IntlYen") return actions.togglePane;
  switch (key.toLowerCase()) {
    case "z":
      return shiftKey ? actions.redo : actions.undo;
    case "y":
      return actions.redo;
    case "\\":
      return actions.togglePane;
    default:
      return null;
  }
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && target.type === "text";
