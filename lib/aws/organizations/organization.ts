import { type organizations } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** An organization of accounts. */
export const Organization = resourceView<organizations.OrganizationArgs>()(
  ["aws:organizations/organization:Organization"],
  (read) => ({
    /** `ALL` unless set to `CONSOLIDATED_BILLING`. */
    featureSet: withDefault(read.text("featureSet"), "ALL"),
    enabledPolicyTypes: read.texts("enabledPolicyTypes"),
  }),
);
