import { useId, useState } from "react";
import type { Line } from "#core/book.ts";
import type { LineRefusal } from "#core/line-consequences.ts";
import { Field, TextField } from "../making/Fields.tsx";
import { useWindowState, useWords } from "../state/book-window.ts";
import { companyName, labelOf } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { parentsFor, unitNamed, unitsIn, type LineFields } from "./line-draft.ts";

type Why = LineRefusal["why"];

interface LineFormProps {
  readonly line: string | null;
  readonly fields: LineFields;
  /** The name in formulas, also where it is made from the label. */
  readonly id: string;
  readonly problems: ReadonlyMap<Why, string>;
  readonly onChange: (change: Partial<LineFields>) => void;
}

const KINDS: readonly Line["kind"][] = ["flow", "stock", "ratio"];

/** The fields of a line. What is wrong stands under its field. */
export function LineForm({ line, fields, id, problems, onChange }: LineFormProps) {
  const words = useWords();
  const { dialog } = words.lines;
  const state = useWindowState((now) => now);
  const units = useId();
  // As it is typed: the book has units in words of its own.
  const [unit, setUnit] = useState(() => unitLabel(fields.unit, words));
  const { sections, companies } = state.edited.shown;
  const isJapanese = state.settings.language === "ja";
  const labels = (isJapanese ? ["ja", "en"] : ["en", "ja"]) as readonly ("en" | "ja")[];
  const of = (...whys: readonly Why[]): string | undefined =>
    whys.map((why) => problems.get(why)).find((text) => text !== undefined);
  const hasOwn = line !== null && (companies.length > 1 || fields.ownEn !== "" || fields.ownJa !== "");
  return (
    <div className="line-form">
      {labels.map((language, index) => (
        <TextField
          key={language}
          label={language === "en" ? dialog.labelEn : dialog.labelJa}
          language={language}
          text={language === "en" ? fields.labelEn : fields.labelJa}
          problem={index === 0 ? of("no-label") : undefined}
          isFirst={index === 0}
          onText={(text) => onChange(language === "en" ? { labelEn: text } : { labelJa: text })}
        />
      ))}
      {hasOwn && (
        <fieldset className="own-labels">
          <legend>{dialog.ownLabels(companyName(state))}</legend>
          {labels.map((language) => (
            <input
              key={language}
              type="text"
              lang={language}
              aria-label={language === "en" ? dialog.labelEn : dialog.labelJa}
              placeholder={language === "en" ? fields.labelEn : fields.labelJa}
              value={language === "en" ? fields.ownEn : fields.ownJa}
              onChange={({ target }) => onChange(language === "en" ? { ownEn: target.value } : { ownJa: target.value })}
            />
          ))}
        </fieldset>
      )}
      <div className="field-row">
        <Field label={dialog.section}>
          {(control) => (
            <select
              id={control}
              value={fields.section}
              onChange={({ target }) => onChange({ section: target.value, parent: null })}
            >
              {sections
                .toSorted((a, b) => a.position - b.position)
                .map((section) => (
                  <option key={section.id} value={section.id}>
                    {isJapanese ? section.labelJa : section.labelEn}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Field label={dialog.parent} problem={of("under-itself")}>
          {(control) => (
            <select
              id={control}
              value={fields.parent ?? ""}
              onChange={({ target }) => onChange({ parent: target.value === "" ? null : target.value })}
            >
              <option value="">{dialog.noParent}</option>
              {parentsFor(state, line, fields.section).map((parent) => (
                <option key={parent.id} value={parent.id}>
                  {labelOf(state, parent.id)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <fieldset className="kind-choice">
        <legend>{dialog.kind}</legend>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" checked={fields.kind === kind} onChange={() => onChange({ kind })} />
            <span className="kind-name">{dialog.kinds[kind]}</span>
            <span className="kind-hint">{dialog.kindHints[kind]}</span>
          </label>
        ))}
        <Problem text={of("figures-elsewhere", "formulas-break")} />
      </fieldset>
      <div className="field-row">
        <TextField
          label={dialog.unit}
          hint={dialog.unitHint}
          list={units}
          text={unit}
          problem={of("no-unit")}
          onText={(text) => {
            setUnit(text);
            onChange({ unit: unitNamed(state, text) });
          }}
        />
        <TextField
          label={dialog.id}
          hint={line === null ? dialog.idHint : undefined}
          isCode
          text={fields.id ?? (fields.labelEn === "" && fields.labelJa === "" ? "" : id)}
          problem={of("id-is-no-name", "id-is-taken")}
          onText={(text) => onChange({ id: text === "" && line === null ? null : text })}
        />
      </div>
      <datalist id={units}>
        {unitsIn(state).map((each) => (
          <option key={each} value={unitLabel(each, words)} />
        ))}
      </datalist>
      <TextField
        label={dialog.formula}
        hint={dialog.formulaHint}
        isCode
        text={fields.formula}
        problem={of("formula")}
        onText={(formula) => onChange({ formula })}
      />
      <Field label={dialog.note}>
        {(control) => (
          <textarea
            id={control}
            rows={2}
            value={fields.note}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function Problem({ id, text }: { readonly id?: string; readonly text: string | undefined }) {
  return (
    <p id={id} className="field-problem" aria-live="polite">
      {text ?? ""}
    </p>
  );
}
