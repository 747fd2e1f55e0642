import { useState } from "react";
import { CloseIcon } from "../bar/Icons.tsx";
import { COMMANDS } from "../commands/commands.ts";
import { useBookWindow, useWords } from "../state/book-window.ts";
import { FrontDialog } from "./FrontDialog.tsx";
import { sheetSections } from "./sheet-sections.ts";
import "./palette.css";

/** Every command with its keys, to be read, searched and printed. */
export function CheatSheet() {
  const { actions } = useBookWindow();
  const words = useWords();
  const { cheatSheet, sheet } = words.commands;
  const [wanted, setWanted] = useState("");
  const sections = sheetSections(COMMANDS, words, wanted);
  return (
    <FrontDialog label={cheatSheet} className="cheat-sheet">
      <div className="sheet-heading">
        <h1>{cheatSheet}</h1>
        <input
          type="search"
          className="sheet-search"
          aria-label={sheet.search}
          placeholder={sheet.search}
          autoFocus
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <button type="button" className="text-button" onClick={() => window.print()}>
          {sheet.print}
        </button>
        <button
          type="button"
          className="icon-button"
          title={sheet.close}
          aria-label={sheet.close}
          onClick={actions.closeDialog}
        >
          <CloseIcon />
        </button>
      </div>
      <div className="sheet-scroll" tabIndex={0} role="region" aria-label={cheatSheet}>
        <div className="sheet-sections">
          {sections.length === 0 && <p className="sheet-none">{sheet.none}</p>}
          {sections.map(({ id, title, rows }) => (
            <section key={id} className="sheet-section" aria-label={title}>
              <h2>{title}</h2>
              <dl>
                {rows.map((row) => (
                  <div key={row.id} className="sheet-row">
                    <dt>{row.name}</dt>
                    <dd>
                      {row.keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </FrontDialog>
  );
}
