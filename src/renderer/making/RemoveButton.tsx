import type { RowPlan } from "#core/row-plans.ts";
import { useBookWindow } from "../state/book-window.ts";

/** At the foot of a dialog: takes away what the dialog is about. Undo brings it back, so it does not ask. */
export function RemoveButton({ label, plan }: { readonly label: string; readonly plan: () => RowPlan | null }) {
  const { actions } = useBookWindow();
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => {
        const planned = plan();
        if (planned === null) return;
        void actions.changeRows(planned.changes, planned.deed).then((isDone) => {
          if (isDone) actions.closeDialog();
        });
      }}
    >
      {label}
    </button>
  );
}
