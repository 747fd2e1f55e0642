import { useMemo, useState } from "react";
import { SCOPES, type StatedFigure } from "#core/book.ts";
import { checkStatements } from "#core/checks/statements.ts";
import { planClaim, planRemoveClaim, readClaim, unitOfClaim, type ClaimFields } from "#core/statement-plans.ts";
import { VerdictMark } from "../bar/VerdictMark.tsx";
import { shownCheck } from "../checks/check-text.ts";
import { companionsIn } from "../checks/slices.ts";
import { objectionText } from "../formula-bar/formula-in-view.ts";
import { FormDialog } from "../lines/FormDialog.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { pageSpanIn } from "../state/page-in-view.ts";
import { companyOf, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { ChoiceField, TextField } from "./Fields.tsx";
import { RemoveButton } from "./RemoveButton.tsx";
import { documentsIn, sourceIn, sourceText } from "./sources-in-view.ts";
import { useSaving } from "./use-dialog.ts";

/** A printed percentage, change or comparison: what is claimed, and what the book makes of it while it is typed. */
export function ClaimDialog({ claim: id }: { readonly claim: string | null }) {
  const { store } = useBookWindow();
  const words = useWords();
  const { claim: said, periodProblems } = words.making;
  const state = useWindowState((now) => now);
  const book = state.edited.shown;
  const before = book.statements.find((each) => each.id === id) ?? null;
  const [fields, setFields] = useState<ClaimFields>(() => fieldsOf(store.getState(), before));
  const { isTried, save } = useSaving();
  const company = companyOf(state);
  const read = useMemo(() => readClaim(book, company, before, fields), [book, company, before, fields]);
  const problems = "problems" in read ? read.problems : {};
  const change = (changed: Partial<ClaimFields>): void => setFields((now) => ({ ...now, ...changed }));
  const late = (text: string, field: string): string | undefined => (isTried || field.trim() !== "" ? text : undefined);
  const { expression, period, printed } = problems;
  return (
    <FormDialog
      title={before === null ? said.add : said.edit}
      className="claim-dialog"
      submit={before === null ? words.making.add : words.making.save}
      canSubmit
      onSubmit={() =>
        save("claim" in read, () => ("claim" in read ? planClaim(store.getState().edited.shown, read.claim) : null))
      }
      below={"claim" in read && <Judgement claim={read.claim} />}
      footer={before !== null && <RemoveButton label={said.remove} plan={() => planRemoveClaim(before)} />}
    >
      <div className="making-form">
        <TextField
          label={said.expression}
          hint={said.expressionHint}
          isCode
          isFirst
          text={fields.expression}
          problem={
            expression === undefined
              ? undefined
              : late(
                  `${expression.word === "" ? "" : said.at(expression.from + 1)}${objectionText(state, { ...expression, circle: [] }, "")}`,
                  fields.expression,
                )
          }
          onText={(text) => change({ expression: text })}
        />
        <div className="field-row three">
          <TextField
            label={said.period}
            hint={periodOf(state, pageSpanIn(state))}
            text={fields.period}
            problem={period === undefined ? undefined : late(periodProblems[period], fields.period)}
            onText={(text) => change({ period: text })}
          />
          <TextField
            label={said.printed}
            hint={said.printedHint}
            text={fields.printed}
            problem={
              printed === undefined
                ? undefined
                : late(printed === "does-not-exist" ? said.noNumber : words.amounts[printed], fields.printed)
            }
            onText={(text) => change({ printed: text })}
          />
          <TextField
            label={said.unit}
            hint={said.unitHint(unitLabel(unitOfClaim(book, fields.expression), words))}
            text={fields.unit}
            onText={(unit) => change({ unit })}
          />
        </div>
        <div className="field-row three">
          <ChoiceField
            label={said.source}
            choices={[
              ...(fields.source === "" ? [{ value: "", text: "" }] : []),
              ...documentsIn(state).map((source) => ({ value: source.id, text: sourceText(state, source) })),
            ]}
            chosen={fields.source}
            problem={isTried && problems.source !== undefined ? said.noSource : undefined}
            onChoose={(source) => change({ source })}
          />
          <TextField label={said.page} text={fields.page} onText={(page) => change({ page })} />
          <ChoiceField
            label={words.bar.scope}
            choices={SCOPES.map((scope) => ({ value: scope, text: words.bar.scopes[scope] }))}
            chosen={fields.scope}
            onChoose={(scope) => change({ scope })}
          />
        </div>
      </div>
    </FormDialog>
  );
}

function fieldsOf(state: WindowState, before: StatedFigure | null): ClaimFields {
  if (before !== null) {
    const { expression, span, unit, scope, source, page, asPrinted } = before;
    return { expression, period: periodOf(state, span), printed: asPrinted, unit, scope, source, page };
  }
  const [latest] = documentsIn(state);
  const { focused, scope } = state;
  return {
    expression: focused === null ? "" : `yoy(${focused.line})`,
    period: focused === null ? "" : periodOf(state, focused.span),
    printed: "",
    unit: "",
    scope,
    source: sourceIn(state) ?? latest?.id ?? "",
    page: "",
  };
}

/** What the book makes of a claim as it stands in the fields. */
function Judgement({ claim }: { readonly claim: StatedFigure }) {
  const { making } = useWords();
  const state = useWindowState((now) => now);
  const { company, asOf } = state;
  const book = state.edited.shown;
  const check = useMemo(() => {
    const others = { ...book, statements: book.statements.filter(({ id }) => id !== claim.id) };
    const statements = [claim, ...companionsIn(others)(claim)];
    return checkStatements({ ...book, statements }, { company, scope: claim.scope, asOf }).find(
      ({ statement }) => statement === claim,
    );
  }, [book, claim, company, asOf]);
  if (check === undefined) return null;
  const { claim: text, period, verdict, recomputed, why } = shownCheck(state, check);
  return (
    <p className="claim-judgement" role="status">
      <VerdictMark verdict={check.verdict} />
      <span>
        {wordsOf(state).deeds.cell(text, period)}: {making.claim.verdict(verdict, recomputed)}
        {why !== "" && ` (${why})`}
      </span>
    </p>
  );
}
