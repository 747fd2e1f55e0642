import { Segmented } from "../bar/Segmented.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit, type Dialog, type WindowState } from "../state/window-state.ts";
import { Claims } from "./Claims.tsx";
import { Comments } from "./Comments.tsx";
import { CompanyFacts } from "./CompanyFacts.tsx";
import { Events } from "./Events.tsx";
import { Group } from "./Group.tsx";
import { Marks } from "./Marks.tsx";
import { Sources } from "./Sources.tsx";
import { affiliateInView } from "./sources-in-view.ts";
import type { SourcesPart } from "./sources-look.ts";
import "./sources.css";

const PARTS: Readonly<Record<SourcesPart, () => React.ReactNode>> = {
  sources: Sources,
  claims: Claims,
  comments: Comments,
  events: Events,
  group: Group,
  facts: CompanyFacts,
  marks: Marks,
};

/** What the figures come from, and what a book tells besides figures. */
export function SourcesView() {
  const { actions } = useBookWindow();
  const { sources: words } = useWords();
  const { part } = useWindowState((state) => state.sourcesLook);
  const Part = PARTS[part];
  return (
    <section className="sources-view" aria-label={words.label}>
      <header className="sources-header">
        <Segmented
          label={words.part}
          choices={words.parts}
          chosen={part}
          onChoose={(next) => actions.lookAtSources({ part: next })}
        />
        <AddButton part={part} />
      </header>
      <div className="sources-body">
        <Part />
      </div>
    </section>
  );
}

function AddButton({ part }: { readonly part: SourcesPart }) {
  const { actions, store } = useBookWindow();
  const { add } = useWords().sources;
  const isEditable = useWindowState(canEdit);
  const { word, dialog } = ADDING[part];
  return (
    <button
      type="button"
      className="text-button bordered sources-add"
      disabled={!isEditable}
      onClick={() => actions.show(dialog(store.getState()))}
    >
      {add[word]}
    </button>
  );
}

type AddWord = "source" | "claim" | "comment" | "event" | "affiliate" | "particular" | "break";

const ADDING: Readonly<
  Record<SourcesPart, { readonly word: AddWord; readonly dialog: (state: WindowState) => Dialog }>
> = {
  sources: { word: "source", dialog: () => ({ kind: "source", source: null }) },
  claims: { word: "claim", dialog: () => ({ kind: "claim", claim: null }) },
  comments: { word: "comment", dialog: () => ({ kind: "comment", note: null }) },
  events: { word: "event", dialog: () => ({ kind: "event", event: null }) },
  group: { word: "affiliate", dialog: () => ({ kind: "affiliate", affiliate: null }) },
  facts: {
    word: "particular",
    dialog: (state) => ({ kind: "particular", affiliate: affiliateInView(state)?.id ?? null, particular: null }),
  },
  marks: { word: "break", dialog: (state) => ({ kind: "break", id: null, line: null, boundary: breakHere(state) }) },
};

/** Before the cell in hand, or before the year of the newest figures. */
const breakHere = ({ focused, edited, company }: WindowState): number =>
  focused?.span.start ??
  Math.max(0, ...edited.shown.facts.filter((fact) => fact.company === company).map(({ span }) => span.start));
