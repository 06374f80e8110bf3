import { type iam } from "@pulumi/aws";
import { known, withDefault } from "../../core/read";
import { documentOf } from "../policy-document";
import { type Reader } from "../reader";
import { resourceView } from "../view";

/** An IAM role. Defaults as of @pulumi/aws 7.48. */
export const Role = resourceView<iam.RoleState>()(["aws:iam/role:Role"], (read) => ({
  roleName: read.text("name"),
  path: withDefault(read.text("path"), "/"),
  /** The trust policy. */
  assumeRolePolicy: documentOf(read.value("assumeRolePolicy")),
  inlinePolicies: inlinePoliciesOf(read),
  /**
   * In the outputs of a role that exists the provider also writes what separate resources attach. As inputs: all that
   * the role may have.
   */
  managedPolicyArns: read.texts("managedPolicyArns"),
  permissionsBoundary: read.text("permissionsBoundary"),
  /** Seconds; an hour unless set. */
  maxSessionDuration: withDefault(read.number("maxSessionDuration"), 3600),
  forceDetachPolicies: withDefault(read.boolean("forceDetachPolicies"), false),
  tags: read.textMap("tags"),
}));

/** As `managedPolicyArns`. An item without a document stands for "none at all", and is left out. */
function inlinePoliciesOf(read: Reader<iam.RoleState>) {
  const items = read.objects("inlinePolicies");
  if (items.kind !== "known") return items;
  const policies = items.value.map((item) => ({
    policyName: item.text("name"),
    place: item.place,
    given: item.value("policy"),
  }));
  const written = policies.filter(
    ({ given }) => given.kind !== "absent" && !(given.kind === "known" && given.value === ""),
  );
  return known(
    written.map(({ policyName, place, given }) => ({ policyName, place, document: documentOf(given) })),
    items.place,
  );
}
