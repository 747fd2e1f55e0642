/** The switches inside Electron's binary, set once when the app is packed: what the product never does, it cannot be made to do. */
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from "@electron/fuses";

/** Every switch there is, by its name; a new Electron with another one is refused until it stands here. */
export const FUSES = {
  /** The binary as a plain Node would run any script; parsers run in a utility process instead. */
  RunAsNode: false,
  /** Chromium's own store is encrypted by the system's keys, though the app keeps nothing there. */
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  /** Together: the app is this asar and no other. Checked by Electron on Windows and Macs; on Linux it is not. */
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  /** No page has an address of `file://`. */
  GrantFileProtocolExtraPrivileges: false,
  /** Faster, and as safe: out of bounds is caught by the processor. */
  WasmTrapHandlers: true,
} as const satisfies Record<keyof typeof FuseV1Options, boolean>;

/** Sets every switch. @throws where the binary has one that is not in {@link FUSES} */
export async function setFuses(binary: string, isMac: boolean): Promise<void> {
  const {
    RunAsNode,
    EnableCookieEncryption,
    EnableNodeOptionsEnvironmentVariable,
    EnableNodeCliInspectArguments,
    EnableEmbeddedAsarIntegrityValidation,
    OnlyLoadAppFromAsar,
    LoadBrowserProcessSpecificV8Snapshot,
    GrantFileProtocolExtraPrivileges,
    WasmTrapHandlers,
  } = FuseV1Options;
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // A changed binary of Apple's processors does not start without a signature of its own.
    resetAdHocDarwinSignature: isMac,
    [RunAsNode]: FUSES.RunAsNode,
    [EnableCookieEncryption]: FUSES.EnableCookieEncryption,
    [EnableNodeOptionsEnvironmentVariable]: FUSES.EnableNodeOptionsEnvironmentVariable,
    [EnableNodeCliInspectArguments]: FUSES.EnableNodeCliInspectArguments,
    [EnableEmbeddedAsarIntegrityValidation]: FUSES.EnableEmbeddedAsarIntegrityValidation,
    [OnlyLoadAppFromAsar]: FUSES.OnlyLoadAppFromAsar,
    [LoadBrowserProcessSpecificV8Snapshot]: FUSES.LoadBrowserProcessSpecificV8Snapshot,
    [GrantFileProtocolExtraPrivileges]: FUSES.GrantFileProtocolExtraPrivileges,
    [WasmTrapHandlers]: FUSES.WasmTrapHandlers,
  });
}

/** As a binary writes a switch that is on. */
const ON = "1".charCodeAt(0);

/** The switches of a binary as they are. */
export async function readFuses(binary: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(binary);
  const names = Object.keys(FUSES) as (keyof typeof FUSES)[];
  return Object.fromEntries(names.map((name) => [name, wire[FuseV1Options[name]] === ON]));
}
