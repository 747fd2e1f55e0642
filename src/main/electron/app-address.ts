/** The window's own address: `kessan://app/`. */
export const SCHEME = "kessan";
export const APP_ADDRESS = `${SCHEME}://app/`;

/**
 * Whether an address is one of the window's own pages. By its parts: Node's URL gives every custom scheme the
 * origin "null", and a prefix would accept `kessan://app.example`.
 */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && url.protocol === `${SCHEME}:` && url.host === "app" && url.username === "" && url.password === ""
  );
}
