import { useState } from "react";
import type { Affiliate, Printed } from "#core/book.ts";
import {
  holdersFor,
  particularsOf,
  planAffiliate,
  planRemoveAffiliate,
  type AffiliateDraft,
} from "#core/background-plans.ts";
import { parseAmount } from "#core/parse-amount.ts";
import { valueOf } from "#core/units.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { BothFields, ChoiceField, choicesOf, TextField } from "../making/Fields.tsx";
import { RemoveButton } from "../making/RemoveButton.tsx";
import { useSaving } from "../making/use-dialog.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { companyName, companyNameOf } from "../state/window-state.ts";
import { printedText } from "./group-chart.ts";

const THE_COMPANY = "";

/** A company of the group: what it is called, who holds how much of it. */
export function AffiliateDialog({ affiliate: id }: { readonly affiliate: string | null }) {
  const { store } = useBookWindow();
  const { making, sources } = useWords();
  const { group: said } = sources;
  const state = useWindowState((now) => now);
  const { language } = state.settings;
  const book = state.edited.shown;
  const before = book.affiliates.find((each) => each.id === id) ?? null;
  const [draft, setDraft] = useState<Omit<AffiliateDraft, "share">>(() => draftOf(before));
  const [share, setShare] = useState(before?.share == null ? "" : printedText(before.share));
  const { isTried, save } = useSaving();
  const read = shareOf(share);
  const hasName = draft.nameEn.trim() !== "" || draft.nameJa.trim() !== "";
  const change = (changed: Partial<AffiliateDraft>): void => setDraft((now) => ({ ...now, ...changed }));
  return (
    <FormDialog
      title={before === null ? said.add : said.edit(companyNameOf(before, language))}
      className="affiliate-dialog"
      submit={before === null ? making.add : making.save}
      canSubmit
      onSubmit={() =>
        save(hasName && read !== undefined, () =>
          read === undefined
            ? null
            : planAffiliate(store.getState().edited.shown, state.company, before, { ...draft, share: read }),
        )
      }
      footer={before !== null && <Removal affiliate={before} />}
    >
      <div className="making-form">
        <BothFields
          label={said.name}
          isFirst
          texts={{ en: draft.nameEn, ja: draft.nameJa }}
          problem={isTried && !hasName ? said.noName : undefined}
          onTexts={({ en: nameEn, ja: nameJa }) => change({ nameEn, nameJa })}
        />
        <div className="field-row three">
          <TextField
            label={said.share}
            hint={said.shareHint}
            text={share}
            problem={read === undefined ? said.noShare : undefined}
            onText={setShare}
          />
          <ChoiceField
            label={said.kind}
            choices={choicesOf(said.kinds)}
            chosen={draft.kind}
            onChoose={(kind) => change({ kind })}
          />
          <ChoiceField
            label={said.holder}
            choices={[
              { value: THE_COMPANY, text: companyName(state) },
              ...holdersFor(book, state.company, id).map((each) => ({
                value: each.id,
                text: companyNameOf(each, language),
              })),
            ]}
            chosen={draft.holder ?? THE_COMPANY}
            onChoose={(holder) => change({ holder: holder === THE_COMPANY ? null : holder })}
          />
        </div>
      </div>
    </FormDialog>
  );
}

function draftOf(affiliate: Affiliate | null): Omit<AffiliateDraft, "share"> {
  const { nameEn = "", nameJa = "", holder = null, kind = "consolidated" } = affiliate ?? {};
  return { nameEn, nameJa, holder, kind };
}

/** A share as printed; null where none is given, undefined where the text is none. */
function shareOf(text: string): Printed | null | undefined {
  if (text.trim() === "") return null;
  const read = parseAmount(text, "%");
  if ("problem" in read || read.stated === "does-not-exist") return undefined;
  const value = valueOf(read.stated, "%");
  return value >= 0 && value <= 1 ? read.stated : undefined;
}

function Removal({ affiliate }: { readonly affiliate: Affiliate }) {
  const { store } = useBookWindow();
  const { group: said } = useWords().sources;
  const book = useWindowState(({ edited }) => edited.shown);
  const facts = particularsOf(book, affiliate.company, affiliate.id).length;
  const held = book.affiliates.filter(({ holder }) => holder === affiliate.id).length;
  return (
    <>
      <RemoveButton label={said.remove} plan={() => planRemoveAffiliate(store.getState().edited.shown, affiliate)} />
      {facts + held > 0 && <span>{said.goes(facts, held)}</span>}
    </>
  );
}
