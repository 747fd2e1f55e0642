import { useMemo, useState } from "react";
import type { Book, Source } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import { planRemoveSource, planSource, refusalsOfSource, usesOfSource, type SourceDraft } from "#core/source-plans.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { useOutsideAfter } from "../lines/outside-after.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { ChoiceField, choicesOf, TextField } from "./Fields.tsx";
import { RemoveButton } from "./RemoveButton.tsx";
import { useSaving } from "./use-dialog.ts";

const NEW: SourceDraft = { title: "", kind: "presentation", published: null, rounding: "nearest" };

/** A published document: what it is called, when it was published, how it rounds. */
export function SourceDialog({ source: id }: { readonly source: string | null }) {
  const { actions, store } = useBookWindow();
  const { making } = useWords();
  const { source: words } = making;
  const state = useWindowState((now) => now);
  const book = state.edited.shown;
  const before = book.sources.find((source) => source.id === id) ?? null;
  const [draft, setDraft] = useState<SourceDraft>(() => draftOf(before));
  const [isUsed, setIsUsed] = useState(true);
  const { isTried, save } = useSaving();
  const refusals = refusalsOfSource(book, state.company, id, draft);
  const problem = (...whys: readonly (typeof refusals)[number][]): string | undefined => {
    const why = refusals.find((each) => whys.includes(each));
    return why !== undefined && isTried ? words.refusals[why] : undefined;
  };
  const change = (changed: Partial<SourceDraft>): void => setDraft((now) => ({ ...now, ...changed }));
  const { company } = state;
  const after = useMemo(() => bookAfter(book, company, id, draft), [book, company, id, draft]);
  const outside = useOutsideAfter(after);
  const use = id === null ? null : usesOfSource(book, id);
  const effects = effectsOf(before, draft, use?.facts ?? 0, words);
  if (outside !== null && outside.before !== outside.after) effects.push(making.outside(outside.before, outside.after));
  return (
    <FormDialog
      title={before === null ? words.add : words.edit(before.title)}
      className="source-dialog"
      submit={before === null ? making.add : making.save}
      canSubmit
      onSubmit={() =>
        save(
          refusals.length === 0,
          () => planSource(store.getState().edited.shown, company, id, draft),
          () => {
            const added = id === null && isUsed ? newestOf(store.getState().edited.shown.sources, book.sources) : null;
            if (added !== null) actions.chooseSource(added);
          },
        )
      }
      below={<Effects texts={effects} />}
      footer={before !== null && use !== null && <Removal source={before} />}
    >
      <div className="making-form">
        <TextField
          label={words.title}
          text={draft.title}
          problem={problem("no-title", "title-is-taken")}
          isFirst
          onText={(title) => change({ title })}
        />
        <div className="field-row">
          <TextField
            label={words.published}
            help={words.publishedHint}
            text={draft.published ?? ""}
            problem={problem("no-date")}
            onText={(text) => change({ published: text.trim() === "" ? null : text.normalize("NFKC").trim() })}
          />
          <ChoiceField
            label={words.kind}
            choices={choicesOf(words.kinds).filter(({ value }) => value !== "hand" || before?.kind === "hand")}
            chosen={draft.kind}
            onChoose={(kind) => change({ kind })}
          />
        </div>
        <ChoiceField
          label={words.rounding}
          choices={choicesOf(words.roundings)}
          chosen={draft.rounding}
          onChoose={(rounding) => change({ rounding })}
        />
        {before === null && (
          <label className="check-field">
            <input type="checkbox" checked={isUsed} onChange={({ target }) => setIsUsed(target.checked)} />
            {words.use}
          </label>
        )}
      </div>
    </FormDialog>
  );
}

const draftOf = (source: Source | null): SourceDraft =>
  source === null
    ? NEW
    : { title: source.title, kind: source.kind, published: source.published, rounding: source.rounding };

/** The book as it would be where the change of a source touches what its figures mean; else null. */
function bookAfter(book: Book, company: string, id: string | null, draft: SourceDraft): Book | null {
  const before = book.sources.find((source) => source.id === id);
  const isOfMeaning = draft.published !== before?.published || draft.rounding !== before.rounding;
  if (before === undefined || !isOfMeaning || refusalsOfSource(book, company, id, draft).length > 0) return null;
  const plan = planSource(book, company, id, draft);
  return plan === null ? null : applyChanges(book, plan.changes);
}

/** The source that is there now and was not before. */
const newestOf = (now: readonly Source[], before: readonly Source[]): string | null =>
  now.find(({ id }) => !before.some((each) => each.id === id))?.id ?? null;

interface EffectWords {
  readonly effects: { moves(count: number): string; rounds(count: number): string };
}

function effectsOf(before: Source | null, draft: SourceDraft, facts: number, { effects }: EffectWords): string[] {
  if (before === null || facts === 0) return [];
  return [
    ...(draft.published === before.published ? [] : [effects.moves(facts)]),
    ...(draft.rounding === before.rounding ? [] : [effects.rounds(facts)]),
  ];
}

function Effects({ texts }: { readonly texts: readonly string[] }) {
  const { lines } = useWords();
  if (texts.length === 0) return null;
  return (
    <section className="consequences" aria-live="polite">
      <h3>{lines.dialog.consequences}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

/** A way to take the source out, or why there is none. */
function Removal({ source }: { readonly source: Source }) {
  const { store } = useBookWindow();
  const { source: words } = useWords().making;
  const book = useWindowState(({ edited }) => edited.shown);
  const { facts, claims, notes, events } = usesOfSource(book, source.id);
  if (facts + claims > 0) return <span>{words.used(facts, claims)}</span>;
  return (
    <>
      <RemoveButton label={words.remove} plan={() => planRemoveSource(store.getState().edited.shown, source)} />
      {notes + events > 0 && <span>{words.loses(notes, events)}</span>}
    </>
  );
}
