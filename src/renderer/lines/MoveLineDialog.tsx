import { planMoveLine, type LineSpot } from "#core/line-plans.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { labelOf } from "../state/window-state.ts";
import { Consequences } from "./Consequences.tsx";
import { FormDialog } from "./FormDialog.tsx";
import { changeLines, effectsOfMove } from "./line-actions.ts";

/** Asks before a move that changes more than the order. */
export function MoveLineDialog({ line, spot }: { readonly line: string; readonly spot: LineSpot }) {
  const { actions } = useBookWindow();
  const { lines } = useWords();
  const state = useWindowState((now) => now);
  const plan = planMoveLine(state.edited.shown, state.company, line, spot);
  if (plan === null) return null;
  return (
    <FormDialog
      title={lines.move.title(labelOf(state, line))}
      className="move-line"
      submit={lines.move.move}
      canSubmit
      onSubmit={() => {
        actions.closeDialog();
        void changeLines(actions, plan);
      }}
      below={<Consequences effects={effectsOfMove(state.edited.shown, line, plan, spot)} outside={null} />}
    />
  );
}
