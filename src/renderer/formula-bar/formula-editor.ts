/** The editor of one formula: CodeMirror on a single line. Loaded apart, so that the window need not wait for it. */
import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  insertBracket,
  pickedCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import {
  Compartment,
  EditorState,
  StateEffect,
  StateField,
  type Extension,
  type Range,
  type Transaction,
} from "@codemirror/state";
import { Decoration, EditorView, keymap, placeholder, type DecorationSet } from "@codemirror/view";
import type { FormulaObjection } from "#core/formula-plan.ts";
import { argumentAt, callAt, type CallAt } from "./call-at.ts";
import { kindsOf, tokensIn } from "./formula-tokens.ts";
import { pointedAt } from "./pointing.ts";
import { suggestionsFor, type NamedLine, type Suggestion } from "./suggestions.ts";

/** What the editor says, in the window's language. */
export interface FormulaEditorWords {
  readonly name: string;
  readonly placeholder: string;
  readonly completions: string;
  readonly functions: Readonly<Record<string, string>>;
}

/** What there is to say of the text, as it stands now. */
export interface Reading {
  readonly text: string;
  readonly call: CallAt | null;
  readonly objection: FormulaObjection | null;
  /** The caret is at what is objected to: it is being typed. */
  readonly isBeingTyped: boolean;
  /** Enter was pressed on it as it is. */
  readonly isRefused: boolean;
}

export interface FormulaEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** Where the pointer asked for the caret; null: everything is selected. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** The line whose formula it is. */
  readonly line: string;
  /** The id of the element that says what is wrong. */
  readonly describedBy: string;
  words(): FormulaEditorWords;
  lines(): readonly NamedLine[];
  objectionTo(text: string): FormulaObjection | null;
  onChange(reading: Reading): void;
  onStore(): void;
  onGiveUp(): void;
}

export interface FormulaEditor {
  focus(): void;
  /** Puts a line's name where the caret is, where one can stand. */
  point(line: string): void;
  /** Marks the text as refused until it is changed. */
  refuse(): void;
  /** Takes the words anew: the window speaks the other language. */
  reword(): void;
  destroy(): void;
}

const refused = StateEffect.define<null>();
const isRefused = StateField.define<boolean>({
  create: () => false,
  update: (was, change) => change.effects.some((effect) => effect.is(refused)) || (was && !change.docChanged),
});

/** A word that a completion may take the place of. */
const WORD = /[\p{L}_][\p{L}\p{N}_]*/u;

const withoutBreaks = (text: string): string => text.replace(/\s*[\r\n]+\s*/gu, " ");

export function openFormulaEditor(options: FormulaEditorOptions): FormulaEditor {
  const worded = new Compartment();
  const text = withoutBreaks(options.text);
  const readingOf = (state: EditorState): Reading => {
    const now = state.doc.toString();
    const caret = state.selection.main.head;
    const objection = state.field(objected);
    const isBeingTyped = objection !== null && objection.from <= caret && caret <= objection.to;
    return { text: now, call: callAt(now, caret), objection, isBeingTyped, isRefused: state.field(isRefused) };
  };
  const objected = StateField.define<FormulaObjection | null>({
    create: (state) => options.objectionTo(state.doc.toString()),
    update: (was, { docChanged, newDoc }) => (docChanged ? options.objectionTo(newDoc.toString()) : was),
  });
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: text,
      selection: options.at === null ? { anchor: 0, head: text.length } : { anchor: text.length },
      extensions: [
        EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ""),
        isRefused,
        objected,
        history(),
        bracketMatching(),
        closeBrackets(),
        EditorState.languageData.of(() => [{ closeBrackets: { brackets: ["("] } }]),
        autocompletion({
          override: [(context) => completionsAt(context, options)],
          icons: false,
          // Who types and takes what is offered in one go means it.
          activateOnTypingDelay: 0,
          interactionDelay: 0,
          optionClass: ({ type = "" }) => `formula-option-${type}`,
        }),
        keymap.of([
          { key: "Enter", run: () => done(options.onStore), shift: () => done(options.onStore) },
          { key: "Tab", run: (editor) => acceptCompletion(editor) || done(options.onStore) },
          { key: "Escape", run: () => done(options.onGiveUp) },
          ...closeBracketsKeymap,
          ...historyKeymap,
          ...standardKeymap,
        ]),
        singleLine,
        withoutBrowserStyle,
        EditorView.decorations.compute(["doc", "selection", isRefused], (state) => marksOf(readingOf(state))),
        worded.of(wordsOf(options)),
        EditorView.contentAttributes.of(({ state }) => ({
          "aria-label": options.words().name,
          // Where it is scrolled, it is by the keyboard as well.
          tabindex: "0",
          "aria-multiline": "false",
          "aria-describedby": options.describedBy,
          "aria-invalid": String(state.field(isRefused)),
        })),
        EditorView.updateListener.of(({ state, docChanged, selectionSet, startState }) => {
          if (docChanged || selectionSet || state.field(isRefused) !== startState.field(isRefused))
            options.onChange(readingOf(state));
        }),
      ],
    }),
  });
  if (options.at !== null) view.dispatch({ selection: { anchor: view.posAtCoords(options.at, false) } });
  view.focus();
  options.onChange(readingOf(view.state));
  return {
    focus: () => view.focus(),
    point(line) {
      const { from, to } = view.state.selection.main;
      const put = pointedAt(view.state.doc.toString(), from, to, line);
      view.focus();
      if (put === null) return;
      const { text: insert } = put;
      const anchor = put.from + insert.length;
      view.dispatch({ changes: { from: put.from, to: put.to, insert }, selection: { anchor }, userEvent: "input" });
    },
    refuse() {
      const { objection, isBeingTyped } = readingOf(view.state);
      const effects = refused.of(null);
      // Who is at it stays; else the caret goes where the mistake is.
      if (objection === null || isBeingTyped) view.dispatch({ effects });
      else view.dispatch({ effects, selection: { anchor: objection.to }, scrollIntoView: true });
      view.focus();
    },
    reword: () => view.dispatch({ effects: worded.reconfigure(wordsOf(options)) }),
    destroy: () => view.destroy(),
  };
}

