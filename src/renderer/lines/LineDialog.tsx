import { useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { applyChanges } from "#core/changes.ts";
import { consequencesOfLine, type LineRefusal } from "#core/line-consequences.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { labelOf, type WindowState } from "../state/window-state.ts";
import { refusalText } from "./consequence-words.ts";
import { Consequences } from "./Consequences.tsx";
import { FormDialog } from "./FormDialog.tsx";
import { LineForm } from "./LineForm.tsx";
import { changeLines } from "./line-actions.ts";
import { draftOf, fieldsOf, planOfEdit, planOfNew, type LineFields } from "./line-draft.ts";
import { useOutsideAfter } from "./outside-after.ts";
import { lineInHand } from "./sheet-rows.ts";

/** What is only said once somebody wants to save: an empty field is no mistake yet. */
const LATE: readonly LineRefusal["why"][] = ["no-label", "no-unit"];

/** Adds a line, or changes what is said of one; the consequences stand below before anything is saved. */
export function LineDialog({ line }: { readonly line: string | null }) {
  const { store, actions } = useBookWindow();
  const words = useWords();
  const { dialog } = words.lines;
  const state = useWindowState((now) => now);
  const { company } = state;
  const book = state.edited.shown;
  const [fields, setFields] = useState(() => fieldsOf(store.getState(), line));
  const [isTried, setIsTried] = useState(false);
  const draft = useMemo(() => draftOf(book, line, fields), [book, line, fields]);
  const { refusals, effects } = useMemo(() => consequencesOfLine(book, line, draft), [book, line, draft]);
  const isOfMeaning = effects.some(({ what }) => what === "kind" || what === "unit" || what.startsWith("formula"));
  const after = useMemo(
    () => (line === null || !isOfMeaning ? null : applyChanges(book, planOfEdit(book, company, line, fields).changes)),
    [book, company, line, fields, isOfMeaning],
  );
  const outside = useOutsideAfter(after);
  const said = refusals.filter(({ why }) => isTried || !LATE.includes(why));
  const problems = new Map(
    said.map((refusal) => [
      refusal.why,
      refusalText(refusal, draft.id, (id) => labelOf(state, id), words, state.settings.language),
    ]),
  );

  const save = (): void => {
    setIsTried(true);
    if (refusals.length > 0) return;
    const now = store.getState();
    const shown = now.edited.shown;
    const plan =
      line === null ? planOfNew(shown, company, fields, lineInHand(now)) : planOfEdit(shown, company, line, fields);
    void changeLines(actions, plan).then((isDone) => {
      // Refused: what was typed stays, and the notice behind says why.
      if (!isDone) return;
      // At once: a dialog that closes gives the focus back to where it was.
      flushSync(actions.closeDialog);
      follow(now, draft.id);
    });
  };

  /** The sheet and the cell in hand go on with the line, also under its new name; a new line is gone to. */
  const follow = ({ sheet, focused }: WindowState, id: string): void => {
    const renamed = (ids: readonly string[]): string[] => ids.map((each) => (each === line ? id : each));
    if (line !== null && line !== id)
      actions.changeSheet({ folded: renamed(sheet.folded), hiddenLines: renamed(sheet.hiddenLines) });
    if (focused !== null && line !== id && (line === null || focused.line === line))
      actions.goTo({ line: id, span: focused.span });
  };

  const change = (changed: Partial<LineFields>): void => setFields((before) => ({ ...before, ...changed }));
  return (
    <FormDialog
      title={line === null ? dialog.add : dialog.edit(labelOf(state, line))}
      className="line-dialog"
      submit={line === null ? dialog.addIt : dialog.save}
      canSubmit
      onSubmit={save}
      below={<Consequences effects={effects} outside={outside} />}
    >
      <LineForm line={line} fields={fields} id={draft.id} problems={problems} onChange={change} />
    </FormDialog>
  );
}
