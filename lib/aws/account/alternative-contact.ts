import { type account } from "@pulumi/aws";
import { resourceView } from "../view";

/** Whom AWS writes to beside the account's primary contact. */
export const AlternativeContact = resourceView<account.AlternativeContactArgs>()(
  ["aws:account/alternativeContact:AlternativeContact"],
  (read) => ({
    /** `BILLING`, `OPERATIONS` or `SECURITY`. */
    contactType: read.text("alternateContactType"),
    emailAddress: read.text("emailAddress"),
  }),
);
