import { type iam } from "@pulumi/aws";
import { type Read, valueOf } from "../../core/read";
import { type Reader } from "../reader";
import { resourceView } from "../view";

/** Every property of a resource by which a managed policy is attached or set as a boundary. */
type Names = iam.RoleArgs &
  iam.RolePolicyAttachmentArgs &
  iam.RolePolicyAttachmentsExclusiveArgs & { readonly managedPolicyArn?: string };

/** The resources that name managed policies by their ARNs: attachments of every kind, roles, users and permission sets. */
export const ManagedPolicyNames = resourceView<Names>()(
  [
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    "aws:iam/policyAttachment:PolicyAttachment",
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
    "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
    "aws:iam/role:Role",
    "aws:iam/user:User",
    "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
  ],
  (read) => ({
    /** Policies that give rights, in the order they are written. */
    attached: [
      read.text("policyArn"),
      read.text("managedPolicyArn"),
      ...listed(read, "policyArns"),
      ...listed(read, "managedPolicyArns"),
    ].filter(isWritten),
    /** The boundary, which gives none. */
    boundaries: [read.text("permissionsBoundary")].filter(isWritten),
  }),
);

function listed(read: Reader<Names>, name: "policyArns" | "managedPolicyArns"): readonly Read<string>[] {
  const items = read.texts(name);
  return items.kind === "unknown" ? [items] : (valueOf(items) ?? []);
}

function isWritten(read: Read<string>): boolean {
  return read.kind !== "absent";
}
