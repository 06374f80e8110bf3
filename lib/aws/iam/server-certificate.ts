import { type iam } from "@pulumi/aws";
import { withDefault } from "../../core/read";
import { resourceView } from "../view";

/** A TLS certificate kept in IAM. */
export const ServerCertificate = resourceView<iam.ServerCertificateState>()(
  ["aws:iam/serverCertificate:ServerCertificate"],
  (read) => ({
    certificateName: read.text("name"),
    path: withDefault(read.text("path"), "/"),
    /** PEM. */
    certificateBody: read.text("certificateBody"),
    /** RFC 3339; known only of a certificate that exists. */
    expiration: read.text("expiration"),
  }),
);
