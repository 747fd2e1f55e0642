import { useState } from "react";
import { breakAt, planBreak, planRemoveBreak } from "#core/break-plans.ts";
import { parsePeriod } from "#core/period-labels.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { companyOf, lineRowsIn, periodOf } from "../state/window-state.ts";
import { BothFields, ChoiceField, TextField } from "./Fields.tsx";
import type { MakingDialog } from "./making-dialog.ts";
import { RemoveButton } from "./RemoveButton.tsx";
import { useSaving } from "./use-dialog.ts";

const EVERY_LINE = "";

/** From which period on a series is not comparable with what was before. */
export function BreakDialog({ id, line, boundary }: Extract<MakingDialog, { readonly kind: "break" }>) {
  const { store } = useBookWindow();
  const { making } = useWords();
  const { breaks: said } = making;
  const state = useWindowState((now) => now);
  const book = state.edited.shown;
  const before = book.breaks.find((each) => each.id === id) ?? null;
  const first = { start: before?.boundary ?? boundary, length: 1 };
  const [period, setPeriod] = useState(() => periodOf(store.getState(), first));
  const [of, setOf] = useState(before === null ? (line ?? EVERY_LINE) : (before.line ?? EVERY_LINE));
  const [texts, setTexts] = useState({ en: before?.textEn ?? "", ja: before?.textJa ?? "" });
  const { isTried, save } = useSaving();
  const read = parsePeriod(period, companyOf(state));
  const hasText = texts.en.trim() !== "" || texts.ja.trim() !== "";
  const wanted = of === EVERY_LINE ? null : of;
  const there = "span" in read ? breakAt(book, state.company, wanted, read.span.start) : null;
  const rows = [...lineRowsIn(state).values()];
  const isJapanese = state.settings.language === "ja";
  return (
    <FormDialog
      title={said.title}
      className="break-dialog"
      submit={before === null ? making.add : making.save}
      canSubmit
      onSubmit={() =>
        save("span" in read && hasText, () =>
          "problem" in read
            ? null
            : planBreak(store.getState().edited.shown, state.company, before ?? there, {
                line: wanted,
                boundary: read.span.start,
                textEn: texts.en.trim(),
                textJa: texts.ja.trim(),
              }),
        )
      }
      footer={before !== null && <RemoveButton label={said.remove} plan={() => planRemoveBreak(before)} />}
    >
      <div className="making-form">
        <div className="field-row">
          <TextField
            label={said.period}
            hint={periodOf(state, first)}
            text={period}
            problem={"problem" in read ? making.periodProblems[read.problem] : undefined}
            isFirst
            onText={setPeriod}
          />
          <ChoiceField
            label={said.lines}
            choices={[
              { value: EVERY_LINE, text: said.allLines },
              ...rows.map(({ id: value, labelEn, labelJa }) => ({
                value,
                text: isJapanese ? labelJa || labelEn : labelEn || labelJa,
              })),
            ]}
            chosen={of}
            problem={before === null && there !== null ? said.taken : undefined}
            onChoose={setOf}
          />
        </div>
        <BothFields
          label={said.why}
          texts={texts}
          isLong
          problem={isTried && !hasText ? said.noWhy : undefined}
          onTexts={setTexts}
        />
        <p className="making-note">{said.note}</p>
      </div>
    </FormDialog>
  );
}
