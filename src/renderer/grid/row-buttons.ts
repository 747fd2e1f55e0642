/** The small buttons of a row: the triangle that folds it, and the mark of hidden rows under it. What a click does is `lines/row-clicks.ts`. */
import type { RowInView } from "../state/rows-in-view.ts";
import type { Words } from "../words/words.ts";

/** Out of the way of Tab, which goes from cell to cell: commands with keys do what these do. */
export function rowButton(name: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.className = name;
  return button;
}

/** @param row null: there is nothing to fold */
export function drawFold(button: HTMLButtonElement, row: RowInView | null, words: Words["lines"]): void {
  button.hidden = row === null;
  button.dataset["folded"] = String(row?.isFolded === true);
  button.title = row?.isFolded === true ? words.unfoldHint : words.foldHint;
}

export function drawHidden(button: HTMLButtonElement, row: RowInView | null, words: Words["lines"]): void {
  const count = row?.hidden.length ?? 0;
  button.hidden = count === 0;
  button.textContent = count === 0 ? "" : String(count);
  button.title = words.hiddenHint(count);
  button.setAttribute("aria-label", words.hiddenHint(count));
}
