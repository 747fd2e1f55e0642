import type { ReactNode } from "react";
import { AffiliateDialog } from "../sources/AffiliateDialog.tsx";
import { CommentDialog } from "../sources/CommentDialog.tsx";
import { EventDialog } from "../sources/EventDialog.tsx";
import { ParticularDialog } from "../sources/ParticularDialog.tsx";
import { AsOfDialog } from "./AsOfDialog.tsx";
import { BreakDialog } from "./BreakDialog.tsx";
import { ClaimDialog } from "./ClaimDialog.tsx";
import { CompanyDialog } from "./CompanyDialog.tsx";
import { LockDialog } from "./LockDialog.tsx";
import type { MakingDialog } from "./making-dialog.ts";
import { NewBookDialog } from "./NewBookDialog.tsx";
import { RemoveCompanyDialog } from "./RemoveCompanyDialog.tsx";
import { RestateDialog } from "./RestateDialog.tsx";
import { SourceDialog } from "./SourceDialog.tsx";
import "./making.css";

/** The dialogs about what a book is made of, one line for each kind. */
export function MakingDialogs({ dialog }: { readonly dialog: MakingDialog }): ReactNode {
  switch (dialog.kind) {
    case "as-of":
      return <AsOfDialog />;
    case "source":
      return <SourceDialog source={dialog.source} />;
    case "claim":
      return <ClaimDialog claim={dialog.claim} />;
    case "restate":
      return <RestateDialog place={dialog.place} />;
    case "break":
      return <BreakDialog {...dialog} />;
    case "lock":
      return <LockDialog boundary={dialog.boundary} />;
    case "company":
      return <CompanyDialog company={dialog.company} />;
    case "remove-company":
      return <RemoveCompanyDialog company={dialog.company} />;
    case "new-book":
      return <NewBookDialog />;
    case "comment":
      return <CommentDialog note={dialog.note} />;
    case "event":
      return <EventDialog event={dialog.event} />;
    case "affiliate":
      return <AffiliateDialog affiliate={dialog.affiliate} />;
    case "particular":
      return <ParticularDialog affiliate={dialog.affiliate} particular={dialog.particular} />;
  }
}