/** For CodeMirror's keys: the key is taken. */
function done(act: () => void): true {
  act();
  return true;
}

const wordsOf = ({ words }: FormulaEditorOptions): Extension => [
  placeholder(words().placeholder),
  EditorState.phrases.of({ Completions: words().completions }),
];

/** Line breaks of what is pasted are spaces; the `=` that spreadsheets begin with stands before the text already. */
const singleLine: Extension = [
  EditorView.clipboardInputFilter.of((pasted) => withoutBreaks(pasted.trim()).replace(/^[=＝]\s*/u, "")),
  EditorView.inputHandler.of((_view, from, _to, typed) => from === 0 && /^[=＝]$/u.test(typed)),
  EditorState.transactionFilter.of((change) => (change.newDoc.lines > 1 ? [] : change)),
];

/**
 * What is selected is replaced here. A browser would type on in its colours by a style attribute of its own,
 * which the content policy refuses, loudly.
 */
const withoutBrowserStyle: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const typed = event.data;
    if (event.inputType !== "insertText" || typed === null || empty || view.composing) return false;
    const replace = (): Transaction =>
      view.state.update(view.state.replaceSelection(typed), { userEvent: "input.type", scrollIntoView: true });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, from, to, typed, replace))) view.dispatch(replace());
    event.preventDefault();
    return true;
  },
  compositionstart(_event, view) {
    if (!view.state.selection.main.empty) view.dispatch(view.state.replaceSelection(""));
    return false;
  },
});

/** Colours for every token, and a wavy line where something is wrong that is not being typed just now. */
function marksOf({ text, objection, isBeingTyped, isRefused: isMarked }: Reading): DecorationSet {
  const tokens = tokensIn(text);
  const kinds = kindsOf(tokens);
  const marks: Range<Decoration>[] = tokens.map(({ from, to }, index) =>
    Decoration.mark({ class: `formula-${kinds[index] ?? ""}` }).range(from, to),
  );
  if (objection !== null && (isMarked || !isBeingTyped) && text !== "") {
    const to = Math.max(objection.to, 1);
    // What is missing at the end has no characters of its own: the last one there carries the mark.
    const from = Math.min(objection.from, to - 1);
    marks.push(Decoration.mark({ class: "formula-problem" }).range(from, Math.min(to, text.length)));
  }
  return Decoration.set(marks, true);
}

function completionsAt(context: CompletionContext, options: FormulaEditorOptions): CompletionResult | null {
  const before = context.matchBefore(WORD);
  if (before === null && !context.explicit) return null;
  const word = before?.text ?? "";
  const from = before?.from ?? context.pos;
  const text = context.state.doc.toString();
  const isWord = argumentAt(callAt(text, context.pos)) === "latest|initial";
  const found = isWord ? targetWords(word) : suggestionsFor(word, options.lines(), options.line);
  // A name that is whole needs no list: Enter is to store the formula.
  const isWhole = found.some(({ id, kind }) => id === word && kind !== "function");
  if (found.length === 0 || (isWhole && !context.explicit)) return null;
  return { from, options: found.map((each) => completionOf(each, options.words())), filter: false };
}

const targetWords = (word: string): Suggestion[] =>
  ["latest", "initial"].filter((id) => id.startsWith(word)).map((id) => ({ kind: "word", id, label: "" }));

function completionOf({ kind, id, label }: Suggestion, words: FormulaEditorWords): Completion {
  if (kind !== "function") return { label: id, detail: label, type: kind };
  return { label: id, detail: words.functions[id] ?? "", type: kind, apply: applyFunction };
}

/** The name with its parentheses, the caret between them; without them where they are there. */
function applyFunction(view: EditorView, completion: Completion, from: number, to: number): void {
  const { label } = completion;
  view.dispatch({
    changes: { from, to, insert: label },
    selection: { anchor: from + label.length },
    annotations: pickedCompletion.of(completion),
    userEvent: "input.complete",
  });
  const { state } = view;
  if (state.sliceDoc(from + label.length).startsWith("(")) return;
  // As if typed: who closes the parenthesis by habit types over the one that is there.
  view.dispatch(insertBracket(state, "(") ?? state.replaceSelection("("));
}
