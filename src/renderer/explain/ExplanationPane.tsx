import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import type { WindowState } from "../state/window-state.ts";
import { explain, type ExplainedInput, type ExplainedSource, type Explanation } from "./explanation.ts";
import "./explain.css";

const explained = (state: WindowState): Explanation | null =>
  state.focused === null ? null : explain(state, state.focused);

export function ExplanationPane() {
  const state = useWindowState((now) => now);
  const { explain: words } = useWords();
  const explanation = explained(state);
  return (
    <section className="explanation" aria-label={words.label}>
      {explanation === null ? <p className="explanation-empty">{words.nothing}</p> : <Details of={explanation} />}
    </section>
  );
}

function Details({ of }: { readonly of: Explanation }) {
  const { explain: words } = useWords();
  return (
    <>
      <header className="explanation-heading">
        <h2>{of.label}</h2>
        <p>
          <span className="explanation-period">{of.period}</span>
          <span className="explanation-range">{of.range}</span>
        </p>
      </header>
      {of.value === null ? (
        <p className="explanation-gap">{of.gap}</p>
      ) : (
        <p className="explanation-value">
          <span className="explanation-figure" data-route={of.route}>
            {of.value}
          </span>
          <span className="explanation-unit">{of.unit}</span>
        </p>
      )}
      {of.refused !== null && (
        <p className="explanation-refused">
          {words.typed}: <q>{of.refused.text}</q> {of.refused.reason}
        </p>
      )}
      <dl className="explanation-facts">
        <Row name={words.route} text={of.route === null ? null : words.routes[of.route]} />
        <Row name={words.unrounded} text={of.unrounded} />
        <Row name={words.formula} text={of.formula} isCode />
      </dl>
      {of.isMixed && <p className="explanation-mixed">{words.mixed}</p>}
      {of.inputs.length > 0 && <Inputs inputs={of.inputs} />}
      {of.source !== null && <Source of={of.source} />}
      {of.alsoReported !== null && (
        <>
          <h3>
            {words.alsoPrinted} <span className="explanation-also">{of.alsoReported.value}</span>
          </h3>
          <Source of={of.alsoReported.source} />
        </>
      )}
      {of.notes.length > 0 && (
        <>
          <h3>{words.notes}</h3>
          <ul className="explanation-notes">
            {of.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Row({
  name,
  text,
  isCode = false,
}: {
  readonly name: string;
  readonly text: string | null;
  readonly isCode?: boolean;
}) {
  if (text === null || text === "") return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{isCode ? <code>{text}</code> : text}</dd>
    </>
  );
}

function Inputs({ inputs }: { readonly inputs: readonly ExplainedInput[] }) {
  const { actions } = useBookWindow();
  const { explain: words } = useWords();
  return (
    <>
      <h3>{words.inputs}</h3>
      <ul className="explanation-inputs">
        {inputs.map(({ place, sign, label, period, value, isGap }) => (
          <li key={`${place.line} ${period} ${sign}`}>
            <button type="button" title={words.goTo(label, period)} onClick={() => actions.goTo(place)}>
              <span className="input-sign">{sign}</span>
              <span className="input-label">{label}</span>
              <span className="input-period">{period}</span>
              <span className="input-value" data-gap={isGap}>
                {value}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Source({ of }: { readonly of: ExplainedSource }) {
  const { explain: words } = useWords();
  return (
    <dl className="explanation-facts">
      <Row name={words.source} text={of.title} />
      <Row name={words.published} text={of.published ?? words.undated} />
      <Row name={words.page} text={of.page} />
      <Row name={words.asPrinted} text={of.asPrinted} />
      {of.isRestated && <dd className="explanation-restated">{words.restated}</dd>}
    </dl>
  );
}
