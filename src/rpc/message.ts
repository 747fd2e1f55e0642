/** What passes over a wire, one JSON object a text. */
import { decode, encode, NotJson, type Json } from "./codec.ts";
import { isRecordOfText, type Refusal } from "./refusal.ts";

export type Message =
  | { readonly kind: "ask"; readonly id: number; readonly method: string; readonly argument: Json }
  | { readonly kind: "answer"; readonly id: number; readonly value: Json }
  | ({ readonly kind: "refuse"; readonly id: number } & Refusal)
  | { readonly kind: "event"; readonly name: string; readonly value: Json };

/** Takes payloads as unknown: the codec is what proves that they are JSON. Throws NotJson where they are not. */
export function writeMessage(message: { readonly kind: Message["kind"] } & Readonly<Record<string, unknown>>): string {
  return encode(message);
}

/** Throws NotJson for every text that {@link writeMessage} would not have written. */
export function readMessage(text: string): Message {
  const message = decode(text);
  if (!isMessage(message)) throw new NotJson("The text is not a message.");
  return message;
}

function isMessage(value: unknown): value is Message {
  if (typeof value !== "object" || value === null) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  const hasId = Number.isSafeInteger(members.get("id"));
  switch (members.get("kind")) {
    case "ask":
      return hasId && typeof members.get("method") === "string" && members.has("argument");
    case "answer":
      return hasId && members.has("value");
    case "refuse":
      return hasId && typeof members.get("code") === "string" && isRecordOfText(members.get("particulars"));
    case "event":
      return typeof members.get("name") === "string" && members.has("value");
    default:
      return false;
  }
}
