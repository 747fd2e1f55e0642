import type { Check } from "#core/checks/check.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit } from "../state/window-state.ts";
import { Back, Inputs, Row, Source, VerdictWord } from "../explain/PaneParts.tsx";
import { detailsOf } from "./check-details.ts";
import { areStale, selectedCheckIn, subjectOf } from "./findings.ts";
import "../explain/explain.css";

/** The selected check explained: its numbers, how they were worked out, and what would mend it. */
export function CheckPane() {
  const check = useWindowState(selectedCheckIn);
  const { checks: words } = useWords();
  return (
    <section className="explanation" aria-label={words.detailsLabel}>
      <Back />
      {check === null ? <p className="explanation-empty">{words.nothingSelected}</p> : <Details of={check} />}
    </section>
  );
}

function Details({ of: check }: { readonly of: Check }) {
  const { actions } = useBookWindow();
  const { checks: words } = useWords();
  const state = useWindowState((now) => now);
  const details = detailsOf(state, check);
  const subject = subjectOf(state, check);
  return (
    <>
      <header className="explanation-heading">
        <h2>{details.claim}</h2>
        <p>
          <span className="explanation-period">{details.period}</span>
          <span className="explanation-range">{details.range}</span>
        </p>
      </header>
      <p className="check-verdict">
        <VerdictWord verdict={check.verdict} />
        <span className="check-kind">{words.kinds[check.kind]}</span>
      </p>
      <dl className="explanation-facts check-numbers">
        <Row name={words.printed}>
          <span className="check-printed">{details.printed}</span>
        </Row>
        <Row name={words.recomputed}>{details.recomputed}</Row>
        <Row name={words.reachable}>{details.ends === null ? "" : words.reachBetween(...details.ends)}</Row>
        <Row name={words.difference}>{details.difference}</Row>
      </dl>
      {details.hint !== null && (
        <div className="check-hint">
          <h3>{words.perhaps}</h3>
          <p>{details.hint}</p>
        </div>
      )}
      {details.openSum !== null && <NotShown line={details.openSum} />}
      <dl className="explanation-facts check-way">
        {check.kind === "stated" && (
          <Row name={words.formula}>
            <code>{details.formula}</code>
          </Row>
        )}
        <Row name={words.against}>{details.against}</Row>
        <Row name={words.worked}>{details.arithmetic}</Row>
      </dl>
      <Inputs title={words.needs} inputs={details.needs} scope={check.scope} />
      <Inputs title={words.operands} inputs={details.operands} scope={check.scope} />
      <Source of={details.source} />
      {subject !== null && (
        <button type="button" className="text-button check-go" onClick={() => actions.follow(subject, check.scope)}>
          {words.goToCell}
        </button>
      )}
    </>
  );
}

/** The quick fix of a sum that is short by a constant part. */
function NotShown({ line }: { readonly line: string }) {
  const { actions } = useBookWindow();
  const { checks: words } = useWords();
  const isBlocked = useWindowState((state) => !canEdit(state) || areStale(state));
  return (
    <div className="check-mend">
      <p>{words.notShownHint}</p>
      <button
        type="button"
        className="text-button main-button"
        disabled={isBlocked}
        onClick={() => actions.addNotShown(line)}
      >
        {words.addNotShown}
      </button>
    </div>
  );
}
