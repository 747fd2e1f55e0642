import { useState } from "react";
import { BASES, SCOPES, type Note } from "#core/book.ts";
import { planComment, planRemoveComment, refusalsOfComment, type CommentDraft } from "#core/comment-plans.ts";
import { parsePeriod } from "#core/period-labels.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { BothFields, ChoiceField, TextField } from "../making/Fields.tsx";
import { RemoveButton } from "../making/RemoveButton.tsx";
import { documentsIn, sourceText } from "../making/sources-in-view.ts";
import { useSaving } from "../making/use-dialog.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { companyOf, lineRowsIn, periodOf, type WindowState } from "../state/window-state.ts";

const NONE = "";

/** Commentary on a period, a line, or a line in a period. */
export function CommentDialog({ note: id }: { readonly note: string | null }) {
  const { store } = useBookWindow();
  const { making, sources, bar } = useWords();
  const { comment: said } = sources;
  const state = useWindowState((now) => now);
  const before = state.edited.shown.notes.find((note) => note.id === id) ?? null;
  const [period, setPeriod] = useState(() => (before?.span == null ? "" : periodOf(store.getState(), before.span)));
  const [draft, setDraft] = useState<Omit<CommentDraft, "span">>(() => draftOf(before));
  const { isTried, save } = useSaving();
  const read = period.trim() === "" ? { span: null } : parsePeriod(period, companyOf(state));
  const refusals = "span" in read ? refusalsOfComment({ ...draft, span: read.span }) : [];
  const change = (changed: Partial<CommentDraft>): void => setDraft((now) => ({ ...now, ...changed }));
  return (
    <FormDialog
      title={before === null ? said.add : said.edit}
      className="comment-dialog"
      submit={before === null ? making.add : making.save}
      canSubmit
      onSubmit={() =>
        save("span" in read && refusals.length === 0, () =>
          "span" in read
            ? planComment(store.getState().edited.shown, state.company, before, { ...draft, span: read.span })
            : null,
        )
      }
      footer={before !== null && <RemoveButton label={said.remove} plan={() => planRemoveComment(before)} />}
    >
      <div className="making-form">
        <div className="field-row">
          <TextField
            label={said.period}
            hint={said.periodHint}
            text={period}
            isFirst
            problem={
              "problem" in read
                ? making.periodProblems[read.problem]
                : isTried && refusals.includes("no-subject")
                  ? said.noSubject
                  : undefined
            }
            onText={setPeriod}
          />
          <ChoiceField
            label={said.line}
            choices={[{ value: NONE, text: said.noLine }, ...lineChoices(state)]}
            chosen={draft.line ?? NONE}
            onChoose={(line) => change({ line: line === NONE ? null : line })}
          />
        </div>
        <BothFields
          label={said.text}
          isLong
          texts={{ en: draft.textEn, ja: draft.textJa }}
          problem={isTried && refusals.includes("no-text") ? said.noText : undefined}
          onTexts={({ en: textEn, ja: textJa }) => change({ textEn, textJa })}
        />
        <div className="field-row three">
          <ChoiceField
            label={said.source}
            choices={[
              { value: NONE, text: said.noSource },
              ...documentsIn(state).map((source) => ({ value: source.id, text: sourceText(state, source) })),
            ]}
            chosen={draft.source ?? NONE}
            onChoose={(source) => change({ source: source === NONE ? null : source })}
          />
          <ChoiceField
            label={said.scope}
            choices={[
              { value: NONE, text: said.bothScopes },
              ...SCOPES.map((scope) => ({ value: scope, text: bar.scopes[scope] })),
            ]}
            chosen={draft.scope ?? NONE}
            onChoose={(scope) => change({ scope: SCOPES.find((each) => each === scope) ?? null })}
          />
          <ChoiceField
            label={said.basis}
            choices={[
              { value: NONE, text: said.anyBasis },
              ...BASES.map((basis) => ({ value: basis, text: making.basis.names[basis] })),
            ]}
            chosen={draft.basis ?? NONE}
            onChoose={(basis) => change({ basis: BASES.find((each) => each === basis) ?? null })}
          />
        </div>
      </div>
    </FormDialog>
  );
}

function draftOf(note: Note | null): Omit<CommentDraft, "span"> {
  const { line = null, source = null, textEn = "", textJa = "", scope = null, basis = null } = note ?? {};
  return { line, source, textEn, textJa, scope, basis };
}

const lineChoices = (state: WindowState): { value: string; text: string }[] =>
  [...lineRowsIn(state).values()].map(({ id, labelEn, labelJa }) => ({
    value: id,
    text: state.settings.language === "ja" ? labelJa || labelEn : labelEn || labelJa,
  }));
