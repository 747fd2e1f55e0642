import { useState } from "react";
import type { Book, Line } from "#core/book.ts";
import {
  linesInOtherUnits,
  moneyUnit,
  planAddCompany,
  planEditCompany,
  refusalsOfCompany,
  type CompanyDraft,
  type CompanyRefusal,
  type StartingSet,
} from "#core/company-plans.ts";
import { rowsOf } from "#core/layout.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { companyNameOf } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { CompanyFields } from "./CompanyFields.tsx";
import { draftOf, NEW_COMPANY } from "./company-fields.ts";
import { ChoiceField } from "./Fields.tsx";
import { LineChecklist } from "./LineChecklist.tsx";
import { useSaving } from "./use-dialog.ts";
import { useStarter } from "./use-starter.ts";

/** Where the lines of a new company come from: a company of the book by its id, or the starting set. */
const STARTING_SET = "";
const NOTHING: StartingSet = { sections: [], lines: [] };

/** Adds a company to the book, or changes what is said of one. */
export function CompanyDialog({ company: id }: { readonly company: string | null }) {
  const { actions, store } = useBookWindow();
  const { making } = useWords();
  const { company: words } = making;
  const state = useWindowState((now) => now);
  const book = state.edited.shown;
  const before = book.companies.find((company) => company.id === id) ?? null;
  const [draft, setDraft] = useState<CompanyDraft>(() => (before === null ? NEW_COMPANY : draftOf(before)));
  const lines = useNewLines(book, state.company, moneyUnit(draft));
  const { isTried, save } = useSaving();
  const refusals = refusalsOfCompany(book, id, draft);
  const problem = (...whys: readonly CompanyRefusal[]): string | undefined => {
    const why = refusals.find((each) => whys.includes(each));
    // An empty field is no mistake yet; a year-end that cannot be is one at once.
    return why !== undefined && (isTried || why === "year-end-has-figures") ? words.refusals[why] : undefined;
  };
  const plan = () => {
    const now = store.getState().edited.shown;
    return id === null ? planAddCompany(now, draft, lines.starter, lines.wanted) : planEditCompany(now, id, draft);
  };
  const added = (): void => {
    const now = store
      .getState()
      .edited.shown.companies.find(({ id: each }) => !book.companies.some((c) => c.id === each));
    if (id === null && now !== undefined) actions.goToCompany(now.id);
  };
  return (
    <FormDialog
      title={before === null ? words.addTitle : words.editTitle(companyNameOf(before, state.settings.language))}
      className="company-dialog"
      submit={before === null ? making.add : making.save}
      canSubmit
      onSubmit={() => save(refusals.length === 0, plan, added)}
    >
      <div className="making-form">
        <CompanyFields
          draft={draft}
          problem={problem}
          onChange={(changed) => setDraft((now) => ({ ...now, ...changed }))}
        />
        {before === null && <NewLines book={book} money={moneyUnit(draft)} {...lines} />}
      </div>
    </FormDialog>
  );
}

interface NewLinesChoice {
  readonly from: string;
  readonly starter: StartingSet;
  readonly offered: readonly Line[];
  /** Lines of the company chosen whose amounts are in another unit, and those that rest on them. */
  readonly unfit: number;
  readonly chosen: ReadonlySet<string>;
  readonly wanted: { readonly ofBook: readonly string[]; readonly ofStart: readonly string[] };
  readonly onFrom: (from: string) => void;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

/**
 * Which lines a new company uses: at first all that the company on screen does. A line has one unit whoever uses it, so
 * those in another are left out, and where there are any the starting set is chosen, which makes lines of its own.
 */
function useNewLines(book: Book, company: string, money: string): NewLinesChoice {
  const starter = useStarter() ?? NOTHING;
  const [picked, setFrom] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const linesOf = (id: string): Line[] => rowsOf(book, id).flatMap((row) => (row.kind === "line" ? [row.line] : []));
  const others = linesInOtherUnits(book, money);
  const from = picked ?? (linesOf(company).some(({ id }) => others.has(id)) ? STARTING_SET : company);
  const isOfBook = from !== STARTING_SET;
  const offered = isOfBook ? linesOf(from).filter(({ id }) => !others.has(id)) : starter.lines;
  const ids = offered.map(({ id }) => id).filter((line) => !left.has(line));
  return {
    from,
    starter,
    offered,
    unfit: isOfBook ? linesOf(from).length - offered.length : 0,
    chosen: new Set(ids),
    wanted: { ofBook: isOfBook ? ids : [], ofStart: isOfBook ? [] : ids },
    onFrom: (next) => {
      setFrom(next);
      setLeft(new Set());
    },
    onChosen: (chosen) => setLeft(new Set(offered.map(({ id }) => id).filter((line) => !chosen.has(line)))),
  };
}

function NewLines(props: NewLinesChoice & { readonly book: Book; readonly money: string }) {
  const { book, money, from, starter, offered, unfit, chosen, onFrom, onChosen } = props;
  const words = useWords();
  const { company: said } = words.making;
  const { language } = useWindowState(({ settings }) => settings);
  return (
    <>
      <ChoiceField
        label={said.lines}
        choices={[
          ...book.companies.map((company) => ({
            value: company.id,
            text: said.linesOf(companyNameOf(company, language)),
          })),
          { value: STARTING_SET, text: said.startingSet },
        ]}
        chosen={from}
        problem={unfit > 0 ? said.otherUnit(unfit, unitLabel(money, words)) : undefined}
        onChoose={onFrom}
      />
      <LineChecklist
        sections={from === STARTING_SET ? starter.sections : book.sections}
        lines={offered}
        chosen={chosen}
        onChosen={onChosen}
      />
    </>
  );
}
