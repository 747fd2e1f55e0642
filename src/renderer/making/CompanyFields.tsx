import { useId } from "react";
import type { CompanyDraft, CompanyRefusal } from "#core/company-plans.ts";
import { useWindowState, useWords } from "../state/book-window.ts";
import { CURRENCIES, exampleText, monthChoices } from "./company-fields.ts";
import { ChoiceField, choicesOf, TextField } from "./Fields.tsx";

interface CompanyFieldsProps {
  readonly draft: CompanyDraft;
  readonly problem: (...whys: readonly CompanyRefusal[]) => string | undefined;
  readonly onChange: (changed: Partial<CompanyDraft>) => void;
}

/** A company's names, how it counts its years, and what its amounts are in. */
export function CompanyFields({ draft, problem, onChange }: CompanyFieldsProps) {
  const { company: words } = useWords().making;
  const state = useWindowState((now) => now);
  const currencies = useId();
  const isJapanese = state.settings.language === "ja";
  const names = isJapanese ? (["ja", "en"] as const) : (["en", "ja"] as const);
  const scales = choicesOf<string>(words.scales);
  return (
    <>
      <div className="field-row">
        {names.map((language, index) => (
          <TextField
            key={language}
            label={language === "en" ? words.nameEn : words.nameJa}
            language={language}
            text={language === "en" ? draft.nameEn : draft.nameJa}
            problem={index === 0 ? problem("no-name", "name-is-taken") : undefined}
            isFirst={index === 0}
            onText={(text) => onChange(language === "en" ? { nameEn: text } : { nameJa: text })}
          />
        ))}
      </div>
      <div className="field-row">
        <ChoiceField
          label={words.yearEnd}
          choices={monthChoices(state)}
          chosen={String(draft.yearEndMonth)}
          problem={problem("year-end-has-figures")}
          onChoose={(month) => onChange({ yearEndMonth: Number(month) })}
        />
        <ChoiceField
          label={words.naming}
          choices={choicesOf(words.namings)}
          chosen={draft.fyNamedBy}
          onChoose={(fyNamedBy) => onChange({ fyNamedBy })}
        />
      </div>
      <p className="making-note" role="status">
        {exampleText(state, draft)}
      </p>
      <div className="field-row">
        <TextField
          label={words.currency}
          list={currencies}
          text={draft.currency}
          problem={problem("no-currency")}
          onText={(text) => onChange({ currency: text.normalize("NFKC").trim().toUpperCase() })}
        />
        <datalist id={currencies}>
          {CURRENCIES.map((currency) => (
            <option key={currency} value={currency} />
          ))}
        </datalist>
        <ChoiceField
          label={words.scale}
          choices={
            scales.some(({ value }) => value === draft.scale)
              ? scales
              : [...scales, { value: draft.scale, text: draft.scale }]
          }
          chosen={draft.scale}
          onChoose={(scale) => onChange({ scale })}
        />
      </div>
    </>
  );
}
