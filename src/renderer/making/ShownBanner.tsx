import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { dayText } from "./day-text.ts";
import { layoutOfFigures, undatedIn, whereFigures } from "./shown-figures.ts";
import { sourceIn } from "./sources-in-view.ts";
import "./making.css";

/** Says plainly what is shown where it is not what happened, as it is known now; and the way back. */
export function ShownBanner() {
  return (
    <>
      <AsOfBanner />
      <BasisBanner />
    </>
  );
}

function AsOfBanner() {
  const { actions } = useBookWindow();
  const { asOf: words } = useWords().making;
  const date = useWindowState((state) => state.asOf);
  const { language } = useWindowState(({ settings }) => settings);
  const undated = useWindowState((state) => undatedIn(state));
  if (date === null) return null;
  return (
    <div className="shown-banner" data-shown="as-of" role="status" aria-label={words.label}>
      <p>
        <strong>{words.banner(dayText(date, language))}</strong> {undated > 0 && words.undated(undated)}
      </p>
      <button type="button" className="text-button bordered" onClick={() => actions.showAsOf(null)}>
        {words.back}
      </button>
    </div>
  );
}

function BasisBanner() {
  const { actions } = useBookWindow();
  const { basis: words } = useWords().making;
  const state = useWindowState((now) => now);
  const { basis, view } = state;
  if (basis === "actual" || view !== "results") return null;
  const where = whereFigures(state);
  const layout = layoutOfFigures(state);
  return (
    <div className="shown-banner" data-shown={basis} role="status" aria-label={words.label}>
      <p>
        <strong>{words.banner[basis]}</strong>{" "}
        {basis === "target" && where !== "nowhere" && (sourceIn(state) === null ? words.byHand : words.laterSource)}{" "}
        {where === "elsewhere" && words.elsewhere}
        {where === "nowhere" && words.none}
      </p>
      {where === "elsewhere" && layout !== null && (
        <button type="button" className="text-button bordered" onClick={() => actions.changeSheet({ layout })}>
          {words.showThem}
        </button>
      )}
      <button type="button" className="text-button bordered" onClick={() => actions.showBasis("actual")}>
        {words.back}
      </button>
    </div>
  );
}
