import { useLayoutEffect, useRef, type ReactNode } from "react";
import { useBookWindow } from "../state/book-window.ts";

/**
 * What stands in front of the window until it is answered or left. The browser's own modal dialog: what is behind it
 * cannot be worked, Esc and a click beside it leave, and the focus returns to where it was.
 */
export function FrontDialog({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const { actions } = useBookWindow();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Taken out of the page without this, it would leave the focus nowhere.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`front-dialog ${className}`}
      aria-label={label}
      onClose={actions.closeDialog}
      onMouseDown={(event) => {
        // The dialog's own box is covered by its content: what is left of it is what lies behind.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div className="front-dialog-content">{children}</div>
    </dialog>
  );
}
