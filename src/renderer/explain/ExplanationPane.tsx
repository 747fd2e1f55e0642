import { checkKey, checksOf } from "../checks/findings.ts";
import { checkAtCell, printedText } from "../checks/check-text.ts";
import { VerdictMark } from "../bar/VerdictMark.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import type { Place } from "../state/place.ts";
import { findLine, keyIn } from "../state/window-state.ts";
import { comparisonIn } from "./comparison-in-view.ts";
import { explain, type Explanation, type Vintage } from "./explanation.ts";
import { Back, Inputs, Row, Source, VerdictWord } from "./PaneParts.tsx";
import { History } from "./History.tsx";
import { MIXED } from "../grid/figure-renderer.ts";
import { FigureSample } from "../grid/FigureSample.tsx";
import { CellNotes } from "../notes/CellNotes.tsx";
import { explainedPlaceIn } from "../pages/page-in-window.ts";
import "./explain.css";

export function ExplanationPane() {
  const state = useWindowState((now) => now);
  const { explain: words } = useWords();
  // A line that was taken back may still have the focus on it.
  const focused = state.focused !== null && findLine(state, state.focused.line) ? state.focused : null;
  return (
    <section className="explanation" aria-label={words.label}>
      <Back />
      {focused === null ? <p className="explanation-empty">{words.nothing}</p> : <CellExplanation place={focused} />}
    </section>
  );
}

/** Everything that is known of a cell of the book in the shown scope. */
export function CellExplanation({ place }: { readonly place: Place }) {
  const state = useWindowState((now) => now);
  return (
    <>
      <Details of={explain(state, place)} />
      <Comparison place={place} />
      <Checks place={place} />
      <CellNotes place={place} />
      <History place={place} />
    </>
  );
}

/** How a figure came to be. */
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
      <Value of={of} />
      {of.refused !== null && (
        <p className="explanation-refused">
          {words.typed}: <q>{of.refused.text}</q> {of.refused.reason}
        </p>
      )}
      <dl className="explanation-facts">
        {of.route !== null && (
          <Row name={words.route}>
            {of.restsOnImplied ? words.restingOnImplied(words.routes[of.route]) : words.routes[of.route]}
          </Row>
        )}
        <Row name={words.way}>{of.how}</Row>
        <Row name={words.formula}>{of.formula === null ? null : <code>{of.formula}</code>}</Row>
        <Row name={words.worked}>{of.worked}</Row>
        <Row name={words.unrounded}>{of.unrounded}</Row>
        <Row name={words.yoy}>{of.yoy}</Row>
        <Row name={words.qoq}>{of.qoq}</Row>
      </dl>
      {of.isMixed && <p className="explanation-mixed">{words.mixed}</p>}
      {of.hasDash && <p className="explanation-dash">{words.dash}</p>}
      <Inputs title={words.needs} inputs={of.needs} />
      <Inputs title={of.value === null ? words.there : words.inputs} inputs={of.inputs} />
      {of.source !== null && <Source of={of.source} />}
      {of.alsoReported !== null && (
        <>
          <h3>
            {words.alsoPrinted} <span className="explanation-also">{of.alsoReported.value}</span> <PrintedVerdict />
          </h3>
          <Source of={of.alsoReported.source} />
        </>
      )}
      <Vintages of={of.vintages} />
    </>
  );
}

function Value({ of }: { readonly of: Explanation }) {
  if (of.value === null) return <p className="explanation-gap">{of.gap}</p>;
  return (
    <p className="explanation-value">
      <span className="explanation-figure" data-route={of.route}>
        {of.value}
      </span>
      <span className="explanation-unit">{of.unit}</span>
    </p>
  );
}

/** How the printed figure stands to the computed one that is shown. */
function PrintedVerdict() {
  const state = useWindowState((now) => now);
  const place = explainedPlaceIn(state);
  const verdict = place === null ? null : (comparisonIn(state, place)?.printed ?? null);
  return verdict === null ? null : <VerdictWord verdict={verdict} />;
}

export function Vintages({ of }: { readonly of: readonly Vintage[] }) {
  const { explain: words } = useWords();
  if (of.length === 0) return null;
  return (
    <>
      <h3>{words.vintages}</h3>
      <ul className="explanation-vintages" aria-label={words.vintages}>
        {of.map(({ key, value, title, published, isInForce, isRestated }) => (
          <li key={key} data-in-force={isInForce}>
            <span className="vintage-source">
              {title}
              <span className="vintage-date">{published ?? words.undated}</span>
              {isRestated && <span className="explanation-restated">{words.restatedShort}</span>}
              {isInForce && <span className="vintage-in-force">{words.inForce}</span>}
            </span>
            <span className="vintage-value">{value}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The other ways to the figure and how far rounding lets it reach: gathered while nobody types. */
function Comparison({ place }: { readonly place: Place }) {
  const { actions } = useBookWindow();
  const { explain: words, legend } = useWords();
  const state = useWindowState((now) => now);
  const comparison = comparisonIn(state, place);
  if (comparison === null) return null;
  const { ends, routes, isPartial } = comparison;
  return (
    <>
      {routes.length > 0 && (
        <>
          <h3>{words.otherRoutes}</h3>
          <ul className="explanation-routes" aria-label={words.otherRoutes}>
            {routes.map(({ key, route, how, value, verdict, joinsVintages }) => (
              <li key={key}>
                <span className="route-way">
                  <span className="route-name">{legend.routes[route]}</span> {how}
                </span>
                <span className="route-verdict" title={joinsVintages ? words.mixed : undefined}>
                  {verdict !== null && <VerdictWord verdict={verdict} />}
                  {joinsVintages && (
                    <>
                      <span aria-hidden="true">{MIXED}</span>
                      <span className="for-reader">{words.mixed}</span>
                    </>
                  )}
                </span>
                <span className="route-value">
                  <FigureSample text={value} route={route} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {ends !== null && (
        <dl className="explanation-facts explanation-reach">
          <Row name={words.reach}>
            <span title={words.reachHint}>{words.reachBetween(...ends)}</span>
          </Row>
        </dl>
      )}
      {isPartial && (
        <button type="button" className="text-button explanation-work-out" onClick={actions.compareFully}>
          {words.workOut}
        </button>
      )}
    </>
  );
}

function Checks({ place }: { readonly place: Place }) {
  const { actions } = useBookWindow();
  const { explain: words, checks: checkWords } = useWords();
  const state = useWindowState((now) => now);
  const checks = checksOf(state, keyIn(state, place));
  if (checks.length === 0) return null;
  return (
    <>
      <h3>{words.checks}</h3>
      <ul className="explanation-checks" aria-label={words.checks}>
        {checks.map((check) => (
          <li key={checkKey(check)}>
            <button
              type="button"
              title={checkWords.show(checkWords.verdicts[check.verdict])}
              onClick={() => actions.followCheck(checkKey(check))}
            >
              <span className="verdict" data-verdict={check.verdict}>
                <VerdictMark verdict={check.verdict} />
                <span className="for-reader">{checkWords.verdicts[check.verdict]}: </span>
              </span>
              <span className="input-label">{checkAtCell(state, check)}</span>
              <span className="input-value">{printedText(state, check)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
