import { useId, useRef } from "react";
import type { Company } from "#core/book.ts";
import { planStepCompany } from "#core/company-plans.ts";
import { keyText } from "../commands/keys.ts";
import { MoreIcon, PlusIcon } from "../making/MakingIcons.tsx";
import { viewKey, VIEWS } from "../state/views.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit, companyNameOf } from "../state/window-state.ts";
import { Books } from "./Books.tsx";
import "./sidebar.css";

/** The left pane: the companies of the book, the views of the one that is shown, and the books at hand. */
export function Sidebar() {
  const isShown = useWindowState((state) => state.isSidebarShown);
  const { sidebar } = useWords();
  return (
    <nav className="sidebar" aria-label={sidebar.label} hidden={!isShown}>
      <Companies />
      <Views />
      <Books />
    </nav>
  );
}

function Companies() {
  const { actions } = useBookWindow();
  const { sidebar, making } = useWords();
  const state = useWindowState((now) => now);
  const companies = state.edited.shown.companies.toSorted((a, b) => a.position - b.position);
  return (
    <section aria-label={sidebar.companies}>
      <div className="sidebar-heading">
        <h2>{sidebar.companies}</h2>
        {canEdit(state) && (
          <button
            type="button"
            className="sidebar-tool"
            title={making.company.add}
            aria-label={making.company.add}
            onClick={() => actions.show({ kind: "company", company: null })}
          >
            <PlusIcon />
          </button>
        )}
      </div>
      <ul>
        {companies.map((company) => (
          <li key={company.id} className="sidebar-row">
            <button
              type="button"
              className="sidebar-item"
              aria-current={company.id === state.company ? "true" : undefined}
              title={companyNameOf(company, state.settings.language)}
              onClick={() => actions.showCompany(company.id)}
            >
              {companyNameOf(company, state.settings.language)}
            </button>
            {canEdit(state) && <CompanyMenu company={company} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What can be done with a company. The browser's own popover: Esc and a click beside it close it. */
function CompanyMenu({ company }: { readonly company: Company }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const { actions } = useBookWindow();
  const { making, lines } = useWords();
  const { company: words } = making;
  const state = useWindowState((now) => now);
  const book = state.edited.shown;
  const name = companyNameOf(company, state.settings.language);
  const up = planStepCompany(book, company.id, -1);
  const down = planStepCompany(book, company.id, 1);
  const item = (text: string, act: () => void, isOffered = true) => (
    <button
      type="button"
      role="menuitem"
      className="sidebar-menu-item"
      disabled={!isOffered}
      onClick={() => {
        menu.current?.hidePopover();
        act();
      }}
    >
      {text}
    </button>
  );
  const move = (plan: typeof up): void => {
    if (plan !== null) void actions.changeRows(plan.changes, plan.deed);
  };
  return (
    <>
      <button
        type="button"
        className="sidebar-tool sidebar-more"
        popoverTarget={id}
        title={words.menu(name)}
        aria-label={words.menu(name)}
        style={{ anchorName: anchorOf(id) }}
      >
        <MoreIcon />
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        className="sidebar-menu"
        aria-label={words.menu(name)}
        style={{ positionAnchor: anchorOf(id) }}
      >
        {item(words.edit, () => actions.show({ kind: "company", company: company.id }))}
        {item(
          lines.ofCompany,
          () => actions.show({ kind: "lines" }),
          // The dialog is about the company on screen.
          company.id === state.company,
        )}
        {item(words.up, () => move(up), up !== null)}
        {item(words.down, () => move(down), down !== null)}
        {item(
          words.remove,
          () => actions.show({ kind: "remove-company", company: company.id }),
          book.companies.length > 1,
        )}
      </div>
    </>
  );
}

/** A name for CSS out of React's own, which has characters that a name may not. */
const anchorOf = (id: string): string => `--company-${id.replace(/[^a-z0-9]/giu, "")}`;

function Views() {
  const { actions } = useBookWindow();
  const { bar } = useWords();
  const view = useWindowState((state) => state.view);
  return (
    <section aria-label={bar.view}>
      <h2>{bar.view}</h2>
      <ul>
        {VIEWS.map((each) => (
          <li key={each}>
            <button
              type="button"
              className="sidebar-item"
              aria-current={each === view ? "page" : undefined}
              title={`${bar.viewHints[each]} (${keyText(viewKey(each))})`}
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
