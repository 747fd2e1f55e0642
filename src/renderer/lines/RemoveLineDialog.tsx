import { useState } from "react";
import { consequencesOfRemoval } from "#core/line-consequences.ts";
import { planRemoveLine } from "#core/line-plans.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { companyName, findLine, labelOf } from "../state/window-state.ts";
import { namesText } from "./consequence-words.ts";
import { FormDialog } from "./FormDialog.tsx";
import { changeLines, takeOut } from "./line-actions.ts";

/** Says what goes with a line before it goes, and offers the milder way. */
export function RemoveLineDialog({ line }: { readonly line: string }) {
  const { store, actions } = useBookWindow();
  const words = useWords();
  const { removal } = words.lines;
  const state = useWindowState((now) => now);
  const [isAgreed, setIsAgreed] = useState(false);
  if (findLine(state, line) === undefined) return null;
  const { companies, figures, sources, claims, notes, breaks, children, formulas } = consequencesOfRemoval(
    state.edited.shown,
    line,
  );
  const label = (id: string): string => labelOf(state, id);
  const goes = [
    figures > 0 && removal.figures(figures, sources),
    claims > 0 && removal.claims(claims),
    notes > 0 && removal.notes(notes),
    breaks > 0 && removal.breaks(breaks),
  ].filter((text) => text !== false);
  const isUsedHere = state.edited.shown.companyLines.some((use) => use.company === state.company && use.line === line);
  const remove = (): void => {
    actions.closeDialog();
    void changeLines(actions, planRemoveLine(store.getState().edited.shown, line));
  };
  return (
    <FormDialog
      title={removal.title(label(line))}
      className="remove-line"
      submit={removal.remove}
      canSubmit={formulas.length === 0 || isAgreed}
      isDanger
      onSubmit={remove}
      footer={
        isUsedHere && (
          <button
            type="button"
            className="text-button"
            title={removal.takeOutHint}
            onClick={() => {
              actions.closeDialog();
              takeOut(actions, store.getState(), line);
            }}
          >
            {removal.takeOut(companyName(state))}
          </button>
        )
      }
    >
      {goes.length > 0 && (
        <>
          <p>{removal.goes}</p>
          <ul className="removal-list">
            {goes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {goes.length === 0 && formulas.length === 0 && <p>{removal.nothing}</p>}
      {companies > 1 && <p>{removal.companies(companies)}</p>}
      {children.length > 0 && <p>{removal.children(namesText(children, label, words))}</p>}
      {formulas.length > 0 && (
        <>
          <p>{removal.formulas(formulas.length)}</p>
          <ul className="removal-list removal-formulas">
            {formulas.map(({ line: id, becomes }) => (
              <li key={id}>{becomes === null ? removal.goesToo(label(id)) : removal.becomes(label(id), becomes)}</li>
            ))}
          </ul>
          <label className="check-field">
            <input type="checkbox" checked={isAgreed} onChange={({ target }) => setIsAgreed(target.checked)} />
            {removal.agree}
          </label>
        </>
      )}
      <p className="removal-undo">{removal.undo}</p>
    </FormDialog>
  );
}
