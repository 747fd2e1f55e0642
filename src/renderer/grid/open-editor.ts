/** Typing into the active cell: when the editor opens, with what, and where its keys lead. */
import type { Actions } from "../state/actions.ts";
import type { Place } from "../state/place.ts";
import { readTypedAt, typingNote } from "../state/typed-figure.ts";
import { keyIn, labelOf, lineRowsIn, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import type { CellFocus } from "./cell-focus.ts";
import { makeCellEditor, type CellEditor, type Leave } from "./cell-editor.ts";
import { editText } from "./edit-text.ts";

export interface Editing {
  readonly editor: CellEditor;
  /** @param replaces what is typed takes the place of what is there; else that is there to be changed. */
  open(place: Place, replaces: boolean): void;
}

/** @param goOn where the key that confirmed a text leads */
export function makeEditing(
  read: () => WindowState,
  actions: Actions,
  focus: CellFocus,
  goOn: (leave: Leave) => void,
): Editing {
  const editor = makeCellEditor({
    enter: actions.enter,
    enterInSelected: actions.enterInSelected,
    clear: actions.clear,
    closed(place, leave) {
      if (leave === "stay") focus.put(place);
      else if (leave !== null) goOn(leave);
    },
    held(place) {
      actions.focus(place);
      focus.put(place);
    },
    lost: actions.reportLost,
    problemText: (code) => wordsOf(read()).amounts[code],
  });

  return {
    editor,
    open(place, replaces) {
      const state = read();
      const row = lineRowsIn(state).get(place.line);
      if (row === undefined || !actions.canType()) return;
      focus.show(place);
      const element = focus.elementOf(place);
      if (element === null) return;
      editor.open({
        place,
        element,
        // As of now: a text goes on being read in the unit that it was begun in.
        read: (text) => readTypedAt(state, place, text),
        note: (text) => typingNote(state, place, text),
        name: wordsOf(state).grid.edit(labelOf(state, place.line), periodOf(state, place.span)),
        text: editText(state, place),
        isRefusedText: state.refused.has(keyIn(state, place)),
        replaces,
      });
    },
  };
}
