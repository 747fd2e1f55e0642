/** What a page may not do, whatever became of it. Electron's own defaults allow most of this. */
import type { Session, WebContents } from "electron";
import { isOwnAddress } from "./app-address.ts";

/** Refuses every permission and every device. All four handlers: without the check, asking is refused but having is not. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setSpellCheckerEnabled(false);
}

/** Keeps a window on its own address: no navigation, no redirect, no second window, no embedded page. */
export function guardContents(contents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  };
  contents.on("will-navigate", stay);
  // The first is not told of frames, and neither of what a server redirects.
  contents.on("will-frame-navigate", stay);
  contents.on("will-redirect", stay);
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}
