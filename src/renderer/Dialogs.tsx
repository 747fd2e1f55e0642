import type { ReactNode } from "react";
import { FindBar } from "./find/FindBar.tsx";
import { GoBox } from "./find/GoBox.tsx";
import { CompanyLinesDialog } from "./lines/CompanyLinesDialog.tsx";
import { LineDialog } from "./lines/LineDialog.tsx";
import { MoveLineDialog } from "./lines/MoveLineDialog.tsx";
import { RemoveLineDialog } from "./lines/RemoveLineDialog.tsx";
import { MakingDialogs } from "./making/MakingDialogs.tsx";
import { ContextMenu } from "./menu/ContextMenu.tsx";
import { NoteBox } from "./notes/NoteBox.tsx";
import { PageLinesDialog } from "./pages/PageLinesDialog.tsx";
import { CheatSheet } from "./palette/CheatSheet.tsx";
import { Palette } from "./palette/Palette.tsx";
import { ChartLineBox } from "./trends/ChartLineBox.tsx";
import { useWindowState } from "./state/book-window.ts";
import type { Dialog } from "./state/window-state.ts";

/** What stands in front of the window, one line for each kind. */
export function Dialogs() {
  const dialog = useWindowState((state) => state.dialog);
  return dialog === null ? null : contentOf(dialog);
}

function contentOf(dialog: Dialog): ReactNode {
  switch (dialog.kind) {
    case "palette":
      return <Palette />;
    case "cheat-sheet":
      return <CheatSheet />;
    case "find":
      return <FindBar />;
    case "go":
      return <GoBox />;
    case "note":
      return <NoteBox key={JSON.stringify(dialog)} on={dialog} />;
    case "line":
      return <LineDialog line={dialog.line} />;
    case "lines":
      return <CompanyLinesDialog />;
    case "page-lines":
      return <PageLinesDialog page={dialog.page} />;
    case "remove-line":
      return <RemoveLineDialog line={dialog.line} />;
    case "move-line":
      return <MoveLineDialog line={dialog.line} spot={dialog.spot} />;
    case "chart-line":
      return <ChartLineBox />;
    case "context-menu":
      return <ContextMenu at={dialog.at} of={dialog.of} />;
    default:
      return <MakingDialogs key={JSON.stringify(dialog)} dialog={dialog} />;
  }
}
