import { type cloudwatch } from "@pulumi/aws";
import { withDefault, withoutEmpty } from "../../core/read";
import { documentOf } from "../policy-document";
import { type Claim, claim } from "../../core/claim";
import { type Resource, type Stack } from "../../core/resource";
import { referrersTo, referring } from "../references";
import { resourceView } from "../view";

/** An event bus of one's own. */
export const EventBus = resourceView<cloudwatch.EventBusArgs>()(["aws:cloudwatch/eventBus:EventBus"], (read) => ({
  busName: read.text("name"),
  kmsKeyIdentifier: withoutEmpty(read.text("kmsKeyIdentifier")),
}));

/** Who may put events on a bus, or manage it. */
export const EventBusPolicy = resourceView<cloudwatch.EventBusPolicyArgs>()(
  ["aws:cloudwatch/eventBusPolicy:EventBusPolicy"],
  (read) => ({
    /** What messages call it. */
    kind: "event bus policy",
    eventBusName: withDefault(withoutEmpty(read.text("eventBusName")), "default"),
    policy: documentOf(read.value("policy")),
  }),
);

/** One statement of a bus's policy in the older form. */
export const EventPermission = resourceView<cloudwatch.EventPermissionArgs>()(
  ["aws:cloudwatch/eventPermission:EventPermission"],
  (read) => ({
    eventBusName: withDefault(withoutEmpty(read.text("eventBusName")), "default"),
    /** An account id, or `*`. */
    principal: read.text("principal"),
    condition: read.object("condition"),
  }),
);

const grantsOfBuses = referring([...EventBusPolicy.types, ...EventPermission.types], "eventBusName", EventBus.types);

/** Whether the stack declares a policy for a bus, in either form. */
export function hasPolicy(
  stack: Stack,
  { resource, place }: { readonly resource: Resource; readonly place: Claim["places"][number] },
): Claim {
  const { certain, possible } = referrersTo(stack, resource, grantsOfBuses);
  const [holder] = certain;
  if (holder) return claim("yes", { urn: holder.urn, path: "" });
  return claim(possible.length > 0 ? "unknown" : "no", place);
}
