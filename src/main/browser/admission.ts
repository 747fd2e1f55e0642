/**
 * Who may ask the wire: whoever holds the token. A window gets it for a code that works once, so that
 * nothing that stays visible (an address, a history, a terminal) opens a second window.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 bits: nobody guesses it. */
const SECRET_BYTES = 32;

export interface Admission {
  newCode(): string;
  /** The token, or null for a code that was never given out or was used already. */
  redeem(code: string): string | null;
  admits(token: string): boolean;
}

export function makeAdmission(): Admission {
  const token = newSecret();
  const tokenHash = hash(token);
  const unusedCodes = new Set<string>();
  return {
    newCode() {
      const code = newSecret();
      unusedCodes.add(hash(code).toString("hex"));
      return code;
    },
    redeem: (code) => (unusedCodes.delete(hash(code).toString("hex")) ? token : null),
    admits: (offered) => timingSafeEqual(hash(offered), tokenHash),
  };
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** Equal lengths for the comparison, and times that say nothing about the secret. */
function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
