import { requestContext, undeterminedKey } from "../../access/context";
import { type NamedDocument } from "../../access/document";
import { type AccessRequest, evaluate } from "../../access/evaluate";
import { type KnownText, publisherUsesKey, serviceAssumes } from "../../access/service-requests";
import { ownProperty, unknownValue } from "../../core/properties";
import { type Place, type Read } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type Truth } from "../../core/truth";
import { accountIn } from "../accounts";
import { principalAt } from "../iam/principals";
import { Role } from "../iam/role";
import { policyOfKey } from "../kms/key-policy";
import { type KeyView } from "../kms/key";
import { keyReference } from "../kms/key-reference";
import { type DocumentRead } from "../policy-document";
import { referenceOf } from "../references";

/** Whether somebody lets a service do something: the answer, where it is decided, the reason and what to change. */
export interface Grant {
  readonly truth: Truth;
  readonly place: Place;
  /** In words behind a name, for `no` and `unknown`: "is encrypted with `alias/aws/sns`, which ...". */
  readonly why: string;
  /** For `no`: a sentence. */
  readonly fix: string;
}

export function granted(place: Place): Grant {
  return { truth: "yes", place, why: "", fix: "" };
}

export function refused(place: Place, why: string, fix: string): Grant {
  return { truth: "no", place, why, fix };
}

export function open(place: Place, why: string): Grant {
  return { truth: "unknown", place, why, fix: "" };
}

/** The grant that stands in the way: one that is refused, else one that is open, else any. */
export function strictest(grants: readonly [Grant, ...Grant[]]): Grant {
  const [first] = grants;
  return grants.find(({ truth }) => truth === "no") ?? grants.find(({ truth }) => truth === "unknown") ?? first;
}

/** A property that is a text, such as `arn`; unknown where the program does not know it yet. */
export function textOf(resource: Resource, name: string): KnownText {
  const value = ownProperty(resource.properties, name);
  return typeof value === "string" && value !== "" ? value : unknownValue;
}

/** The account in an ARN; unknown where the ARN is, or where it names none. */
export function accountOfArn(arn: KnownText): KnownText {
  return typeof arn === "string" ? (accountIn(arn) ?? unknownValue) : unknownValue;
}

/** Whether a resource's own policy allows every request of `requests`; `named` is how messages call the policy. */
export function policyAllows(
  policy: DocumentRead,
  named: string,
  requests: readonly AccessRequest[],
  fix: string,
): Grant {
  if (policy.kind !== "known") return open(policy.place, `has ${named} that is not known yet`);
  const document: NamedDocument = { name: named, document: policy.value };
  const answers = requests.map((request) => ({ request, ...evaluate(request, { resource: document }) }));
  const lost = answers.find(({ decision }) => decision === "no");
  if (lost) return refused(policy.place, `has ${named} under which ${lost.why}`, fix);
  const unclear = answers.find(({ decision }) => decision === "unknown");
  return unclear ? open(policy.place, `has ${named} under which ${unclear.why}`) : granted(policy.place);
}

/** The names that AWS reserves for its own keys for topics and queues. */
const awsManagedKeys: Readonly<Record<"topic" | "queue", string>> = {
  topic: "alias/aws/sns",
  queue: "alias/aws/sqs",
};

/**
 * Whether `service` can use the key that a topic or queue is encrypted with, as it must to hand a message over. Source:
 * re:Post, "cloudwatch-configure-alarm-sns"; SNS developer guide, "Enable compatibility between event sources from
 * AWS services and encrypted topics".
 */
export function mayUseKey(
  stack: Stack,
  resource: Resource,
  kind: "topic" | "queue",
  keyId: Read<string>,
  service: string,
): Grant {
  const reference = keyReference(stack, resource, keyId);
  const { place } = reference;
  switch (reference.kind) {
    case "absent":
      return granted(place);
    case "unknown":
    case "external":
      return open(place, `is encrypted with a key outside the stack, whose policy is not known`);
    case "awsManaged": {
      const why = `is encrypted with \`${awsManagedKeys[kind]}\`, which \`${service}\` may not use`;
      return refused(place, why, keyFix(service, kind));
    }
    case "key":
      return ownKeyAdmits(stack, reference.key, service);
  }
}

function ownKeyAdmits(stack: Stack, key: KeyView, service: string): Grant {
  const named = `key \`${key.name}\``;
  const encrypted = `is encrypted with ${named}`;
  if (key.isEnabled.kind === "known" && !key.isEnabled.value)
    return refused(key.isEnabled.place, `${encrypted}, which is disabled`, "Enable the key.");
  if (key.isEnabled.kind === "unknown") return open(key.isEnabled.place, `${encrypted}, which may be disabled`);
  const policy = policyOfKey(stack, key);
  const fix = `Let the policy of ${named} allow \`kms:Decrypt\` and \`kms:GenerateDataKey*\` to \`${service}\`.`;
  if (policy.kind === "absent")
    return refused(key.place, `${encrypted}, whose default policy lets no service use it`, fix);
  const requests = publisherUsesKey({ service, key: textOf(key.resource, "arn") });
  const grant = policyAllows(policy, "a policy", requests, fix);
  return grant.truth === "yes" ? grant : { ...grant, why: `${encrypted}, which ${grant.why}` };
}

function keyFix(service: string, kind: "topic" | "queue"): string {
  return `Encrypt the ${kind} with a key of your own whose policy allows \`kms:Decrypt\` and \`kms:GenerateDataKey*\` to \`${service}\`.`;
}

/** What is asked of a role. */
export interface RoleCall {
  readonly action: string;
  readonly resource: KnownText;
}

/** Whether `service` can assume the role that `roleArn` names, and whether the role may do all of `actions`. */
export function roleAllows(
  stack: Stack,
  resource: Resource,
  roleArn: Read<string>,
  service: string,
  actions: readonly RoleCall[],
): Grant {
  const reference = referenceOf(stack, resource, roleArn, Role.types);
  if (reference.kind !== "resource") return open(roleArn.place, "acts through a role outside the stack");
  const role = Role.view(reference.resource);
  const trust = policyAllows(
    role.assumeRolePolicy,
    `role \`${role.name}\``,
    [serviceAssumes({ service, role: textOf(role.resource, "arn") })],
    `Let \`${service}\` assume role \`${role.name}\`.`,
  );
  return strictest([trust, ...actions.map((each) => identityAllows(stack, role.resource, each))]);
}

/** Nothing is known of what a call through a role carries. */
const openContext = requestContext({}, undeterminedKey);

function identityAllows(stack: Stack, role: Resource, wanted: RoleCall): Grant {
  const place = { urn: role.urn, path: "" };
  const principal = principalAt(stack, role);
  if (!principal || principal.boundary.kind === "external" || principal.boundary.kind === "unknown")
    return open(place, `acts through role \`${role.name}\`, whose permissions are not known`);
  const request: AccessRequest = {
    principal: { kind: "aws", arn: textOf(role, "arn") },
    action: wanted.action,
    resource: wanted.resource,
    context: openContext,
  };
  const { boundary } = principal;
  const limits = boundary.kind === "document" ? { boundary: boundary.document } : {};
  const { decision } = evaluate(request, { identity: principal.documents, ...limits });
  const truth = decision === "no" && principal.complete !== "yes" ? "unknown" : decision;
  const why = `acts through role \`${role.name}\`, which may not call \`${wanted.action}\``;
  return { truth, place, why, fix: `Let role \`${role.name}\` call \`${wanted.action}\`.` };
}
