/**
 * Loaded before Electron's installer, which prints an error without its cause: "fetch failed", whatever it was that
 * failed. Here the cause's own sign joins the words: ENOTFOUND, ECONNREFUSED, CERT_HAS_EXPIRED.
 */
const { fetch } = globalThis;

globalThis.fetch = async (...asked) => {
  try {
    return await fetch(...asked);
  } catch (error) {
    if (!(error instanceof Error) || !(error.cause instanceof Error)) throw error;
    const { cause } = error;
    const sign = "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
    throw new Error(`${error.message}: ${sign}`, { cause });
  }
};

export {};
