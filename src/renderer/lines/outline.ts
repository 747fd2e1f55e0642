/** Over the labels: how much of the tree is shown, and how many rows are hidden. */
import type { Actions } from "../state/actions.ts";
import { rowsIn, wordsOf, type WindowState } from "../state/window-state.ts";
import { foldedAt, hiddenLinesIn, levelIn, LEVELS, withoutHidden } from "./sheet-rows.ts";

export interface Outline {
  readonly element: HTMLElement;
  draw(state: WindowState): void;
}

export function makeOutline(read: () => WindowState, actions: Actions): Outline {
  const element = document.createElement("div");
  element.className = "outline";
  element.setAttribute("role", "group");
  const hidden = buttonOf("outline-hidden");
  hidden.addEventListener("click", () => actions.changeSheet(withoutHidden(read(), hiddenLinesIn(read()))));
  const levels = LEVELS.map((level) => {
    const button = buttonOf("outline-level");
    button.textContent = String(level);
    button.addEventListener("click", () => actions.changeSheet({ folded: foldedAt(rowsIn(read()), level) }));
    return { level, button };
  });
  element.append(hidden, ...levels.map(({ button }) => button));
  return {
    element,
    draw(state) {
      const { lines } = wordsOf(state);
      const shown = levelIn(state);
      const count = hiddenLinesIn(state).length;
      element.hidden = state.sheet.layout === "matrix";
      element.setAttribute("aria-label", lines.outline);
      hidden.hidden = count === 0;
      hidden.textContent = lines.hiddenCount(count);
      hidden.title = lines.hiddenHint(count);
      for (const { level, button } of levels) {
        button.setAttribute("aria-pressed", String(level === shown));
        // With what is written on it: whoever speaks to the window says what they see.
        button.setAttribute("aria-label", `${level}: ${lines.levels[level]}`);
        button.title = lines.levels[level];
      }
    },
  };
}

function buttonOf(name: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  return button;
}
