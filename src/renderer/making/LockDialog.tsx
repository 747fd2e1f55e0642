import { useState } from "react";
import { lockOn, planLock, planUnlock } from "#core/lock-rules.ts";
import { quarterEnding } from "#core/timeline.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { periodOf } from "../state/window-state.ts";
import { TextField } from "./Fields.tsx";
import { useSaving } from "./use-dialog.ts";

/** Locks the quarter that ends at a boundary, or opens it again, which needs a reason. */
export function LockDialog({ boundary }: { readonly boundary: number }) {
  const { store } = useBookWindow();
  const { locks: said } = useWords().making;
  const state = useWindowState((now) => now);
  const [reason, setReason] = useState("");
  const { isTried, save } = useSaving();
  const quarter = quarterEnding(boundary);
  const lock = lockOn(state.edited.shown.locks, state.company, quarter);
  const period = periodOf(state, quarter);
  const isMissing = lock !== null && reason.trim() === "";
  return (
    <FormDialog
      title={lock === null ? said.lockTitle(period) : said.unlockTitle(period)}
      className="lock-dialog"
      submit={lock === null ? said.submitLock : said.submitUnlock}
      canSubmit
      onSubmit={() =>
        save(!isMissing, () =>
          lock === null
            ? planLock(store.getState().edited.shown, state.company, boundary, reason)
            : planUnlock(lock, reason),
        )
      }
    >
      <p>{lock === null ? said.lockText : said.locked(lock.text)}</p>
      <TextField
        label={said.why}
        hint={lock === null ? said.whyLock : said.whyUnlock}
        text={reason}
        problem={isTried && isMissing ? said.noWhy : undefined}
        isFirst
        onText={setReason}
      />
    </FormDialog>
  );
}
