import { type ProviderArgs } from "@pulumi/aws";
import { type Claim, claim } from "../core/claim";
import { type Reader } from "./reader";
import { resourceView } from "./view";

/** A provider for AWS, declared or default: with whose credentials a program deploys. */
export const AwsProvider = resourceView<ProviderArgs>()(["pulumi:providers:aws"], (read) => ({
  region: read.text("region"),
  usesTemporaryCredentials: usesTemporaryCredentials(read),
}));

/** Keys that are written out are permanent unless a session token comes with them. */
function usesTemporaryCredentials(read: Reader<ProviderArgs>): Claim {
  const [key, secret, token] = [read.text("accessKey"), read.text("secretKey"), read.text("token")];
  const given = [key, secret].filter((each) => each.kind !== "absent" && !(each.kind === "known" && each.value === ""));
  const [first] = given;
  if (!first) return claim("yes", read.place);
  if (token.kind !== "absent" && !(token.kind === "known" && token.value === "")) return claim("yes", token.place);
  if (given.every((each) => each.kind === "unknown")) return claim("unknown", first.place);
  if (key.kind === "known" && key.value.startsWith("ASIA")) return claim("yes", key.place);
  return claim("no", first.place);
}
