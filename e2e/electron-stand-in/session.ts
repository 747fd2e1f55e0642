/** `protocol` and `session`: the schemes of the app, and what its pages may have. */
import type { CustomScheme, Protocol, Session, session as realSession } from "electron";
import {
  DEVICE_TYPES,
  PERMISSIONS,
  type Permission,
  type PermissionCheck,
  type PermissionRequest,
} from "#main/electron/fixtures/every-permission.ts";
import { appAsked, beforeReady, isReady, switchValue } from "./app.ts";
import { link } from "./screen-link.ts";
import { onlyKnown, strict } from "./strict.ts";

type Answer = (request: Request) => Response | Promise<Response>;

/** Those that Kessan asks for; another one changes what a page may do in ways the screen does not show. */
const KNOWN_PRIVILEGES = ["standard", "secure", "supportFetchAPI"];

const privileged: CustomScheme[] = [];
const handlers = new Map<string, Answer>();

export const protocol = strict("protocol", {
  registerSchemesAsPrivileged(schemes) {
    beforeReady("protocol.registerSchemesAsPrivileged");
    if (privileged.length > 0) throw new Error("protocol.registerSchemesAsPrivileged can be called only once.");
    for (const { scheme, privileges = {} } of schemes)
      onlyKnown(`the privileges of ${scheme}`, privileges, KNOWN_PRIVILEGES);
    privileged.push(...schemes);
  },
} satisfies Pick<Protocol, "registerSchemesAsPrivileged">);

const schemeOf = (url: string): string => new URL(url).protocol.slice(0, -1);
const hasPrivilege = (scheme: string, name: "standard" | "secure" | "supportFetchAPI"): boolean =>
  privileged.find((each) => each.scheme === scheme)?.privileges?.[name] === true;

/**
 * Throws where the window could not show an address as the app means it. Without `standard` and `secure` a page has
 * an opaque origin: its policy's 'self' matches nothing and it is no secure context.
 */
export function checkAddress(url: string): void {
  const scheme = schemeOf(url);
  if (!handlers.has(scheme)) throw new Error(`ERR_UNKNOWN_URL_SCHEME: nothing handles ${url}.`);
  for (const privilege of ["standard", "secure"] as const) {
    if (!hasPrivilege(scheme, privilege))
      throw new Error(
        `${scheme}: was not registered as ${privilege} before ready, so ${url} would have no origin of its own.`,
      );
  }
}

let checkPermission: PermissionCheck | null = null;
let requestPermission: PermissionRequest | null = null;
let permitDevice: Parameters<Session["setDevicePermissionHandler"]>[0] = null;
let requestDisplay: Parameters<Session["setDisplayMediaRequestHandler"]>[0] = null;
let isSpellingOff = false;

const defaultSession = strict("session.defaultSession", {
  protocol: strict("session.protocol", {
    handle(scheme, answer) {
      if (handlers.has(scheme)) throw new Error(`${scheme}: is handled already.`);
      handlers.set(scheme, answer as Answer);
    },
  } satisfies Pick<Protocol, "handle">),
  setPermissionCheckHandler(handler) {
    checkPermission = handler;
  },
  setPermissionRequestHandler(handler) {
    requestPermission = handler;
  },
  setDevicePermissionHandler(handler) {
    permitDevice = handler;
  },
  setDisplayMediaRequestHandler(handler) {
    requestDisplay = handler;
  },
  setSpellCheckerEnabled(isEnabled) {
    if (isEnabled) throw new Error("The stand-in has no spell checker, whose dictionaries come from the network.");
    isSpellingOff = true;
  },
} satisfies Pick<
  Session,
  | "setPermissionCheckHandler"
  | "setPermissionRequestHandler"
  | "setDevicePermissionHandler"
  | "setDisplayMediaRequestHandler"
  | "setSpellCheckerEnabled"
> & { protocol: object });

export const session = strict("session", {
  get defaultSession() {
    if (!isReady()) throw new Error("Session can only be received when app is ready.");
    return defaultSession;
  },
} satisfies Partial<Record<keyof typeof realSession, unknown>>);

/** What a handler calls back with. It must do so at once: an answer that comes later would be looked for too early. */
function calledBack<Given>(what: string, handle: (callback: (given: Given) => void) => void): Given {
  const given: Given[] = [];
  handle((answer) => given.push(answer));
  const [answer] = given;
  if (answer === undefined) throw new Error(`Electron's stand-in had no answer at once to: ${what}.`);
  return answer;
}

function isGranted(permission: Permission): boolean {
  const isHad = checkPermission?.(null, permission, "", {} as never) ?? true;
  const request = requestPermission;
  if (isHad || request === null) return true;
  return calledBack<boolean>(permission, (callback) => request({} as never, permission, callback, {} as never));
}

/** Electron grants whatever nobody refuses: both the question and the having must be refused. */
link.answer("permissions.granted", async () => {
  const display = requestDisplay;
  const isDisplayShared =
    display === null || calledBack<object | null>("display media", (give) => display({} as never, give)) !== null;
  return [
    ...PERMISSIONS.filter(isGranted),
    ...DEVICE_TYPES.filter((deviceType) => permitDevice?.({ deviceType, origin: "", device: {} as never }) ?? true),
    ...(isDisplayShared ? ["display media"] : []),
    ...(isSpellingOff ? [] : ["spelling"]),
  ];
});

link.answer("page.request", async ({ url, method, headers, isFetch }) => {
  const scheme = schemeOf(url);
  const answer = handlers.get(scheme);
  if (answer === undefined) {
    if (switchValue("host-resolver-rules") !== "MAP * ~NOTFOUND")
      throw new Error(`${url} would have gone to the network: no host-resolver-rules forbid it.`);
    return null;
  }
  if (isFetch && !hasPrivilege(scheme, "supportFetchAPI"))
    throw new Error(`Fetch does not support the scheme ${scheme}.`);
  const response = await answer(new Request(url, { method, headers }));
  if (response.status >= 300 && response.status < 400) throw new Error("Electron's stand-in does not know redirects.");
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
});

link.answer("asked.see", async () => ({ schemes: privileged, ...appAsked() }));
