/** Sixteen-pixel line icons; decoration, so every button that carries one has its own name. */
import type { ReactNode } from "react";

export function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const UndoIcon = () => (
  <Icon>
    <path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.5 4 3 6.5 5.5 9" />
  </Icon>
);

export const RedoIcon = () => (
  <Icon>
    <path d="M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M10.5 4 13 6.5 10.5 9" />
  </Icon>
);

export const ExportIcon = () => (
  <Icon>
    <path d="M8 2.5v7.5M5 7.2 8 10.2l3-3M3 11.5v2h10v-2" />
  </Icon>
);

export const PaneIcon = () => (
  <Icon>
    <path d="M2.5 3.5h11v9h-11zM10 3.5v9" />
  </Icon>
);

export const SidebarIcon = () => (
  <Icon>
    <path d="M2.5 3.5h11v9h-11zM6 3.5v9" />
  </Icon>
);

export const DisplayIcon = () => (
  <Icon>
    <path d="M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6" />
    <circle cx="10" cy="4.5" r="1.5" />
    <circle cx="6" cy="11.5" r="1.5" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m4.5 4.5 7 7M11.5 4.5l-7 7" />
  </Icon>
);

export const SavedIcon = () => (
  <Icon>
    <path d="m3.5 8.5 3 3 6-7" />
  </Icon>
);

export const HereIcon = () => (
  <Icon>
    <path d="M3 3.5h10v7H3zM6 13h4M8 10.5V13" />
  </Icon>
);

export const SavingIcon = () => (
  <Icon>
    <path d="M13 8a5 5 0 1 1-2-4M11 1.8V4H8.8" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M8 2.5 14 13H2zM8 6.5v3M8 11.3v.1" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M13 8H3.5M7 4.2 3.2 8 7 11.8" />
  </Icon>
);

export const FormulaIcon = () => (
  <Icon>
    <path d="M3 13.5c1.8 0 2.3-.8 2.7-2.8l1-5C7.1 3.6 7.7 2.8 9.3 2.8M4.5 6.8h4M9 9l4 4.5M13 9l-4 4.5" />
  </Icon>
);

export const StoreIcon = () => (
  <Icon>
    <path d="m3 8.5 3.2 3.5L13 4.5" />
  </Icon>
);

export const ColumnsIcon = () => (
  <Icon>
    <path d="M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9" />
  </Icon>
);

export const EarlierIcon = () => (
  <Icon>
    <path d="M10 3.5 5.5 8l4.5 4.5" />
  </Icon>
);

export const LaterIcon = () => (
  <Icon>
    <path d="M6 3.5 10.5 8 6 12.5" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />
  </Icon>
);

export const LinesIcon = () => (
  <Icon>
    <path d="m2.5 4 1.2 1.2L6 2.8M2.5 11l1.2 1.2L6 9.8M8.5 4h5M8.5 11h5" />
  </Icon>
);

export const UpIcon = () => (
  <Icon>
    <path d="M4 10 8 5.5l4 4.5" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="M4 6l4 4.5L12 6" />
  </Icon>
);
