import { useEffect, useRef } from "react";
import { Segmented } from "../bar/Segmented.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { BridgeSetup } from "./BridgeSetup.tsx";
import { ChartFrame } from "./ChartFrame.tsx";
import { ChartList } from "./ChartList.tsx";
import { ChartToolbar } from "./ChartToolbar.tsx";
import { chosenChart } from "./charts-in-view.ts";
import { FigureTable } from "./FigureTable.tsx";
import { KindChoice } from "./KindChoice.tsx";
import { pictureIn } from "./plot-in-view.ts";
import { TrendSetup } from "./TrendSetup.tsx";
import "./trend-picture.css";
import "./trends.css";

/** The charts of a company: a list of them, the chosen one large, and below it how it is made or what it shows. */
export function TrendsView() {
  const view = useRef<HTMLElement>(null);
  const { trends: words } = useWords();
  const destination = useWindowState((state) => state.pageDestination);
  const chart = useWindowState((state) => chosenChart(state)?.id ?? null);
  useEffect(() => {
    if (destination !== null) view.current?.querySelector<HTMLElement>(".trend-frame")?.focus();
  }, [destination]);
  return (
    <section ref={view} className="trends-view" aria-label={words.label}>
      <div className="trends-panes">
        <ChartList />
        {chart !== null ? (
          <div className="trends-main">
            <ChartToolbar key={chart} />
            <ChartFrame />
            <Below />
          </div>
        ) : (
          <p className="trends-empty">{words.empty}</p>
        )}
      </div>
    </section>
  );
}

function Below() {
  const { actions } = useBookWindow();
  const { trends: words } = useWords();
  const panel = useWindowState((state) => state.trends.panel);
  const picture = useWindowState(pictureIn);
  return (
    <div className="trends-below" data-panel={panel}>
      <div className="trends-below-bar">
        <Segmented label={words.below} choices={words.panels} chosen={panel} onChoose={actions.showPanel} />
        {panel === "setup" && picture !== null && <KindChoice picture={picture} />}
      </div>
      {panel === "setup" && picture?.kind === "trend" && <TrendSetup picture={picture} />}
      {panel === "setup" && picture?.kind === "bridge" && <BridgeSetup picture={picture} />}
      {panel === "figures" && <FigureTable />}
    </div>
  );
}
