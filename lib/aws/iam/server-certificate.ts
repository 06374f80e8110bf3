import { type iam } from "@pulumi/aws";
import { type Read, absent, known, withDefault } from "../../core/read";
import { resourceView } from "../view";
import { certificateExpiry } from "./certificate-expiry";

/** A TLS certificate kept in IAM. */
export const ServerCertificate = resourceView<iam.ServerCertificateArgs>()(
  ["aws:iam/serverCertificate:ServerCertificate"],
  (read) => ({
    certificateName: read.text("name"),
    path: withDefault(read.text("path"), "/"),
    /** When it expires, in RFC 3339, as the certificate says; absent where it is not PEM. */
    expires: expiryOf(read.text("certificateBody")),
  }),
);

function expiryOf(body: Read<string>): Read<string> {
  if (body.kind !== "known") return body;
  const expiry = certificateExpiry(body.value);
  return expiry ? known(expiry.toISOString(), body.place) : absent(body.place);
}
