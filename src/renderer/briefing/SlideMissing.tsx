import type { Missing } from "#core/pages/page-cell.ts";
import { asOfDay } from "../making/day-text.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { labelOf, periodOf } from "../state/window-state.ts";

/** More of one period, or of more periods, would bury the page. */
const MOST_NAMED = 8;
const MOST_PERIODS = 4;

/** What the page has a place for and the book does not hold: words on paper; on screen each name leads to its cell. */
export function SlideMissing({ of: missing }: { readonly of: readonly Missing[] }) {
  const { actions } = useBookWindow();
  const { briefing: words, bar, making } = useWords();
  const state = useWindowState((now) => now);
  if (missing.length === 0) return null;
  const whereOf = ({ place }: Missing): string =>
    [...(place.scope === state.scope ? [] : [bar.scopes[place.scope]]), periodOf(state, place.span)].join(" ");
  // A balance at the quarter's end and what happened in the quarter have one name.
  const groups = [...Map.groupBy(missing, whereOf).values()];
  return (
    <p className="slide-missing">
      <strong>{asOfDay(state, making.asOf.missing, words.missing)}</strong>{" "}
      {groups.slice(0, MOST_PERIODS).map((group) => {
        const [first] = group;
        if (first === undefined) return null;
        const more = group.length - MOST_NAMED;
        return (
          <span key={whereOf(first)} className="slide-missing-of">
            {words.missingOf(whereOf(first))}
            {group.slice(0, MOST_NAMED).map(({ place }, at) => (
              <span key={place.line}>
                {at > 0 && words.between}
                <button
                  type="button"
                  className="on-screen slide-go"
                  onClick={() => {
                    actions.follow(place, place.scope);
                    actions.showBasis(place.basis);
                  }}
                >
                  {labelOf(state, place.line)}
                </button>
                <span className="on-paper">{labelOf(state, place.line)}</span>
              </span>
            ))}
            {more > 0 && ` ${words.more(more)}`}
            {". "}
          </span>
        );
      })}
      {groups.length > MOST_PERIODS && words.morePeriods(groups.length - MOST_PERIODS)}
    </p>
  );
}
