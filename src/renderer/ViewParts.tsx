/** What each view puts into the middle of the window, and what stands beside it; one line for each. */
import type { ComponentType } from "react";
import { BriefingView } from "./briefing/BriefingView.tsx";
import { ChartPane } from "./chart/ChartPane.tsx";
import { CheckPane } from "./checks/CheckPane.tsx";
import { ChecksView } from "./checks/ChecksView.tsx";
import { ExplanationPane } from "./explain/ExplanationPane.tsx";
import { ComparedExplanation } from "./compare/ComparedExplanation.tsx";
import { CompareView } from "./compare/CompareView.tsx";
import { PageExplanation } from "./pages/PageExplanation.tsx";
import { PageView } from "./pages/PageView.tsx";
import { SourcesView } from "./sources/SourcesView.tsx";
import { TrendsView } from "./trends/TrendsView.tsx";
import type { View } from "./state/window-state.ts";

interface ViewParts {
  /** Over the grid, which stays where it is; null: the grid itself. */
  readonly Middle: ComponentType | null;
  /** Null: nothing; the middle has the whole width. */
  readonly Side: ComponentType | null;
}

function FigureAndChart() {
  return (
    <>
      <ExplanationPane />
      <ChartPane />
    </>
  );
}

function PageFigureAndChart() {
  return (
    <>
      <PageExplanation />
      <ChartPane />
    </>
  );
}

const PAGE: ViewParts = { Middle: PageView, Side: PageFigureAndChart };

export const VIEW_PARTS: Readonly<Record<View, ViewParts>> = {
  results: { Middle: null, Side: FigureAndChart },
  period: PAGE,
  trends: { Middle: TrendsView, Side: ExplanationPane },
  services: PAGE,
  balance: PAGE,
  targets: PAGE,
  compare: { Middle: CompareView, Side: ComparedExplanation },
  checks: { Middle: ChecksView, Side: CheckPane },
  sources: { Middle: SourcesView, Side: null },
  briefing: { Middle: BriefingView, Side: null },
};
