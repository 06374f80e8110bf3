import * as z from "zod";
import { accessLevels } from "../../lib/access/facts/service-facts";
import { accessBeyond, isWorkload } from "../../lib/aws/iam/access-levels";
import { RightsHolders } from "../../lib/aws/iam/rights";
import { openTrust } from "../../lib/aws/iam/workloads";
import { every } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";
import { someOf } from "../../lib/core/words";

export default definePolicy({
  id: "iam-limit-access-level",
  on: RightsHolders,
  severity: "medium",
  preset: "opt-in",
  summary: "Nobody may have access of a higher level than the organization sets",
  why: "AWS sorts actions by what they can do: list, read, tag, write, manage permissions. Few need the last.",
  fix: "Take the actions above `{level}` away, or raise the policy's setting `maxLevel`.",
  practice: 16,
  nist: ["AC-6"],
  config: z.strictObject({
    maxLevel: z
      .strictObject({
        people: z
          .enum(accessLevels)
          .default("Permissions management")
          .describe("The highest level for users, groups, permission sets and roles that no service takes on."),
        workloads: z
          .enum(accessLevels)
          .default("Permissions management")
          .describe("The highest level for roles that a service takes on."),
      })
      .prefault({})
      .describe(
        "The highest level for `people` (users, groups, permission sets and roles that no service takes on) and for `workloads` (roles that a service takes on).",
      ),
  }),
  messages: { beyond: "{holder} has access above the level `{level}`: {actions}" },
  *check(holder, { config, must, undetermined }) {
    const { people, workloads } = config.maxLevel;
    const trust = openTrust(holder);
    if (trust) {
      const isWithin = every(...[people, workloads].map((level) => accessBeyond(holder, level).isWithin));
      if (isWithin.truth !== "yes") yield undetermined(trust, "beyond");
      return;
    }
    const level = isWorkload(holder) ? workloads : people;
    const { isWithin, actions } = accessBeyond(holder, level);
    yield* must(isWithin, "beyond", { holder: holder.label, level, actions: someOf(actions) });
  },
});
