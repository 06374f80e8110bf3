import { Trail } from "../../lib/aws/cloudtrail/trail";
import { isTrue } from "../../lib/core/claim";
import { definePolicy } from "../../lib/core/policy";

export default definePolicy({
  id: "cloudtrail-require-organization-trail",
  on: Trail,
  severity: "medium",
  preset: "opt-in",
  summary: "Trails must record all accounts of the organization",
  why: "A trail of one account can be stopped in that account, and says nothing of the others.",
  fix: "Set `isOrganizationTrail: true`, in the organization's management account or its delegated administrator.",
  practice: 15,
  nist: ["AU-12"],
  messages: { oneAccount: "trail `{trail}` records only the account it is in" },
  *check(trail, { must }) {
    yield* must(isTrue(trail.isOrganizationTrail), "oneAccount", { trail: trail.name });
  },
});
