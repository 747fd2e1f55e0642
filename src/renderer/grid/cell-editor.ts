/**
 * The editor of one cell: an input inside the cell's own element.
 *
 * It is ours, not AG Grid's, for three reasons. A text that cannot be read keeps the editor open
 * whatever was clicked. An input method's composition lands in it from the first key. And arrow keys
 * that follow typed digits move on, as in a spreadsheet.
 */
import type { Stated } from "#core/book.ts";
import type { AmountProblem, AmountProblemCode } from "#core/parse-amount.ts";
import type { TypedAmount } from "#core/typed-amount.ts";
import type { Place } from "../state/place.ts";
import type { Direction } from "../state/selection-moves.ts";

/** Where a key that confirms leads: Enter and Tab on to the next cell, back with Shift; an arrow and a page its own way. */
export type Leave =
  | { readonly by: "enter" | "tab"; readonly step: 1 | -1 }
  | { readonly by: "arrow" | "page"; readonly direction: Direction };

export interface EditedCell {
  readonly place: Place;
  readonly element: HTMLElement;
  /** The figure that a text stands for in it. */
  read(text: string): TypedAmount | { readonly problem: AmountProblem };
  /** What is said below it while a text is typed; empty where nothing is. */
  note(text: string): string;
  /** What the cell is called: line and period. */
  readonly name: string;
  readonly text: string;
  /** The text was refused before: confirming it unchanged tries again. */
  readonly isRefusedText: boolean;
  /** The key that opened it replaces the text; else the text is there to be changed. */
  readonly replaces: boolean;
}

export interface EditorEvents {
  enter(place: Place, stated: Stated, text: string): void;
  /** Enters a text into all selected cells; answers what is wrong with it. */
  enterInSelected(text: string): AmountProblemCode | null;
  clear(place: Place): void;
  /** The editor is gone; null: the focus went elsewhere by itself. */
  closed(place: Place, leave: Leave | "stay" | null): void;
  /** Focus left the editor while its text cannot be read. */
  held(place: Place): void;
  /** The cell was scrolled out of existence with text that cannot be read. */
  lost(place: Place, text: string): void;
  problemText(code: AmountProblemCode): string;
}

