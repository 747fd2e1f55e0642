/**
 * What only a host can do for a window. Kept apart from the questions about a book: these need
 * dialogs and files, and every host answers them in its own way.
 */
export interface HostQuestions {
  /** Ask where, and write the bytes there. Answers the path or name written, or null where the person changed their mind. */
  "files.save": { asks: { readonly name: string; readonly base64: string }; answers: string | null };
  /** Put a PNG picture on the clipboard. */
  "pictures.copy": { asks: { readonly base64: string }; answers: null };
  /** Show these menus over the window, in this order, in place of those before. */
  "menus.show": { asks: readonly HostMenu[]; answers: null };
  /**
   * Print what the window shows to those who print it. Answers the path of the PDF written; null where the person
   * changed their mind, or where it went to a dialog that does not tell what became of it.
   */
  "pages.print": { asks: PagesPrinted; answers: string | null };
}

/** What a host tells its window without being asked. */
export interface HostEvents {
  /** The id of a command that was chosen in the menus. */
  "menus.chosen": string;
}

/** A menu of the window's commands, in the window's language. */
export interface HostMenu {
  readonly title: string;
  readonly items: readonly HostMenuItem[];
}

export interface HostMenuItem {
  /** Of the command. */
  readonly id: string;
  readonly name: string;
  /** Its first key as commands name it, such as `Mod+Shift+C`; null: it has none. */
  readonly key: string | null;
  /** False: it would do nothing now. */
  readonly isOffered: boolean;
}

/** A4 in landscape, or a slide of 16:9. */
export type Paper = "a4" | "wide";

export interface PagesPrinted {
  /** Of the file to suggest, with its ending. */
  readonly name: string;
  readonly paper: Paper;
}
