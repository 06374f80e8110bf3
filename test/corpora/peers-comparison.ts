import { type PropertyMap } from "../../lib/core/properties";
import { type Resource } from "../../lib/core/resource";
import { policies } from "../../policies/registry";
import { type Given, plainResource, plainStack, violationsIn } from "../support/run-policies";
import { peers } from "./peers-checks";

/** A document of a peer's tests. `peerResult.result` is absent where its test says nothing of the document. */
export interface PeerCase {
  readonly id: string;
  readonly source: string;
  readonly policyKind: "identity" | "trust" | "resource-or-trust" | null;
  readonly peerRules: readonly string[];
  readonly peerResult: { readonly result: "pass" | "fail" | null };
  readonly document: unknown;
}

/** A check that reports a document of which we report nothing like it, or a policy of ours that reports a clean document. */
export interface Disagreement {
  readonly document: string;
  readonly reports: string;
}

const account = "123456789012";

/** What the peers' tests say of the account, and parliament's of what is sensitive. */
function givenBy(source: string): Given {
  const access = source === "parliament" ? [{ action: "s3:GetObject", resource: "arn:aws:s3:::secretbucket*" }] : [];
  return { settings: { trustedAccounts: [account] }, config: { "iam-no-sensitive-access": { access } } };
}

/** Documents that no resource of Pulumi's carries, or of which their peer says nothing. */
export const notCompared: ReadonlyMap<string, string> = new Map([
  ["prowler-197", "the policy of a function, of which Pulumi declares each statement by itself"],
  ["cloudsplaining-185", "without a verdict"],
  ["cloudsplaining-189", "a group's description, without a verdict"],
  ["cloudsplaining-190", "without a verdict"],
  ["cloudsplaining-191", "without a verdict"],
]);

/** About resources, whatever their documents say. */
const notOfDocuments: ReadonlySet<string> = new Set([
  "iam-no-unattached-policies",
  "iam-no-unused-roles",
  "iam-prefer-managed-policy",
  "iam-require-tags",
]);

/** The ids of the policies that report a case's document, sorted. */
export function reportsOn(subject: PeerCase): readonly string[] {
  const carrier = carrierOf(subject);
  const stack = plainStack([carrier, ...attachmentsOf(subject)]);
  const reported = violationsIn(stack, policies, givenBy(subject.source)).filter(
    ({ violation }) => violation.place.urn === carrier.urn,
  );
  const ids = reported.map(({ policy }) => policy.id).filter((id) => !notOfDocuments.has(id));
  return [...new Set(ids)].sort();
}

/** Where a peer and we differ on a case: on its failing checks, or on a document that it finds clean. */
export function disagreementsOn(subject: PeerCase): readonly Disagreement[] {
  const ours = reportsOn(subject);
  const checks = peers[subject.source]?.checks ?? {};
  const { result } = subject.peerResult;
  const differing =
    result === "pass"
      ? ours
      : subject.peerRules.filter((rule) => !(checks[rule]?.policies ?? []).some((id) => ours.includes(id)));
  return differing.map((reports) => ({ document: subject.id, reports }));
}

/** Resources whose documents are carried by another type than an IAM policy or role, by what the check's name begins with. */
const carriers: readonly (readonly [prefix: string, type: string, document: string, properties: PropertyMap])[] = [
  ["sns_", "aws:sns/topicPolicy:TopicPolicy", "policy", { arn: "arn:aws:sns:eu-west-1:123456789012:test-topic" }],
  ["kms_", "aws:kms/keyPolicy:KeyPolicy", "policy", { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" }],
  ["s3_", "aws:s3/bucketPolicy:BucketPolicy", "policy", { bucket: "examplebucket" }],
  ["cloudwatch_", "aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "policyDocument", { policyName: "logs" }],
];

/** The resource that a document is about: by its kind, by the check, and a bucket for parliament's with principals. */
function carrierOf({ id, source, peerRules, document, policyKind }: PeerCase): Resource {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  const found = carriers.find(([prefix]) => peerRules.some((rule) => rule.startsWith(prefix)));
  if (found !== undefined) return plainResource(found[1], id, { ...found[3], [found[2]]: text });
  if (source === "parliament" && /"(?:Not)?Principal"/.test(text)) {
    return plainResource("aws:s3/bucketPolicy:BucketPolicy", id, { bucket: "examplebucket", policy: text });
  }
  if (policyKind === "trust" || policyKind === "resource-or-trust") {
    const arn = `arn:aws:iam::${account}:role/${id}`;
    return plainResource("aws:iam/role:Role", id, { name: id, arn, assumeRolePolicy: text });
  }
  return plainResource("aws:iam/policy:Policy", id, { name: id, policy: text });
}

/** What the peer's test attaches to the role beside the document. */
function attachmentsOf({ id, peerRules }: PeerCase): readonly Resource[] {
  if (!peerRules.includes("iam_role_cross_account_readonlyaccess_policy")) return [];
  const type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
  return [plainResource(type, id, { role: id, policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" })];
}
