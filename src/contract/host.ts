/**
 * What only a host can do for a window. Kept apart from the questions about a book: these need
 * dialogs and files, and every host answers them in its own way.
 */
export interface HostQuestions {
  /** Ask where, and write the bytes there. Answers the path or name written, or null where the person changed their mind. */
  "files.save": { asks: { readonly name: string; readonly base64: string }; answers: string | null };
  /** Put a PNG picture on the clipboard. */
  "pictures.copy": { asks: { readonly base64: string }; answers: null };
}
