import type { Actions } from "./actions.ts";

/** The commands that work wherever the focus is, save where text is typed: there Ctrl+Z takes back typing. */
export function listenToShortcuts(actions: Actions): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const isControl = (event.ctrlKey || event.metaKey) && !event.altKey;
    const isAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const command = isControl ? commandOf(event, actions) : isAlt ? wayOf(event, actions) : null;
    if (command === null || (isControl && isTyping(event.target))) return;
    // Also where it does nothing: a browser would leave the window for the page before it.
    event.preventDefault();
    if (isInCell(event.target)) return;
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

/** Alt and a key: from one view to another, and back. By the key's place, since with Alt it types other characters. */
function wayOf({ code }: KeyboardEvent, actions: Actions): (() => void) | null {
  switch (code) {
    case "ArrowLeft":
      return actions.back;
    case "Digit1":
      return () => actions.showView("results");
    case "Digit2":
      return () => actions.showView("checks");
    default:
      return null;
  }
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && target.type === "text";

/** An open cell editor keeps its text until it is entered or given up. */
const isInCell = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.classList.contains("cell-input");
