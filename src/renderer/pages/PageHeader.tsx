import { calendarRange } from "#core/period-labels.ts";
import { sameSpan, spanKey } from "#core/timeline.ts";
import { EarlierIcon, LaterIcon, LinesIcon } from "../bar/Icons.tsx";
import { Segmented } from "../bar/Segmented.tsx";
import { ScopeChoice } from "../bar/TopBar.tsx";
import { keyText } from "../commands/keys.ts";
import { NEXT_PERIOD_KEY, PREVIOUS_PERIOD_KEY } from "../commands/page-commands.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { pageSpanIn } from "../state/page-in-view.ts";
import { canEdit, companyOf, periodOf } from "../state/window-state.ts";
import { isPage } from "./page-model.ts";
import { kindIn, SPAN_KINDS, spanBeside, spansIn } from "./page-spans.ts";

/** Over a page: of which period it tells, and of which scope. */
export function PageHeader() {
  const { actions } = useBookWindow();
  const { pages } = useWords();
  const state = useWindowState((now) => now);
  const { view } = state;
  return (
    <header className="page-header">
      <Kinds />
      <Period />
      {view !== "targets" && <ScopeChoice />}
      <button
        type="button"
        className="text-button page-lines-button"
        aria-label={pages.lines}
        title={pages.lines}
        disabled={!canEdit(state)}
        onClick={() => {
          if (isPage(view)) actions.show({ kind: "page-lines", page: view });
        }}
      >
        <LinesIcon />
        <span className="page-lines-word">{pages.lines}</span>
      </button>
    </header>
  );
}

/** A quarter, a half, a year: of which kind the period is that is told of. */
export function Kinds() {
  const { actions } = useBookWindow();
  const { pages } = useWords();
  const spans = useWindowState(spansIn);
  const chosen = useWindowState(kindIn);
  const kinds = SPAN_KINDS.filter((kind) => spans[kind].length > 0);
  const choices = Object.fromEntries(kinds.map((kind) => [kind, pages.kinds[kind]]));
  return (
    <Segmented<string>
      label={pages.kind}
      choices={choices}
      hints={pages.kindHints}
      chosen={chosen ?? ""}
      onChoose={(choice) => {
        const kind = kinds.find((each) => each === choice);
        if (kind !== undefined) actions.showKind(kind);
      }}
    />
  );
}

/** Which period is told of, with the ones before and after it. */
export function Period() {
  const { actions } = useBookWindow();
  const { pages } = useWords();
  const state = useWindowState((now) => now);
  const shown = pageSpanIn(state);
  const range = calendarRange(shown, companyOf(state), state.settings.language);
  const kind = kindIn(state);
  const spans = kind === null ? [shown] : spansIn(state)[kind];
  return (
    <div className="page-period" role="group" aria-label={pages.period}>
      <button
        type="button"
        className="icon-button"
        aria-label={pages.previous}
        title={pages.previousHint(keyText(PREVIOUS_PERIOD_KEY))}
        disabled={spanBeside(state, -1) === null}
        onClick={() => actions.stepPeriod(-1)}
      >
        <EarlierIcon />
      </button>
      <select
        aria-label={pages.period}
        title={range}
        value={spanKey(shown)}
        onChange={({ target }) => {
          const chosen = spans.find((span) => spanKey(span) === target.value);
          if (chosen !== undefined && !sameSpan(chosen, shown)) actions.showPeriod(chosen);
        }}
      >
        {spans.toReversed().map((span) => (
          <option key={spanKey(span)} value={spanKey(span)}>
            {periodOf(state, span)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="icon-button"
        aria-label={pages.next}
        title={pages.nextHint(keyText(NEXT_PERIOD_KEY))}
        disabled={spanBeside(state, 1) === null}
        onClick={() => actions.stepPeriod(1)}
      >
        <LaterIcon />
      </button>
      <span className="page-range">{range}</span>
    </div>
  );
}
