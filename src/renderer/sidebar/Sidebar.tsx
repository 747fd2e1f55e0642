import { VIEWS } from "../state/window-state.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { companyNameOf } from "../state/window-state.ts";
import "./sidebar.css";

/** The left pane: the companies of the book, and the views of the one that is shown. */
export function Sidebar() {
  const isShown = useWindowState((state) => state.isSidebarShown);
  const { sidebar } = useWords();
  return (
    <nav className="sidebar" aria-label={sidebar.label} hidden={!isShown}>
      <Companies />
      <Views />
    </nav>
  );
}

function Companies() {
  const { actions } = useBookWindow();
  const { sidebar } = useWords();
  const state = useWindowState((now) => now);
  const companies = state.edited.shown.companies.toSorted((a, b) => a.position - b.position);
  return (
    <section aria-label={sidebar.companies}>
      <h2>{sidebar.companies}</h2>
      <ul>
        {companies.map((company) => (
          <li key={company.id}>
            <button
              type="button"
              className="sidebar-item"
              aria-current={company.id === state.company ? "true" : undefined}
              onClick={() => actions.showCompany(company.id)}
            >
              {companyNameOf(company, state.settings.language)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Views() {
  const { actions } = useBookWindow();
  const { bar } = useWords();
  const view = useWindowState((state) => state.view);
  return (
    <section aria-label={bar.view}>
      <h2>{bar.view}</h2>
      <ul>
        {VIEWS.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              className="sidebar-item"
              aria-current={each === view ? "page" : undefined}
              title={`${bar.viewHints[each]} (Alt+${index + 1})`}
              onClick={() => actions.switchView(each)}
            >
              {bar.views[each]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
