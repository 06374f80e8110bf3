import { type iam } from "@pulumi/aws";
import { withDefault, withoutEmpty } from "../../core/read";
import { resourceView } from "../view";

/** An access key of a user. */
export const AccessKey = resourceView<iam.AccessKeyState>()(["aws:iam/accessKey:AccessKey"], (read) => ({
  user: read.text("user"),
  /** `Active` unless set otherwise. */
  status: withDefault(read.text("status"), "Active"),
  pgpKey: read.text("pgpKey"),
  /** Known only of a key that exists and that no `pgpKey` encrypts. Never for messages. */
  secret: withoutEmpty(read.text("secret")),
  /** RFC 3339; known only of a key that exists. */
  createDate: read.text("createDate"),
}));
