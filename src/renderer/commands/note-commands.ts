import type { Actions } from "../state/actions.ts";
import type { Place } from "../state/place.ts";
import { canEdit, findLine, type WindowState } from "../state/window-state.ts";
import type { Command } from "./command.ts";

const inHand = (state: WindowState): Place | null =>
  state.focused !== null && findLine(state, state.focused.line) !== undefined ? state.focused : null;

const withPlace =
  (act: (actions: Actions, place: Place) => void) =>
  (actions: Actions, state: WindowState): void => {
    const place = inHand(state);
    if (place !== null) act(actions, place);
  };

const canWrite = (state: WindowState): boolean => canEdit(state) && inHand(state) !== null;

/** Notes on what is in hand, and what was done to it. */
export const NOTE_COMMANDS: readonly Command[] = [
  {
    id: "note",
    group: "edit",
    name: ({ notes }) => notes.ofCell,
    keys: ["Shift+F2"],
    where: "grid",
    isOffered: canWrite,
    run: withPlace((actions, { line, span }) => actions.openNote(line, span)),
  },
  {
    id: "note-of-row",
    group: "rows",
    name: ({ notes }) => notes.ofRow,
    keys: [],
    where: "grid",
    isOffered: canWrite,
    run: withPlace((actions, { line }) => actions.openNote(line, null)),
  },
  {
    id: "note-of-column",
    group: "columns",
    name: ({ notes }) => notes.ofColumn,
    keys: [],
    where: "grid",
    isOffered: canWrite,
    run: withPlace((actions, { span }) => actions.openNote(null, span)),
  },
  {
    id: "history",
    group: "go",
    name: ({ commands }) => commands.history,
    keys: ["Mod+Shift+H"],
    where: "anywhere",
    isOffered: (state) => state.view === "results" && inHand(state) !== null,
    run: withPlace((actions, place) => actions.requestHistory(place)),
  },
];
