import { useState } from "react";
import { EMPTY_BOOK } from "#core/book.ts";
import { bookNameFrom, isBookName } from "#core/book-names.ts";
import { refusalsOfCompany, type CompanyDraft, type CompanyRefusal } from "#core/company-plans.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { useBookWindow, useWords } from "../state/book-window.ts";
import { faultText } from "../words/words.ts";
import { CompanyFields } from "./CompanyFields.tsx";
import { NEW_COMPANY } from "./company-fields.ts";
import { TextField } from "./Fields.tsx";
import { LineChecklist } from "./LineChecklist.tsx";
import { useBooks } from "./use-books.ts";
import { useStarter } from "./use-starter.ts";

/** A book from nothing: its first company, how it counts its years, and the lines it starts with. */
export function NewBookDialog() {
  const { actions } = useBookWindow();
  const words = useWords();
  const { book: said, company: companyWords } = words.making;
  const starter = useStarter();
  const books = useBooks();
  const [draft, setDraft] = useState<CompanyDraft>(NEW_COMPANY);
  const [typedName, setTypedName] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setIsTried] = useState(false);
  const [isMaking, setIsMaking] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const lines = (starter?.lines ?? []).map(({ id }) => id).filter((id) => !left.has(id));
  const name = (typedName ?? bookNameFrom(draft.nameEn || draft.nameJa)).trim();
  const refusals = refusalsOfCompany(EMPTY_BOOK, null, draft);
  const problem = (...whys: readonly CompanyRefusal[]): string | undefined => {
    const why = refusals.find((each) => whys.includes(each));
    return why !== undefined && isTried ? companyWords.refusals[why] : undefined;
  };
  const nameProblem = isBookName(name)
    ? refused === null
      ? undefined
      : faultText(refused, words)
    : typedName !== null || isTried
      ? said.noName
      : undefined;
  const make = (): void => {
    setIsTried(true);
    if (refusals.length > 0 || !isBookName(name) || starter === null) return;
    setIsMaking(true);
    void actions.createBook({ name, company: draft, lines }).then((code) => {
      setIsMaking(false);
      setRefused(code);
    });
  };
  return (
    <FormDialog
      title={said.title}
      className="new-book"
      submit={said.make}
      canSubmit={!isMaking && starter !== null}
      onSubmit={make}
      footer={
        <span className="new-book-place">
          {books !== null && (books.folder === null ? said.asked : said.in(placeIn(books.folder, name)))}
        </span>
      }
    >
      <div className="making-form">
        <CompanyFields
          draft={draft}
          problem={problem}
          onChange={(changed) => setDraft((now) => ({ ...now, ...changed }))}
        />
        <TextField
          label={said.name}
          text={typedName ?? name}
          problem={nameProblem}
          onText={(text) => {
            setTypedName(text);
            setRefused(null);
          }}
        />
        {starter !== null && (
          <LineChecklist
            sections={starter.sections}
            lines={starter.lines}
            chosen={new Set(lines)}
            onChosen={(chosen) => setLeft(new Set(starter.lines.map(({ id }) => id).filter((id) => !chosen.has(id))))}
          />
        )}
      </div>
    </FormDialog>
  );
}

/** The file in its folder, with the folder's own kind of slash. */
const placeIn = (folder: string, name: string): string =>
  `${folder}${folder.includes("\\") ? "\\" : "/"}${name === "" ? "…" : name}.kessan`;
