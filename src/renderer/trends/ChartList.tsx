import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { chosenChart, isChanged, listedCharts, titleOf, type ListedChart } from "./charts-in-view.ts";

/** The charts to choose from: those that stand ready, then those that were kept. */
export function ChartList() {
  const { trends: words } = useWords();
  const charts = useWindowState(listedCharts);
  const kept = charts.filter(({ saved }) => saved !== null);
  return (
    <nav className="chart-list" aria-label={words.charts}>
      <Group title={words.ready} charts={charts.filter(({ saved }) => saved === null)} />
      <Group title={words.saved} charts={kept} />
      {kept.length === 0 && <p className="chart-list-none">{words.noneSaved}</p>}
    </nav>
  );
}

function Group({ title, charts }: { readonly title: string; readonly charts: readonly ListedChart[] }) {
  const { actions } = useBookWindow();
  const { trends: words } = useWords();
  const state = useWindowState((now) => now);
  const chosen = chosenChart(state);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {charts.map((chart) => (
          <li key={chart.id}>
            <button
              type="button"
              className="sidebar-item"
              title={titleOf(state, chart)}
              aria-current={chart.id === chosen?.id ? "true" : undefined}
              onClick={() => actions.chooseChart(chart.id)}
            >
              {titleOf(state, chart)}
              {isChanged(state, chart) && (
                <span className="chart-changed" title={words.changed} aria-label={words.changed} role="img">
                  *
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
