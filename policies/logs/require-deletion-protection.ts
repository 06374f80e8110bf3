import { LogGroup } from "../../lib/aws/logs/log-group";
import { isTrue } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "logs-require-deletion-protection",
  on: LogGroup,
  severity: "low",
  preset: "recommended",
  summary: "Log groups should be protected from deletion",
  why: "Deleting a log group removes all its events in one call that nothing can undo.",
  fix: "Set `deletionProtectionEnabled: true`.",
  practice: 15,
  nist: ["AU-9"],
  messages: { unprotected: "log group `{group}` can be deleted with all its events in one call" },
  *check(group, { must }) {
    yield* must(isTrue(group.deletionProtection), "unprotected", { group: group.name });
  },
});
