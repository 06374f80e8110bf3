import { type iam } from "@pulumi/aws";
import { resourceView } from "../view";

/** Root access of member accounts, managed centrally. */
export const OrganizationsFeatures = resourceView<iam.OrganizationsFeaturesArgs>()(
  ["aws:iam/organizationsFeatures:OrganizationsFeatures"],
  (read) => ({
    enabledFeatures: read.texts("enabledFeatures"),
  }),
);
