import type { ReactNode } from "react";
import { useWindowState } from "./state/book-window.ts";
import type { Dialog } from "./state/window-state.ts";

/** What stands in front of the window, one line for each kind. */
export function Dialogs() {
  const dialog = useWindowState((state) => state.dialog);
  return dialog === null ? null : contentOf(dialog);
}

function contentOf({ kind }: Dialog): ReactNode {
  switch (kind) {
    default:
      return null;
  }
}
