import { z } from "zod";
import { Role } from "../../lib/aws/iam/role";
import { atMost } from "../../lib/core/claim";
import { shown } from "../../lib/core/read";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-session-duration",
  on: Role,
  severity: "low",
  preset: "strict",
  summary: "Sessions of roles should be short",
  why: "Credentials of a session that leak work until the session ends, and cannot be taken back one by one.",
  fix: "Lower `maxSessionDuration`, or raise the policy's setting `seconds`.",
  practice: 14,
  nist: ["AC-12"],
  config: z.strictObject({
    seconds: z.number().int().min(3600).max(43_200).default(14_400).describe("The longest session, in seconds."),
  }),
  messages: { long: "role `{role}` allows sessions of {seconds} seconds" },
  *check({ name, maxSessionDuration }, { config, must }) {
    yield* must(atMost(maxSessionDuration, config.seconds), "long", { role: name, seconds: shown(maxSessionDuration) });
  },
});
