import { useMemo, type ReactNode } from "react";
import { CellExplanation } from "../explain/ExplanationPane.tsx";
import { Back } from "../explain/PaneParts.tsx";
import { FigureExplanation } from "../pages/PageExplanation.tsx";
import { BookWindowContext, useBookWindow, useWindowState, useWords, type BookWindow } from "../state/book-window.ts";
import { companyNameOf, companyOf } from "../state/window-state.ts";
import { chosenComparedIn } from "./compare-figures.ts";
import type { ShownStore } from "../state/after-paint.ts";
import { stateBeside } from "./state-beside.ts";

/** How the figure in hand came to be, with the labels and periods of its company. */
export function ComparedExplanation() {
  const { explain, compare: words } = useWords();
  const state = useWindowState((now) => now);
  const chosen = chosenComparedIn(state);
  if (chosen === null)
    return (
      <section className="explanation" aria-label={explain.label}>
        <Back />
        <p className="explanation-empty">{words.nothingChosen}</p>
      </section>
    );
  const { company, content } = chosen;
  const { place, expression } = content.cell;
  return (
    <section className="explanation" aria-label={explain.label}>
      <Back />
      <p className="compared-company">
        {companyNameOf(companyOf(stateBeside(state, company)), state.settings.language)}
      </p>
      <InCompany company={company}>
        {place === null || expression !== null ? <FigureExplanation of={content} /> : <CellExplanation place={place} />}
      </InCompany>
    </section>
  );
}

/** What stands in it is of another company than the window shows; where it leads, that company is shown. */
function InCompany({ company, children }: { readonly company: string; readonly children: ReactNode }) {
  const { store, shown, actions } = useBookWindow();
  const inCompany = useMemo((): BookWindow => {
    const { scope } = store.getState();
    return {
      store: { ...beside(store, company), setState: store.setState },
      shown: beside(shown, company),
      actions: {
        ...actions,
        follow: (place, of = scope) => actions.followIn(company, place, of),
        followCheck: (check) => actions.followCheckIn(company, check),
        historyOf: (place) => actions.historyOf(place, company),
        showInResults: () => actions.showComparedInResults(),
      },
    };
  }, [store, shown, actions, company]);
  return <BookWindowContext value={inCompany}>{children}</BookWindowContext>;
}

/** A store as one that shows another company. */
const beside = (store: ShownStore, company: string): ShownStore => ({
  getState: () => stateBeside(store.getState(), company),
  getInitialState: () => stateBeside(store.getInitialState(), company),
  subscribe: (listener) =>
    store.subscribe((state, before) => listener(stateBeside(state, company), stateBeside(before, company))),
});
