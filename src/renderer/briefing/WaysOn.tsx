/** Where a page of the briefing leads to on screen: to the view that is like it, and to where what is absent is made. */
import type { Absence, BriefingPage, BriefingPageKind } from "#core/pages/briefing.ts";
import type { Actions } from "../state/actions.ts";
import { useBookWindow, useWords } from "../state/book-window.ts";
import type { View } from "../state/views.ts";
import type { SourcesPart } from "../sources/sources-look.ts";
import type { Words } from "../words/words.ts";

interface Way {
  readonly view: View;
  /** The part of sources and notes, where it leads there. */
  readonly part?: SourcesPart;
}

const WAYS: Readonly<Record<BriefingPageKind, Way>> = {
  notes: { view: "sources", part: "sources" },
  summary: { view: "period" },
  "to-date": { view: "period" },
  quarter: { view: "period" },
  revenues: { view: "trends" },
  profits: { view: "trends" },
  services: { view: "services" },
  "more-services": { view: "services" },
  balance: { view: "balance" },
  "other-data": { view: "balance" },
  targets: { view: "targets" },
  "line-up": { view: "sources", part: "events" },
  "group-changes": { view: "sources", part: "events" },
  group: { view: "sources", part: "group" },
};

/** Shows the view that is like a page, of the page's own period. */
export function OpenButton({ page }: { readonly page: BriefingPage }) {
  const { actions } = useBookWindow();
  const { briefing, bar } = useWords();
  const { view, part } = WAYS[page.kind];
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => {
        if (part === undefined) actions.showPeriod(page.span);
        else actions.lookAtSources({ part });
        actions.showView(view);
      }}
    >
      {briefing.openIn(bar.views[view])}
    </button>
  );
}

type Enter = keyof Words["briefing"]["enter"];

const ENTERED: Readonly<Record<Absence, Enter | null>> = {
  "same-as-quarter": null,
  "no-lines": "lines",
  "no-services": "lines",
  "no-more-services": "lines",
  "no-balances": "lines",
  "no-other-data": "lines",
  "no-targets": "targets",
  "no-new-services": "events",
  "no-group-changes": "events",
  "no-group": "group",
};

const ENTERING: Readonly<Record<Enter, (actions: Actions) => void>> = {
  lines: (actions) => actions.show({ kind: "lines" }),
  targets(actions) {
    actions.showBasis("target");
    actions.showView("results");
  },
  events(actions) {
    actions.lookAtSources({ part: "events" });
    actions.showView("sources");
  },
  group(actions) {
    actions.lookAtSources({ part: "group" });
    actions.showView("sources");
  },
};

/** Leads to where a page that has nothing to tell gets something. Nothing where there is no such place. */
export function EnterButton({ page: { absent } }: { readonly page: BriefingPage }) {
  const { actions } = useBookWindow();
  const { enter } = useWords().briefing;
  const what = absent === null ? null : ENTERED[absent];
  if (what === null) return null;
  return (
    <button type="button" className="text-button bordered on-screen" onClick={() => ENTERING[what](actions)}>
      {enter[what]}
    </button>
  );
}
