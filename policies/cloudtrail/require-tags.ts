import * as z from "zod";
import { Trail } from "../../lib/aws/cloudtrail/trail";
import { whether } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-tags",
  on: Trail,
  severity: "low",
  preset: "strict",
  summary: "Trails must carry tags",
  why: "Tags say whose trail it is, and rules by tag keep others from changing it.",
  fix: "Set `tags`, or the provider's `defaultTags`.",
  practice: 15,
  covers: ["ct.tagged"],
  nist: ["CM-8"],
  config: z.strictObject({
    keys: z
      .array(z.string().min(1))
      .default([])
      .describe("Keys that each trail must carry. Any one tag will do where none are named."),
  }),
  messages: {
    untagged: "trail `{trail}` has no tags",
    missing: {
      what: "trail `{trail}` has no tag `{key}`",
      fix: "Add `{key}` to `tags`, or to the provider's `defaultTags`.",
    },
  },
  *check(trail, { config, must }) {
    if (config.keys.length === 0) {
      yield* must(
        whether(trail.tags, (tags) => tags.size > 0, "no"),
        "untagged",
        { trail: trail.name },
      );
    }
    for (const key of config.keys) {
      yield* must(
        whether(trail.tags, (tags) => tags.has(key), "no"),
        "missing",
        { trail: trail.name, key },
      );
    }
  },
});
