import { type iam } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** A user name and password, or an API key, of a user for one service. */
export const ServiceSpecificCredential = resourceView<iam.ServiceSpecificCredentialArgs>()(
  ["aws:iam/serviceSpecificCredential:ServiceSpecificCredential"],
  (read) => ({
    user: read.text("userName"),
    serviceName: read.text("serviceName"),
    status: withDefault(read.text("status"), "Active"),
    /** Days; absent where it never expires. */
    credentialAgeDays: read.number("credentialAgeDays"),
  }),
);
