import { type organizations } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** A policy of AWS Organizations. */
export const OrganizationPolicy = resourceView<organizations.PolicyArgs>()(
  ["aws:organizations/policy:Policy"],
  (read) => ({
    policyName: read.text("name"),
    /** `SERVICE_CONTROL_POLICY` unless set otherwise. */
    policyType: withDefault(read.text("type"), "SERVICE_CONTROL_POLICY"),
    content: read.value("content"),
  }),
);
