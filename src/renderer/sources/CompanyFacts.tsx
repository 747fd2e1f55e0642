import { planStep } from "#core/row-plans.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit, companyName, companyNameOf } from "../state/window-state.ts";
import { affiliateInView, factsInView, groupIn } from "./sources-in-view.ts";

const THE_COMPANY = "";

/** The overview of the company, or of one of its group: its seat, its capital, what it does. */
export function CompanyFacts() {
  const { actions } = useBookWindow();
  const { sources: words } = useWords();
  const state = useWindowState((now) => now);
  const { language } = state.settings;
  const isEditable = canEdit(state);
  const affiliate = affiliateInView(state);
  const facts = factsInView(state);
  const pick = (en: string, ja: string): string => (language === "ja" ? ja || en : en || ja);
  const name = affiliate === null ? companyName(state) : companyNameOf(affiliate, language);
  const step = (id: string, by: -1 | 1): void => {
    const plan = planStep("particulars", facts, id, by, "group");
    if (plan !== null) void actions.changeRows(plan.changes, plan.deed);
  };
  return (
    <>
      <label className="sources-filter">
        {words.facts.of}
        <select
          value={affiliate?.id ?? THE_COMPANY}
          onChange={({ target }) =>
            actions.lookAtSources({ affiliate: target.value === THE_COMPANY ? null : target.value })
          }
        >
          <option value={THE_COMPANY}>{companyName(state)}</option>
          {groupIn(state).map((each) => (
            <option key={each.id} value={each.id}>
              {companyNameOf(each, language)}
            </option>
          ))}
        </select>
      </label>
      {facts.length === 0 ? (
        <p className="sources-quiet">{words.none.facts}</p>
      ) : (
        <table className="source-table fact-table" aria-label={name}>
          <tbody>
            {facts.map((fact, index) => {
              const label = pick(fact.labelEn, fact.labelJa);
              return (
                <tr key={fact.id}>
                  <th scope="row">
                    {isEditable ? (
                      <button
                        type="button"
                        className="row-button"
                        title={words.editThis(label)}
                        onClick={() =>
                          actions.show({ kind: "particular", affiliate: fact.affiliate, particular: fact.id })
                        }
                      >
                        {label}
                      </button>
                    ) : (
                      label
                    )}
                  </th>
                  <td>{pick(fact.textEn, fact.textJa)}</td>
                  <td className="fact-steps">
                    {isEditable && (
                      <>
                        <button
                          type="button"
                          className="icon-button"
                          aria-label={`${words.facts.up}: ${label}`}
                          title={words.facts.up}
                          disabled={index === 0}
                          onClick={() => step(fact.id, -1)}
                        >
                          ↑
                        </button>
                        <button
                          type="button"
                          className="icon-button"
                          aria-label={`${words.facts.down}: ${label}`}
                          title={words.facts.down}
                          disabled={index === facts.length - 1}
                          onClick={() => step(fact.id, 1)}
                        >
                          ↓
                        </button>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}
