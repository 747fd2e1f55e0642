import type { Missing } from "#core/pages/page-cell.ts";
import { spanKey } from "#core/timeline.ts";
import { asOfDay } from "../making/day-text.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { gapText, measureIn } from "../state/figure-text.ts";
import { labelOf, periodOf } from "../state/window-state.ts";

/** More of one period than this would bury the rest. */
const MOST_NAMED = 8;

/** Quietly, what the page has a place for and the book does not hold yet; each leads to where it is entered. */
export function MissingFigures({ of: missing }: { readonly of: readonly Missing[] }) {
  const { actions } = useBookWindow();
  const { pages, bar, making } = useWords();
  const state = useWindowState((now) => now);
  if (missing.length === 0) return null;
  const groups = Map.groupBy(missing, ({ place }) => `${place.scope}|${spanKey(place.span)}`);
  return (
    <div className="page-missing">
      <h2>{asOfDay(state, making.asOf.missing, pages.missing)}</h2>
      <ul>
        {[...groups].map(([key, [first, ...others]]) => {
          if (first === undefined) return null;
          const { scope, span } = first.place;
          const where = [...(scope === state.scope ? [] : [bar.scopes[scope]]), periodOf(state, span)].join(" ");
          const all = [first, ...others];
          const more = all.length - MOST_NAMED;
          return (
            <li key={key}>
              {pages.missingOf(where)}
              {all.slice(0, MOST_NAMED).map(({ place, gap }, index) => (
                <span key={place.line}>
                  {index > 0 && pages.between}
                  <button
                    type="button"
                    className="page-missing-figure"
                    title={gapText(state, gap, measureIn(state, place.line))}
                    onClick={() => actions.follow(place, place.scope)}
                  >
                    {labelOf(state, place.line)}
                  </button>
                </span>
              ))}
              {more > 0 && ` ${pages.more(more)}`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
