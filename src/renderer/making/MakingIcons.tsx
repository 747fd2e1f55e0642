/** The icons of what is made and changed. */
import { Icon } from "../bar/Icons.tsx";

/** A leaf of a calendar. */
export const DayIcon = () => (
  <Icon>
    <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5" />
    <path d="M8 9v1.8l1.3.7" />
  </Icon>
);

export const LockIcon = () => (
  <Icon>
    <path d="M4 7.5h8v6H4zM5.8 7.5V5.2a2.2 2.2 0 0 1 4.4 0v2.3" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M8 3.5v9M3.5 8h9" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />
  </Icon>
);
