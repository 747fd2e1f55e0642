/** Keys that move about in the grid, read as moves. What does something else is a command. */
import type { Direction, Move } from "../state/selection-moves.ts";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Where a key leads; null for a key that leads nowhere. Shift stretches the selection to there. */
export function moveOf({ key, ctrlKey, metaKey, altKey }: Pressed): Move | null {
  const isMod = ctrlKey || metaKey;
  const arrow = ARROWS[key];
  if (arrow !== undefined) return altKey ? null : { by: isMod ? "edge" : "cell", direction: arrow };
  switch (key) {
    case "Home":
      return altKey ? null : { by: isMod ? "first" : "home" };
    case "End":
      return altKey ? null : { by: isMod ? "last" : "end" };
    case "PageUp":
      return isMod ? null : { by: "page", direction: altKey ? "left" : "up" };
    case "PageDown":
      return isMod ? null : { by: "page", direction: altKey ? "right" : "down" };
    default:
      return null;
  }
}
