/** The fields that dialogs are made of. What is wrong with one stands under it. */
import { useEffect, useId, useRef, type ReactNode } from "react";
import { LONGEST_NAME } from "#core/book.ts";
import { useWindowState, useWords } from "../state/book-window.ts";

interface FieldProps {
  readonly label: string;
  readonly problem?: string | undefined;
  /** What can be said in it, in a line below, until something is wrong. */
  readonly help?: string | undefined;
  readonly children: (id: string, problemId: string | undefined) => ReactNode;
}

/** A label over what it names. */
export function Field({ label, problem, help, children }: FieldProps) {
  const id = useId();
  const said = problem ?? help;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id, said === undefined ? undefined : `${id}-problem`)}
      <p id={`${id}-problem`} className={problem === undefined ? "field-help" : "field-problem"} aria-live="polite">
        {said ?? ""}
      </p>
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly hint?: string | undefined;
  readonly text: string;
  readonly problem?: string | undefined;
  readonly language?: string | undefined;
  readonly list?: string | undefined;
  readonly isCode?: boolean;
  readonly isFirst?: boolean;
  readonly isDate?: boolean;
  readonly onText: (text: string) => void;
}

/** @param isFirst has the focus when the dialog opens, with what is in it selected */
export function TextField(props: TextFieldProps) {
  const {
    label,
    help,
    hint,
    text,
    problem,
    language,
    list,
    isCode = false,
    isFirst = false,
    isDate = false,
    onText,
  } = props;
  const input = useRef<HTMLInputElement>(null);
  const { making } = useWords();
  useEffect(() => {
    if (isFirst) input.current?.select();
  }, [isFirst]);
  return (
    <Field
      help={help}
      label={label}
      problem={problem ?? (isCode || text.length < LONGEST_NAME ? undefined : making.longest(LONGEST_NAME))}
    >
      {(id, problemId) => (
        <input
          ref={input}
          id={id}
          type={isDate ? "date" : "text"}
          className={isCode ? "code-input" : ""}
          lang={language}
          list={list}
          placeholder={hint}
          title={hint}
          spellCheck={!isCode}
          maxLength={isCode ? undefined : LONGEST_NAME}
          autoComplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={problemId}
          value={text}
          onChange={({ target }) => onText(target.value)}
        />
      )}
    </Field>
  );
}

interface AreaFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  readonly problem?: string | undefined;
  readonly language?: string;
  readonly rows?: number;
  readonly isFirst?: boolean;
  readonly onText: (text: string) => void;
}

function AreaField(props: AreaFieldProps) {
  const { label, hint, text, problem, language, rows = 3, isFirst = false, onText } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isFirst) area.current?.select();
  }, [isFirst]);
  return (
    <Field label={label} problem={problem}>
      {(id, problemId) => (
        <textarea
          ref={area}
          id={id}
          rows={rows}
          lang={language}
          placeholder={hint}
          aria-invalid={problem !== undefined}
          aria-describedby={problemId}
          value={text}
          onChange={({ target }) => onText(target.value)}
        />
      )}
    </Field>
  );
}

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly text: string;
}

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: string;
  readonly problem?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onChoose: (value: Value) => void;
}

export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, choices, chosen, problem, isDisabled = false, onChoose } = props;
  return (
    <Field label={label} problem={problem}>
      {(id, problemId) => (
        <select
          id={id}
          value={chosen}
          disabled={isDisabled}
          aria-invalid={problem !== undefined}
          aria-describedby={problemId}
          onChange={({ target }) => {
            const choice = choices.find(({ value }) => value === target.value);
            if (choice !== undefined) onChoose(choice.value);
          }}
        >
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The choices of a table of words, in its order. */
export const choicesOf = <Value extends string>(words: Readonly<Record<Value, string>>): Choice<Value>[] =>
  (Object.keys(words) as Value[]).map((value) => ({ value, text: words[value] }));

/** A text in both languages. */
export interface InBoth {
  readonly en: string;
  readonly ja: string;
}

interface BothProps {
  readonly label: string;
  readonly texts: InBoth;
  readonly problem?: string | undefined;
  readonly isLong?: boolean;
  readonly isFirst?: boolean;
  readonly onTexts: (texts: InBoth) => void;
}

/** One text in English and in Japanese, the window's language first. One of them is enough. */
export function BothFields({ label, texts, problem, isLong = false, isFirst = false, onTexts }: BothProps) {
  const { making } = useWords();
  const { language } = useWindowState(({ settings }) => settings);
  const order = language === "ja" ? (["ja", "en"] as const) : (["en", "ja"] as const);
  return (
    <div className={isLong ? "both-long" : "field-row"}>
      {order.map((each, index) => {
        const shared = {
          label: `${label} (${each === "en" ? making.english : making.japanese})`,
          text: texts[each],
          problem: index === 0 ? problem : undefined,
          language: each,
          isFirst: isFirst && index === 0,
          onText: (text: string) => onTexts({ ...texts, [each]: text }),
        };
        return isLong ? <AreaField key={each} {...shared} /> : <TextField key={each} {...shared} />;
      })}
    </div>
  );
}
