import { type cloudwatch } from "@pulumi/aws";
import { withDefault, withoutEmpty } from "../../core/read";
import { documentOf } from "../policy-document";
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
