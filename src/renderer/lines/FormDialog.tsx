import { useId, useLayoutEffect, useRef, type FormEvent, type ReactNode } from "react";
import { useBookWindow, useWords } from "../state/book-window.ts";
import "./lines.css";

interface FormDialogProps {
  readonly title: string;
  readonly className: string;
  /** What the button says that does it. */
  readonly submit: string;
  readonly canSubmit: boolean;
  readonly isDanger?: boolean;
  readonly onSubmit: () => void;
  /** Between what is filled in and the buttons; it stays in sight. */
  readonly below?: ReactNode;
  /** Beside the buttons. */
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
}

/**
 * Something to fill in or to agree to, in front of the window. Esc leaves it; a click beside it does not,
 * as that would throw away what was typed. The focus returns to where it was.
 */
export function FormDialog({
  title,
  className,
  submit,
  canSubmit,
  isDanger = false,
  onSubmit,
  below,
  footer,
  children,
}: FormDialogProps) {
  const id = useId();
  const { actions } = useBookWindow();
  const { lines } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Taken out of the page without this, it would leave the focus nowhere.
    return () => element?.close();
  }, []);
  const onForm = (event: FormEvent): void => {
    event.preventDefault();
    if (canSubmit) onSubmit();
  };
  return (
    <dialog ref={dialog} className={`form-dialog ${className}`} aria-labelledby={id} onClose={actions.closeDialog}>
      <form onSubmit={onForm} noValidate>
        <h2 id={id}>{title}</h2>
        <div className="form-dialog-body">{children}</div>
        {below}
        <footer>
          <div className="form-dialog-aside">{footer}</div>
          <button type="button" className="text-button" onClick={() => dialog.current?.close()}>
            {lines.dialog.cancel}
          </button>
          <button
            type="submit"
            className={`text-button ${isDanger ? "danger-button" : "main-button"}`}
            disabled={!canSubmit}
          >
            {submit}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
