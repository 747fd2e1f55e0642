/** A pipe that carries text. Nothing above it knows which pipe it is. */
export interface Wire {
  /** Does nothing once the wire is closed. */
  send(text: string): void;
  /** One listener; set it before the other end may speak. */
  onText(listen: (text: string) => void): void;
  /** Called once, when no more text can pass; at once where that is so already. */
  onClose(listen: () => void): void;
  close(): void;
}
