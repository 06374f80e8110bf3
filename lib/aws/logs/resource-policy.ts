import { type cloudwatch } from "@pulumi/aws";
import { documentOf } from "../policy-document";
import { resourceView } from "../view";

/** A policy by which services and accounts write to the log groups of an account, or of one group. */
export const LogResourcePolicy = resourceView<cloudwatch.LogResourcePolicyArgs>()(
  ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"],
  (read) => ({ policy: documentOf(read.value("policyDocument")) }),
);

/** A policy by which other accounts send their logs to a destination. */
export const LogDestinationPolicy = resourceView<cloudwatch.LogDestinationPolicyArgs>()(
  ["aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy"],
  (read) => ({ policy: documentOf(read.value("accessPolicy")) }),
);
