import { useState } from "react";
import { planParticular, planRemoveParticular } from "#core/background-plans.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { BothFields, type InBoth } from "../making/Fields.tsx";
import { RemoveButton } from "../making/RemoveButton.tsx";
import { useSaving } from "../making/use-dialog.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";

interface ParticularDialogProps {
  readonly affiliate: string | null;
  readonly particular: string | null;
}

/** A line of a company's overview: its seat, its capital. */
export function ParticularDialog({ affiliate, particular: id }: ParticularDialogProps) {
  const { store } = useBookWindow();
  const { making, sources } = useWords();
  const { facts: said } = sources;
  const state = useWindowState((now) => now);
  const { company } = state;
  const before = state.edited.shown.particulars.find((each) => each.id === id) ?? null;
  const [labels, setLabels] = useState<InBoth>({ en: before?.labelEn ?? "", ja: before?.labelJa ?? "" });
  const [texts, setTexts] = useState<InBoth>({ en: before?.textEn ?? "", ja: before?.textJa ?? "" });
  const { isTried, save } = useSaving();
  const has = ({ en, ja }: InBoth): boolean => en.trim() !== "" || ja.trim() !== "";
  return (
    <FormDialog
      title={before === null ? said.add : said.edit}
      className="particular-dialog"
      submit={before === null ? making.add : making.save}
      canSubmit
      onSubmit={() =>
        save(has(labels) && has(texts), () =>
          planParticular(store.getState().edited.shown, { company, affiliate }, before, {
            labelEn: labels.en.trim(),
            labelJa: labels.ja.trim(),
            textEn: texts.en.trim(),
            textJa: texts.ja.trim(),
          }),
        )
      }
      footer={before !== null && <RemoveButton label={said.remove} plan={() => planRemoveParticular(before)} />}
    >
      <div className="making-form">
        <BothFields
          label={said.label}
          isFirst
          texts={labels}
          problem={isTried && !has(labels) ? said.noLabel : undefined}
          onTexts={setLabels}
        />
        <BothFields
          label={said.text}
          isLong
          texts={texts}
          problem={isTried && !has(texts) ? said.noText : undefined}
          onTexts={setTexts}
        />
      </div>
    </FormDialog>
  );
}
