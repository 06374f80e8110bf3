import { tamperers } from "../../lib/aws/delivery/tampering";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-no-log-tampering",
  on: tamperers,
  severity: "medium",
  preset: "recommended",
  summary: "Only log administrators should be able to stop, blind or delete the audit trail and its alarms",
  why: "The first thing that an intruder does with a stolen role is to switch off what would tell of the second.",
  fix: "Narrow the statement that gives the permissions, deny them, or name the principal under `logAdministrators` in `trailguard-settings`.",
  practice: 9,
  nist: ["AC-6", "AU-9"],
  messages: {
    tampers: {
      what: "{label} may call {permissions}, by {grant}",
      fix: "{change}, deny these actions, or name the principal under `logAdministrators` in `trailguard-settings`.",
    },
  },
  *check({ spares, ...data }, { must }) {
    yield* must(spares, "tampers", data);
  },
});