export interface CellEditor {
  readonly isOpen: boolean;
  open(cell: EditedCell): void;
  /** Closes without storing: what was typed was meant for a cell that is no longer the one on screen. */
  abandon(): void;
  /** To be called after scrolling: a column that left the screen takes the editor with it. */
  checkAlive(): void;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const PAGES: Readonly<Record<string, Direction>> = { PageUp: "up", PageDown: "down" };

const BELOW_ID = "cell-below";
/** Between the cell and the words below it. */
const BELOW_GAP_PX = 3;

function markEdited(element: HTMLElement, isEdited: boolean): void {
  element.classList.toggle("is-edited", isEdited);
  element.closest(".results-grid")?.classList.toggle("is-typed-in", isEdited);
}

export function makeCellEditor(events: EditorEvents): CellEditor {
  let current: { readonly cell: EditedCell; readonly input: HTMLInputElement } | null = null;
  /** Words below the cell: the unit that a text is read in, or what is wrong with it. */
  const below = document.createElement("div");
  below.id = BELOW_ID;
  below.popover = "manual";

  const say = (input: HTMLInputElement, text: string): void => {
    input.setAttribute("aria-describedby", BELOW_ID);
    below.textContent = text;
    const { right, bottom } = input.getBoundingClientRect();
    document.body.append(below);
    below.showPopover();
    below.style.top = `${bottom + BELOW_GAP_PX}px`;
    below.style.left = `${Math.max(0, right - below.offsetWidth)}px`;
  };

  const showProblem = (input: HTMLInputElement, code: AmountProblemCode): void => {
    const note = current?.cell.note(input.value) ?? "";
    input.setAttribute("aria-invalid", "true");
    below.className = "cell-problem";
    below.setAttribute("role", "alert");
    say(input, note === "" ? events.problemText(code) : `${note}\n${events.problemText(code)}`);
  };

  const hideProblem = (): void => {
    if (below.isConnected) below.remove();
    current?.input.removeAttribute("aria-invalid");
    current?.input.removeAttribute("aria-describedby");
  };

  const showNote = (): void => {
    hideProblem();
    const note = current?.cell.note(current.input.value) ?? "";
    if (current === null || note === "") return;
    below.className = "cell-note";
    below.setAttribute("role", "status");
    say(current.input, note);
  };

  /** No editor is open from here on, so that the blur of its input finds none. */
  const letGo = (): void => {
    hideProblem();
    current = null;
  };

  const takeAway = ({ cell, input }: NonNullable<typeof current>): void => {
    // On to its cell, and not out of the grid for a moment: all that shows where the focus is would be drawn twice.
    if (document.activeElement === input) cell.element.focus({ preventScroll: true });
    markEdited(cell.element, false);
    input.remove();
  };

  const close = (): void => {
    const closing = current;
    letGo();
    if (closing !== null) takeAway(closing);
  };

  /**
   * Stores the text where it can be read; answers the problem where it cannot.
   * @param away takes the editor away; without it, who asks does
   */
  const store = ({ cell, input }: NonNullable<typeof current>, away = close): AmountProblemCode | null => {
    const text = input.value.trim();
    // Typed anew it is entered, even where the cell shows the same: what was worked out is then reported.
    const isUnchanged = text === cell.text.trim() && !cell.isRefusedText && !cell.replaces;
    const parsed = isUnchanged ? null : cell.read(text);
    if (parsed !== null && "problem" in parsed && parsed.problem.code !== "empty") return parsed.problem.code;
    away();
    if (parsed === null) return null;
    if ("stated" in parsed) events.enter(cell.place, parsed.stated, parsed.text);
    else if (cell.text !== "") events.clear(cell.place);
    return null;
  };

  const confirm = (leave: Leave | "stay"): void => {
    if (current === null) return;
    const leaving = current;
    const { cell, input } = leaving;
    // From the input straight to the next cell: each move of the focus has its price.
    const code = store(leaving, leave === "stay" ? close : letGo);
    if (code === null) {
      events.closed(cell.place, leave);
      takeAway(leaving);
    } else showProblem(input, code);
  };

  const confirmInSelected = (): void => {
    if (current === null) return;
    const { cell, input } = current;
    const code = events.enterInSelected(input.value.trim());
    if (code !== null) {
      showProblem(input, code);
      return;
    }
    close();
    events.closed(cell.place, "stay");
  };

  const cancel = (): void => {
    const place = current?.cell.place;
    close();
    if (place !== undefined) events.closed(place, "stay");
  };

  const onKey = (event: KeyboardEvent): void => {
    // The grid must not see the editor's keys: it would move its focus by them.
    event.stopPropagation();
    // Enter that confirms a conversion belongs to the input method.
    if (event.isComposing || event.keyCode === 229) return;
    const arrow = current?.cell.replaces === true && !event.shiftKey ? ARROWS[event.key] : undefined;
    const page = event.ctrlKey || event.metaKey || event.altKey ? undefined : PAGES[event.key];
    const step = event.shiftKey ? -1 : 1;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) confirmInSelected();
    else if (event.key === "Enter") confirm({ by: "enter", step });
    else if (event.key === "Tab") confirm({ by: "tab", step });
    else if (event.key === "Escape") cancel();
    else if (arrow !== undefined) confirm({ by: "arrow", direction: arrow });
    else if (page !== undefined) confirm({ by: "page", direction: page });
    else return;
    event.preventDefault();
  };

  /** @param left what lost the focus. It is told late: the next cell's editor may be open by then. */
  const onBlur = (left: HTMLInputElement): void => {
    // A blur because the whole window lost focus changes nothing.
    if (current?.input !== left || document.activeElement === left || !document.hasFocus()) return;
    const { cell, input } = current;
    if (!input.isConnected) return;
    const code = store(current);
    if (code === null) {
      events.closed(cell.place, null);
      return;
    }
    // Another view lies over the grid: the text waits at its cell, as one that was scrolled away does.
    if (!input.checkVisibility({ visibilityProperty: true })) {
      close();
      events.lost(cell.place, input.value);
      return;
    }
    events.held(cell.place);
    input.focus();
    showProblem(input, code);
  };

  return {
    get isOpen() {
      return current !== null;
    },
    open(cell) {
      if (current !== null) confirm("stay");
      if (current !== null) return;
      const input = document.createElement("input");
      input.className = "cell-input";
      input.type = "text";
      input.inputMode = "decimal";
      input.autocomplete = "off";
      input.spellcheck = false;
      input.setAttribute("aria-label", cell.name);
      input.value = cell.replaces ? "" : cell.text;
      input.addEventListener("keydown", onKey);
      input.addEventListener("input", showNote);
      input.addEventListener("blur", () => setTimeout(() => onBlur(input)));
      for (const pointer of ["mousedown", "click", "dblclick"]) {
        input.addEventListener(pointer, (event) => event.stopPropagation());
      }
      markEdited(cell.element, true);
      cell.element.append(input);
      current = { cell, input };
      input.focus();
      if (!cell.replaces) input.setSelectionRange(input.value.length, input.value.length);
      showNote();
    },
    abandon: close,
    checkAlive() {
      if (current === null || current.input.isConnected) return;
      const { cell, input } = current;
      if (store(current) === null) return;
      close();
      events.lost(cell.place, input.value);
    },
  };
}
