import { VerdictMark } from "../bar/VerdictMark.tsx";
import { claimKey, checksIn, shownIn } from "../checks/findings.ts";
import { documentsIn, sourceText } from "../making/sources-in-view.ts";
import { nameOfSource } from "../notes/name-of-source.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { claimedText } from "../state/figure-text.ts";
import { canEdit, periodOf } from "../state/window-state.ts";
import { Rows } from "./Rows.tsx";
import { claimsIn } from "./sources-in-view.ts";

const ALL = "";

/** Printed percentages and changes, with what the checks make of them. */
export function Claims() {
  const { actions } = useBookWindow();
  const { sources: words, bar, checks: checkWords } = useWords();
  const state = useWindowState((now) => now);
  const claims = claimsIn(state);
  const shown = shownIn(state);
  const byId = new Map(
    checksIn(state).flatMap((check) => (check.statement === null ? [] : [[claimKey(check.statement), check] as const])),
  );
  const { columns } = words;
  return (
    <>
      <label className="sources-filter">
        {words.filterSource}
        <select
          value={state.sourcesLook.source ?? ALL}
          onChange={({ target }) => actions.lookAtSources({ source: target.value === ALL ? null : target.value })}
        >
          <option value={ALL}>{words.allSources}</option>
          {documentsIn(state).map((source) => (
            <option key={source.id} value={source.id}>
              {sourceText(state, source)}
            </option>
          ))}
        </select>
      </label>
      {claims.length === 0 ? (
        <p className="sources-quiet">{words.none.claims}</p>
      ) : (
        <Rows
          label={words.parts.claims}
          columns={[
            ["claim", columns.claim],
            ["period", columns.period],
            ["printed", columns.printed],
            ["verdict", checkWords.columns.verdict],
            ["scope", columns.scope],
            ["source", columns.source],
            ["page", columns.page],
          ]}
          onOpen={canEdit(state) ? (claim) => actions.show({ kind: "claim", claim }) : null}
          hint={words.editThis}
          rows={claims.map((claim) => {
            const check = byId.get(claimKey(claim));
            const text = (check === undefined ? undefined : shown.get(check)?.claim) ?? claim.expression;
            return {
              key: claim.id,
              name: `${text} ${periodOf(state, claim.span)}`,
              cells: [
                text,
                periodOf(state, claim.span),
                claimedText(state, claim),
                check === undefined ? (
                  ""
                ) : (
                  <span key="verdict" className="verdict" data-verdict={check.verdict}>
                    <VerdictMark verdict={check.verdict} />
                    {checkWords.verdicts[check.verdict]}
                  </span>
                ),
                bar.scopes[claim.scope],
                nameOfSource(state, claim.source),
                claim.page,
              ],
            };
          })}
        />
      )}
    </>
  );
}
