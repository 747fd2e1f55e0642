/** What makes the stand-in strict: whatever it does not know throws, so that no test passes on a call nobody made true. */
import { EventEmitter } from "node:events";

/** Looked up by promises, printers and serializers on anything they are given. */
const ASKED_BY_LANGUAGE = new Set(["then", "toJSON", "constructor", "nodeType", "asymmetricMatch"]);

/** The same object; reading or setting what it does not have throws. */
export function strict<Known extends object>(name: string, known: Known): Known {
  const refuse = (key: string): never => {
    throw new Error(`Electron's stand-in does not know ${name}.${key}: add it there, as Electron has it.`);
  };
  return new Proxy(known, {
    get(own, key) {
      if (typeof key === "string" && !(key in own) && !ASKED_BY_LANGUAGE.has(key)) refuse(key);
      return Reflect.get(own, key) as unknown;
    },
    set(own, key, value) {
      if (typeof key === "string" && !(key in own)) refuse(key);
      return Reflect.set(own, key, value);
    },
  });
}

/** Throws where an object has a key that is not among those known. */
export function onlyKnown(name: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new Error(`Electron's stand-in does not know ${name}.${unknown}.`);
}

type EventOf<Emitter, Name extends string> = Name extends string
  ? Emitter extends { on(event: Name, listen: never): unknown }
    ? Name
    : never
  : never;

/** Events of one of Electron's emitters; a name that electron.d.ts does not have there does not compile. */
export const eventsOf =
  <Emitter>() =>
  <const Name extends string>(...names: readonly (Name & EventOf<Emitter, Name>)[]): readonly Name[] =>
    names;

/** Satisfied only where Electron's own has everything that ours has. */
export type Invented<Mine, Real> = Record<Exclude<keyof Mine, keyof Real>, never>;

/** An emitter that refuses listeners for events it will never have: a listener that is never called proves nothing. */
export class KnownEvents extends EventEmitter {
  readonly knownEvents: readonly string[];

  constructor(knownEvents: readonly string[]) {
    super();
    this.knownEvents = knownEvents;
  }

  override on(event: string, listen: (...args: never[]) => void): this {
    if (!this.knownEvents.includes(event)) throw new Error(`Electron's stand-in does not know the event ${event}.`);
    return super.on(event, listen as (...args: unknown[]) => void);
  }

  override addListener(event: string, listen: (...args: never[]) => void): this {
    return this.on(event, listen);
  }

  override prependListener(event: string): this {
    throw new Error(`Electron's stand-in has no listeners before others: ${event}.`);
  }

  override prependOnceListener(event: string): this {
    return this.prependListener(event);
  }

  override once(event: string, listen: (...args: never[]) => void): this {
    const wrapped = (...args: never[]): void => {
      this.off(event, wrapped as (...args: unknown[]) => void);
      listen(...args);
    };
    return this.on(event, wrapped);
  }
}

/** Tells the listeners of an event that can be prevented; true where one prevented it. */
export function isPrevented(
  emitter: EventEmitter,
  event: string,
  particulars: object = {},
  ...more: unknown[]
): boolean {
  let prevented = false;
  const told = { ...particulars, preventDefault: () => (prevented = true) };
  emitter.emit(event, strict(`the event ${event}`, told), ...more);
  return prevented;
}

/** Throws, as Electron does, for what structured clone cannot carry; and for what this stand-in does not carry yet. */
export function carriedText(what: string, message: unknown): string {
  structuredClone(message);
  if (typeof message !== "string") throw new Error(`Electron's stand-in carries only text by ${what}.`);
  return message;
}
