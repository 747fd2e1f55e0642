import { FEWEST_COMPARED, MEASURES, MOST_COMPARED, type Measure } from "#core/pages/compare-page.ts";
import { sameSpan, spanKey } from "#core/timeline.ts";
import { EarlierIcon, LaterIcon } from "../bar/Icons.tsx";
import { Segmented } from "../bar/Segmented.tsx";
import { ScopeChoice } from "../bar/TopBar.tsx";
import { keyText } from "../commands/keys.ts";
import { NEXT_PERIOD_KEY, PREVIOUS_PERIOD_KEY } from "../commands/page-commands.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { companyNameOf } from "../state/window-state.ts";
import {
  companiesIn,
  comparableLinesIn,
  comparedCompaniesIn,
  comparedLinesIn,
  comparedSpanBeside,
  comparedSpanIn,
  comparedSpansIn,
  compareViewIn,
  followedLineIn,
} from "./compare-choice.ts";
import { nameOfLine, spanLabel } from "./compare-model.ts";
import { OrderedChoice } from "./OrderedChoice.tsx";

/** Over the comparison: who is compared, on which lines, over which periods, and what is shown of them. */
export function CompareHeader() {
  const { actions } = useBookWindow();
  const { compare: words } = useWords();
  const { layout, alignment, kind } = useWindowState(compareViewIn);
  return (
    <header className="page-header compare-header">
      <Segmented
        label={words.layout}
        choices={words.layouts}
        hints={words.layoutHints}
        chosen={layout}
        onChoose={(next) => actions.changeComparison({ layout: next })}
      />
      <Segmented
        label={words.alignment}
        choices={words.alignments}
        hints={words.alignmentHints}
        chosen={alignment}
        onChoose={(next) => actions.changeComparison({ alignment: next })}
      />
      <Segmented
        label={words.kind}
        choices={words.kinds}
        hints={words.kindHints}
        chosen={kind}
        onChoose={(next) => actions.changeComparison({ kind: next })}
      />
      {layout === "lines" ? <Period /> : <FollowedLine />}
      <ScopeChoice />
      <Companies />
      {layout === "lines" && <Lines />}
      <Measures />
    </header>
  );
}

function Period() {
  const { actions } = useBookWindow();
  const { compare: words, pages } = useWords();
  const state = useWindowState((now) => now);
  const shown = comparedSpanIn(state);
  const spans = comparedSpansIn(state);
  return (
    <div className="page-period" role="group" aria-label={words.period}>
      <button
        type="button"
        className="icon-button"
        aria-label={pages.previous}
        title={pages.previousHint(keyText(PREVIOUS_PERIOD_KEY))}
        disabled={comparedSpanBeside(state, -1) === null}
        onClick={() => actions.stepComparedPeriod(-1)}
      >
        <EarlierIcon />
      </button>
      <select
        aria-label={words.period}
        value={spanKey(shown)}
        onChange={({ target }) => {
          const chosen = spans.find((span) => spanKey(span) === target.value);
          if (chosen !== undefined && !sameSpan(chosen, shown)) actions.showPeriod(chosen);
        }}
      >
        {(spans.length > 0 ? spans : [shown]).toReversed().map((span) => (
          <option key={spanKey(span)} value={spanKey(span)}>
            {spanLabel(state, span)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="icon-button"
        aria-label={pages.next}
        title={pages.nextHint(keyText(NEXT_PERIOD_KEY))}
        disabled={comparedSpanBeside(state, 1) === null}
        onClick={() => actions.stepComparedPeriod(1)}
      >
        <LaterIcon />
      </button>
    </div>
  );
}

function FollowedLine() {
  const { actions } = useBookWindow();
  const { compare: words } = useWords();
  const state = useWindowState((now) => now);
  const lines = comparableLinesIn(state);
  return (
    <select
      className="compare-line"
      aria-label={words.line}
      value={followedLineIn(state) ?? ""}
      onChange={({ target }) => actions.changeComparison({ line: target.value })}
    >
      {lines.map(({ id }) => (
        <option key={id} value={id}>
          {nameOfLine(state, id)}
        </option>
      ))}
    </select>
  );
}

function Companies() {
  const { actions } = useBookWindow();
  const { compare: words } = useWords();
  const state = useWindowState((now) => now);
  const chosen = comparedCompaniesIn(state);
  return (
    <OrderedChoice
      label={words.companies(chosen.length)}
      hint={words.companiesHint(FEWEST_COMPARED, MOST_COMPARED)}
      all={companiesIn(state).map((company) => ({
        id: company.id,
        name: companyNameOf(company, state.settings.language),
      }))}
      chosen={chosen}
      fewest={FEWEST_COMPARED}
      most={MOST_COMPARED}
      onChoose={(companies) => actions.changeComparison({ companies })}
      onUsual={compareViewIn(state).companies === null ? null : () => actions.changeComparison({ companies: null })}
    />
  );
}

function Lines() {
  const { actions } = useBookWindow();
  const { compare: words } = useWords();
  const state = useWindowState((now) => now);
  const chosen = comparedLinesIn(state);
  const all = comparableLinesIn(state).map(({ id }) => ({ id, name: nameOfLine(state, id) }));
  return (
    <OrderedChoice
      label={words.lines(chosen.length)}
      hint={words.linesHint}
      all={all}
      chosen={chosen}
      fewest={1}
      most={Infinity}
      onChoose={(lines) => actions.changeComparison({ lines })}
      onUsual={compareViewIn(state).lines === null ? null : () => actions.changeComparison({ lines: null })}
    />
  );
}

/** Which of the figures are shown; one at least. */
function Measures() {
  const { actions } = useBookWindow();
  const { compare: words } = useWords();
  const { measures } = useWindowState(compareViewIn);
  const toggled = (measure: Measure): readonly Measure[] =>
    MEASURES.filter((each) => (each === measure ? !measures.includes(each) : measures.includes(each)));
  return (
    <fieldset className="segmented" aria-label={words.shown}>
      {MEASURES.map((measure) => (
        <label key={measure} title={words.measureHints[measure]}>
          <input
            type="checkbox"
            checked={measures.includes(measure)}
            onChange={() => {
              const next = toggled(measure);
              if (next.length > 0) actions.changeComparison({ measures: next });
            }}
          />
          <span>{words.measures[measure]}</span>
        </label>
      ))}
    </fieldset>
  );
}
