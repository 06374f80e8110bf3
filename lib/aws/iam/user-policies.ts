import { type StackSubject } from "../../core/policy";
import { type Place } from "../../core/read";
import { type Truth } from "../../core/truth";
import { type Grant, grantsOf } from "./grants";
import { PolicyAttachment } from "./policy-attachment";
import { User } from "./user";
import { UserPolicyAttachment } from "./user-policy-attachment";
import { UserPolicyAttachmentsExclusive } from "./user-policy-attachments-exclusive";

/** A managed policy that is attached to a user rather than to a group. */
export interface UserAttachment {
  /** The logical name of the user, or what the attachment calls one that is not in the stack. */
  readonly user: string;
  readonly place: Place;
  /** `yes`, or `unknown` for a list that is not known yet, and may be empty. */
  readonly isAttached: Truth;
}

/** Every managed policy attached to a user, in the order of the attachments. */
export const UserAttachments: StackSubject<UserAttachment> = {
  scope: "stack",
  types: [...UserPolicyAttachment.types, ...UserPolicyAttachmentsExclusive.types, ...PolicyAttachment.types],
  *select(stack) {
    for (const grant of grantsOf(stack).all) {
      const attached = grant.given.form === "managed" && grant.holderTypes === User.types;
      if (attached) yield { user: nameOfHolder(grant), place: grant.place, isAttached: isAttached(grant) };
    }
  },
};

function isAttached({ by }: Grant): Truth {
  const list = PolicyAttachment.shows(by)
    ? PolicyAttachment.view(by).users
    : UserPolicyAttachmentsExclusive.shows(by)
      ? UserPolicyAttachmentsExclusive.view(by).policyArns
      : undefined;
  return list?.kind === "unknown" ? "unknown" : "yes";
}

function nameOfHolder({ holder }: Grant): string {
  if (holder.kind === "resource") return holder.resource.name;
  return (holder.kind === "external" ? holder.text : undefined) ?? "(unknown)";
}
