import { makeNonce, pageResponse, plainResponse, type PageResponse, type Pages } from "#handlers/pages.ts";
import { isOwnAddress } from "./app-address.ts";

/** The handler of the custom protocol: the same answers as the loopback server's, by the same function. */
export function answerPages(pages: Pages): (request: Request) => Response {
  return ({ method, url }) => {
    if (!isOwnAddress(url)) return asResponse(plainResponse(403, "Refused: this is not Kessan's address."));
    if (method !== "GET") return asResponse(plainResponse(405, "Refused: pages are only read."));
    return asResponse(pageResponse(pages, new URL(url).pathname, makeNonce()));
  };
}

function asResponse({ status, headers, body }: PageResponse): Response {
  return new Response(body, { status, headers });
}
