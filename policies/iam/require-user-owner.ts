import * as z from "zod";
import { User } from "../../lib/aws/iam/user";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-user-owner",
  on: User,
  severity: "low",
  preset: "strict",
  summary: "Users must say in a tag who answers for them",
  why: "When a key leaks or a person leaves, somebody has to be found who knows what the user is for.",
  fix: "Add the missing tag to the user.",
  practice: 2,
  covers: ["iam.user.tagged"],
  nist: ["AC-2"],
  config: z.strictObject({
    keys: z.array(z.string().min(1)).min(1).default(["owner"]).describe("Tags that every user must have, in any case."),
  }),
  messages: {
    missing: { what: "user `{user}` has no tag `{key}`", fix: "Add the tag `{key}` to the user." },
  },
  *check(user, { config, violation, undetermined }) {
    const tags = user.tagsAll.kind === "absent" ? user.tags : user.tagsAll;
    if (tags.kind === "unknown") yield undetermined(tags.place, "missing");
    if (tags.kind === "unknown") return;
    const keys = new Set([...(tags.kind === "known" ? tags.value.keys() : [])].map((key) => key.toLowerCase()));
    for (const key of config.keys)
      if (!keys.has(key.toLowerCase())) yield violation(user.tags.place, "missing", { user: user.name, key });
  },
});
