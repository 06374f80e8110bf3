import * as z from "zod";
import { SessionGiver } from "../../lib/aws/iam/sessions";
import { atMost } from "../../lib/core/claim";
import { shown } from "../../lib/core/read";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "iam-limit-session-duration",
  on: SessionGiver,
  severity: "low",
  preset: "strict",
  summary: "Sessions of roles and permission sets should be short",
  why: "Credentials of a session that leak work until the session ends, and cannot be taken back one by one.",
  fix: "Lower `maxSessionDuration` of the role or `sessionDuration` of the permission set, or raise the policy's setting `seconds`.",
  practice: 14,
  covers: ["iam.sso.session-duration"],
  nist: ["AC-12"],
  config: z.strictObject({
    seconds: z.number().int().min(3600).max(43_200).default(14_400).describe("The longest session, in seconds."),
  }),
  messages: { long: "{kind} `{name}` allows sessions of {seconds} seconds" },
  *check({ title, name, longestSession }, { config, must }) {
    const data = { kind: title, name, seconds: shown(longestSession) };
    yield* must(atMost(longestSession, config.seconds), "long", data);
  },
});
