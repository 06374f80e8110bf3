import * as z from "zod";
import { keysOf } from "../../lib/aws/iam/access-keys";
import { User } from "../../lib/aws/iam/user";
import { inStack } from "../../lib/aws/view";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-access-keys",
  on: inStack(User),
  severity: "high",
  preset: "recommended",
  summary: "A user must have one active access key at most",
  why: "A second active key is either forgotten or shared with somebody, and doubles what can leak.",
  fix: 'Keep one key; set `status: "Inactive"` on the other and remove it once nothing has missed it.',
  practice: 4,
  covers: ["iam.access-key.one-per-user"],
  nist: ["AC-2", "IA-5"],
  config: z.strictObject({
    maximum: z.int().min(0).max(2).default(1).describe("How many active access keys a user may have."),
  }),
  messages: { tooMany: "user `{user}` has {count} active access keys, more than {maximum}" },
  *check({ stack, subject }, { config, violation, undetermined }) {
    const { active, possible } = keysOf(stack, subject.resource);
    const { maximum } = config;
    if (active.length > maximum)
      yield violation(subject.place, "tooMany", { user: subject.name, count: active.length, maximum });
    else if (active.length + possible.length > maximum)
      yield undetermined(possible[0]?.place ?? subject.place, "tooMany");
  },
});
