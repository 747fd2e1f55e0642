import { useState } from "react";
import { flushSync } from "react-dom";
import { COMMANDS } from "../commands/commands.ts";
import { keyText } from "../commands/keys.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { ChoiceBox, type Choice } from "./ChoiceBox.tsx";
import { paletteEntries, type PaletteEntry } from "./entries.ts";
import { FrontDialog } from "./FrontDialog.tsx";
import "./palette.css";

/** Every command by its name, and a way to any cell. */
export function Palette() {
  const { actions, store } = useBookWindow();
  const { commands: words, compare } = useWords();
  const state = useWindowState((now) => now);
  const [text, setText] = useState("");
  const entries = paletteEntries(state, COMMANDS, text);

  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    // The focus is back where it was before the command finds it.
    flushSync(actions.closeDialog);
    if (entry.kind === "go") actions.travel(entry.option.place);
    else if (entry.kind === "company") actions.goToCompany(entry.company);
    else {
      actions.rememberCommand(entry.command.id);
      entry.command.run(actions, store.getState());
    }
  };
  return (
    <FrontDialog label={words.list.label} className="palette">
      <ChoiceBox
        label={words.list.label}
        placeholder={words.list.placeholder}
        text={text}
        onText={setText}
        choices={entries.map((entry) => choiceOf(entry, words, compare.companyAside))}
        onChoose={(index) => choose(entries[index])}
        message={words.list.none}
      />
    </FrontDialog>
  );
}

function choiceOf(entry: PaletteEntry, words: ReturnType<typeof useWords>["commands"], companyAside: string): Choice {
  if (entry.kind === "company") {
    const content = (
      <>
        <span className="choice-name">{entry.name}</span>
        <span className="choice-aside">{companyAside}</span>
      </>
    );
    return { key: `company ${entry.company}`, content, isOffered: true };
  }
  if (entry.kind === "go") {
    const { place, line, period, range } = entry.option;
    const key = `go ${place.line} ${place.span.start} ${place.span.length}`;
    const content = (
      <>
        <span className="choice-name">{words.list.goTo(`${line} ${period}`)}</span>
        <span className="choice-aside">{range}</span>
      </>
    );
    return { key, content, isOffered: true };
  }
  const { command, name, isOffered, isRecent } = entry;
  const [key] = command.keys;
  const content = (
    <>
      <span className="choice-name">{name}</span>
      {!isOffered && <span className="choice-aside">{words.list.unavailable}</span>}
      {isOffered && isRecent && <span className="choice-aside">{words.list.recent}</span>}
      <span className="choice-group">{words.groups[command.group]}</span>
      <span className="choice-key">{key === undefined ? "" : <kbd>{keyText(key)}</kbd>}</span>
    </>
  );
  return { key: command.id, content, isOffered };
}
