/** What can be done with a briefing. */
import type { Paper } from "#contract/host.ts";
import type { WindowHost } from "../state/actions.ts";
import { pageSpanIn } from "../state/page-in-view.ts";
import { companyName, periodOf, wordsOf, type Failure, type WindowStore } from "../state/window-state.ts";
import { fileNameOf } from "../trends/picture-file.ts";

export interface BriefingActions {
  choosePaper(paper: Paper): void;
  /** Shows the briefing, and hands its pages on once they are drawn. */
  printBriefing(): void;
  /** Hands the pages on as they stand: to the printer or into a file. Of the view, once everything is drawn. */
  handOnBriefing(): void;
}

export function makeBriefingActions(
  store: WindowStore,
  { printPages }: Pick<WindowHost, "printPages">,
  tellFailure: (what: Failure, error: unknown) => void,
): BriefingActions {
  const set = store.setState;

  const handOn = async (): Promise<void> => {
    set(({ briefing }) => ({ notice: null, briefing: { ...briefing, printRequest: null } }));
    const state = store.getState();
    const title = wordsOf(state).briefing.fileName(companyName(state), periodOf(state, pageSpanIn(state)));
    try {
      const name = await printPages({ name: fileNameOf(title, "pdf"), paper: state.briefing.paper });
      if (name !== null) set({ notice: { kind: "exported", name } });
    } catch (error) {
      tellFailure("print", error);
    }
  };

  return {
    choosePaper: (paper) => set(({ briefing }) => ({ briefing: { ...briefing, paper } })),
    printBriefing: () => set(({ briefing }) => ({ view: "briefing", briefing: { ...briefing, printRequest: {} } })),
    handOnBriefing: () => void handOn(),
  };
}
