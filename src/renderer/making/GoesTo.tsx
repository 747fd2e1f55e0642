import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit } from "../state/window-state.ts";
import { lockHint } from "./locks-in-view.ts";
import { LockIcon } from "./MakingIcons.tsx";
import { documentsIn, sourceIn, sourceText } from "./sources-in-view.ts";
import "./making.css";

const BY_HAND = "";
const NEW = "new source";

/** Which source figures typed into empty cells are given to; and whether the cell in hand is locked. */
export function GoesTo() {
  const { actions } = useBookWindow();
  const { goesTo: words } = useWords().making;
  const state = useWindowState((now) => now);
  if (!canEdit(state) || state.view !== "results") return null;
  const locked = state.focused === null ? "" : lockHint(state, state.focused.span);
  if (locked !== "")
    return (
      <span className="locked-here" title={locked}>
        <LockIcon />
        <span>{locked}</span>
      </span>
    );
  return (
    <label className="goes-to" title={words.hint}>
      <span className="goes-to-label">{words.label}</span>
      <select
        aria-label={words.label}
        value={sourceIn(state) ?? BY_HAND}
        onChange={({ target }) => {
          if (target.value === NEW) actions.show({ kind: "source", source: null });
          else actions.chooseSource(target.value === BY_HAND ? null : target.value);
        }}
      >
        <option value={BY_HAND}>{words.byHand}</option>
        {documentsIn(state).map((source) => (
          <option key={source.id} value={source.id}>
            {sourceText(state, source)}
          </option>
        ))}
        <option value={NEW}>{words.add}</option>
      </select>
    </label>
  );
}
