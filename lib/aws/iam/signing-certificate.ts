import { type iam } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** An X.509 certificate with which a user signs requests. */
export const SigningCertificate = resourceView<iam.SigningCertificateArgs>()(
  ["aws:iam/signingCertificate:SigningCertificate"],
  (read) => ({
    user: read.text("userName"),
    status: withDefault(read.text("status"), "Active"),
  }),
);
