/** The commands in the menus of a host that has some: the same list, names and keys as everywhere else. */
import type { HostMenu } from "#contract/host.ts";
import type { Actions } from "../state/actions.ts";
import { wordsOf, type WindowState, type WindowStore } from "../state/window-state.ts";
import { COMMAND_GROUPS, isOfferedIn } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { isTyping } from "./listen-to-keys.ts";

/** The menus of a host. */
export interface NativeMenus {
  show(menus: readonly HostMenu[]): void;
  onChosen(listen: (id: string) => void): void;
}

/** What a field of text does itself, by the command that means it. */
const DEEDS_OF_TEXT: Readonly<Record<string, string>> = { undo: "undo", redo: "redo", "select-all": "selectAll" };

function menusOf(state: WindowState): HostMenu[] {
  const words = wordsOf(state);
  return COMMAND_GROUPS.map((group) => ({
    title: words.commands.groups[group],
    items: COMMANDS.filter((command) => command.group === group).map((command) => ({
      id: command.id,
      name: command.name(words),
      key: command.keys[0] ?? null,
      isOffered: isOfferedIn(command, state),
    })),
  }));
}

/** Keeps the menus as the window stands, and does what is chosen in them. */
export function keepMenus(menus: NativeMenus, store: WindowStore, actions: Actions): void {
  let shown = "";
  let isAsked = false;
  const show = (): void => {
    isAsked = false;
    const now = menusOf(store.getState());
    const text = JSON.stringify(now);
    if (text === shown) return;
    shown = text;
    menus.show(now);
  };
  store.subscribe(() => {
    if (isAsked) return;
    isAsked = true;
    // What can be done is asked of every command; that must not hold up a keystroke.
    requestIdleCallback(show);
  });
  show();
  menus.onChosen((id) => choose(id, store.getState(), actions));
}

/** As by its key: what stands in front of the window has the say, and text that is being typed its own undo. */
function choose(id: string, state: WindowState, actions: Actions): void {
  const ofText = DEEDS_OF_TEXT[id];
  if (isTyping(document.activeElement) && ofText !== undefined) {
    document.execCommand(ofText);
    return;
  }
  const command = COMMANDS.find((each) => each.id === id);
  if (command === undefined || !isOfferedIn(command, state) || document.querySelector("dialog:modal") !== null) return;
  command.run(actions, state);
}
