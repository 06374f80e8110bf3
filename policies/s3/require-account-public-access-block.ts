import { declaresAccountBlock } from "../../lib/aws/s3/public-access";
import { wholeStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "s3-require-account-public-access-block",
  on: wholeStack,
  severity: "high",
  preset: "recommended",
  summary: "The account's baseline must block public access to all buckets",
  why: "A block of one bucket protects that bucket; the account's protects those that somebody makes tomorrow.",
  fix: "Declare an `aws.s3.AccountPublicAccessBlock` with all four settings true.",
  practice: 9,
  covers: ["s3.bpa.account"],
  nist: ["AC-3"],
  messages: { notBlocked: "the account's baseline does not block public access to all of the account's buckets" },
  *check(stack, { settings, must }) {
    if (settings.baseline) yield* must(declaresAccountBlock(stack), "notBlocked");
  },
});
