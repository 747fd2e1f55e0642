import { isPage } from "../pages/page-model.ts";
import type { Actions } from "../state/actions.ts";
import type { WindowState } from "../state/window-state.ts";
import type { Words } from "../words/words.ts";

/** The menus of the window, in their order; the palette and the cheat sheet stand in the same. */
export const COMMAND_GROUPS = ["file", "edit", "rows", "columns", "view", "go", "help"] as const;

export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something a person can have done, whether by key, menu or palette. */
export interface Command {
  /** Unique; for tests and menus, never shown. */
  readonly id: string;
  readonly group: CommandGroup;
  name(words: Words): string;
  /** `Mod+Shift+C`, `F2`, `Alt+1`: Mod is Ctrl, on a Mac Command. The first is the one that is shown. */
  readonly keys: readonly string[];
  /** The browser answers its keys itself, with an event that the clipboard is reached by. */
  readonly isNative?: true;
  /**
   * In the grid: only while it has the focus and no text is being typed. In Results, on a page: while the grid's view,
   * or one that tells of a period, is shown.
   * Comparing: where companies stand side by side.
   */
  readonly where: "anywhere" | "grid" | "results" | "page" | "compare";
  /** False: it would do nothing now, so it is not offered. Without it, it always is. */
  readonly isOffered?: (state: WindowState) => boolean;
  run(actions: Actions, state: WindowState): void;
}

/** Whether a command would do something now. What works on the grid or on a page does so only where that is in sight. */
export const isOfferedIn = ({ where, isOffered }: Command, state: WindowState): boolean =>
  isInSight(where, state.view) && isOffered?.(state) !== false;

/** Whether what a command works on is in sight in a view. */
export const isInSight = (where: Command["where"], view: WindowState["view"]): boolean =>
  where === "anywhere" ||
  (where === "page" ? isPage(view) || view === "briefing" : view === (where === "compare" ? "compare" : "results"));
