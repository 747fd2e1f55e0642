import { useState } from "react";
import type { Event } from "#core/book.ts";
import { planEvent, planRemoveEvent, type EventDraft } from "#core/background-plans.ts";
import { isDate } from "#core/source-plans.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { BothFields, ChoiceField, choicesOf, TextField } from "../making/Fields.tsx";
import { RemoveButton } from "../making/RemoveButton.tsx";
import { documentsIn, sourceText } from "../making/sources-in-view.ts";
import { useSaving } from "../making/use-dialog.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";

const NONE = "";

const NEW: EventDraft = {
  date: "",
  kind: "service",
  titleEn: "",
  titleJa: "",
  fieldEn: "",
  fieldJa: "",
  textEn: "",
  textJa: "",
  source: null,
};

/** Something that happened on a day: a service introduced, a company founded. */
export function EventDialog({ event: id }: { readonly event: string | null }) {
  const { store } = useBookWindow();
  const { making, sources } = useWords();
  const { event: said } = sources;
  const state = useWindowState((now) => now);
  const before = state.edited.shown.events.find((event) => event.id === id) ?? null;
  const [draft, setDraft] = useState<EventDraft>(() => (before === null ? NEW : draftOf(before)));
  const { isTried, save } = useSaving();
  const hasTitle = draft.titleEn.trim() !== "" || draft.titleJa.trim() !== "";
  const change = (changed: Partial<EventDraft>): void => setDraft((now) => ({ ...now, ...changed }));
  return (
    <FormDialog
      title={before === null ? said.add : said.edit}
      className="event-dialog"
      submit={before === null ? making.add : making.save}
      canSubmit
      onSubmit={() =>
        save(isDate(draft.date) && hasTitle, () =>
          planEvent(store.getState().edited.shown, state.company, before, draft),
        )
      }
      footer={before !== null && <RemoveButton label={said.remove} plan={() => planRemoveEvent(before)} />}
    >
      <div className="making-form">
        <div className="field-row">
          <TextField
            label={said.date}
            hint={said.dateHint}
            isFirst
            text={draft.date}
            problem={isTried && !isDate(draft.date) ? said.noDate : undefined}
            onText={(date) => change({ date: date.normalize("NFKC").trim() })}
          />
          <ChoiceField
            label={said.kind}
            choices={choicesOf(said.kinds)}
            chosen={draft.kind}
            onChoose={(kind) => change({ kind })}
          />
        </div>
        <BothFields
          label={said.title}
          texts={{ en: draft.titleEn, ja: draft.titleJa }}
          problem={isTried && !hasTitle ? said.noTitle : undefined}
          onTexts={({ en: titleEn, ja: titleJa }) => change({ titleEn, titleJa })}
        />
        <BothFields
          label={said.field}
          texts={{ en: draft.fieldEn, ja: draft.fieldJa }}
          onTexts={({ en: fieldEn, ja: fieldJa }) => change({ fieldEn, fieldJa })}
        />
        <BothFields
          label={said.text}
          isLong
          texts={{ en: draft.textEn, ja: draft.textJa }}
          onTexts={({ en: textEn, ja: textJa }) => change({ textEn, textJa })}
        />
        <ChoiceField
          label={sources.filterSource}
          choices={[
            { value: NONE, text: sources.comment.noSource },
            ...documentsIn(state).map((source) => ({ value: source.id, text: sourceText(state, source) })),
          ]}
          chosen={draft.source ?? NONE}
          onChoose={(source) => change({ source: source === NONE ? null : source })}
        />
      </div>
    </FormDialog>
  );
}

function draftOf({ date, kind, titleEn, titleJa, fieldEn, fieldJa, textEn, textJa, source }: Event): EventDraft {
  return { date, kind, titleEn, titleJa, fieldEn, fieldJa, textEn, textJa, source };
}
