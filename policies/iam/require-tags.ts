import * as z from "zod";
import { TaggedAccess } from "../../lib/aws/iam/tagged";
import { whether } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-require-tags",
  on: TaggedAccess,
  severity: "low",
  preset: "strict",
  summary: "Roles, identity providers and analyzers should carry tags",
  why: "Tags say whose role it is, and rules by tag keep others from changing it.",
  fix: "Set `tags`, or the provider's `defaultTags`.",
  practice: 14,
  covers: ["iam.role.tagged", "iam.monitor.access-analyzer-tagged"],
  nist: ["CM-8"],
  config: z.strictObject({
    keys: z
      .array(z.string().min(1))
      .default([])
      .describe("Keys that each must carry. Any one tag will do where none are named."),
  }),
  messages: {
    untagged: "{kind} `{name}` has no tags",
    missing: {
      what: "{kind} `{name}` has no tag `{key}`",
      fix: "Add `{key}` to `tags`, or to the provider's `defaultTags`.",
    },
  },
  *check({ tags, title, name }, { config, must }) {
    const subject = { kind: title, name };
    if (config.keys.length === 0)
      yield* must(
        whether(tags, ({ size }) => size > 0, "no"),
        "untagged",
        subject,
      );
    for (const key of config.keys)
      yield* must(
        whether(tags, (all) => all.has(key), "no"),
        "missing",
        { ...subject, key },
      );
  },
});
