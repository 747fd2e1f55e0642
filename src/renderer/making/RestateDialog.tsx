import { useState } from "react";
import type { Fact } from "#core/book.ts";
import { planRestated, wouldBeInForce } from "#core/restatement-plans.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { factText, measureIn } from "../state/figure-text.ts";
import type { Place } from "../state/place.ts";
import { readTypedAt, typingNote } from "../state/typed-figure.ts";
import { figuresIn, labelOf, periodOf } from "../state/window-state.ts";
import { ChoiceField, TextField } from "./Fields.tsx";
import { documentsIn, sourceIn, sourceText } from "./sources-in-view.ts";
import { useSaving } from "./use-dialog.ts";

/** What a later source says of a figure that is there: it goes beside the earlier one. */
export function RestateDialog({ place }: { readonly place: Place }) {
  const state = useWindowState((now) => now);
  const fact = figuresIn(state).reportedAt(place.line, place.span);
  return fact === null ? null : <Restating place={place} fact={fact} />;
}

function Restating({ place, fact }: { readonly place: Place; readonly fact: Fact }) {
  const { actions, store } = useBookWindow();
  const words = useWords();
  const { restate: said } = words.making;
  const state = useWindowState((now) => now);
  const book = state.edited.shown;
  const of = measureIn(state, place.line);
  const documents = documentsIn(state).filter(({ id }) => id !== fact.source);
  const [text, setText] = useState("");
  const [source, setSource] = useState(() => firstOf(documents, sourceIn(store.getState())));
  const [page, setPage] = useState("");
  const { isTried, save } = useSaving();
  const amount = readTypedAt(state, place, text);
  const note = typingNote(state, place, text);
  const chosen = documents.find(({ id }) => id === source);
  const inForce = book.sources.find(({ id }) => id === fact.source);
  const isBehind = chosen !== undefined && !wouldBeInForce(book, fact, chosen.id);
  return (
    <FormDialog
      title={said.title(words.deeds.cell(labelOf(state, place.line), periodOf(state, place.span)))}
      className="restate-dialog"
      submit={said.submit}
      canSubmit={documents.length > 0}
      onSubmit={() =>
        save(!("problem" in amount) && chosen !== undefined, () =>
          "problem" in amount
            ? null
            : planRestated(store.getState().edited.shown, fact, {
                source,
                stated: amount.stated,
                text: amount.text,
                page,
              }),
        )
      }
      footer={
        <button type="button" className="text-button" onClick={() => actions.show({ kind: "source", source: null })}>
          {said.addSource}
        </button>
      }
    >
      <p>{said.inForce(factText(state, fact, of), inForce === undefined ? "" : sourceText(state, inForce))}</p>
      {documents.length === 0 ? (
        <p>{said.noSource}</p>
      ) : (
        <div className="making-form">
          <TextField
            label={said.figure}
            isFirst
            text={text}
            problem={"problem" in amount && (isTried || text !== "") ? words.amounts[amount.problem.code] : undefined}
            onText={setText}
          />
          {note !== "" && (
            <p className="making-note" role="status">
              {note}
            </p>
          )}
          <div className="field-row">
            <ChoiceField
              label={said.source}
              choices={documents.map((each) => ({ value: each.id, text: sourceText(state, each) }))}
              chosen={source}
              onChoose={setSource}
            />
            <TextField label={said.page} text={page} onText={setPage} />
          </div>
          <p className="making-note" role="status">
            {isBehind && inForce !== undefined ? said.staysBehind(sourceText(state, inForce)) : ""}
          </p>
        </div>
      )}
    </FormDialog>
  );
}

/** The source that new figures go to where it is among them, else the latest. */
const firstOf = (documents: readonly { readonly id: string }[], wanted: string | null): string =>
  (documents.find(({ id }) => id === wanted) ?? documents[0])?.id ?? "";
