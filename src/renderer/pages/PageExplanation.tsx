import { checkKey } from "../checks/findings.ts";
import { CellExplanation, Vintages } from "../explain/ExplanationPane.tsx";
import { explain } from "../explain/explanation.ts";
import { Back, Inputs, Row, Source, VerdictWord } from "../explain/PaneParts.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { explainFigure, type ExplainedFigure } from "./page-explanation.ts";
import { chosenFigureIn, explainedPlaceIn } from "./page-in-window.ts";
import type { FigureContent } from "./page-model.ts";

/** How the figure in hand came to be: a cell of the book as the grid explains it, else the expression with its inputs. */
export function PageExplanation() {
  const { explain: words, pages } = useWords();
  const chosen = useWindowState(chosenFigureIn);
  const place = useWindowState(explainedPlaceIn);
  return (
    <section className="explanation" aria-label={words.label}>
      <Back />
      {chosen === null ? (
        <p className="explanation-empty">{pages.nothingChosen}</p>
      ) : place === null ? (
        <FigureExplanation of={chosen} />
      ) : (
        <CellExplanation place={place} />
      )}
    </section>
  );
}

/** Of a figure that was put together: the expression with its inputs. */
export function FigureExplanation({ of: content }: { readonly of: FigureContent }) {
  const { actions } = useBookWindow();
  const { explain: words, pages } = useWords();
  const state = useWindowState((now) => now);
  const of = explainFigure(state, content);
  return (
    <>
      <header className="explanation-heading">
        <h2>{of.name}</h2>
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
      <PrintedBeside of={of.printed} />
      <dl className="explanation-facts">
        {of.route !== null && (
          <Row name={words.route}>
            {of.restsOnImplied ? words.restingOnImplied(words.routes[of.route]) : words.routes[of.route]}
          </Row>
        )}
        <Row name={words.formula}>{of.formula === null ? null : <code>{of.formula}</code>}</Row>
        <Row name={words.worked}>{of.worked}</Row>
      </dl>
      <Inputs title={words.inputs} inputs={of.inputs} scope={content.scope} />
      <OfCell of={content} />
      <button type="button" className="text-button page-go" onClick={actions.showInResults}>
        {pages.showInResults}
      </button>
    </>
  );
}

/** What a source prints there, and how it stands to what is recomputed. */
function PrintedBeside({ of: printed }: { readonly of: ExplainedFigure["printed"] }) {
  const { actions } = useBookWindow();
  const { checks: words, pages } = useWords();
  if (printed === null) return null;
  const { check, text, recomputed } = printed;
  return (
    <div className="page-printed">
      <VerdictWord verdict={check.verdict} />
      <dl className="explanation-facts">
        <Row name={words.printed}>{text}</Row>
        <Row name={words.recomputed}>{recomputed}</Row>
      </dl>
      <button type="button" className="text-button" onClick={() => actions.followCheck(checkKey(check))}>
        {pages.showCheck}
      </button>
    </div>
  );
}

/** Of a cell of another scope or basis, such as a target: where it is printed, and what every source states. */
function OfCell({ of: { cell } }: { readonly of: FigureContent }) {
  const state = useWindowState((now) => now);
  const { place } = cell;
  if (place === null) return null;
  const { source, vintages } = explain({ ...state, scope: place.scope, basis: place.basis }, place);
  return (
    <>
      {cell.expression === null && source !== null && <Source of={source} />}
      <Vintages of={vintages} />
    </>
  );
}
